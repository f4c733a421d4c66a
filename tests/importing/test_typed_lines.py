"""Lines that Markdown takes for code: underlines of tildes, and lists with dot leaders."""

import pytest


def facts_of(imported):
    return {key: str(fact.value) for key, fact in imported.guide.facts.items()}


def test_lines_of_tildes_underline_headings(converted, body):
    text = "Nail Artist\n***********\n\nHow much would I earn?\n~~~~~~~~~~~~~~~~~~~~~~\n\nUnited States: 48,300 employed in 2024; 51,200 expected in 2034; up 6 percent. Openings: 5,100 each year.\n"
    assert facts_of(converted(text, "text.md")) == {
        "employment": "48300",
        "projected_employment": "51200",
        "projected_growth": "6",
        "annual_openings": "5100",
    }


@pytest.mark.parametrize(
    "text",
    [
        "# Coder\n\n## Tools\n\nA greeting:\n\n~~~\nprint('hi')\n~~~\n",
        "# Coder\n\n## Tools\n\nA greeting:\n~~~~\nprint('hi')\n~~~~\n",
        "# Coder\n\n## Tools\n\nA greeting in the language that most of our pupils learn first:\n~~~~~\nprint('hi')\n~~~~~\n",
    ],
)
def test_other_tildes_fence_code(body, text):
    assert "print('hi')" in body(text, "text.md")
    assert "## print" not in body(text, "text.md")


def test_indented_labels_with_dots_before_their_figures_are_a_list(converted):
    text = "# Optician\n\n## By the numbers\n\n    median pay ............ $46,200 / yr\n    bottom tenth .......... < $33,900\n    top tenth ............. > $70,100\n    employed (2024) ....... 47,800\n    10-yr growth .......... 3%\n    openings / yr ......... 2,400\n"
    assert facts_of(converted(text, "text.md")) == {
        "median_wage": "46200",
        "wage_p10": "33900",
        "wage_p90": "70100",
        "employment": "47800",
        "projected_growth": "3",
        "annual_openings": "2400",
    }


def test_indented_code_stays_code(body):
    text = "# Coder\n\n## Tools\n\n    for n in range(3):\n        print(n)\n    # dots ..... 3\n"
    assert "range(3)" in body(text, "text.md")
    assert "- for" not in body(text, "text.md")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("# Miller\n\n## Job Outlook\n\nMillers grind.\n\n- 5 percent\n", "a.md", None),
        ("Miller\n\nOverview\n\nMillers grind.\n\nJob Outlook\n\nChange to 2034: - 5 percent\n", "a.txt", -5),
        ("<h1>Meunier</h1><h2>Emploi</h2><p>Évolution d’ici 2030 :</p><p>- 5 %</p><p>– 300 postes</p>", "a.html", None),
        ("# Brauer\n\n## Aussichten\n\n- Stellen 2024: 9.800\n- Prognose bis 2035: - 4 %\n", "a.md", -4),
    ],
)  # fmt: skip
def test_a_loss_keeps_its_minus(converted, text, name, value):
    made = converted(text, name)
    growth = [fact.value for fact in made.facts if fact.key == "projected_growth"]
    assert growth == ([] if value is None else [value])
    assert not [fact for fact in made.facts if fact.value in (5, 300)]
    assert value is not None or "\n\\- 5 " in made.text
