"""URLs, escaped so that all programs accept them."""

from __future__ import annotations

import re
from urllib.parse import quote

_HOST = re.compile(r"https?://[^/?#]*")
# Characters that are no URL code points (URL Standard, 4.3), and percent signs without a number.
_NO_SIGN = re.compile(r"[^\w!$&'()*+,\-./:;=?@~%\xa0-\U0010fffd]|%(?![0-9A-Fa-f]{2})", re.ASCII)


def escaped_address(address: str) -> str:
    """Return a URL in which characters that not all programs accept are escaped.

    Browsers accept them all. EPUBCheck, and so shops, refuse a book for those that the URL Standard
    calls errors: `|`, brackets, a lone percent sign, a second number sign. A text that does not
    begin with `https://` or `http://` is returned unchanged.
    """
    host = _HOST.match(address)
    if host is None:
        return address
    path, sign, fragment = address[host.end() :].partition("#")
    return f"{host[0]}{_escaped(path)}{sign}{_escaped(fragment)}"


def _escaped(part: str) -> str:
    return _NO_SIGN.sub(lambda match: quote(match[0], safe=""), part)
