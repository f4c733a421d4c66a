"""Pictures that are damaged, lie of themselves, or take long to draw."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.siege.cases import Result, faults_of, files_made, ground, put, tried
from benchmarks.siege.mutating import damaged, mutated
from benchmarks.siege.outcomes import Outcome
from guidepub import build, load

_SECONDS = 60.0
_KINDS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "ICO", "MPO")
_GUIDE = "---\ntitle: Oven\n---\n# A\n\n![An oven.](oven.png)\n"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">'
_RECT = '<rect width="9" height="9"/>'
DRAWINGS = {
    "plain": _RECT * 20,
    "uses": "".join(
        f'<g id="e{n}">' + (f'<use href="#e{n - 1}"/>' * 9 if n else _RECT) + "</g>"
        for n in range(9)
    ),
    "itself": '<g id="a"><use href="#a"/></g>',
    "masks": "".join(f'<mask id="m{n}"><rect mask="url(#m{n - 1})"/></mask>' * 9 for n in range(9)),
    "markers": f'<marker id="m">{_RECT * 99}</marker><path marker-mid="url(#m)" d="M0 0{"l1 1" * 9999}"/>',
    "patterns": '<pattern id="p" width="1" height="1"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>',
    "attributes": "<rect " + " ".join(f'a{n}="1"' for n in range(60_000)) + "/>",
    "deep": "<g>" * 250 + _RECT + "</g>" * 250,
    "deeper": "<g>" * 9000 + "</g>" * 9000,
    "a style": f"<style>{'a{' * 9000}</style>",
    "a nested style": f'<rect style="{"a{" * 3000}"/>',
    "brackets": f'<rect fill="{"rgb(" * 1500}"/>',
    "a transform": f'<rect transform="{"rotate(1)" * 800}"/>',
    "words": f"<text>{'word ' * 30_000}</text>",
    "a gradient": '<linearGradient id="g" spreadMethod="repeat" x2="1e-9"/><rect fill="url(#g)"/>',
    "stops": f"<linearGradient>{'<stop/>' * 19_000}</linearGradient>",
    "a script": "<script>1</script>",
    "a handler": '<rect onclick="1"/>',
    "outside": '<image href="../outside/secret.svg" width="9" height="9"/>',
    "the web": '<image href="http://127.0.0.1:9/a.png" width="9" height="9"/>',
    "a foreign use": '<use href="file:///proc/self/environ#a"/>',
    "an import": "<style>@import url(http://127.0.0.1:9/a.css);</style>",
    "a foreign object": "<foreignObject><body/></foreignObject>",
    "an instruction": '<?xml-stylesheet href="http://127.0.0.1:9/a.css"?>',
    "no numbers": '<rect width="nan" height="1e999" opacity="half"/>',
    "much": _RECT * 19_000,
    "corners": f'<path d="M0 0{"l1 1" * 99_000}"/>',
}


def try_picture(number: int) -> Outcome:
    """Return the result for the picture of a number."""
    chance = Random(f"picture {number}")
    name, data = _picture(number, chance)
    with ground() as folder:
        put(folder, {"oven.png": data, "oven.md": _GUIDE})
        return tried("picture", number, name, _SECONDS, folder, lambda: _trial(folder))


def _picture(number: int, chance: Random) -> tuple[str, bytes]:
    if number % 3 == 0:
        names = sorted(DRAWINGS)
        name = names[number // 3 % len(names)]
        drawing = f"{_HEAD}{DRAWINGS[name]}</svg>"
        if number // 3 >= len(names):
            name, drawing = f"{name}, mutated", mutated(drawing, chance)
        return f"a drawing: {name}", drawing.encode("utf-8", "surrogatepass")
    kind = chance.choice(_KINDS)
    data = _photo(kind)
    return (
        (f"a whole {kind}", data)
        if number % 30 == 1
        else (f"a damaged {kind}", damaged(data, chance))
    )


@functools.cache
def _photo(kind: str) -> bytes:
    grey = Image.linear_gradient("L")
    image = Image.merge("RGB", (grey, Image.radial_gradient("L"), grey))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def _trial(folder: Path) -> Result:
    found = load(folder)
    faults = [*faults_of(found.findings)]
    if not found.findings and not len(found):
        faults.append(("unnamed", "the guide is neither taken nor reported"))
    if not len(found):
        return Result("reported", faults=tuple(faults))
    report = build(found, folder / "out", ["screen"])
    made, wrong = files_made(report)
    faults += wrong
    # What is wrong with a picture is told by the guide's line, and never by a name of the layout.
    faults += (("unnamed", str(f)) for f in report.findings if ".invalid" in str(f))
    size = max(map(len, made.values()), default=0)
    return Result("built" if made else "not built", size, tuple(faults))
