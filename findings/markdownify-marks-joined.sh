#!/bin/sh
# Guessed: markdownify, which marks bold, struck-out and code text, separates the raised number of a
# note or an exponent from what precedes it.
#
# The digits are joined: $48,100 with note 1 becomes “$48,1001”, and square feet become “103 ft2”.
# Numbers that a list sets for single items (<li value="7">) are ignored, and the foot of a table
# becomes a second table with an empty head.
#
# In tables of wages, nearly every figure has a note; each becomes ten times as high.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from markdownify import markdownify

print("markdownify", version("markdownify"))
CASES = (
    ("<p>Pay was $48,100<sup>1</sup> in 2024.</p>", "Pay was $48,1001 in 2024."),
    ("<p>It takes 10<sup>3</sup> ft<sup>2</sup> of room.</p>", "It takes 103 ft2 of room."),
    ("<p>Pay was <s>$41,000</s> <b>$48,100</b>.</p>", "Pay was ~~$41,000~~ **$48,100**."),
    ('<ol start="3"><li>Cut</li><li value="7">Weld</li></ol>', "3. Cut\n4. Weld"),
    (
        "<table><tr><th>State</th><th>Pay</th></tr><tr><td>Ohio</td><td>$48,100</td></tr>"
        "<tfoot><tr><td>All</td><td>$49,200</td></tr></tfoot></table>",
        "| State | Pay |\n| --- | --- |\n| Ohio | $48,100 |\n|  |  |\n| --- | --- |\n| All | $49,200 |",
    ),
)
for page, expected in CASES:
    made = markdownify(page).strip()
    print(page, "->", made, sep="\n")
    assert made == expected
END
