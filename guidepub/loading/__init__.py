"""Files to models. The only stage that knows file formats.

Every fault is a finding with its file, line and column; all of a file's are reported at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.loading.beside.data_facts import with_data as with_data
    from guidepub.loading.beside.isbn_ledger import read_ledger as read_ledger
    from guidepub.loading.beside.isbn_ledger import write_ledger as write_ledger
    from guidepub.loading.beside.own_phrases import PHRASES_FOLDER as PHRASES_FOLDER
    from guidepub.loading.beside.own_phrases import is_phrase_tag as is_phrase_tag
    from guidepub.loading.beside.release_records import with_release as with_release
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
    from guidepub.loading.formats.documents import Document as Document
    from guidepub.loading.guides.definitions import read_front_matter as read_front_matter
    from guidepub.loading.guides.discovery import definition_files as definition_files
    from guidepub.loading.guides.discovery import is_definition as is_definition
    from guidepub.loading.guides.discovery import label_of as label_of
    from guidepub.loading.guides.discovery import name_of as name_of
    from guidepub.loading.guides.texts import prose_of as prose_of
    from guidepub.loading.guides.written import dumps as dumps
    from guidepub.loading.guides.written import loads as loads
    from guidepub.loading.limited import load as load
    from guidepub.loading.pictures.images import find_image as find_image
    from guidepub.loading.pictures.images import media_type as media_type
    from guidepub.loading.referring.career import career_drawings as career_drawings
    from guidepub.loading.referring.career import ladder_facts as ladder_facts
    from guidepub.loading.referring.others import with_others as with_others
    from guidepub.loading.referring.places import guide_places as guide_places
    from guidepub.loading.referring.references import guide_findings as guide_findings
    from guidepub.loading.referring.volumes import with_known_members as with_known_members
    from guidepub.loading.referring.volumes import with_members as with_members
    from guidepub.loading.schemas import json_schema as json_schema
    from guidepub.loading.templated.addresses import is_template as is_template
    from guidepub.loading.templated.addresses import template_of_row as template_of_row
    from guidepub.loading.templated.addresses import templates_of as templates_of
    from guidepub.loading.templated.addresses import with_row as with_row
    from guidepub.loading.templated.rows import row_digest as row_digest
    from guidepub.loading.templated.rows import row_stamp as row_stamp
    from guidepub.loading.templated.rows import row_text as row_text

_HOMES = {
    "Document": "formats.documents",
    "LoadedCatalog": "catalogs",
    "PHRASES_FOLDER": "beside.own_phrases",
    "SECONDS": "catalogs",
    "Selection": "catalogs",
    "career_drawings": "referring.career",
    "checked_definition": "catalogs",
    "definition_files": "guides.discovery",
    "document_of": "catalogs",
    "dumps": "guides.written",
    "find_image": "pictures.images",
    "find_root": "catalogs",
    "guide_findings": "referring.references",
    "guide_places": "referring.places",
    "is_definition": "guides.discovery",
    "is_phrase_tag": "beside.own_phrases",
    "is_template": "templated.addresses",
    "row_digest": "templated.rows",
    "row_stamp": "templated.rows",
    "row_text": "templated.rows",
    "template_of_row": "templated.addresses",
    "with_row": "templated.addresses",
    "templates_of": "templated.addresses",
    "json_schema": "schemas",
    "label_of": "guides.discovery",
    "ladder_facts": "referring.career",
    "load": "limited",
    "loads": "guides.written",
    "media_type": "pictures.images",
    "name_of": "guides.discovery",
    "prose_of": "guides.texts",
    "read_catalog": "catalogs",
    "read_ledger": "beside.isbn_ledger",
    "write_ledger": "beside.isbn_ledger",
    "read_front_matter": "guides.definitions",
    "read_guides": "catalogs",
    "select": "catalogs",
    "survey": "catalogs",
    "with_data": "beside.data_facts",
    "with_known_members": "referring.volumes",
    "with_members": "referring.volumes",
    "with_others": "referring.others",
    "with_release": "beside.release_records",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
