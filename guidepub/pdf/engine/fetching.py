"""Lets WeasyPrint fetch the book's own pictures and the theme's own files, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from guidepub.pdf.engine.weasyprint import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# Hosts that cannot exist (RFC 2606): addresses are names here, nothing is looked up.
BOOK = "https://book.invalid/"
THEME = "https://theme.invalid/"

Read = Callable[[str], tuple[bytes, str] | None]
"""Gives the bytes and the media type of a name or an address, or None."""

_SHOWN = 200


class RefusedError(FatalURLFetchingError):  # type: ignore[misc]
    """Something outside the book and the theme was asked for."""


class ClosedFetcher(URLFetcher):  # type: ignore[misc]
    """Serves the names below one address from a function, and refuses all else.

    `embedded` gives what an address itself holds, such as a picture in a drawing; without it
    there is nothing.
    """

    # WeasyPrint reports errors of reading; a refusal is not one.
    _fail_on_errors = False

    def __init__(self, base: str, read: Read, embedded: Read = lambda _: None) -> None:
        # Without what its class sets up: handlers for protocols, of which none is served here, and
        # which refer to the fetcher, so that it would stay, and a book's pages with it, until
        # somebody looks for such circles.
        self._base, self._read, self._embedded = base, read, embedded

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the function's response for a name.

        Raises:
            RefusedError: the address is another one, or the function has nothing.
        """
        if url.startswith(self._base):
            found = self._read(url.removeprefix(self._base))
        else:
            found = self._embedded(url)
        if found is None:
            raise RefusedError(url[:_SHOWN])
        body, media_type = found
        return URLFetcherResponse(url, body, {"Content-Type": media_type})
