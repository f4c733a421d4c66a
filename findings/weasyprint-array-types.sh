#!/bin/sh
# Guessed: an array of glyphs for HarfBuzz costs what its glyphs do.
#
# WeasyPrint asks cffi for an array of as many glyphs as a face has in a file by a type of that
# very length, such as `hb_codepoint_t[37]`. cffi reads each new type as C source, behind a line
# for each name that it knows, and keeps it for as long as the process lives.
#
# A file with ten faces takes 40 ms longer for it, unless a file before had as many glyphs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0
"$folder/venv/bin/python" - <<'END'
import time

import weasyprint
from cffi.cparser import Parser

read = []
parse_type = Parser.parse_type


def timed(parser, kind):
    begin = time.process_time()
    made = parse_type(parser, kind)
    read.append((kind, 1000 * (time.process_time() - begin)))
    return made


Parser.parse_type = timed

print("WeasyPrint", weasyprint.__version__)
for text in ("one", "another text", "a third one with more letters: bdfgjkqz"):
    read.clear()
    weasyprint.HTML(string=f"<p>{text}").write_pdf()
    arrays = [(kind, f"{taken:.1f} ms") for kind, taken in read if kind.startswith("hb_codepoint")]
    print(text, arrays)
    assert arrays
END
