#!/bin/sh
# Guessed: tinycss2's parse_color returns a colour, or None for what it does not know.
#
# So its documentation says, and so it is for most. But the level 5 parser raises a TypeError on
# device-cmyk() with the keyword none, which CSS Color 5 allows for a component. Whoever reads
# other people's drawings by it ends in a traceback.
#
# device-cmyk() is how press colours are written in CSS and SVG, and none is what design tools
# write for an ink that is not there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tinycss2==1.5.1
"$folder/venv/bin/python" - <<'END'
import tinycss2
from tinycss2.color5 import parse_color

print("tinycss2", tinycss2.__version__)


def answer(text):
    """Return what the parser does with a colour."""
    try:
        return repr(parse_color(text))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


found = {
    text: answer(text)
    for text in ("no-colour", "device-cmyk(0 0 0 1)", "rgb(none 0 0)", "device-cmyk(none 0 0 1)")
}
for text, said in found.items():
    print(f"{text}: {said}")
assert found["no-colour"] == "None"
assert not any("Error" in found[text] for text in ("device-cmyk(0 0 0 1)", "rgb(none 0 0)"))
assert found["device-cmyk(none 0 0 1)"].startswith("TypeError")
END
