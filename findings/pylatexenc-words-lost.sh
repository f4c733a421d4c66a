#!/bin/sh
# Guessed: pylatexenc's LatexNodes2Text keeps the words of a text, whatever it knows of its commands,
# and gives the signs that TeX has commands for.
#
# What stands in an \mbox is lost, and so are £, §, © and the quotation marks of other languages: a
# command that is not in its table leaves nothing. It is asked by bibtexparser for titles and names.
#
# “\mbox{O*NET} pays \pounds 30” is the title “pays 30”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pylatexenc==2.11
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from pylatexenc.latex2text import LatexNodes2Text

CASES = (
    (r"\textbf{Welders} earn \textdollar{}30", "Welders earn $30"),
    (r"\mbox{Welders} earn \pounds{}30", " earn 30"),
    (r"\S{}5, \copyright{}2020", "5, 2020"),
    (r"\glqq{}Lohn\grqq{}", "Lohn"),
    (r"\foreignlanguage{german}{Lohn}", "germanLohn"),
)
print("pylatexenc", version("pylatexenc"))
for source, expected in CASES:
    words = LatexNodes2Text().latex_to_text(source)
    print(f"{source} is read as {words!r}")
    assert words == expected
END
