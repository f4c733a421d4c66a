#!/bin/sh
# Guessed: a PDF with an identifier takes about as long to write as one without.
#
# To take the digest that is the identifier's second half, pydyf asks each object for its data
# again, and a stream is compressed each time that it is asked.
#
# PDF/A and PDF/X ask for an identifier, so every stream of such a file is compressed twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydyf==0.13.0
"$folder/venv/bin/python" - <<'END'
import io
import zlib

import pydyf

packed = []
compressobj = zlib.compressobj


def counted(*arguments, **named):
    packed.append(arguments)
    return compressobj(*arguments, **named)


zlib.compressobj = counted


def written(identifier):
    """Return how often something is compressed while a file with one stream is written."""
    packed.clear()
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"0 0 m"], compress=True))
    pdf.write(io.BytesIO(), identifier=identifier)
    return len(packed)


print("pydyf", pydyf.__version__)
print("without an identifier:", written(None))
print("with one:             ", written(b"id"))
assert written(None) == 1
assert written(b"id") == 2
END
