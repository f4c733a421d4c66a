#!/bin/sh
# Guessed: PDFium's font size of a character is the size of the type on the page in points, as
# pypdfium2 and PDFium's header say of it.
#
# It is the operand of the operator Tf alone. What scales the page or the text, such as the
# matrix with which WeasyPrint brings CSS pixels to points, is left out: type of 10.5 points
# counts 14, and type of 9 points in another writer's file counts 1. FPDFText_GetMatrix has the rest.
#
# Anyone who looks for notices that are set too small passes a third of those that are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 reportlab==4.4.4 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io

import pypdfium2
import pypdfium2.raw as pdfium
import weasyprint
from reportlab.pdfgen.canvas import Canvas


def sizes(data):
    """Return the size of the first character as PDFium says it, and what the matrix makes of it."""
    text = pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage()
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text.raw, 0, matrix)
    said = pdfium.FPDFText_GetFontSize(text.raw, 0)
    return round(said, 2), round(said * abs(matrix.d), 2)


def scaled():
    """Return a PDF with type of 1 that a matrix makes 9 points large."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 200))
    canvas.scale(9, 9)
    canvas.setFont("Helvetica", 1)
    canvas.drawString(2, 10, "Notice")
    canvas.save()
    return buffer.getvalue()


style = "<style>p { font-size: 10.5pt }</style>"
web = weasyprint.HTML(string=f"<title>A</title>{style}<p>Notice").write_pdf()
print("pypdfium2", pypdfium2.PYPDFIUM_INFO.version, "WeasyPrint", weasyprint.__version__)
print("type of 10.5 points by WeasyPrint: said, and with the matrix:", sizes(web))
print("type of 9 points in a scaled text: said, and with the matrix:", sizes(scaled()))
assert sizes(web) == (14, 10.5)
assert sizes(scaled()) == (1, 9)
END
