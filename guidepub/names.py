"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def slugify(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens: `Job Outlook` → `job-outlook`.

    The result is empty where the text holds no letter or digit that has an ASCII form.
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
