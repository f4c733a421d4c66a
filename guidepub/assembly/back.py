"""The back matter: sources, notices, about the publisher."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from guidepub import figures
from guidepub.assembly.prose import SOURCES_LEAF
from guidepub.assembly.setting import Setting
from guidepub.model import Leaf, OwedNotice


def sources(setting: Setting) -> list[Leaf]:
    """Return the list of sources by number, unless the guide has none."""
    guide, phrases = setting.guide, setting.phrases
    entries = []
    for key in setting.evidence.cited():
        source = guide.sources[key]
        retrieved = ""
        if source.retrieved is not None:
            day = figures.day(source.retrieved, guide.language)
            retrieved = phrases.say("retrieved", date=day)
        address = _shown_address(source.url) if source.url else ""
        entries.append({"key": key, "source": source, "retrieved": retrieved, "address": address})
    if not entries:
        return []
    title = phrases["sources"]
    return [
        setting.leaf(
            "sources", SOURCES_LEAF, title, "backmatter", in_contents=True, entries=entries
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
    paragraphs = [" ".join(part.split()) for part in imprint.about.split("\n\n") if part.strip()]
    return [
        setting.leaf(
            "about-publisher",
            "about-publisher",
            setting.phrases["about_publisher"],
            "backmatter",
            in_contents=True,
            paragraphs=paragraphs,
            logo=setting.logo(),
        )
    ]


def _notices(setting: Setting, notices: Sequence[OwedNotice], name: str) -> list[Leaf]:
    if not notices:
        return []
    own_title = notices[0].title if len(notices) == 1 else None
    title = own_title or setting.phrases["notices"]
    if name == "notices":
        return [setting.leaf("notice", name, title, "backmatter", True, notices=notices)]
    return [setting.leaf("notice", name, title, "frontmatter", notices=notices)]


def _shown_address(url: str) -> str:
    """Return a web address as it reads best: without its scheme, able to break at slashes."""
    parts = urlsplit(url)
    shown = parts.netloc + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return shown.replace("/", "/\N{ZERO WIDTH SPACE}")
