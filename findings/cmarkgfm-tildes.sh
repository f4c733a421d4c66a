#!/bin/sh
# Guessed: a tilde within a range, 30~40 hours, is a sign like any other; what is struck out stands
# between two of them on each side, or between single ones at the edges of words.
#
# In GitHub's own parser, which cmarkgfm brings, and in comrak, single tildes strike out inside of
# words and between numbers: of “30~40 hours or 50~60” all between the first and the second tilde is
# struck out. markdown-it-py asks for two, in its preset for the same dialect, too. A dollar sign
# behind the tilde keeps it what it is.
#
# Engineers, and authors from Asia, write ranges like this.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    cmarkgfm==2025.10.22 comrak==0.0.16 markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import cmarkgfm
import comrak
from markdown_it import MarkdownIt

options = comrak.ExtensionOptions()
options.strikethrough = True
READERS = {
    "cmarkgfm": cmarkgfm.github_flavored_markdown_to_html,
    "comrak": lambda text: comrak.render_markdown(text, extension_options=options),
    "markdown-it-py": MarkdownIt("gfm-like", {"linkify": False}).render,
}
HOURS, MONEY = "They work 30~40 hours, or 50~60.", "Pay is $30~$40, or $50~$60."
for package, render in READERS.items():
    hours, money = render(HOURS).strip(), render(MONEY).strip()
    print(package, version(package), hours, money)
    struck = package != "markdown-it-py"
    assert hours == f"<p>{'They work 30<del>40 hours, or 50</del>60.' if struck else HOURS}</p>"
    assert money == f"<p>{MONEY}</p>"
END
