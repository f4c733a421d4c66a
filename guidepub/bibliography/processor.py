"""Citations and the list of works in a CSL style, by citeproc-py.

citeproc-py gets plain texts and returns plain texts, with private-use characters around formatted
parts, so that nothing in a source can be taken for markup. Each source is rendered by itself, and
what citeproc-py 0.11 does wrongly is done here: it sorts the works of one citation, adds no
letters to years (2024a), prints a citation's pages in the list of works, too, and takes no locator
for a number. `amending` corrects the order of the list and its punctuation.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from types import SimpleNamespace
from typing import Any

from lxml import etree

from guidepub.bibliography.amending import amend, dated, ordered, punctuated, sets_stops_inside
from guidepub.bibliography.inner_quotes import quotes_of, with_inner_quotes
from guidepub.bibliography.styles import CSL

_TAGS: Mapping[str, tuple[str, str, str]] = {
    "Italic": ("\ue010", "<i>", "</i>"),
    "Oblique": ("\ue011", "<i>", "</i>"),
    "Bold": ("\ue012", "<b>", "</b>"),
    "Light": ("\ue013", "<span>", "</span>"),
    "Underline": ("\ue014", "<i>", "</i>"),
    "Superscript": ("\ue015", "<sup>", "</sup>"),
    "Subscript": ("\ue016", "<sub>", "</sub>"),
    "SmallCaps": ("\ue017", '<span class="small-caps">', "</span>"),
}
_END = "\ue01f"
# A style may ask for Roman numerals, in which a large number would fill the memory.
_NO_NUMBER = "\ue020"
_LONG_NUMBER = re.compile(r"\d{6,}")
_AUTHOR, _AUTHOR_END = "\ue002", "\ue003"
_OWN = re.compile("[\ue000-\ue0ff]")
_NAMED = re.compile(f"{_AUTHOR}([^{_AUTHOR}{_AUTHOR_END}]*){_AUTHOR_END}")
_OPENING = {sign: (begin, end) for sign, begin, end in _TAGS.values()}
_NUMBER_FIRST = re.compile(r"^([\[(]?\d+[\]).]*)(?=[^\s\d\]).])")


class StyleError(Exception):
    """A style cannot print a source; the message names it."""


class StyleProcessor:
    """Prints the works of one book in a style.

    Args:
        style: the text of the CSL style.
        items: the works in CSL-JSON, by their keys.
        language: a BCP 47 tag such as `en-US`.
        number_of: returns the number of a work in the order in which works are cited.
    """

    def __init__(
        self,
        style: str,
        items: Mapping[str, Mapping[str, Any]],
        language: str,
        number_of: Callable[[str], int],
    ) -> None:
        from citeproc import CitationStylesBibliography
        from citeproc.source.json import CiteProcJSON

        self._ids = {key: f"w{number}" for number, key in enumerate(items)}
        self._keys = {name: key for key, name in self._ids.items()}
        source = CiteProcJSON(
            [_plain(item) | {"id": self._ids[key]} for key, item in items.items()]
        )
        root = etree.fromstring(style.encode())
        amend(root)
        (self._layout,) = root.iterfind(f"{CSL}citation/{CSL}layout")
        self.prefix = self._layout.get("prefix", "")
        self.suffix = self._layout.get("suffix", "")
        self.delimiter = self._layout.get("delimiter", "")
        formats = {each.get("citation-format") for each in root.iter(f"{CSL}category")}
        self.is_numeric = "numeric" in formats
        self.is_raised = self._layout.get("vertical-align") == "sup"
        for name in ("prefix", "suffix", "vertical-align"):
            if name in self._layout.attrib:
                del self._layout.attrib[name]
        formatter = SimpleNamespace(preformat=str)
        for name, (sign, _, _) in _TAGS.items():
            setattr(formatter, name, _wrapping(sign))
        self._works = CitationStylesBibliography(_style(root, language), source, formatter)
        self._stops_inside = sets_stops_inside(self._works.style)
        self._quotes = quotes_of(self._works.style)
        self._language = language
        self._cites = CitationStylesBibliography(_style(_marked(root), language), source, formatter)
        self._number_of = number_of
        self._order: tuple[str, ...] = ()
        self._register(root)

    def _register(self, root: etree._Element) -> None:
        """Register all works, in the order of the list if the style has its own order."""
        self._asked(lambda: self._works.register(self._citation(self._ids)))
        self._asked(lambda: self._cites.register(self._citation(self._ids)))
        first = root.find(f"{CSL}bibliography/{CSL}sort/{CSL}key")
        if first is not None and first.get("variable") != "citation-number":
            works = self._works
            found = self._asked(lambda: ordered(works.style, works.items, self._language))
            self._order = tuple(self._keys[item.key] for item in found)
        citation = root.find(f"{CSL}citation")
        if citation is not None and citation.get("disambiguate-add-year-suffix") == "true":
            self._letter_years()

    def _letter_years(self) -> None:
        """Add letters to the years of works that would have the same citation."""
        alike: dict[str, list[str]] = {}
        for key in self._order or tuple(self._ids):
            alike.setdefault(self.cited(key), []).append(key)
        for keys in alike.values():
            for index, key in enumerate(keys[:26] if len(keys) > 1 else ()):
                reference = self._works.source[self._ids[key]]
                letter = chr(ord("a") + index)
                issued = reference.get("issued")
                if issued is not None and "year" in issued:
                    issued["year"] = _LetteredYear(issued["year"], letter)
                else:
                    reference["year_suffix"] = letter

    def number(self, key: str) -> int:
        """Return the number of a work: its position in the list, or in the order of citations."""
        return self._order.index(key) + 1 if self._order else self._number_of(key)

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return works in the style's own order of the list, or in the given order if it has none."""
        given = tuple(keys)
        return tuple(key for key in self._order if key in given) or given

    def cited(self, key: str, label: str = "", locator: str = "", bare: bool = False) -> str:
        """Return one work of a citation, without the brackets around all of its works.

        Args:
            key: the work's key.
            label: the kind of its locator, such as `page`, or an empty string.
            locator: the place in the work, or an empty string.
            bare: whether to leave out the author.

        Raises:
            StyleError: the style cannot print it.
        """
        text = self._rendered(key, label, locator)
        if bare:
            text = _NAMED.sub("", text, count=1).lstrip(" ,;:")
        return text.replace(_AUTHOR, "").replace(_AUTHOR_END, "")

    def author(self, key: str) -> str:
        """Return the author of a work as in a citation, or an empty string."""
        named = _NAMED.search(self._rendered(key, "", ""))
        return plain_text(named[1]) if named else ""

    def entry(self, key: str) -> str:
        """Return a work's entry in the list of works.

        Raises:
            StyleError: the style cannot print it.
        """
        item = self._item(key, "", "")
        item.citation = self._citation([key], [item])
        item.citation.bibliography = self._works
        found = self._asked(lambda: self._works.style.render_bibliography([item]), key)
        text = self._amended(str(found[0])) if found else ""
        return _NUMBER_FIRST.sub(r"\1 ", text)

    def _rendered(self, key: str, label: str, locator: str) -> str:
        citation = self._citation([key], [self._item(key, label, locator)])
        citation.bibliography = self._cites
        reference = self._cites.source[self._ids[key]]
        if locator:
            # citeproc-py asks only the work whether a locator is a number.
            reference["locator"] = locator
        try:
            text = str(self._asked(lambda: self._cites.cite(citation, lambda _: ""), key))
            return self._amended(text)
        finally:
            reference.pop("locator", None)

    def _amended(self, text: str) -> str:
        """Return a text of citeproc-py with the corrections for the book's language."""
        return dated(punctuated(with_inner_quotes(text, self._quotes), self._stops_inside))

    def _citation(self, keys: Iterable[str], items: Sequence[Any] = ()) -> Any:
        from citeproc import Citation

        return Citation(list(items) or [self._item(key, "", "") for key in keys])

    def _item(self, key: str, label: str, locator: str) -> Any:
        from citeproc import CitationItem, Locator

        number_of = self.number

        class NumberedItem(CitationItem):  # type: ignore[misc]
            @property
            def number(self) -> int:
                return number_of(key)

        place = {"locator": Locator(label, _plain(locator))} if locator else {}
        return NumberedItem(self._ids[key], **place)

    @staticmethod
    def _asked(ask: Callable[[], Any], key: str = "") -> Any:
        try:
            return ask()
        except (
            ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError,
            ValueError,
        ) as error:  # fmt: skip
            raise StyleError(key) from error


