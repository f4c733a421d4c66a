#!/bin/sh
# Guessed: word2number reads one number in a text, or says that there are two.
#
# It adds up all that it finds: “two or three years” are 5, “one in five” is 6. It multiplies, too:
# “thirty-five to forty hours” is 190, and the year “nineteen ninety-nine” 1719. Words that are none
# of numbers are passed over, “half” among them.
#
# Guides have such numbers in ranges, shares and years. None of the answers looks wrong by itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check word2number==1.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from word2number import w2n

print("word2number", version("word2number"))
for words, expected in (
    ("forty-eight thousand one hundred", 48_100),
    ("two or three years", 5),
    ("one in five", 6),
    ("one hundred to two hundred", 202),
    ("thirty-five to forty hours", 190),
    ("nineteen ninety-nine", 1719),
    ("half a million", 1_000_000),
    ("two and a half years", 2),
):
    found = w2n.word_to_num(words)
    print(f"{words}: {found}")
    assert found == expected
END
