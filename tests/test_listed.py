import pytest

from guidepub.words.listed import is_word


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("patients", "en-US", True),
        ("Admin", "en", True),
        ("pati", "en", False),
        ("trabajo", "es", True),
        ("patients", "fi", None),
    ],
)
def test_a_word_is_looked_up_in_the_list_of_its_language(word, language, expected):
    assert is_word(word, language) is expected
