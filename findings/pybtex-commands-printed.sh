#!/bin/sh
# Guessed: pybtex prints a title from BibTeX as LaTeX would: \$ is a dollar sign, \textbf{more} is
# bold.
#
# It reads \%, but prints other commands as they were typed: “earn \$48,100 or \textbf more”.
# There is no warning, and for Markdown the backslashes are escaped, so that readers see them,
# too.
#
# Titles of reports name sums, and each of them needs the backslash in BibTeX.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pybtex==0.26.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from pybtex.database import parse_string
from pybtex.plugin import find_plugin

ENTRY = r"""
@article{pay,
    author = {Ng, Ann}, journal = {Monthly Labor Review}, year = 2024,
    title = {{Half} earn \$48,100 or \textbf{more}, 5\% of {W}elders},
}
"""
EXPECTED = {
    "plaintext": r"Half earn \$48,100 or \textbf more, 5% of Welders",
    "markdown": r"Half earn \\$48,100 or \\textbf more, 5% of Welders",
}

print("pybtex", version("pybtex"))
works = parse_string(ENTRY, "bibtex")
style = find_plugin("pybtex.style.formatting", "plain")()
for name, expected in EXPECTED.items():
    backend = find_plugin("pybtex.backends", name)()
    (work,) = style.format_bibliography(works)
    made = work.text.render(backend)
    print(name, made, sep=": ")
    assert expected in made
END
