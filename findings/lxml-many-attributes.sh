#!/bin/sh
# Guessed: going through the attributes of an element takes time in proportion to their number.
#
# lxml looks for each of them from the first one on, so it takes the square: 2,000 attributes a
# few milliseconds, 60,000 (700 KB of XML) the better part of a minute. Parsing them, and asking
# how many there are, is quick.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lxml==6.1.3
"$folder/venv/bin/python" - <<'END'
import time

from lxml import etree


def seconds(count):
    """Return the seconds of going through so many attributes."""
    element = etree.fromstring("<a " + " ".join(f'a{n}="1"' for n in range(count)) + "/>")
    begin = time.process_time()
    assert len(element.attrib.items()) == count
    return time.process_time() - begin


print("lxml", etree.__version__)
few, many = seconds(2_000), seconds(20_000)
print(f"2,000 attributes: {few:.4f} s, 20,000: {many:.4f} s, {many / few:.0f} times as long")
assert many > 30 * few
END
