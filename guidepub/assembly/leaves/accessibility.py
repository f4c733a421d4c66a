"""The page of a certified EPUB that says in words what its metadata claim of its accessibility."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from guidepub import figures
from guidepub.assembly.leaves.front import contents
from guidepub.assembly.shared.context import BookContext
from guidepub.model import Leaf
from guidepub.model.catalogs.accessibility import Exemption
from guidepub.words.manuscript import LeafManuscript, Link, Passage, lines

_NAME = "accessibility"
_VALIDATORS = ("EPUBCheck", "Ace by DAISY")
_REASONS: Mapping[Exemption, str] = MappingProxyType(
    {
        "microenterprise": "access_microenterprise",
        "disproportionate-burden": "access_burden",
        "fundamental-alteration": "access_alteration",
    }
)


def statement(context: BookContext, leaves: Iterable[Leaf]) -> tuple[Leaf, ...]:
    """Return the contents with the statement, and the statement; nothing where nobody answers.

    `leaves` are all of the book, as it is without it.
    """
    stated = context.catalog.accessibility
    if stated.certified_by is None:
        return ()
    leaves = tuple(leaves)
    paragraphs, title = [*_paragraphs(context, leaves)], context.phrases["access_title"]
    email = stated.contact or context.imprint.email or ""
    report = stated.report_on(context.guide.slug) or ""
    shown = {key: context.phrases.filled(key, email=email, address=report) for key in _LINES}
    asked, written = (email and shown["access_contact"]), (report and shown["access_report"])
    links = (*([Link(f"mailto:{email}")] if email else []), *([Link(report)] if report else []))
    text = LeafManuscript(
        _NAME, True, (Passage("title", title), *lines(*paragraphs, asked, written)), links=links
    )
    leaf = context.leaf(
        "accessibility",
        _NAME,
        title,
        "backmatter",
        in_contents=True,
        text=text,
        paragraphs=paragraphs,
        contact=_parted(context, "access_contact", email),
        report=_parted(context, "access_report", report),
    )
    listed = [each for each in leaves if each.part in ("bodymatter", "backmatter")]
    return contents(context, (*listed, leaf)), leaf


_LINES = ("access_contact", "access_report")


def _parted(context: BookContext, key: str, address: str) -> list[str]:
    """Return the text before an address in its phrase, the address, and the text after."""
    if not address:
        return []
    before, _, behind = context.phrases.filled(key, email="\0", address="\0").partition("\0")
    return [before, address, behind]


def _paragraphs(context: BookContext, leaves: Iterable[Leaf]) -> Iterator[str]:
    stated, filled = context.catalog.accessibility, context.phrases.filled
    text = "".join(leaf.xhtml for leaf in leaves if leaf.kind != "cover")
    yield context.phrases[
        "access_pictures" if "<img " in text or "<svg " in text else "access_text"
    ]
    yield filled("access_conforms", standard=stated.standard)
    language, by = context.guide.language, stated.certified_by
    if stated.evaluated is None:
        evaluated = filled("access_evaluated", name=by)
    else:
        day = figures.day(stated.evaluated, language)
        evaluated = filled("access_evaluated_on", name=by, date=day)
    found = filled("access_validated", validators=figures.listed([*_VALIDATORS], language))
    yield f"{evaluated} {found}"
    if stated.exemption is not None:
        yield filled("access_exempt", reason=context.phrases[_REASONS[stated.exemption]])
