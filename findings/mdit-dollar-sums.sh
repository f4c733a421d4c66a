#!/bin/sh
# Guessed: with the plugin dollarmath of mdit-py-plugins, by which MyST has formulas, a sum of money
# stays one: in Pandoc, and in texmath of the same package, no dollar before a digit ends a formula.
#
# Two sums in a paragraph are one formula: both dollars are gone, and what stands between is set as
# mathematics. A lone sum stays as it is, so a short test shows nothing.
#
# Guides say what one earns from where to where in nearly each chapter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.texmath import texmath_plugin

for package in ("markdown-it-py", "mdit-py-plugins"):
    print(package, version(package))
LONE, TWO = "Pay is $30,000 a year.", "Pay goes from $30,000 to $45,000 a year."
by_dollarmath = MarkdownIt().use(dollarmath_plugin)
by_texmath = MarkdownIt().use(texmath_plugin)
for text in (LONE, TWO):
    print("texmath:", by_texmath.render(text).strip())
    print("dollarmath:", by_dollarmath.render(text).strip())
assert f"<p>{LONE}</p>" in by_dollarmath.render(LONE)
assert f"<p>{TWO}</p>" in by_texmath.render(TWO)
assert '<span class="math inline">30,000 to</span>45,000' in by_dollarmath.render(TWO)
END
