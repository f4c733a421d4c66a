"""Addresses on the web, written as all programs read them."""

from __future__ import annotations

import re
from urllib.parse import quote

_HOST = re.compile(r"https?://[^/?#]*")
# What is no code point of an address (URL Standard, 4.3), or no sign where it stands.
_NO_SIGN = re.compile(r"[^\w!$&'()*+,\-./:;=?@~%\xa0-\U0010fffd]|%(?![0-9A-Fa-f]{2})", re.ASCII)


def escaped_address(address: str) -> str:
    """Return an address with escapes for the signs that not all programs take as they stand.

    Browsers take any. EPUBCheck, and so shops, refuse a book for those that the URL Standard calls
    errors: `|`, brackets, a percent sign for nothing, a second number sign. What does not begin
    with `https://` or `http://` is returned as it is.
    """
    host = _HOST.match(address)
    if host is None:
        return address
    path, sign, fragment = address[host.end() :].partition("#")
    return f"{host[0]}{_escaped(path)}{sign}{_escaped(fragment)}"


def _escaped(part: str) -> str:
    return _NO_SIGN.sub(lambda match: quote(match[0], safe=""), part)
