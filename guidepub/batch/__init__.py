"""Many books: jobs, events and the report. The only stage that knows about more than one."""

from guidepub.batch.building import REPORT_FILE, Event, build
from guidepub.batch.report import BookResult, OutputFile, Report

__all__ = ["REPORT_FILE", "BookResult", "Event", "OutputFile", "Report", "build"]
