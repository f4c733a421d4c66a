"""Many books: what is out of date, jobs, workers, events and the report.

The only stage that knows about more than one book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.batch.building import REPORT_FILE as REPORT_FILE
    from guidepub.batch.building import build as build
    from guidepub.batch.building import build_all as build_all
    from guidepub.batch.events import Event as Event
    from guidepub.batch.explaining import Explanation as Explanation
    from guidepub.batch.explaining import explain as explain
    from guidepub.batch.ledger import LEDGER_FILE as LEDGER_FILE
    from guidepub.batch.ledger import Ledger as Ledger
    from guidepub.batch.publishing import Publisher as Publisher
    from guidepub.batch.publishing import folder_of as folder_of
    from guidepub.batch.publishing import shown as shown
    from guidepub.batch.releasing import freeze as freeze
    from guidepub.batch.report import BookResult as BookResult
    from guidepub.batch.report import OutputFile as OutputFile
    from guidepub.batch.report import Report as Report
    from guidepub.batch.report_html import html_page as html_page
    from guidepub.batch.surveying import BatchSurvey as BatchSurvey
    from guidepub.batch.surveying import forget_gone as forget_gone
    from guidepub.batch.surveying import open_catalog as open_catalog
    from guidepub.batch.surveying import refused as refused
    from guidepub.batch.surveying import to_retry as to_retry

_HOMES = {
    "BatchSurvey": "surveying",
    "BookResult": "report",
    "Event": "events",
    "Explanation": "explaining",
    "LEDGER_FILE": "ledger",
    "Ledger": "ledger",
    "OutputFile": "report",
    "Publisher": "publishing",
    "REPORT_FILE": "building",
    "Report": "report",
    "build": "building",
    "build_all": "building",
    "explain": "explaining",
    "folder_of": "publishing",
    "freeze": "releasing",
    "forget_gone": "surveying",
    "html_page": "report_html",
    "open_catalog": "surveying",
    "refused": "surveying",
    "shown": "publishing",
    "to_retry": "surveying",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
