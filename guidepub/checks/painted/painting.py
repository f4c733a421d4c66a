"""Follows a page's content stream as a printer would, and notes each mark that it makes.

ISO 32000-1, clause 8 (graphics) and 9 (text). Operators that are broken are passed over,
as viewers do: `structure` reports them. All loops are bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pikepdf

from guidepub.checks.painted.colours import Colour, Family, family_of, initial, is_bare, is_indexed
from guidepub.checks.painted.faces import FontObject, face_of
from guidepub.checks.painted.marks import (
    IDENTITY,
    Box,
    Matrix,
    PaintedImage,
    PaintedObject,
    Shape,
    bounding_box,
    corners,
    moved,
    product,
)
from guidepub.checks.painted.states import State, typeset

OPERATORS = 3_000_000
"""Operators that are followed on one page, forms included."""

_NESTED = 16
_SAVED = 512
_BROKEN = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, pikepdf.PdfError)


class EndlessError(Exception):
    """A page has more operators than any real page."""


@dataclass(slots=True)
class _Canvas:
    """What one page's streams share: the marks so far, and how many operators are still allowed."""

    faces: dict[tuple[int, int], FontObject]
    left: int
    marks: list[PaintedObject] = field(default_factory=list)
    blends: set[Family] = field(default_factory=set)


def painted(
    page: pikepdf.Page, area: Box, faces: dict[tuple[int, int], FontObject]
) -> tuple[tuple[PaintedObject, ...], frozenset[Family]]:
    """Return a page's marks within an area, and the families in which transparency is blended.

    `faces` remembers fonts from page to page, by object number.

    Raises:
        EndlessError: the page has too many operators.
    """
    canvas = _Canvas(faces, OPERATORS)
    resources = page.obj.get("/Resources")
    _note_group(page.obj, canvas)
    _Stream(canvas, resources, State(IDENTITY, area), 0).follow(page)
    return tuple(canvas.marks), frozenset(canvas.blends)


def _note_group(holder: pikepdf.Object, canvas: _Canvas) -> None:
    group = holder.get("/Group")
    if group is not None and str(group.get("/S", "")) == "/Transparency" and "/CS" in group:
        canvas.blends.add(family_of(group.CS))


Operands = Sequence[pikepdf.Object]