class _LetteredYear(int):
    """A year that is printed with a letter: 2024a."""

    letter: str

    def __new__(cls, year: int, letter: str) -> _LetteredYear:
        made = super().__new__(cls, year)
        made.letter = letter
        return made

    def __abs__(self) -> _LetteredYear:
        return self

    def __str__(self) -> str:
        return f"{int(self)}{self.letter}"


def _wrapping(sign: str) -> Callable[[Any], Any]:
    from citeproc.string import String

    return lambda text: String(f"{sign}{text}{_END}") if str(text) else text


def _style(root: etree._Element, language: str) -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(io.BytesIO(etree.tostring(root)), locale=language, validate=False)


def _marked(root: etree._Element) -> etree._Element:
    """Return a style that marks the names of authors."""
    copy = etree.fromstring(etree.tostring(root))
    for names in copy.iter(f"{CSL}names"):
        if "author" in names.get("variable", "").split():
            names.set("prefix", _AUTHOR + names.get("prefix", ""))
            names.set("suffix", names.get("suffix", "") + _AUTHOR_END)
    return copy


def _plain(value: Any) -> Any:
    """Return data without the private-use characters that have a meaning here."""
    if isinstance(value, str):
        return _LONG_NUMBER.sub(f"{_NO_NUMBER}\\g<0>", _OWN.sub("", value))
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def plain_text(text: str) -> str:
    """Return a style's text without formatting."""
    return _OWN.sub("", text)


def xhtml_of(text: str) -> str:
    """Return a style's text as XHTML, which is well-formed even if the style has cut a part off."""
    parts: list[str] = []
    ends: list[str] = []
    for sign in text:
        if sign in _OPENING:
            begin, end = _OPENING[sign]
            parts.append(begin)
            ends.append(end)
        elif sign == _END:
            parts.append(ends.pop() if ends else "")
        else:
            parts.append(escape(plain_text(sign), quote=False))
    return "".join((*parts, *reversed(ends)))
