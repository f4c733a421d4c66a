"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


# Names of devices on Windows, with any ending: nothing else can be called so there. Source:
# “Naming Files, Paths, and Namespaces”, Microsoft Learn.
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)


def is_device(slug: str) -> bool:
    """Return whether no file or folder can bear a slug as its name on Windows."""
    return slug in _DEVICES


def slugify(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens: `Job Outlook` → `job-outlook`.

    The result is empty where the text holds no letter or digit that has an ASCII form.
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def bounded(name: str, length: int) -> str:
    """Return a name of at most `length` characters that stays different from all others.

    A longer one is cut, and a mark of eight hexadecimal digits tells what it was.
    """
    if len(name) <= length:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: length - 9].rstrip('-')}-{mark}"
