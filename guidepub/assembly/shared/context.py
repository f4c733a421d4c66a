"""What the parts of one book share while it is assembled, and how a leaf is made of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from guidepub import figures
from guidepub.assembly.shared.citing import CitingStyle, SourceList
from guidepub.assembly.shared.citing_styles import citing_style
from guidepub.assembly.shared.evidence import Evidence
from guidepub.assembly.shared.pictures import PictureCollector
from guidepub.assembly.shared.values import cluster_values, guide_values, imprint_values
from guidepub.markdown import RichText
from guidepub.model import Catalog, Guide, Imprint, Leaf, LeafKind, OwedNotice, Trim
from guidepub.model.guides.sections import BookPart
from guidepub.phrases import Phrases
from guidepub.themes import Theme
from guidepub.themes.covers.clusters import Cluster, Palette
from guidepub.themes.covers.covers import colour_of_book, palette
from guidepub.themes.leaves import LeafTemplates, markup
from guidepub.words.characters import isolated
from guidepub.words.manuscript import LeafManuscript, Passage

_FIRST_TAG = re.compile(r"<[a-z]+")


@dataclass(frozen=True, slots=True)
class BookContext:
    """A guide, its catalogue and imprint, and how the book looks, speaks and cites."""

    guide: Guide
    catalog: Catalog
    imprint: Imprint
    published: datetime.date
    templates: LeafTemplates
    cluster: Cluster
    phrases: Phrases
    evidence: Evidence
    citations: CitingStyle
    pictures: PictureCollector
    traced: bool = False
    only: frozenset[str] = frozenset()
    """The ids of the sections of a handout; a book has all."""

    def holds(self, section_id: str) -> bool:
        """Return whether a section is in it."""
        return not self.only or section_id in self.only

    volume: Guide | None = None
    """The volume of which the guide is a part, if it is not a book of its own."""
    id_prefix: str = ""
    """What the ids of a volume's part begin with, so that no other part has them."""

    @property
    def book(self) -> Guide:
        """Whose title the book has: the volume, or the guide itself."""
        return self.volume or self.guide

    def of_member(self, member: Guide) -> BookContext:
        """Return the context of a guide that is a part of this volume.

        It has the look of the book, and the tools of its own occupation in it.
        """
        own = self.catalog.cluster_of(member)
        phrases = self.catalog.phrases_in(member.language)
        evidence, id_prefix = Evidence(member, phrases), f"{member.slug}--"
        return replace(
            self,
            guide=member,
            cluster=replace(self.cluster, name=own.name, tools=own.tools),
            phrases=phrases,
            evidence=evidence,
            citations=citing_style(
                SourceList(member, id_prefix), self.catalog, self.templates, phrases, evidence
            ),
            id_prefix=id_prefix,
            pictures=PictureCollector(member.folder, self.catalog.root, self.catalog.pictures),
            traced=False,
            volume=self.guide,
        )

    @property
    def theme(self) -> Theme:
        """How the book looks."""
        return self.templates.theme

    @property
    def sources_leaf(self) -> str:
        """The id of the leaf of its sources."""
        return SourceList(self.guide, self.id_prefix).leaf

    @property
    def colour(self) -> str:
        """The one strong colour of the book."""
        return colour_of_book(self.cluster, self.imprint.colour)

    @property
    def palette(self) -> Palette:
        """The four colours of its cover."""
        return palette(self.cluster, self.imprint.colour)

    @property
    def trim(self) -> Trim:
        """The size of its pages."""
        return self.catalog.trim_of(self.book)

    @property
    def edition(self) -> str:
        """The edition's number in words."""
        return self.phrases.filled("edition", number=self.guide.edition)

    @property
    def years(self) -> str:
        """The copyright years: from the first publication, also of a guide in it, to this edition."""
        last = self.published.year
        stated = (
            each.first_published or (each.published and each.published.year)
            for each in (self.guide, *self.guide.members)
        )
        return figures.years(min(last, *(year or last for year in stated)), last)

    @property
    def copyright_line(self) -> str:
        """The line that says who holds the rights since when."""
        return self._copyright_line(self.imprint.holder)

    @property
    def printed_copyright_line(self) -> str:
        """The same as it is printed: the holder's name does not change the direction of the text next to it."""
        return self._copyright_line(isolated(self.imprint.holder))

    def _copyright_line(self, holder: str) -> str:
        return self.phrases.filled("copyright_line", years=self.years, holder=holder)

    @property
    def cover_alternative(self) -> str:
        """What the cover shows, in words."""
        words = self.phrases.filled(
            "cover_alternative", title=self.guide.title, imprint=self.imprint.name
        )
        art = self.guide.cover
        return f"{words} {art.alt}" if art and art.alt else words

    def logo(self) -> str:
        """Return the imprint's logo as the book names it, or an empty string."""
        return self.pictures.add(self.imprint.logo, from_root=True) if self.imprint.logo else ""

    def logo_text(self) -> tuple[Passage, ...]:
        """Return what the imprint's logo says to who does not see it, if there is one."""
        imprint = self.imprint
        return (Passage("alternative", imprint.name),) if imprint.logo else ()

    def leaf(
        self,
        kind: LeafKind,
        leaf_id: str,
        title: str,
        part: Literal["cover"] | BookPart,
        in_contents: bool = False,
        heading: RichText | None = None,
        *,
        text: LeafManuscript | Sequence[Passage],
        template: str = "",
        label: str = "",
        level: int = 1,
        **values: object,
    ) -> Leaf:
        """Return a leaf made by the theme's template of its kind, or another one.

        `title` is plain text; `heading` is the same where it may have marks. `text` is what the
        leaf must print; a theme arranges passages that are no part of their own as it likes.
        `values` are plain data for the template.

        Raises:
            RenderError: the template is broken, or what it makes is not XML.
        """
        heading = heading or RichText(escape(title), "", title)
        xhtml = self.templates.leaf(
            f"{template or kind}.xhtml",
            id=leaf_id,
            title=title,
            heading=markup(heading.xhtml),
            guide=guide_values(self.guide),
            imprint=imprint_values(self.imprint, self.colour),
            cluster=cluster_values(
                self.cluster, self.phrases.get("clusters", self.cluster.name) or ""
            ),
            phrases=self.phrases.words,
            label=label,
            **values,
        )
        return Leaf(
            kind=kind,
            id=leaf_id,
            title=title,
            part=part,
            xhtml=self._in_its_language(xhtml),
            in_contents=in_contents,
            label=label,
            level=level,
            heading=heading.bare if heading.bare != escape(title) else "",
            text=text
            if isinstance(text, LeafManuscript)
            else LeafManuscript(leaf_id, False, tuple(text)),
        )

    def _in_its_language(self, xhtml: str) -> str:
        """Return a leaf that says its language, where that is another one than the book's."""
        language = self.guide.language
        if language == self.book.language:
            return xhtml
        attributes = f' lang="{language}" xml:lang="{language}"'
        return _FIRST_TAG.sub(lambda found: f"{found[0]}{attributes}", xhtml, count=1)


def notice_lines(notice: OwedNotice) -> list[Passage]:
    """Return a notice's paragraphs as passages of its leaf."""
    return [Passage("notice", text, notice=notice.id) for text in notice.paragraphs]
