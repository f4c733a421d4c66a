#!/bin/sh
# Guessed: a word that is hyphenated keeps its letters, or changes them as its language asks.
#
# A long consonant that Hungarian writes short, “ssz” for “sz” and “sz”, is written in full where
# the word is parted there: “hosszú” becomes “hosz-szú”. Pyphen's patterns know that and give both
# parts. WeasyPrint prints the first and goes on in the word as many letters on as that one has:
# “hosz-” has four letters like “hoss”, so the next line begins “zú”, and an “s” is nowhere.
#
# A Hungarian book has misspelled words, at the ends of lines alone. English, German,
# French, Spanish and Polish patterns change no letters, so nothing shows it there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pyphen==0.18.1 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io

import pyphen
import pypdfium2
import weasyprint


def lines(word, width):
    """Return the lines of a word in a column of some width in points."""
    source = f"""<!DOCTYPE html><html lang="hu"><title>Szó</title><style>
@page {{ size: {width}pt 400pt; margin: 0 }} body {{ margin: 0; font: 10pt serif }}
p {{ margin: 0; hyphens: auto; hyphenate-character: "-" }}</style><p>{word}</p>"""
    page = pypdfium2.PdfDocument(io.BytesIO(weasyprint.HTML(string=source).write_pdf()))[0]
    text = page.get_textpage()
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    return [text.get_text_bounded(*box).strip("-\u00ad\u0002\ufffe\r\n") for box in boxes]


print("WeasyPrint", weasyprint.__version__, "Pyphen", pyphen.__version__)
for word, parts in (("hosszú", ("hosz", "szú")), ("könnyű", ("köny", "nyű"))):
    asked = list(pyphen.Pyphen(lang="hu_HU").iterate(word))
    printed = lines(word, 28)
    print(f"{word}: the patterns say {asked}, the lines are {printed}")
    assert asked == [parts]
    assert printed == [parts[0], parts[1][1:]]
END
