#!/bin/sh
# Guessed: a line that begins with “(c) 2024” or with initials is an ordinary line in
# reStructuredText and in Pandoc's Markdown.
#
# Both read “(c)” as the third item of a lettered list and print “c. 2024 Example Press”. docutils
# does the same with “A. Smith welds pipes.”, and “i. e.” opens two nested lists. Pandoc spares
# initials that are followed by a single space, but not letters in brackets. CommonMark knows
# numbered lists only.
#
# The line is the copyright notice that a publisher owes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    docutils==0.23 pypandoc-binary==1.17
"$folder/venv/bin/python" - <<'END'
import re

import docutils
import docutils.core
import pypandoc

NOTICE = "(c) 2024 Example Press. All rights reserved."


def by_docutils(text):
    parts = docutils.core.publish_parts(text, writer="html5")
    return re.sub(r"\s+", " ", parts["body"]).strip()


def by_pandoc(text, form):
    return re.sub(r"\s+", " ", pypandoc.convert_text(text, "html", format=form)).strip()


print("docutils", docutils.__version__, "pandoc", pypandoc.get_pandoc_version())
for made in (by_docutils(NOTICE), by_pandoc(NOTICE, "markdown")):
    print(made)
    assert made.startswith("<ol ") and 'start="3"' in made and "(c)" not in made
for made in (by_pandoc(NOTICE, "commonmark"), by_pandoc("A. Smith welds pipes.", "markdown")):
    print(made)
    assert made.startswith("<p>") and "<ol" not in made
for text, lists in (("A. Smith welds pipes.", 1), ("i. e. the pay of all", 2)):
    made = by_docutils(text)
    print(text, "->", made)
    assert made.count("<ol ") == lists
END
