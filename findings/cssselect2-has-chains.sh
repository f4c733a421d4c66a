#!/bin/sh
# Guessed: `p:has(> a > img)` is a paragraph whose link holds a picture, as Selectors 4 has it (4.5,
# relative selectors: any number of compounds may follow the leading combinator).
#
# cssselect2 0.10.1, by which WeasyPrint finds the elements of a rule, accepts such a selector and
# never matches it: what follows a leading `>` must be one compound. `:has(a > img)`, without the
# leading `>`, and `:has(> img)` are matched.
#
# Why it matters: a theme that sets a paragraph apart by what its link holds works in a browser, and
# does nothing on paper, without a word in the log.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cssselect2==0.10.1 tinyhtml5==2.1.0
"$folder/venv/bin/python" - <<'END'
import cssselect2
import tinyhtml5

print("cssselect2", cssselect2.VERSION)
PAGE = "<p id=linked><a><img></a></p><p id=alone><img></p><p id=words>…</p>"
root = cssselect2.ElementWrapper.from_html_root(
    tinyhtml5.parse(PAGE, namespace_html_elements=False)
)
EXPECTED = {
    "p:has(img)": ["linked", "alone"],
    "p:has(> img)": ["alone"],
    "p:has(a img)": ["linked"],
    "p:has(a > img)": ["linked"],
    "p:has(> a > img)": [],  # by the rules of CSS: linked
    "p:has(> a img)": [],  # by the rules of CSS: linked
}
for selector, expected in EXPECTED.items():
    found = [element.id for element in root.query_all(selector)]
    print(selector, found)
    assert found == expected
END
