"""The frozen models that all stages pass on: what a guide, a catalogue and a book are.

A model says what is valid by itself. What needs a file, a theme or another model to be
judged is `loading`'s and `assembly`'s.
"""

from guidepub.model.book import Book, Leaf, LeafKind, OwedNotice, Picture
from guidepub.model.catalog import (
    Catalog,
    CatalogSettings,
    DataTable,
    Defaults,
    DefinitionRules,
    FileFindings,
    Imprint,
    SectionRules,
)
from guidepub.model.editions import (
    BEARERS,
    EDITION_FILES,
    EDITIONS,
    MEDIA,
    Bearer,
    Edition,
    EditionFile,
    Medium,
    edition_named,
    edition_of_file,
    edition_of_name,
    editions_named,
    file_name,
    medium_of,
)
from guidepub.model.facts import EDUCATION_LEVELS, Fact, Source
from guidepub.model.fields import format_isbn, is_in_a_range, plain_number, slug_of
from guidepub.model.guide import Guide, Isbns, Occupation, Person, Section, is_education
from guidepub.model.lint import LintSettings
from guidepub.model.mark import Mark, MarkedNotice
from guidepub.model.notice import PLACEHOLDERS, Notice, When
from guidepub.model.press import Press
from guidepub.model.trim import PRESETS, Trim

__all__ = [
    "BEARERS",
    "EDITIONS",
    "EDITION_FILES",
    "EDUCATION_LEVELS",
    "MEDIA",
    "PLACEHOLDERS",
    "PRESETS",
    "Bearer",
    "Book",
    "Catalog",
    "CatalogSettings",
    "DataTable",
    "Defaults",
    "DefinitionRules",
    "Edition",
    "EditionFile",
    "Fact",
    "FileFindings",
    "Guide",
    "Imprint",
    "Isbns",
    "Leaf",
    "LeafKind",
    "LintSettings",
    "Mark",
    "MarkedNotice",
    "Medium",
    "Notice",
    "Occupation",
    "OwedNotice",
    "Person",
    "Picture",
    "Press",
    "Section",
    "SectionRules",
    "Source",
    "Trim",
    "When",
    "edition_named",
    "edition_of_file",
    "edition_of_name",
    "editions_named",
    "file_name",
    "format_isbn",
    "is_education",
    "is_in_a_range",
    "medium_of",
    "plain_number",
    "slug_of",
]
