"""The publisher under whose name a book appears."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidepub.model.validation.fields import Colour, Name, NonEmpty, Slug, Text, WebAddress
from guidepub.model.validation.frozen import Model


class Imprint(Model):
    """The publisher under whose name a book appears.

    `legal_name` is the copyright holder, by default the name. Without a `colour`, books have the
    colour of the occupation's group, and without a `theme`, that of the catalogue.
    """

    id: Slug = "imprint"
    name: Name
    legal_name: Name | None = None
    place: Name | None = None
    url: WebAddress | None = None
    email: Annotated[Text, Field(pattern=r"^[^\s@<>\"]+@[^\s@<>\"]+$")] | None = None
    colour: Colour | None = None
    logo: NonEmpty | None = None
    theme: NonEmpty | None = None
    programs: NonEmpty | None = None
    """The table that its books list where a guide lists programs without naming a table."""
    about: NonEmpty | None = None

    @property
    def holder(self) -> str:
        """The name in the copyright line."""
        return self.legal_name or self.name
