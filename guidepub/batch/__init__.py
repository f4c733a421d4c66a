"""Many books: what is out of date, jobs, workers, events and the report.

The only stage that knows about more than one book.
"""

from guidepub.batch.building import REPORT_FILE, build, build_all
from guidepub.batch.events import Event
from guidepub.batch.explaining import Explanation, explain
from guidepub.batch.ledger import LEDGER_FILE, Ledger
from guidepub.batch.publishing import Publisher, folder_of, shown
from guidepub.batch.report import BookResult, OutputFile, Report
from guidepub.batch.report_html import html_page
from guidepub.batch.report_schema import report_schema
from guidepub.batch.surveying import BatchSurvey, forget_gone, open_catalog, refused, to_retry
from guidepub.workers import WorkerPool

__all__ = [
    "LEDGER_FILE",
    "REPORT_FILE",
    "BatchSurvey",
    "BookResult",
    "Event",
    "Explanation",
    "Ledger",
    "OutputFile",
    "Publisher",
    "Report",
    "WorkerPool",
    "build",
    "build_all",
    "explain",
    "folder_of",
    "forget_gone",
    "html_page",
    "open_catalog",
    "refused",
    "report_schema",
    "shown",
    "to_retry",
]