class _Stream:
    """One content stream: a page's, a form's, or a pattern's."""

    def __init__(
        self, canvas: _Canvas, resources: pikepdf.Object | None, state: State, depth: int
    ) -> None:
        self.canvas, self.resources, self.state, self.depth = canvas, resources, state, depth
        self.base = state.matrix
        self.saved: list[State] = []
        self.path: list[tuple[float, float]] = []
        self.clips = False
        self.text = self.line = IDENTITY
        self.content: list[bool] = []
        self.owned = False

    def follow(
        self, stream: pikepdf.Object | pikepdf.Page, tagged: bool = False, owned: bool = False
    ) -> None:
        if tagged:
            self.content.append(True)
        # Without it no element of the structure can be found for what is marked.
        self.owned = owned or "/StructParents" in stream
        for instruction in pikepdf.parse_content_stream(stream):
            self.canvas.left -= 1
            if self.canvas.left < 0:
                raise EndlessError
            operator = str(instruction.operator)
            action = _ACTIONS.get(operator)
            if action is not None:
                try:
                    action(self, list(instruction.operands))
                except _BROKEN:
                    continue
            elif operator == "INLINE IMAGE":
                self._inline(instruction.iimage)  # type: ignore[union-attr]

    @property
    def tagged(self) -> bool:
        return any(self.content)

    def resource(self, kind: str, name: object) -> pikepdf.Object:
        return self._resources(kind)[str(name)]

    def _resources(self, kind: str) -> pikepdf.Object:
        """Return the resources of a kind such as `/Font`, by name."""
        found = self.resources.get(kind) if self.resources is not None else None
        return pikepdf.Dictionary() if found is None else found

    # State

    def save(self, _: Operands) -> None:
        if len(self.saved) < _SAVED:
            self.saved.append(replace(self.state))

    def restore(self, _: Operands) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, operands: Operands) -> None:
        self.state.matrix = product(_matrix(operands), self.state.matrix)

    # Colours

    def device(self, family: Family, stroke: bool) -> Callable[[Operands], None]:
        def set_colour(operands: Operands) -> None:
            parts = tuple(float(part) for part in operands)
            self._set(stroke, Colour(family, parts, bare=family == "cmyk"), None)

        return set_colour

    def space(self, operands: Operands, stroke: bool) -> None:
        found: object = operands[0]
        spaces = self._resources("/ColorSpace")
        if str(found) in spaces:
            found = spaces[str(found)]
        self._set(stroke, initial(found), found)

    def colour(self, operands: Operands, stroke: bool) -> None:
        space = self.state.stroke_space if stroke else self.state.fill_space
        family = (self.state.stroke if stroke else self.state.fill).family
        bare = is_bare(space)
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(operands[-1], stroke, space)
        elif is_indexed(space):
            self._set(stroke, Colour(family, (), bare), space)
        else:
            parts = tuple(float(part) for part in operands)
            self._set(stroke, Colour(family, parts, bare), space)

    def _set(self, stroke: bool, colour: Colour, space: object) -> None:
        if stroke:
            self.state.stroke, self.state.stroke_space = colour, space
        else:
            self.state.fill, self.state.fill_space = colour, space

    def _pattern(self, name: pikepdf.Object, stroke: bool, space: object) -> None:
        pattern = self.resource("/Pattern", name)
        if int(pattern.get("/PatternType", 1)) == 2:
            shade = pattern.Shading.get("/ColorSpace")
            self._set(stroke, Colour(family_of(shade), (), is_bare(shade)), space)
            return
        self._set(stroke, Colour("pattern"), space)
        matrix = product(_matrix(pattern.get("/Matrix", IDENTITY)), self.base)
        self._descend(pattern, replace(self.state, matrix=matrix))

    # Paths

    def point(self, operands: Operands) -> None:
        numbers = [float(number) for number in operands]
        for place in range(0, len(numbers) - 1, 2):
            self.path.append(moved(self.state.matrix, numbers[place], numbers[place + 1]))

    def rectangle(self, operands: Operands) -> None:
        x, y, width, height = (float(number) for number in operands)
        around_it = corners(x, y, x + width, y + height)
        self.path += [moved(self.state.matrix, *point) for point in around_it]

    def clip_path(self, _: Operands) -> None:
        self.clips = True

    def paint(self, fill: bool, stroke: bool) -> None:
        if self.path:
            box = bounding_box(self.path)
            colours = (self.state.fill,) * fill + (self.state.stroke,) * stroke
            if colours and box.meets(self.state.clip):
                self.canvas.marks.append(Shape(box, self.state.clip, self.tagged, colours))
            if self.clips:
                self.state.clip = self.state.clip.cut(box)
                self.state.window = box
        self.path, self.clips = [], False

    def shade(self, operands: Operands) -> None:
        shading = self.resource("/Shading", operands[0])
        space = shading.get("/ColorSpace")
        colour = Colour(family_of(space), (), is_bare(space))
        clip = self.state.clip
        self.canvas.marks.append(Shape(clip, clip, self.tagged, (colour,)))

    # Type

    def begin_text(self, _: Operands) -> None:
        self.text = self.line = IDENTITY

    def font(self, operands: Operands) -> None:
        self.state.size = float(operands[1])
        font = self.resource("/Font", operands[0])
        key = font.objgen
        if not font.is_indirect:
            self.state.face = face_of(font)
            return
        if key not in self.canvas.faces:
            self.canvas.faces[key] = face_of(font)
        self.state.face = self.canvas.faces[key]

    def text_matrix(self, operands: Operands) -> None:
        self.text = self.line = _matrix(operands)

    def next_line(self, x: float, y: float) -> None:
        self.text = self.line = product((1, 0, 0, 1, x, y), self.line)

    def move(self, operands: Operands, leading: bool = False) -> None:
        x, y = float(operands[0]), float(operands[1])
        if leading:
            self.state.leading = -y
        self.next_line(x, y)

    def show(self, operands: Operands) -> None:
        items = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
        pen, mark = typeset(self.state, self.text, list(items), self.tagged)
        self.text = product((1, 0, 0, 1, pen, 0), self.text)
        if mark is not None:
            self.canvas.marks.append(mark)

    # Pictures and forms

    def place(self, operands: Operands) -> None:
        item = self.resource("/XObject", operands[0])
        kind = str(item.get("/Subtype", ""))
        if kind == "/Form":
            matrix = product(_matrix(item.get("/Matrix", IDENTITY)), self.state.matrix)
            self._descend(item, replace(self.state, matrix=matrix))
        elif kind == "/Image":
            mask = bool(item.get("/ImageMask", False))
            space = item.get("/ColorSpace")
            colour = self.state.fill if mask else Colour(family_of(space), (), is_bare(space))
            self._picture((int(item.Width), int(item.Height)), colour, item)

    def _inline(self, image: pikepdf.PdfInlineImage) -> None:
        try:
            space = image.obj.get("/ColorSpace", image.obj.get("/CS"))
            spaces = self._resources("/ColorSpace")
            if isinstance(space, pikepdf.Name) and str(space) in spaces:
                space = spaces[str(space)]
            own = Colour(family_of(space), (), is_bare(space))
            colour = self.state.fill if image.image_mask else own
            self._picture((int(image.width), int(image.height)), colour, None)
        except (*_BROKEN, NotImplementedError):
            return

    def _picture(
        self, pixels: tuple[int, int], colour: Colour, source: pikepdf.Object | None
    ) -> None:
        matrix = self.state.matrix
        box = bounding_box(moved(matrix, *point) for point in corners(0, 0, 1, 1))
        across = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        up = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        if box.meets(self.state.clip):
            clip, window = self.state.clip, self.state.window
            self.canvas.marks.append(
                PaintedImage(
                    box, clip, self.tagged, (colour,), pixels, (across, up), source, window
                )
            )

    def _descend(self, stream: pikepdf.Object, state: State) -> None:
        if self.depth >= _NESTED or not isinstance(stream, pikepdf.Stream):
            return
        _note_group(stream, self.canvas)
        left, bottom, right, top = (float(edge) for edge in list(stream.BBox))
        frame = bounding_box(moved(state.matrix, *p) for p in corners(left, bottom, right, top))
        state.clip = state.clip.cut(frame)
        resources = stream.get("/Resources", self.resources)
        _Stream(self.canvas, resources, state, self.depth + 1).follow(
            stream, self.tagged, self.owned
        )

    # Marked content (ISO 32000-1, 14.6)

    def begin_content(self, operands: Operands) -> None:
        tag = str(operands[0]) if operands else ""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self._resources("/Properties").get(str(properties))
        has_place = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
        self.content.append(tag == "/Artifact" or (has_place and self.owned))

    def end_content(self, _: Operands) -> None:
        if self.content:
            self.content.pop()


