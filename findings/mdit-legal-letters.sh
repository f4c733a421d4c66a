#!/bin/sh
# Guessed: the typographer of markdown-it-py makes © of “(c)” where it can be a sign of copyright,
# as before a year or a name, and passes over letters that count parts of a law or items.
#
# It asks for nothing around it: the letter may stand inside of “501(c)(3)”, the section of the
# tax code that American charities are named after, or behind “(a)” and “(b)”. It does the same
# with “(r)”. The other letters stay, so “403(b)” and “401(k)” in a test pass.
#
# Employers, laws and lists of duties of career guides are full of such letters. A book says that
# somebody works for “a 501©(3)”, and its legal notice has a condition ©.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'END'
import markdown_it
from markdown_it import MarkdownIt

CASES = {
    "(c) 2024 Lakeside Press": "© 2024 Lakeside Press",
    "A 403(b) or a 401(k)": "A 403(b) or a 401(k)",
    "A 501(c)(3) employer": "A 501©(3) employer",
    "29 CFR 825.100(r)": "29 CFR 825.100®",
    "You (a) are 18, (b) may drive, (c) can swim.": "You (a) are 18, (b) may drive, © can swim.",
}
parser = MarkdownIt("commonmark", {"typographer": True}).enable("replacements")
print("markdown-it-py", markdown_it.__version__)
for text, expected in CASES.items():
    printed = parser.render(text).strip().removeprefix("<p>").removesuffix("</p>")
    print(f"{text:46}{printed}")
    assert printed == expected
END
