#!/bin/sh
# Guessed: pandoc keeps the words of a LaTeX text even if it does not know the command around them.
#
# It drops the words in \rotatebox, \fbox and \makebox, and those of \nicefrac, \sfrac and \nth: a
# rotated table head comes out empty, and “7\nicefrac{1}{2} hours” become 7 hours. \mbox and
# \textcolor are kept. Only the verbose log names what was skipped.
#
# Narrow tables of wages have rotated heads, and half an hour a day is lost from a sentence.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$folder/venv/bin/python" - <<'END'
import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
CASES = (
    (r"Pay is \mbox{\$48,100} or \textcolor{red}{more}.", "Pay is $48,100 or more."),
    (r"Pay is \fbox{\$48,100} or \makebox[2cm]{more}.", "Pay is or ."),
    (r"Work 7\nicefrac{1}{2} hours, or 6\sfrac{1}{2}.", "Work 7 hours, or 6."),
    (r"Work 7\textonehalf{} hours on the 3\textsuperscript{rd} shift.",
     "Work 7½ hours on the 3^(rd) shift."),
    (r"The \nth{3} shift", "The shift"),
    (r"\begin{tabular}{lr} State & \rotatebox{90}{Median} \\ Ohio & \$48,100 \\ \end{tabular}",
     "------- --------- State Ohio $48,100 ------- ---------"),
)
for text, expected in CASES:
    made = " ".join(pypandoc.convert_text(text, "plain", format="latex").split())
    print(text, "->", made)
    assert made == expected, made
END
