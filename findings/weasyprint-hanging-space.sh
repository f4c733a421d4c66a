#!/bin/sh
# Guessed: a text before what may not be parted from it is broken at its last space that fits.
#
# Pango lets spaces hang over a line's end, a no-break space too. WeasyPrint tries a text that ends in
# one with a pixel less, is told that it fits, sees that it does not, and takes the first word of it
# for one that cannot be broken any earlier: "Source:" stands alone, and the rest begins the next
# line. Behind a common space it happens at a few widths.
#
# Typesetters put a no-break space before a number, a unit, or a mark of a note.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import pypdfium2
import weasyprint


def early(space):
    """Return at how many of 100 widths the first word is alone on its line."""
    count = 0
    for width in range(220, 320):
        source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title><style>
@page {{ size: 120mm 80mm; margin: 5mm }}
p {{ width: {width}pt; font: 9pt/12pt serif }} b {{ white-space: nowrap }}
</style><p>Source: Department of Labor, Employment and Training, May 2024{space}<b>[1]</b>; more."""
        page = pypdfium2.PdfDocument(weasyprint.HTML(string=source).write_pdf())[0]
        count += page.get_textpage().get_text_bounded().splitlines()[0].strip() == "Source:"
    return count


print("WeasyPrint", weasyprint.__version__)
found = {"a no-break space": early("&#160;"), "a space": early(" "), "none": early("")}
for kind, count in found.items():
    print(f"{kind} before the mark: “Source:” is alone at {count} of 100 widths")
assert found["none"] == 0 < found["a no-break space"]
END
