"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import re
import unicodedata


def slugify(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens: `Job Outlook` → `job-outlook`.

    The result is empty where the text holds no letter or digit that has an ASCII form.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
