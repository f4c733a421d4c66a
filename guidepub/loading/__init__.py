"""Files to models. The only stage that knows file formats.

Every fault is a finding with its file, line and column; all of a file's are told at once.
"""

from guidepub.loading.catalogs import (
    CATALOG_FILE,
    SECONDS,
    LoadedCatalog,
    Selection,
    checked_definition,
    find_root,
    read_catalog,
    read_guides,
    select,
    survey,
)
from guidepub.loading.definitions import document_of, read_front_matter
from guidepub.loading.discovery import definition_files, is_definition, label_of, name_of
from guidepub.loading.documents import Document
from guidepub.loading.images import find_image, media_type
from guidepub.loading.limited import load
from guidepub.loading.references import guide_findings
from guidepub.loading.schemas import json_schema
from guidepub.loading.texts import prose_of

__all__ = [
    "CATALOG_FILE",
    "SECONDS",
    "Document",
    "LoadedCatalog",
    "Selection",
    "checked_definition",
    "definition_files",
    "document_of",
    "find_image",
    "find_root",
    "guide_findings",
    "is_definition",
    "json_schema",
    "label_of",
    "load",
    "media_type",
    "name_of",
    "prose_of",
    "read_catalog",
    "read_front_matter",
    "read_guides",
    "select",
    "survey",
]
