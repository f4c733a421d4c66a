#!/bin/sh
# Guessed: a number keeps together in a paragraph if its parts are joined by spaces that do not break.
#
# reportlab keeps what is joined by U+00A0. The narrow one (U+202F), with which the CLDR parts
# thousands in French and other languages, and the one as wide as a digit (U+2007) are spaces like
# all others to it: they become plain ones, at which a line may end.
#
# What Babel writes, “48 100 €”, ends a line behind 48.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 Babel==2.18.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from babel.numbers import format_currency
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

print("reportlab", version("reportlab"), "Babel", version("Babel"))
STYLE = ParagraphStyle("text", fontName="Helvetica", fontSize=10)


def lines(text):
    paragraph = Paragraph(text, STYLE)
    paragraph.wrap(70, 500)
    return [" ".join(words) for _, words in paragraph.blPara.lines]


sum_of_money = format_currency(
    48100, "EUR", format="#,##0 \u00a4", locale="fr", currency_digits=False
)
print(ascii(sum_of_money))
assert "\u202f" in sum_of_money
for space, expected in (
    ("\u00a0", ["Salaire de", "48\u00a0100\u00a0\u20ac par an"]),
    ("\u202f", ["Salaire de 48", "100 \u20ac par an"]),
    ("\u2007", ["Salaire de 48", "100 \u20ac par an"]),
):
    text = "Salaire de " + "".join(space if c.isspace() else c for c in sum_of_money) + " par an"
    print(ascii(text), "is set as", list(map(ascii, lines(text))))
    assert lines(text) == expected
END
