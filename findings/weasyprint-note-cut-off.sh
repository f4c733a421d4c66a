#!/bin/sh
# Guessed: a footnote that is longer than a page is divided, or WeasyPrint warns.
#
# It is set in one piece from the foot of its page upwards, beyond the page's upper edge. Its
# first lines are in the file, where a search finds them, but outside of the paper.
#
# A long legal note begins in its middle, and a test that looks for its words passes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import logging

import pypdfium2
import weasyprint

warnings = []
handler = logging.Handler()
handler.emit = warnings.append
logging.getLogger("weasyprint").addHandler(handler)

note = "<br>".join(f"Clause {number}." for number in range(1, 31))
source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title><style>
@page {{ size: 100mm 60mm; margin: 5mm }}
p {{ font: 10pt/12pt serif }}
.note {{ float: footnote }}
</style><p>Text<span class="note">{note}</span></p>"""
*_, page = pypdfium2.PdfDocument(weasyprint.HTML(string=source).write_pdf())
text = page.get_textpage()
everything, seen = text.get_text_range(), text.get_text_bounded(0, 0, *page.get_size())

print("WeasyPrint", weasyprint.__version__)
for number in (1, 15, 30):
    words = f"Clause {number}."
    print(f"{words:12} in the file: {words in everything}, on the paper: {words in seen}")
print("warnings:", len(warnings))
assert all(f"Clause {number}." in everything for number in range(1, 31))
assert "Clause 1." not in seen and "Clause 30." in seen
assert not warnings
END
