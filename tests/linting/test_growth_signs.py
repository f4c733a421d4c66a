"""Signs in words against verbs of growth and decline."""

import pytest
from linted import codes


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en-US", "Employment will fall by plus 8 percent by 2034.", ["Q004"]),
        ("en-US", "Employment will grow by minus 8 percent by 2034.", ["Q004"]),
        ("en-US", "Employment will change by minus 8 percent by 2034.", []),
        ("en-US", "Employment will fall to minus 8 percent of nothing.", []),
        ("de", "Die Beschäftigung sinkt um plus 8 Prozent.", ["Q004"]),
        ("de", "Die Beschäftigung wächst um minus 8 Prozent.", ["Q004"]),
        ("de", "Die Beschäftigung wächst um plus 8 Prozent.", []),
        ("fr", "L’emploi recule de plus de 8 %.", []),
        ("es", "El empleo bajará un 8 % o más.", []),
    ],
)
def test_a_sign_in_words_goes_the_way_of_its_verb(language, body, found):
    assert [code for code in codes(f"{body} [@bls]", language) if code == "Q004"] == found
