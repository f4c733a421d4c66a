import pytest

from guidepub.text.naming.occupations import names_of
from guidepub.text.naming.own_names import may_have_name

COOKS = names_of("Köchin", language="de")


@pytest.mark.parametrize(
    ("sentence", "own", "expected"),
    [
        ("Most bakers work at night.", names_of("Baker"), True),
        ("BAKERS’ pay rose.", names_of("Baker"), True),
        ("Barbers work by day.", names_of("Baker"), False),
        ("Wir suchen eine KO\u0308CHIN.", COOKS, True),
        ("Die Straße, die Köchin.", COOKS, True),
        ("Wer fährt, der backt.", COOKS, False),
    ],
)
def test_a_sentence_is_read_for_a_name_only_where_one_may_begin(sentence, own, expected):
    assert may_have_name(sentence, own) is expected
