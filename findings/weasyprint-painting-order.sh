#!/bin/sh
# Guessed: the text that is extracted from a simple page of one column has the order of reading.
#
# WeasyPrint writes a page in CSS's painting order, and PDFium gives text as it is written. So
# a paragraph with position: relative comes after all that follow it, and so do the numbers of
# a list, which stand outside of its lines: words and their numbers are apart.
#
# Search, copying, text-to-speech without tags, and every test of a file's wording get the
# words in another order than the reader.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pypdfium2
import weasyprint

SOURCE = """<!DOCTYPE html><html lang="en"><title>Guide</title>
<p style="position: relative">First.</p>
<ol><li>Second.</li><li>Third.</li></ol>
<p>Last.</p>"""

print("WeasyPrint", weasyprint.__version__, "read by pypdfium2", version("pypdfium2"))
data = weasyprint.HTML(string=SOURCE).write_pdf()
words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split()
print(words)
assert words == ["Second.", "Third.", "Last.", "First.", "1.", "2."]
END
