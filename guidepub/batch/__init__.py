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
    from guidepub.batch.explaining import Explanation as Explanation
    from guidepub.batch.explaining import explain as explain
    from guidepub.batch.kept.ledger import LEDGER_FILE as LEDGER_FILE
    from guidepub.batch.kept.ledger import Ledger as Ledger
    from guidepub.batch.orders.dispatch import start_workers as start_workers
    from guidepub.batch.publishing import Publisher as Publisher
    from guidepub.batch.publishing import folder_of as folder_of
    from guidepub.batch.publishing import place_for_readers as place_for_readers
    from guidepub.batch.releasing import freeze as freeze
    from guidepub.batch.reports.events import Event as Event
    from guidepub.batch.reports.report import BookResult as BookResult
    from guidepub.batch.reports.report import OutputFile as OutputFile
    from guidepub.batch.reports.report import Report as Report
    from guidepub.batch.reports.report_html import html_page as html_page
    from guidepub.batch.stale.surveying import BatchSurvey as BatchSurvey
    from guidepub.batch.stale.surveying import forget_gone as forget_gone
    from guidepub.batch.stale.surveying import open_catalog as open_catalog
    from guidepub.batch.stale.surveying import refused as refused
    from guidepub.batch.stale.surveying import to_retry as to_retry

_HOMES = {
    "BatchSurvey": "stale.surveying",
    "BookResult": "reports.report",
    "Event": "reports.events",
    "Explanation": "explaining",
    "LEDGER_FILE": "kept.ledger",
    "Ledger": "kept.ledger",
    "OutputFile": "reports.report",
    "Publisher": "publishing",
    "REPORT_FILE": "building",
    "Report": "reports.report",
    "build": "building",
    "build_all": "building",
    "explain": "explaining",
    "folder_of": "publishing",
    "freeze": "releasing",
    "forget_gone": "stale.surveying",
    "html_page": "reports.report_html",
    "open_catalog": "stale.surveying",
    "refused": "stale.surveying",
    "place_for_readers": "publishing",
    "start_workers": "orders.dispatch",
    "to_retry": "stale.surveying",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
