"""Where a catalogue's web editions can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.model.formats.editions import file_name
from guidepub.model.validation.fields import WebAddress
from guidepub.model.validation.frozen import Model


class Website(Model):
    """The address below which the output folder of a build is published, if it is."""

    url: WebAddress | None = None

    if TYPE_CHECKING:

        def __init__(self, *, url: str | None = None) -> None: ...

    def address_of(self, slug: str) -> str | None:
        """Return the address of a guide's web edition, or None without a website."""
        if self.url is None:
            return None
        return f"{self.url.rstrip('/')}/{slug}/{file_name(slug, 'web')}"
