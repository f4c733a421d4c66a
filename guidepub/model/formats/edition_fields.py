"""The field types of editions: as stated in definitions and as kept in records."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import GetJsonSchemaHandler, ValidatorFunctionWrapHandler, WrapValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guidepub.model.formats.editions import ADDED_NAME, EDITIONS, Edition, added_editions


def _edition_or_added(value: object, own: ValidatorFunctionWrapHandler) -> object:
    is_added = value not in EDITIONS and value in added_editions()
    return value if is_added else own(value)


def _edition_or_name(value: object, own: ValidatorFunctionWrapHandler) -> object:
    is_name = isinstance(value, str) and re.fullmatch(ADDED_NAME, value)
    return value if is_name else own(value)


class _WithAddedEditions:
    """Adds the editions of installed packages to the JSON Schema."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(core) | {"enum": [*EDITIONS, *added_editions()]}


StatedEdition = Annotated[Edition, WrapValidator(_edition_or_added), _WithAddedEditions()]
"""An edition as a definition states it, also one that a package adds."""

KeptEdition = Annotated[Edition, WrapValidator(_edition_or_name)]
"""An edition as a record states it: a package that added it may be gone since."""
