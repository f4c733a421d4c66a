"""The frozen models that all stages pass on: what a guide, a catalogue and a book are.

A model says what is valid by itself. What needs a file, a theme or another model to be
judged is `loading`'s and `assembly`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.model.accessibility import CLAIMING as CLAIMING
    from guidepub.model.accessibility import Accessibility as Accessibility
    from guidepub.model.accessibility import Claims as Claims
    from guidepub.model.book import Book as Book
    from guidepub.model.book import Leaf as Leaf
    from guidepub.model.book import LeafKind as LeafKind
    from guidepub.model.book import OwedNotice as OwedNotice
    from guidepub.model.book import Picture as Picture
    from guidepub.model.catalog import CATALOG_FILE as CATALOG_FILE
    from guidepub.model.catalog import Catalog as Catalog
    from guidepub.model.catalog import CatalogSettings as CatalogSettings
    from guidepub.model.catalog import FileFindings as FileFindings
    from guidepub.model.clusters import ClusterSettings as ClusterSettings
    from guidepub.model.data import EMPTY as EMPTY
    from guidepub.model.data import ColumnRule as ColumnRule
    from guidepub.model.data import DataTable as DataTable
    from guidepub.model.defaults import Defaults as Defaults
    from guidepub.model.editions import BEARERS as BEARERS
    from guidepub.model.editions import EDITION_FILES as EDITION_FILES
    from guidepub.model.editions import EDITIONS as EDITIONS
    from guidepub.model.editions import MEDIA as MEDIA
    from guidepub.model.editions import Bearer as Bearer
    from guidepub.model.editions import Edition as Edition
    from guidepub.model.editions import EditionFile as EditionFile
    from guidepub.model.editions import Medium as Medium
    from guidepub.model.editions import added_editions as added_editions
    from guidepub.model.editions import edition_file as edition_file
    from guidepub.model.editions import edition_named as edition_named
    from guidepub.model.editions import edition_of_file as edition_of_file
    from guidepub.model.editions import edition_of_name as edition_of_name
    from guidepub.model.editions import editions_named as editions_named
    from guidepub.model.editions import file_name as file_name
    from guidepub.model.editions import medium_of as medium_of
    from guidepub.model.facts import EDUCATION_LEVELS as EDUCATION_LEVELS
    from guidepub.model.facts import Contributor as Contributor
    from guidepub.model.facts import Fact as Fact
    from guidepub.model.facts import OtherColumn as OtherColumn
    from guidepub.model.facts import Source as Source
    from guidepub.model.fields import format_isbn as format_isbn
    from guidepub.model.fields import is_in_a_range as is_in_a_range
    from guidepub.model.fields import numbered_slug as numbered_slug
    from guidepub.model.fields import plain_number as plain_number
    from guidepub.model.fields import slug_of as slug_of
    from guidepub.model.guide import CoverArt as CoverArt
    from guidepub.model.guide import Guide as Guide
    from guidepub.model.guide import Isbns as Isbns
    from guidepub.model.guide import ListKind as ListKind
    from guidepub.model.guide import NumberedKind as NumberedKind
    from guidepub.model.guide import Occupation as Occupation
    from guidepub.model.guide import OtherGuide as OtherGuide
    from guidepub.model.guide import Person as Person
    from guidepub.model.guide import PersonRole as PersonRole
    from guidepub.model.guide import TranslationOf as TranslationOf
    from guidepub.model.guide import is_education as is_education
    from guidepub.model.imprint import Imprint as Imprint
    from guidepub.model.isbns import AssignedIsbn as AssignedIsbn
    from guidepub.model.isbns import IsbnLedger as IsbnLedger
    from guidepub.model.isbns import IsbnRange as IsbnRange
    from guidepub.model.lineage import Lineage as Lineage
    from guidepub.model.lineage import PrintedFigure as PrintedFigure
    from guidepub.model.lineage import Standing as Standing
    from guidepub.model.lineage import TableFile as TableFile
    from guidepub.model.lint import LintSettings as LintSettings
    from guidepub.model.mark import Mark as Mark
    from guidepub.model.mark import MarkedNotice as MarkedNotice
    from guidepub.model.notice import PLACEHOLDERS as PLACEHOLDERS
    from guidepub.model.notice import Notice as Notice
    from guidepub.model.notice import When as When
    from guidepub.model.press import Press as Press
    from guidepub.model.printing import Printing as Printing
    from guidepub.model.products import GuideProducts as GuideProducts
    from guidepub.model.products import Product as Product
    from guidepub.model.products import ProductTerms as ProductTerms
    from guidepub.model.release import Release as Release
    from guidepub.model.release import ReleasedFact as ReleasedFact
    from guidepub.model.release import ReleasedFile as ReleasedFile
    from guidepub.model.release import ReleasedLeaf as ReleasedLeaf
    from guidepub.model.release import ReleasedNotice as ReleasedNotice
    from guidepub.model.rules import DefinitionRules as DefinitionRules
    from guidepub.model.rules import SectionRules as SectionRules
    from guidepub.model.screen import Screen as Screen
    from guidepub.model.sections import Section as Section
    from guidepub.model.table_rows import TableRows as TableRows
    from guidepub.model.terms import MachineTerms as MachineTerms
    from guidepub.model.trade import Channel as Channel
    from guidepub.model.trade import RetailPrice as RetailPrice
    from guidepub.model.trade import Series as Series
    from guidepub.model.trade import SubjectCodes as SubjectCodes
    from guidepub.model.trade import Trade as Trade
    from guidepub.model.trade import TradeDates as TradeDates
    from guidepub.model.trade import TradeSettings as TradeSettings
    from guidepub.model.trim import PRESETS as PRESETS
    from guidepub.model.trim import Trim as Trim
    from guidepub.model.website import Website as Website

_HOMES = {
    "Accessibility": "accessibility",
    "CLAIMING": "accessibility",
    "Claims": "accessibility",
    "BEARERS": "editions",
    "Bearer": "editions",
    "Book": "book",
    "CATALOG_FILE": "catalog",
    "Catalog": "catalog",
    "CatalogSettings": "catalog",
    "ColumnRule": "data",
    "DataTable": "data",
    "Defaults": "catalog",
    "DefinitionRules": "rules",
    "EDITIONS": "editions",
    "EDITION_FILES": "editions",
    "EDUCATION_LEVELS": "facts",
    "EMPTY": "data",
    "Edition": "editions",
    "EditionFile": "editions",
    "Fact": "facts",
    "FileFindings": "catalog",
    "Guide": "guide",
    "Imprint": "imprint",
    "Channel": "trade",
    "ClusterSettings": "clusters",
    "CoverArt": "guide",
    "Isbns": "guide",
    "Leaf": "book",
    "LeafKind": "book",
    "Lineage": "lineage",
    "LintSettings": "lint",
    "MEDIA": "editions",
    "MachineTerms": "terms",
    "Mark": "mark",
    "MarkedNotice": "mark",
    "Medium": "editions",
    "Notice": "notice",
    "Occupation": "guide",
    "OtherColumn": "facts",
    "OwedNotice": "book",
    "PLACEHOLDERS": "notice",
    "PRESETS": "trim",
    "Person": "guide",
    "ListKind": "guide",
    "NumberedKind": "guide",
    "OtherGuide": "guide",
    "PersonRole": "guide",
    "Picture": "book",
    "Press": "press",
    "PrintedFigure": "lineage",
    "Printing": "printing",
    "AssignedIsbn": "isbns",
    "GuideProducts": "products",
    "IsbnLedger": "isbns",
    "IsbnRange": "isbns",
    "Product": "products",
    "ProductTerms": "products",
    "Release": "release",
    "ReleasedFact": "release",
    "ReleasedFile": "release",
    "ReleasedLeaf": "release",
    "ReleasedNotice": "release",
    "RetailPrice": "trade",
    "Screen": "screen",
    "Section": "sections",
    "TranslationOf": "guide",
    "SectionRules": "rules",
    "Series": "trade",
    "Contributor": "facts",
    "Source": "facts",
    "Standing": "lineage",
    "SubjectCodes": "trade",
    "TableFile": "lineage",
    "TableRows": "table_rows",
    "Trade": "trade",
    "TradeDates": "trade",
    "TradeSettings": "trade",
    "Trim": "trim",
    "Website": "website",
    "When": "notice",
    "added_editions": "editions",
    "edition_file": "editions",
    "edition_named": "editions",
    "edition_of_file": "editions",
    "edition_of_name": "editions",
    "editions_named": "editions",
    "file_name": "editions",
    "format_isbn": "fields",
    "is_education": "guide",
    "is_in_a_range": "fields",
    "medium_of": "editions",
    "numbered_slug": "fields",
    "plain_number": "fields",
    "slug_of": "fields",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