def _matrix(numbers: Iterable[float | pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in list(numbers))
    return a, b, c, d, e, f


def _setter(name: str, scale: float = 1.0) -> Callable[[_Stream, Operands], None]:
    def set_number(stream: _Stream, operands: Operands) -> None:
        setattr(stream.state, name, float(operands[0]) * scale)

    return set_number


def _painter(fill: bool, stroke: bool) -> Callable[[_Stream, Operands], None]:
    return lambda stream, _: stream.paint(fill, stroke)


def _device(family: Family, stroke: bool) -> Callable[[_Stream, Operands], None]:
    return lambda stream, operands: stream.device(family, stroke)(operands)


def _new_line(stream: _Stream, _: Operands) -> None:
    stream.next_line(0, -stream.state.leading)


def _line_and_show(stream: _Stream, operands: Operands) -> None:
    if len(operands) == 3:
        stream.state.word, stream.state.letter = float(operands[0]), float(operands[1])
    _new_line(stream, [])
    stream.show(operands[-1:])


_ACTIONS: MappingProxyType[str, Callable[[_Stream, Operands], None]] = MappingProxyType(
    {
        "q": _Stream.save, "Q": _Stream.restore, "cm": _Stream.transform,
        "g": _device("gray", False), "G": _device("gray", True),
        "rg": _device("rgb", False), "RG": _device("rgb", True),
        "k": _device("cmyk", False), "K": _device("cmyk", True),
        "cs": lambda stream, operands: stream.space(operands, False),
        "CS": lambda stream, operands: stream.space(operands, True),
        "sc": lambda stream, operands: stream.colour(operands, False),
        "scn": lambda stream, operands: stream.colour(operands, False),
        "SC": lambda stream, operands: stream.colour(operands, True),
        "SCN": lambda stream, operands: stream.colour(operands, True),
        "m": _Stream.point, "l": _Stream.point, "c": _Stream.point, "v": _Stream.point,
        "y": _Stream.point, "re": _Stream.rectangle,
        "W": _Stream.clip_path, "W*": _Stream.clip_path,
        "f": _painter(True, False), "F": _painter(True, False), "f*": _painter(True, False),
        "S": _painter(False, True), "s": _painter(False, True), "n": _painter(False, False),
        "B": _painter(True, True), "B*": _painter(True, True),
        "b": _painter(True, True), "b*": _painter(True, True),
        "sh": _Stream.shade,
        "BT": _Stream.begin_text, "Tf": _Stream.font, "Tm": _Stream.text_matrix,
        "Td": _Stream.move, "TD": lambda stream, operands: stream.move(operands, True),
        "T*": _new_line, "Tj": _Stream.show, "TJ": _Stream.show,
        "'": _line_and_show, '"': _line_and_show,
        "Tc": _setter("letter"), "Tw": _setter("word"), "Tz": _setter("stretch", 0.01),
        "TL": _setter("leading"), "Ts": _setter("rise"), "Tr": _setter("rendering"),
        "Do": _Stream.place,
        "BDC": _Stream.begin_content, "BMC": _Stream.begin_content, "EMC": _Stream.end_content,
    }
)  # fmt: skip
