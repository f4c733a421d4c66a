"""The lock for libraries that are not thread-safe: WeasyPrint, Pango and PDFium."""

from __future__ import annotations

import threading

LOCK = threading.RLock()
"""Held while pages are laid out, drawn or read in a process that may have other threads."""
