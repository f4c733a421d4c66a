"""The frozen models that all stages share: what a guide, a catalogue and a book are.

A model validates what it can by itself. Whatever takes a file, a theme or another model to validate
belongs to `loading` and `assembly`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.model.books.book import Book as Book
    from guidepub.model.books.book import Leaf as Leaf
    from guidepub.model.books.book import LeafKind as LeafKind
    from guidepub.model.books.book import OwedNotice as OwedNotice
    from guidepub.model.books.book import Picture as Picture
    from guidepub.model.books.mark import Mark as Mark
    from guidepub.model.books.mark import MarkedNotice as MarkedNotice
    from guidepub.model.catalogs.accessibility import CLAIMING as CLAIMING
    from guidepub.model.catalogs.accessibility import Accessibility as Accessibility
    from guidepub.model.catalogs.accessibility import Claims as Claims
    from guidepub.model.catalogs.catalog import CATALOG_FILE as CATALOG_FILE
    from guidepub.model.catalogs.catalog import Catalog as Catalog
    from guidepub.model.catalogs.catalog import CatalogSettings as CatalogSettings
    from guidepub.model.catalogs.catalog import FileFindings as FileFindings
    from guidepub.model.catalogs.clusters import ClusterSettings as ClusterSettings
    from guidepub.model.catalogs.defaults import Defaults as Defaults
    from guidepub.model.catalogs.imprint import Imprint as Imprint
    from guidepub.model.catalogs.lint import LintSettings as LintSettings
    from guidepub.model.catalogs.rules import DefinitionRules as DefinitionRules
    from guidepub.model.catalogs.rules import SectionRules as SectionRules
    from guidepub.model.catalogs.website import Website as Website
    from guidepub.model.formats.editions import BEARERS as BEARERS
    from guidepub.model.formats.editions import EDITION_FILES as EDITION_FILES
    from guidepub.model.formats.editions import EDITIONS as EDITIONS
    from guidepub.model.formats.editions import MEDIA as MEDIA
    from guidepub.model.formats.editions import Bearer as Bearer
    from guidepub.model.formats.editions import Edition as Edition
    from guidepub.model.formats.editions import EditionFile as EditionFile
    from guidepub.model.formats.editions import Medium as Medium
    from guidepub.model.formats.editions import added_editions as added_editions
    from guidepub.model.formats.editions import edition_file as edition_file
    from guidepub.model.formats.editions import edition_named as edition_named
    from guidepub.model.formats.editions import edition_of_file as edition_of_file
    from guidepub.model.formats.editions import edition_of_name as edition_of_name
    from guidepub.model.formats.editions import editions_named as editions_named
    from guidepub.model.formats.editions import file_name as file_name
    from guidepub.model.formats.editions import medium_of as medium_of
    from guidepub.model.formats.printing import Printing as Printing
    from guidepub.model.formats.release import Release as Release
    from guidepub.model.formats.release import ReleasedFact as ReleasedFact
    from guidepub.model.formats.release import ReleasedFile as ReleasedFile
    from guidepub.model.formats.release import ReleasedLeaf as ReleasedLeaf
    from guidepub.model.formats.release import ReleasedNotice as ReleasedNotice
    from guidepub.model.formats.screen import Screen as Screen
    from guidepub.model.formats.trim import PRESETS as PRESETS
    from guidepub.model.formats.trim import Trim as Trim
    from guidepub.model.guides.facts import EDUCATION_LEVELS as EDUCATION_LEVELS
    from guidepub.model.guides.facts import Contributor as Contributor
    from guidepub.model.guides.facts import Fact as Fact
    from guidepub.model.guides.facts import OtherColumn as OtherColumn
    from guidepub.model.guides.facts import Source as Source
    from guidepub.model.guides.guide import CoverArt as CoverArt
    from guidepub.model.guides.guide import Guide as Guide
    from guidepub.model.guides.guide import Isbns as Isbns
    from guidepub.model.guides.guide import ListKind as ListKind
    from guidepub.model.guides.guide import NumberedKind as NumberedKind
    from guidepub.model.guides.guide import Occupation as Occupation
    from guidepub.model.guides.guide import OtherGuide as OtherGuide
    from guidepub.model.guides.guide import Person as Person
    from guidepub.model.guides.guide import PersonRole as PersonRole
    from guidepub.model.guides.guide import TranslationOf as TranslationOf
    from guidepub.model.guides.guide import is_education as is_education
    from guidepub.model.guides.sections import Section as Section
    from guidepub.model.notices.notice import PLACEHOLDERS as PLACEHOLDERS
    from guidepub.model.notices.notice import Notice as Notice
    from guidepub.model.notices.notice import When as When
    from guidepub.model.notices.terms import MachineTerms as MachineTerms
    from guidepub.model.presses.press import Press as Press
    from guidepub.model.selling.isbns import AssignedIsbn as AssignedIsbn
    from guidepub.model.selling.isbns import IsbnLedger as IsbnLedger
    from guidepub.model.selling.isbns import IsbnRange as IsbnRange
    from guidepub.model.selling.products import GuideProducts as GuideProducts
    from guidepub.model.selling.products import Product as Product
    from guidepub.model.selling.products import ProductTerms as ProductTerms
    from guidepub.model.selling.trade import Channel as Channel
    from guidepub.model.selling.trade import RetailPrice as RetailPrice
    from guidepub.model.selling.trade import Series as Series
    from guidepub.model.selling.trade import SubjectCodes as SubjectCodes
    from guidepub.model.selling.trade import Trade as Trade
    from guidepub.model.selling.trade import TradeDates as TradeDates
    from guidepub.model.selling.trade import TradeSettings as TradeSettings
    from guidepub.model.tables.data import EMPTY as EMPTY
    from guidepub.model.tables.data import ColumnRule as ColumnRule
    from guidepub.model.tables.data import DataTable as DataTable
    from guidepub.model.tables.lineage import Lineage as Lineage
    from guidepub.model.tables.lineage import PrintedFigure as PrintedFigure
    from guidepub.model.tables.lineage import Standing as Standing
    from guidepub.model.tables.lineage import TableFile as TableFile
    from guidepub.model.tables.table_rows import TableRows as TableRows
    from guidepub.model.validation.fields import format_isbn as format_isbn
    from guidepub.model.validation.fields import is_in_a_range as is_in_a_range
    from guidepub.model.validation.fields import numbered_slug as numbered_slug
    from guidepub.model.validation.fields import plain_number as plain_number
    from guidepub.model.validation.fields import slug_of as slug_of

_HOMES = {
    "Accessibility": "catalogs.accessibility",
    "CLAIMING": "catalogs.accessibility",
    "Claims": "catalogs.accessibility",
    "BEARERS": "formats.editions",
    "Bearer": "formats.editions",
    "Book": "books.book",
    "CATALOG_FILE": "catalogs.catalog",
    "Catalog": "catalogs.catalog",
    "CatalogSettings": "catalogs.catalog",
    "ColumnRule": "tables.data",
    "DataTable": "tables.data",
    "Defaults": "catalogs.catalog",
    "DefinitionRules": "catalogs.rules",
    "EDITIONS": "formats.editions",
    "EDITION_FILES": "formats.editions",
    "EDUCATION_LEVELS": "guides.facts",
    "EMPTY": "tables.data",
    "Edition": "formats.editions",
    "EditionFile": "formats.editions",
    "Fact": "guides.facts",
    "FileFindings": "catalogs.catalog",
    "Guide": "guides.guide",
    "Imprint": "catalogs.imprint",
    "Channel": "selling.trade",
    "ClusterSettings": "catalogs.clusters",
    "CoverArt": "guides.guide",
    "Isbns": "guides.guide",
    "Leaf": "books.book",
    "LeafKind": "books.book",
    "Lineage": "tables.lineage",
    "LintSettings": "catalogs.lint",
    "MEDIA": "formats.editions",
    "MachineTerms": "notices.terms",
    "Mark": "books.mark",
    "MarkedNotice": "books.mark",
    "Medium": "formats.editions",
    "Notice": "notices.notice",
    "Occupation": "guides.guide",
    "OtherColumn": "guides.facts",
    "OwedNotice": "books.book",
    "PLACEHOLDERS": "notices.notice",
    "PRESETS": "formats.trim",
    "Person": "guides.guide",
    "ListKind": "guides.guide",
    "NumberedKind": "guides.guide",
    "OtherGuide": "guides.guide",
    "PersonRole": "guides.guide",
    "Picture": "books.book",
    "Press": "presses.press",
    "PrintedFigure": "tables.lineage",
    "Printing": "formats.printing",
    "AssignedIsbn": "selling.isbns",
    "GuideProducts": "selling.products",
    "IsbnLedger": "selling.isbns",
    "IsbnRange": "selling.isbns",
    "Product": "selling.products",
    "ProductTerms": "selling.products",
    "Release": "formats.release",
    "ReleasedFact": "formats.release",
    "ReleasedFile": "formats.release",
    "ReleasedLeaf": "formats.release",
    "ReleasedNotice": "formats.release",
    "RetailPrice": "selling.trade",
    "Screen": "formats.screen",
    "Section": "guides.sections",
    "TranslationOf": "guides.guide",
    "SectionRules": "catalogs.rules",
    "Series": "selling.trade",
    "Contributor": "guides.facts",
    "Source": "guides.facts",
    "Standing": "tables.lineage",
    "SubjectCodes": "selling.trade",
    "TableFile": "tables.lineage",
    "TableRows": "tables.table_rows",
    "Trade": "selling.trade",
    "TradeDates": "selling.trade",
    "TradeSettings": "selling.trade",
    "Trim": "formats.trim",
    "Website": "catalogs.website",
    "When": "notices.notice",
    "added_editions": "formats.editions",
    "edition_file": "formats.editions",
    "edition_named": "formats.editions",
    "edition_of_file": "formats.editions",
    "edition_of_name": "formats.editions",
    "editions_named": "formats.editions",
    "file_name": "formats.editions",
    "format_isbn": "validation.fields",
    "is_education": "guides.guide",
    "is_in_a_range": "validation.fields",
    "medium_of": "formats.editions",
    "numbered_slug": "validation.fields",
    "plain_number": "validation.fields",
    "slug_of": "validation.fields",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
