"""Findings and their places, exceptions, and findings as SARIF."""

from guidepub.findings.alike import in_reading_order, likeness, reported_once
from guidepub.findings.codes import CODES
from guidepub.findings.finding import (
    Finding,
    FindingsError,
    InputError,
    Place,
    RenderError,
    Severity,
    capped,
    did_you_mean,
    errors_of,
    nearest,
)

__all__ = [
    "CODES",
    "Finding",
    "FindingsError",
    "InputError",
    "Place",
    "RenderError",
    "Severity",
    "capped",
    "did_you_mean",
    "errors_of",
    "in_reading_order",
    "likeness",
    "nearest",
    "reported_once",
]
