"""The one lock for libraries that no two threads may use at once: WeasyPrint, Pango, PDFium."""

from __future__ import annotations

import threading

LOCK = threading.RLock()
"""Held by whoever lays out, draws or reads pages in a process that may have other threads."""
