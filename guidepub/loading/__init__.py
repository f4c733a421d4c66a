"""Files to models. The only stage that knows file formats.

Every fault is a finding with its file, line and column; all of a file's are told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.loading.addresses import is_template as is_template
    from guidepub.loading.addresses import of_row as of_row
    from guidepub.loading.addresses import template_of_row as template_of_row
    from guidepub.loading.addresses import templates_of as templates_of
    from guidepub.loading.career import career_drawings as career_drawings
    from guidepub.loading.career import ladder_facts as ladder_facts
    from guidepub.loading.catalogs import SECONDS as SECONDS
    from guidepub.loading.catalogs import LoadedCatalog as LoadedCatalog
    from guidepub.loading.catalogs import Selection as Selection
    from guidepub.loading.catalogs import checked_definition as checked_definition
    from guidepub.loading.catalogs import document_of as document_of
    from guidepub.loading.catalogs import find_root as find_root
    from guidepub.loading.catalogs import read_catalog as read_catalog
    from guidepub.loading.catalogs import read_guides as read_guides
    from guidepub.loading.catalogs import select as select
    from guidepub.loading.catalogs import survey as survey
    from guidepub.loading.data_facts import with_data as with_data
    from guidepub.loading.definitions import read_front_matter as read_front_matter
    from guidepub.loading.discovery import definition_files as definition_files
    from guidepub.loading.discovery import is_definition as is_definition
    from guidepub.loading.discovery import label_of as label_of
    from guidepub.loading.discovery import name_of as name_of
    from guidepub.loading.documents import Document as Document
    from guidepub.loading.images import find_image as find_image
    from guidepub.loading.images import media_type as media_type
    from guidepub.loading.isbn_ledger import read_ledger as read_ledger
    from guidepub.loading.isbn_ledger import write_ledger as write_ledger
    from guidepub.loading.limited import load as load
    from guidepub.loading.others import with_others as with_others
    from guidepub.loading.own_phrases import PHRASES_FOLDER as PHRASES_FOLDER
    from guidepub.loading.own_phrases import is_phrase_tag as is_phrase_tag
    from guidepub.loading.places import guide_places as guide_places
    from guidepub.loading.references import guide_findings as guide_findings
    from guidepub.loading.release_records import with_release as with_release
    from guidepub.loading.rows import row_digest as row_digest
    from guidepub.loading.rows import row_stamp as row_stamp
    from guidepub.loading.rows import row_text as row_text
    from guidepub.loading.schemas import json_schema as json_schema
    from guidepub.loading.texts import prose_of as prose_of
    from guidepub.loading.volumes import with_known_members as with_known_members
    from guidepub.loading.volumes import with_members as with_members
    from guidepub.loading.written import dumps as dumps
    from guidepub.loading.written import loads as loads

_HOMES = {
    "Document": "documents",
    "LoadedCatalog": "catalogs",
    "PHRASES_FOLDER": "own_phrases",
    "SECONDS": "catalogs",
    "Selection": "catalogs",
    "career_drawings": "career",
    "checked_definition": "catalogs",
    "definition_files": "discovery",
    "document_of": "catalogs",
    "dumps": "written",
    "find_image": "images",
    "find_root": "catalogs",
    "guide_findings": "references",
    "guide_places": "places",
    "is_definition": "discovery",
    "is_phrase_tag": "own_phrases",
    "is_template": "addresses",
    "of_row": "addresses",
    "row_digest": "rows",
    "row_stamp": "rows",
    "row_text": "rows",
    "template_of_row": "addresses",
    "templates_of": "addresses",
    "json_schema": "schemas",
    "label_of": "discovery",
    "ladder_facts": "career",
    "load": "limited",
    "loads": "written",
    "media_type": "images",
    "name_of": "discovery",
    "prose_of": "texts",
    "read_catalog": "catalogs",
    "read_ledger": "isbn_ledger",
    "write_ledger": "isbn_ledger",
    "read_front_matter": "definitions",
    "read_guides": "catalogs",
    "select": "catalogs",
    "survey": "catalogs",
    "with_data": "data_facts",
    "with_known_members": "volumes",
    "with_members": "volumes",
    "with_others": "others",
    "with_release": "release_records",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
