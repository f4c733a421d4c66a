"""Career guides as PDF, EPUB 3 and HTML, with the same approved notices in every book.

    >>> import guidepub
    >>> catalog = guidepub.load("guides")
    >>> book = guidepub.assemble(catalog["welder"], catalog)
    >>> pdf = guidepub.render(book, "screen")

Names are loaded on first use: importing the package loads no renderer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

__version__ = "0.1.0"

if TYPE_CHECKING:
    from guidepub.assembly import Change as Change
    from guidepub.assembly import assemble as assemble
    from guidepub.assembly import changes as changes
    from guidepub.assembly import handout as handout
    from guidepub.assembly import snapshot as snapshot
    from guidepub.batch import BookResult as BookResult
    from guidepub.batch import Event as Event
    from guidepub.batch import OutputFile as OutputFile
    from guidepub.batch import Report as Report
    from guidepub.batch import build as build
    from guidepub.batch import freeze as freeze
    from guidepub.batch.work.cluster import ClusterExecutor as ClusterExecutor
    from guidepub.checks import FileReport as FileReport
    from guidepub.checks import LegalReport as LegalReport
    from guidepub.checks import Recall as Recall
    from guidepub.checks import RecalledFigure as RecalledFigure
    from guidepub.checks import Verdict as Verdict
    from guidepub.checks import check as check
    from guidepub.checks import check_legal as check_legal
    from guidepub.checks import recall as recall
    from guidepub.editions import Production as Production
    from guidepub.editions import check_text as check_text
    from guidepub.editions import render as render
    from guidepub.findings import Finding as Finding
    from guidepub.findings import FindingsError as FindingsError
    from guidepub.findings import InputError as InputError
    from guidepub.findings import Place as Place
    from guidepub.findings import RenderError as RenderError
    from guidepub.findings import Severity as Severity
    from guidepub.findings.errors import GuidepubError as GuidepubError
    from guidepub.findings.errors import UsageError as UsageError
    from guidepub.importing import import_guide as import_guide
    from guidepub.linting import Alarm as Alarm
    from guidepub.linting import Rule as Rule
    from guidepub.linting import Subject as Subject
    from guidepub.linting import lint as lint
    from guidepub.loading import dumps as dumps
    from guidepub.loading import load as load
    from guidepub.loading import loads as loads
    from guidepub.model import Accessibility as Accessibility
    from guidepub.model import AssignedIsbn as AssignedIsbn
    from guidepub.model import Book as Book
    from guidepub.model import Catalog as Catalog
    from guidepub.model import CatalogSettings as CatalogSettings
    from guidepub.model import Channel as Channel
    from guidepub.model import ClusterSettings as ClusterSettings
    from guidepub.model import ColumnRule as ColumnRule
    from guidepub.model import Contributor as Contributor
    from guidepub.model import CoverArt as CoverArt
    from guidepub.model import DataTable as DataTable
    from guidepub.model import Defaults as Defaults
    from guidepub.model import DefinitionRules as DefinitionRules
    from guidepub.model import Edition as Edition
    from guidepub.model import Fact as Fact
    from guidepub.model import FileFindings as FileFindings
    from guidepub.model import Guide as Guide
    from guidepub.model import GuideProducts as GuideProducts
    from guidepub.model import Imprint as Imprint
    from guidepub.model import IsbnLedger as IsbnLedger
    from guidepub.model import IsbnRange as IsbnRange
    from guidepub.model import Isbns as Isbns
    from guidepub.model import Leaf as Leaf
    from guidepub.model import Lineage as Lineage
    from guidepub.model import LintSettings as LintSettings
    from guidepub.model import MachineTerms as MachineTerms
    from guidepub.model import Notice as Notice
    from guidepub.model import Occupation as Occupation
    from guidepub.model import OtherColumn as OtherColumn
    from guidepub.model import OtherGuide as OtherGuide
    from guidepub.model import OwedNotice as OwedNotice
    from guidepub.model import Person as Person
    from guidepub.model import Picture as Picture
    from guidepub.model import Press as Press
    from guidepub.model import PrintedFigure as PrintedFigure
    from guidepub.model import Printing as Printing
    from guidepub.model import Product as Product
    from guidepub.model import ProductTerms as ProductTerms
    from guidepub.model import Release as Release
    from guidepub.model import ReleasedFact as ReleasedFact
    from guidepub.model import ReleasedFile as ReleasedFile
    from guidepub.model import ReleasedLeaf as ReleasedLeaf
    from guidepub.model import ReleasedNotice as ReleasedNotice
    from guidepub.model import RetailPrice as RetailPrice
    from guidepub.model import Screen as Screen
    from guidepub.model import Section as Section
    from guidepub.model import SectionRules as SectionRules
    from guidepub.model import Series as Series
    from guidepub.model import Source as Source
    from guidepub.model import SubjectCodes as SubjectCodes
    from guidepub.model import TableFile as TableFile
    from guidepub.model import TableRows as TableRows
    from guidepub.model import Trade as Trade
    from guidepub.model import TradeDates as TradeDates
    from guidepub.model import TradeSettings as TradeSettings
    from guidepub.model import TranslationOf as TranslationOf
    from guidepub.model import Trim as Trim
    from guidepub.model import Website as Website
    from guidepub.model import When as When
    from guidepub.workers import WorkerPool as WorkerPool

_HOMES = {
    "Change": "assembly",
    "assemble": "assembly",
    "changes": "assembly",
    "handout": "assembly",
    "snapshot": "assembly",
    "freeze": "batch",
    "BookResult": "batch",
    "Event": "batch",
    "OutputFile": "batch",
    "Report": "batch",
    "build": "batch",
    "ClusterExecutor": "batch.work.cluster",
    "FileReport": "checks",
    "LegalReport": "checks",
    "Recall": "checks",
    "RecalledFigure": "checks",
    "Verdict": "checks",
    "check": "checks",
    "check_legal": "checks",
    "recall": "checks",
    "Production": "editions",
    "check_text": "editions",
    "render": "editions",
    "GuidepubError": "findings.errors",
    "UsageError": "findings.errors",
    "Finding": "findings",
    "FindingsError": "findings",
    "InputError": "findings",
    "Place": "findings",
    "RenderError": "findings",
    "Severity": "findings",
    "import_guide": "importing",
    "Alarm": "linting",
    "Rule": "linting",
    "Subject": "linting",
    "lint": "linting",
    "dumps": "loading",
    "load": "loading",
    "loads": "loading",
    "Accessibility": "model",
    "Book": "model",
    "Catalog": "model",
    "CatalogSettings": "model",
    "ClusterSettings": "model",
    "CoverArt": "model",
    "Channel": "model",
    "ColumnRule": "model",
    "Contributor": "model",
    "DataTable": "model",
    "Defaults": "model",
    "Edition": "model",
    "DefinitionRules": "model",
    "Fact": "model",
    "FileFindings": "model",
    "Guide": "model",
    "Imprint": "model",
    "Isbns": "model",
    "Leaf": "model",
    "Lineage": "model",
    "LintSettings": "model",
    "MachineTerms": "model",
    "Notice": "model",
    "Occupation": "model",
    "OtherColumn": "model",
    "OwedNotice": "model",
    "Person": "model",
    "Picture": "model",
    "Press": "model",
    "OtherGuide": "model",
    "PrintedFigure": "model",
    "Printing": "model",
    "AssignedIsbn": "model",
    "GuideProducts": "model",
    "IsbnLedger": "model",
    "IsbnRange": "model",
    "Product": "model",
    "ProductTerms": "model",
    "Release": "model",
    "ReleasedFact": "model",
    "ReleasedFile": "model",
    "ReleasedLeaf": "model",
    "ReleasedNotice": "model",
    "RetailPrice": "model",
    "Screen": "model",
    "Section": "model",
    "SectionRules": "model",
    "Series": "model",
    "Source": "model",
    "SubjectCodes": "model",
    "TableFile": "model",
    "TableRows": "model",
    "Trade": "model",
    "TradeDates": "model",
    "TradeSettings": "model",
    "TranslationOf": "model",
    "Trim": "model",
    "Website": "model",
    "When": "model",
    "WorkerPool": "workers",
}

__all__ = [*sorted(_HOMES), "__version__"]  # noqa: PLE0604 - every name is a text


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
