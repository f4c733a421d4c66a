#!/bin/sh
# Guessed: in CommonMark a mark inside of a word is a letter, so names such as O*NET stand as
# they are.
#
# That holds of the underscore only. A star inside of a word begins and ends emphasis, so the
# stars of two such names in one paragraph are taken for a pair: both vanish, and all between
# them is in italics. With one name in a paragraph, as in most tests, nothing happens.
# (CommonMark 0.31, 6.2.)
#
# Career guides name O*NET, the source of their data, many times on a page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'END'
import markdown_it

print("markdown-it-py", markdown_it.__version__)
render = markdown_it.MarkdownIt("commonmark").render
one, two, scores = (
    render(text)
    for text in (
        "The O*NET code 29-1141.",
        "The O*NET code 29-1141, from O*NET OnLine.",
        "The O_NET code 29-1141, from O_NET OnLine.",
    )
)
print(one, two, scores, sep="")
assert one == "<p>The O*NET code 29-1141.</p>\n"
assert two == "<p>The O<em>NET code 29-1141, from O</em>NET OnLine.</p>\n"
assert scores == "<p>The O_NET code 29-1141, from O_NET OnLine.</p>\n"
END
