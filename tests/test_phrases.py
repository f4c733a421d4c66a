import string
import tomllib
from importlib import resources

import pytest

from guidepub import phrases as package
from guidepub.markdown.forms.directives import CAMPUS, FORMS
from guidepub.model import EDUCATION_LEVELS
from guidepub.phrases import languages, phrases

ENGLISH = phrases("en-US")


def table(language):
    text = resources.files(package).joinpath(f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


def leaves(value, path=()):
    """Yield the texts of a table with their paths."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def test_there_is_english_and_more():
    assert {"en", "es"} <= languages()


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_the_same_phrases(language):
    assert {path for path, _ in leaves(table(language))} == {
        path for path, _ in leaves(table("en"))
    }


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_phrase_has_the_placeholders_that_it_has_in_english(language):
    english = dict(leaves(table("en")))
    for path, text in leaves(table(language)):
        if isinstance(text, str):
            assert names_in(text) == names_in(english[path]), path


def names_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_phrase_is_empty_or_ends_in_space(language):
    for path, text in leaves(table(language)):
        for phrase in [text] if isinstance(text, str) else text:
            assert phrase
            assert phrase == phrase.strip() or path == ("quotes",), path


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_language_has_its_four_quotation_marks(language):
    quotes = phrases(language).typography.quotes
    assert len(quotes) == 4
    assert len(set(quotes)) == 4


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_word_of_the_fixed_vocabularies_has_a_phrase(language):
    words = phrases(language)
    boxes = {name for name, form in FORMS.items() if form.template == "box.xhtml"}
    for group, keys in (("education", EDUCATION_LEVELS), ("campus", CAMPUS), ("boxes", boxes)):
        for key in keys:
            assert words.get(group, key), (group, key)


@pytest.mark.parametrize("tag", ["es", "es-US", "es-419", "ES-us"])
def test_a_region_speaks_its_language(tag):
    assert phrases(tag)["sources"] == "Fuentes"


@pytest.mark.parametrize("tag", ["ja", "nl-NL"])
def test_a_language_without_phrases_is_reported(tag):
    with pytest.raises(KeyError, match=tag):
        phrases(tag)


def test_a_placeholder_is_filled():
    assert ENGLISH.filled("edition", number=2) == "Edition 2"


def test_a_missing_phrase_raises():
    with pytest.raises(KeyError):
        ENGLISH["nonsense"]


def test_a_missing_value_raises():
    with pytest.raises(KeyError):
        ENGLISH.filled("edition")


def test_an_unknown_word_of_a_group_is_nothing():
    assert ENGLISH.get("facts", "nonsense") is None
