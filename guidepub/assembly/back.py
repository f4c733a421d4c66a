"""The back matter: sources, notices, about the publisher."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from guidepub import figures
from guidepub.assembly.prose import SOURCES_LEAF
from guidepub.assembly.setting import Setting, notice_lines
from guidepub.assembly.values import notice_values, source_values
from guidepub.manuscript import LeafManuscript, Link, Passage, lines
from guidepub.markdown import typeset
from guidepub.model import Leaf, OwedNotice


def sources(setting: Setting) -> list[Leaf]:
    """Return the list of sources by number, unless the guide has none."""
    guide, phrases = setting.guide, setting.phrases
    entries, passages, links = [], [], []
    for key in setting.evidence.cited():
        source = guide.sources[key]
        retrieved = ""
        if source.retrieved is not None:
            day = figures.day(source.retrieved, guide.language)
            retrieved = phrases.say("retrieved", date=day)
        address = _shown_address(source.url) if source.url else ""
        entry = source_values(source)
        entries.append(entry | {"key": key, "retrieved": retrieved, "address": address})
        said = f"{source.title} ({source.year})" if source.year else source.title
        words = (f"{said}. {source.publisher}{entry['stop']}", address and f"{address}.", retrieved)
        number = str(len(entries))
        passages.append(Passage("source", " ".join(filter(None, words)), number=number))
        links += [Link(source.url)] if source.url else []
    if not entries:
        return []
    title = phrases["sources"]
    text = LeafManuscript(
        SOURCES_LEAF, True, (Passage("title", title), *passages), links=tuple(links)
    )
    return [
        setting.leaf(
            "sources",
            SOURCES_LEAF,
            title,
            "backmatter",
            in_contents=True,
            text=text,
            entries=entries,
        )
    ]


def front_notices(setting: Setting, notices: Sequence[OwedNotice]) -> list[Leaf]:
    """Return the leaf of the notices that stand before the contents, if there are any."""
    return _notices(setting, [n for n in notices if n.placement == "front"], "front-notices")


def back_notices(setting: Setting, notices: Sequence[OwedNotice]) -> list[Leaf]:
    """Return the leaf of the notices that stand at the end, if there are any."""
    return _notices(setting, [n for n in notices if n.placement == "back"], "notices")


def about_publisher(setting: Setting) -> list[Leaf]:
    """Return what the imprint says of itself, if it does."""
    imprint = setting.imprint
    if imprint.about is None:
        return []
    about = typeset(imprint.about, setting.phrases.quotes)
    paragraphs = [" ".join(part.split()) for part in about.split("\n\n") if part.strip()]
    return [
        setting.leaf(
            "about-publisher",
            "about-publisher",
            setting.phrases["about_publisher"],
            "backmatter",
            in_contents=True,
            text=LeafManuscript(
                "about-publisher",
                True,
                (
                    Passage("title", setting.phrases["about_publisher"]),
                    *lines(*paragraphs, imprint.url, imprint.email),
                ),
                alternatives=setting.logo_text(),
            ),
            paragraphs=paragraphs,
            logo=setting.logo(),
        )
    ]


def _notices(setting: Setting, notices: Sequence[OwedNotice], name: str) -> list[Leaf]:
    if not notices:
        return []
    own_title = notices[0].title if len(notices) == 1 else None
    title = own_title or setting.phrases["notices"]
    text = _notices_text(name, title, notices)
    values = [notice_values(notice, setting.guide.language) for notice in notices]
    if name == "notices":
        return [setting.leaf("notice", name, title, "backmatter", True, text=text, notices=values)]
    return [setting.leaf("notice", name, title, "frontmatter", text=text, notices=values)]


def _notices_text(name: str, title: str, notices: Sequence[OwedNotice]) -> LeafManuscript:
    passages = [Passage("title", title)]
    for notice in notices:
        if len(notices) > 1 and notice.title:
            passages.append(Passage("heading", notice.title, notice=notice.id))
        passages += notice_lines(notice)
    return LeafManuscript(name, True, tuple(passages))


def _shown_address(url: str) -> str:
    """Return a web address as it reads best: without its scheme, able to break at slashes."""
    parts = urlsplit(url)
    shown = parts.netloc + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return shown.replace("/", "/\N{ZERO WIDTH SPACE}")
