"""Inks of a press file: no light colours, not too much ink, small type in one ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from guidepub.checks.marks import Page, PaintedImage, PaintedObject, Type
from guidepub.checks.reading import gathered
from guidepub.findings import Finding
from guidepub.model.printers import Printer
from guidepub.pictures import is_rich_black

SMALL_TYPE = 18.0
"""Points; below this a misregister of inks shows at the edge of letters."""

_LIGHT = frozenset({"rgb", "lab"})
_PIXELS = 60_000_000
_SAMPLES = 400


def ink_findings(file: Path, pages: Sequence[Page], printer: Printer) -> Iterator[Finding]:
    """Yield the faults of colours within the printed area; marks outside the bleed are free."""
    limit = printer.ink / 100
    light: list[int] = []
    light_pictures: list[int] = []
    heavy: dict[int, float] = {}
    heavy_pictures: dict[int, float] = {}
    rich: list[int] = []
    coverage: dict[tuple[int, int], float] = {}
    for page in pages:
        for mark in page.printed():
            is_light = any(colour.family in _LIGHT for colour in mark.colours)
            if isinstance(mark, PaintedImage):
                if is_light:
                    light_pictures.append(page.number)
                inks = _picture_inks(mark, coverage)
                if inks > limit + 0.05:
                    heavy_pictures[page.number] = max(inks, heavy_pictures.get(page.number, 0))
                continue
            if is_light:
                light.append(page.number)
            most = max((colour.inks for colour in mark.colours), default=0.0)
            if most > limit + 1e-6:
                heavy[page.number] = max(most, heavy.get(page.number, 0))
            elif _is_rich(mark):
                rich.append(page.number)
    blended = [page.number for page in pages if page.blends & _LIGHT]

    message = "Something is painted in RGB or Lab, not in inks."
    remedy = "Give the colour in CMYK, or black ink alone for type."
    if not printer.light:
        yield from gathered(file, light, "K020", message, remedy)
        message = "A picture is in RGB or Lab, not in inks."
        yield from gathered(file, light_pictures, "K021", message, "Convert it to CMYK or grey.")
        message = "Transparency is blended in RGB."
        yield from gathered(file, blended, "K022", message, "Blend in the press's own inks.")
    if heavy:
        message = f"A colour lays {max(heavy.values()):.0%} of ink on the paper; {limit:.0%} is the limit."
        yield from gathered(file, heavy, "K023", message, "Take away ink, first under the black.")
    if heavy_pictures:
        share = max(heavy_pictures.values())
        message = f"A picture lays {share:.0%} of ink on the paper; {limit:.0%} is the limit."
        remedy = "Convert it again with a profile that keeps to the limit."
        yield from gathered(file, heavy_pictures, "K024", message, remedy)
    message = "Small black type is made of several inks, which never fall quite on each other."
    yield from gathered(file, rich, "K025", message, "Set type in black ink alone: 0 0 0 1 k.")


def _is_rich(mark: PaintedObject) -> bool:
    if not isinstance(mark, Type) or mark.size >= SMALL_TYPE:
        return False
    return any(
        colour.family == "cmyk" and len(colour.parts) == 4 and is_rich_black(colour.parts)
        for colour in mark.colours
    )


def _picture_inks(picture: PaintedImage, known: dict[tuple[int, int], float]) -> float:
    """Return the most ink that a CMYK picture lays on an area of about 1/400 of its width."""
    source = picture.source
    if source is None or picture.colours[0].family != "cmyk":
        return 0.0
    if source.objgen not in known:
        known[source.objgen] = _most_ink(source, picture.pixels)
    return known[source.objgen]


def _most_ink(source: pikepdf.Object, pixels: tuple[int, int]) -> float:
    if pixels[0] * pixels[1] > _PIXELS or pixels[0] * pixels[1] <= 0:
        return 0.0
    try:
        image = pikepdf.PdfImage(source).as_pil_image()  # type: ignore[arg-type]
        if image.mode != "CMYK":
            return 0.0
        factor = max(1, max(image.size) // _SAMPLES)
        small = image.reduce(factor)
    except (OSError, ValueError, TypeError, LookupError, NotImplementedError, pikepdf.PdfError,
            pikepdf.UnsupportedImageTypeError, Image.DecompressionBombError):  # fmt: skip
        return 0.0
    channels = [channel.tobytes() for channel in small.split()]
    return max(map(sum, zip(*channels, strict=True))) / 255
