"""The order of words in lists, by the rules of each language."""

import pytest

from guidepub.words.sorting import initial, sort_key

# Each in the order of its language's dictionaries.
ORDERS = {
    "es": "árbol arco chico cuna llama lobo luz nube nz ñame ñu oso",
    "de": "Aal Arzt Ärzte Muller Müller Müllerin Ofen Öl Ordnung Straße Zug",
    "fr": "cote coté côte côté eau élève été odeur œuf oie zèbre",
    "pl": "cma czas ćma lawa lodz ława łódź osa ósmy sól śnieg zebra źle żaba",
    "vi": "am ăn âm ấm da đá",
    "pt": "ação acordo avó zelo",
    "it": "città cittadino più poi",
    "en": "3D 12 eclair Éclair ecology O’Neil oneness pay pay-day payment",
}


@pytest.mark.parametrize("language", ORDERS)
def test_words_stand_in_the_order_of_their_language(language):
    words = ORDERS[language].split()
    assert sorted(frozenset(words), key=lambda word: sort_key(word, f"{language}-XX")) == words


def test_words_are_sorted_word_by_word_and_figures_by_their_value():
    words = ["2 years", "12 years", "pay", "pay rise", "pay scale", "payday"]
    assert sorted(frozenset(words), key=lambda word: sort_key(word, "en")) == words


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("ñame", "es", "Ñ"),
        ("ñame", "en", "N"),
        ("Ärzte", "de", "A"),
        ("źle", "pl", "Ź"),
        ("żaba", "pl", "Ż"),
        ("ấm", "vi", "Â"),
        ("œuf", "fr", "O"),
        ("“quoted”", "en", "Q"),
        ("12 hours", "en", "#"),
        ("†", "en", "#"),
        ("", "en", "#"),
    ],
)
def test_a_word_stands_under_its_letter(word, language, letter):
    assert initial(word, language) == letter


def test_any_text_can_be_sorted():
    words = ["", "١٢", "٣", "9" * 400, "漢字", "א", "\u0301", "ß", "🙂"]
    assert len(sorted(words, key=lambda word: sort_key(word, "vi"))) == len(words)
