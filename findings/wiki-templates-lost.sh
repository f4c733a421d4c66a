#!/bin/sh
# Guessed: converting a wiki page to plain text keeps the words and figures given to its templates, or
# reports that some are missing.
#
# They are dropped, and the text around them stays: “Median pay is  a year” for {{US$|48,100}},
# “courses take ” for {{nowrap|12 months}}, and the same for {{formatnum:457300}}, which is a function
# of MediaWiki itself and not a template. The words of a note are run into the sentence without a
# space: “a year.Bureau, 2024”.
#
# Figures are what templates are for, and the sentences still read like sentences without them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    mwparserfromhell==0.7.2 wikitextparser==3.0.0 pypandoc-binary==1.17
"$folder/venv/bin/python" - <<'END'
import mwparserfromhell
import pypandoc
import wikitextparser

TEXT = """Median pay is {{US$|48,100}} a year.<ref>Bureau, 2024</ref> Courses take \
{{nowrap|12 months}}, and {{formatnum:457300}} people have the job."""
FUSED = """Median pay is  a year.Bureau, 2024 Courses take , and  people have the job."""
PARTED = """Median pay is a year.[1] Courses take , and people have the job. [1] Bureau, 2024"""
print("mwparserfromhell", mwparserfromhell.__version__)
for made in (mwparserfromhell.parse(TEXT).strip_code(), wikitextparser.parse(TEXT).plain_text()):
    print(repr(made))
    assert made == FUSED
made = " ".join(pypandoc.convert_text(TEXT, "plain", format="mediawiki").split())
print("pandoc", pypandoc.get_pandoc_version(), repr(made))
assert made == PARTED
END
