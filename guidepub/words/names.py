"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
# NFKD decomposes ½ to 1⁄2 without a separator: 7½ would be 71⁄2.
_FRACTION = re.compile("(?<=\\d)[¼-¾⅐-⅞↉]")
# Names that Windows reserves for devices, with any extension. Source: “Naming Files, Paths, and
# Namespaces”, Microsoft Learn.
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)


def is_device(slug: str) -> bool:
    """Return whether Windows reserves a slug for a device, so that no file can have that name."""
    return slug in _DEVICES


def slugify(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens: `Job Outlook` → `job-outlook`.

    The result is empty if the text has no letter or digit with an ASCII form.
    """
    return re.sub(r"[^a-z0-9]+", "-", _plain(text)).strip("-")


def is_spelled_in_ascii(text: str) -> bool:
    """Return whether the slug of a text has all of its letters and digits."""
    return all(sign.isascii() or not sign.isalnum() for sign in _plain(text))


def name_key(text: str) -> str:
    """Return the form in which names of places are compared, such as the words of headings.

    It is the slug of the name, or its words in small letters where a letter has no ASCII form.
    """
    if is_spelled_in_ascii(text):
        return slugify(text)
    folded = unicodedata.normalize("NFKC", text.casefold())
    # Vowels are marks in many scripts.
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in folded)
    return "-".join("".join(kept).split())


def _plain(text: str) -> str:
    """Return a text in small letters, without the marks of letters that have an ASCII form."""
    text = _FRACTION.sub(r" \g<0>", text)
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def bounded(name: str, length: int) -> str:
    """Return a name of at most `length` characters that stays different from all others.

    A longer name is cut, and eight hexadecimal digits of its hash are appended.
    """
    if len(name) <= length:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: length - 9].rstrip('-')}-{mark}"
