"""Inks of a press file: no light colours, not too much ink, small type in one ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from guidepub.checks.painted.marks import Page, PaintedImage, PaintedObject, Type
from guidepub.checks.painted.reading import gathered
from guidepub.findings import Finding
from guidepub.model.presses.printers import Printer
from guidepub.pictures import is_rich_black

SMALL_TYPE = 18.0
"""Points; below this a misregister of inks shows at the edge of letters."""

_LIGHT = frozenset({"rgb", "lab"})
_PIXELS = 60_000_000
_SAMPLES = 400


_Printed = Sequence[tuple[int, Sequence[PaintedObject]]]
"""By number of page: the marks that are printed."""


def ink_findings(file: Path, pages: Sequence[Page], printer: Printer) -> Iterator[Finding]:
    """Yield the faults of colours within the printed area; marks outside the bleed are free."""
    printed = [(page.number, page.printed()) for page in pages]
    limit = printer.ink / 100
    if not printer.light:
        yield from _light_findings(file, printed)
        blended = [page.number for page in pages if page.blends & _LIGHT]
        message = "Transparency is blended in RGB."
        yield from gathered(file, blended, "K022", message, "Blend in CMYK.")
    yield from _heavy_findings(file, printed, limit)
    rich = [
        number
        for number, marks in printed
        if any(_is_rich(mark) and not _is_heavy(mark, limit) for mark in marks)
    ]
    message = "Small black type is made of several inks, which never align perfectly."
    yield from gathered(file, rich, "K025", message, "Set type in black ink only: 0 0 0 1 k.")


def _light_findings(file: Path, printed: _Printed) -> Iterator[Finding]:
    """Yield what is painted in colours of light."""
    light: list[int] = []
    pictures: list[int] = []
    for number, marks in printed:
        for mark in marks:
            if any(colour.family in _LIGHT for colour in mark.colours):
                (pictures if isinstance(mark, PaintedImage) else light).append(number)
    message = "Something is painted in RGB or Lab instead of CMYK."
    remedy = "Specify the colour in CMYK, or use only black ink for type."
    yield from gathered(file, light, "K020", message, remedy)
    message = "A picture is in RGB or Lab instead of CMYK."
    yield from gathered(file, pictures, "K021", message, "Convert it to CMYK or grey.")


def _heavy_findings(file: Path, printed: _Printed, limit: float) -> Iterator[Finding]:
    """Yield where more ink is laid on the paper than the limit, of which 1.0 is one whole ink."""
    heavy: dict[int, float] = {}
    pictures: dict[int, float] = {}
    coverage: dict[tuple[int, int], float] = {}
    for number, marks in printed:
        for mark in marks:
            if isinstance(mark, PaintedImage):
                inks = _picture_inks(mark, coverage)
                if inks > limit + 0.05:
                    pictures[number] = max(inks, pictures.get(number, 0))
            elif _is_heavy(mark, limit):
                heavy[number] = max(_inks(mark), heavy.get(number, 0))
    if heavy:
        message = f"A colour uses {max(heavy.values()):.0%} of ink; {limit:.0%} is the limit."
        yield from gathered(
            file, heavy, "K023", message, "Reduce the inks, beginning with those under black."
        )
    if pictures:
        share = max(pictures.values())
        message = f"A picture uses {share:.0%} of ink; {limit:.0%} is the limit."
        remedy = "Convert it again with a profile that respects the limit."
        yield from gathered(file, pictures, "K024", message, remedy)


def _inks(mark: PaintedObject) -> float:
    return max((colour.inks for colour in mark.colours), default=0.0)


def _is_heavy(mark: PaintedObject, limit: float) -> bool:
    return _inks(mark) > limit + 1e-6


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
