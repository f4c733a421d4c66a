"""Give import a great many hostile files, and say what it made of them.

    python benchmarks/import_junk.py --files 10000

Each file must give a definition or a clear error; a traceback, a hang or a file of which
nothing is reported ends with exit code 1. The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from guidepub.findings import errors_of
from guidepub.importing import import_all
from guidepub.importing.reading import SUFFIXES

Maker = Callable[[random.Random], bytes]
_WORDS = [
    "Job Outlook",
    "Salary",
    "Overview",
    "$_SESSION['campusType'] = \"BOTH\"",
    "<?php echo 1",
    "?>",
    "{{ x }}",
    "{% include a.html %}",
    '[caption id="1"]',
    "median annual wage was $51,000 in May 2024",
    "(",
    "© 2020 All rights reserved",
    "grow 5 percent from 2024 to 2034",
    "https://example.org/a(b",
    ":::{note}",
    "# Heading",
    "- item",
    "1. item",
    "| a | b |",
    "{fact}`x`",
    "[@key]",
    "[^1]",
    "<b>",
    "</div>",
    "&amp",
    "&#0",
    "\\",
    "*",
    "`",
    "~~~",
    "<!-- guidepub: unsettled -->",
    "---",
    "+++",
    "\ufeff",
    "\u202e",
    "é",
    "日本",
    "🙂",
    "must have a master’s degree",
]
_BATCH = 250


def noise(dice: random.Random) -> bytes:
    """Random bytes."""
    return dice.randbytes(dice.randrange(1, 4000))


def salad(dice: random.Random) -> bytes:
    """What means something to one reader or another, in any order."""
    joint = dice.choice(("\n", "\n\n", " ", ""))
    return joint.join(dice.choices(_WORDS, k=dice.randrange(1, 120))).encode()


def encoded(dice: random.Random) -> bytes:
    """A text in an encoding that its reader does not expect, perhaps cut off."""
    encoding = dice.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis", "utf-7", "cp037")
    )
    data = salad(dice).decode().encode(encoding, "replace")
    return data[dice.randrange(0, 3) : len(data) - dice.randrange(0, 3)]


def nested(dice: random.Random) -> bytes:
    """Elements, lists, quotations and brackets in each other, thousands deep."""
    depth = dice.randrange(100, 20_000)
    tag = dice.choice(("div", "ul><li", "b", "table><tr><td", "blockquote", "span", "a href='#x'"))
    first = tag.split(">")[0].split()[0]
    forms = (
        f"<{tag}>" * depth + "text" + f"</{first}>" * dice.choice((0, depth)),
        ">" * depth + " text",
        "- " * depth + "text",
        "[" * depth + "text" + "](x)" * depth,
        "*" * depth + "text" + "_" * depth,
        "{{" * depth + "}}" * dice.choice((0, depth)),
    )
    return dice.choice(forms).encode()


def page(dice: random.Random) -> bytes:
    """A page of elements that are opened, closed and cut off anywhere."""
    tags = [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "a",
        "img",
        "sup",
        "script",
        "style",
        "dl",
        "dt",
        "dd",
        "nav",
        "main",
    ]
    parts = ["<html><body>"]
    for _ in range(dice.randrange(1, 200)):
        tag = dice.choice(tags)
        named = dice.choice(
            ("", f" class='{dice.choice(('ad', 'chart', 'nav', 'caption'))}'", " hidden")
        )
        span = f" colspan='{dice.randrange(10**6)}' rowspan='{dice.randrange(10**6)}'"
        parts.append(
            dice.choice((f"<{tag}{named}>", f"</{tag}>", f"<{tag}{span}>", dice.choice(_WORDS)))
        )
    return "".join(parts).encode()[: dice.randrange(20, 20_000)]


def script(dice: random.Random) -> bytes:
    """Markup that means to run, to fetch or to be expanded."""
    bombs = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body>&b;</body>',
        "<img src='file:///etc/passwd'><iframe src='http://127.0.0.1/'></iframe><p>text</p>",
        "<script>while(true){}</script><p onclick='x()'>text <a href='javascript:x()'>link</a></p>",
        "<?xml version='1.0' encoding='utf-9'?><html><body><p>text</p>",
        "<base href='http://[::1'><a href='//[x'>text</a>" * 20,
        "---\na: &a [x]\nb: [*a, *a, *a]\n!!python/object:os.system x\n---\ntext",
    )
    return dice.choice(bombs).encode() + salad(dice)


def word_file(dice: random.Random) -> bytes:
    """An archive that calls itself a Word file: a bomb, a lie, or a broken one."""
    document = dice.choice(
        (
            b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            b"<w:body>" + b"<w:p>" * dice.randrange(1, 3000) + b"text",
            b"<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>",
            b"\0" * dice.choice((1000, 30_000_000)),
            salad(dice),
        )
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(dice.choice(("word/document.xml", "../../x", "/etc/x")), document)
    data = buffer.getvalue()
    return data[: dice.choice((len(data), dice.randrange(1, len(data))))]


def pattern(dice: random.Random) -> bytes:
    """Strings on which a careless regular expression would take forever."""
    pieces = (
        "employment " * 400 + "grow " * 400 + "%",
        "( " * 5000,
        "$1,111" * 2000,
        "a" * 60_000 + "!",
        " " * 60_000 + "x",
        "[a b=" + '"' * 10_000,
        "www." * 5000 + "(c)" * 3000,
        "<!-- guidepub: " * 2000,
        "median annual wage of " * 1500 + "$",
        "copyright " * 4000 + "©",
    )
    return dice.choice(pieces).encode()


def large(dice: random.Random) -> bytes:
    """More than anyone writes: long lines, many cells, many links; now and then 20 MB."""
    size = dice.choice((10_000, 10_000, 10_000, 100_000, 700_000))
    forms = (
        b"<table>" + b"<tr><td>1</td><td>a</td></tr>" * size,
        b"<a href='/x'>link</a> " * size,
        b"word " * size,
        b"word\n\n" * size,
        b"# Salary\n\n$1,000\n\n" * size,
    )
    return dice.choice(forms)[: 20 * 1024 * 1024]


MAKERS: tuple[tuple[Maker, int], ...] = (
    (noise, 20), (salad, 25), (encoded, 12), (nested, 8), (page, 20), (script, 8), (word_file, 8),
    (pattern, 4), (large, 1),
)  # fmt: skip


def main() -> int:
    """Make the files batch by batch, import each, and print a table of what came out."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)
    makers, weights = zip(*MAKERS, strict=True)
    made: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    unreported: list[str] = []
    slowest = 0.0
    begun = time.perf_counter()
    for first in range(0, chosen.files, _BATCH):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(first, min(first + _BATCH, chosen.files)):
                maker = dice.choices(makers, weights)[0]
                suffix = ".docx" if maker is word_file else dice.choice(SUFFIXES)
                name = f"{number:06d}-{maker.__name__}{suffix}"
                Path(folder, name).write_bytes(maker(dice))
            start = time.perf_counter()
            results = import_all([folder], Path(folder, "out"), dry_run=True)
            slowest = max(slowest, time.perf_counter() - start)
        for result in results:
            kind = result.path.stem.partition("-")[2]
            errors = errors_of(result.findings)
            codes.update(finding.code for finding in errors)
            made[f"{kind}: {'refused' if errors else 'imported'}"] += 1
            if (not errors and result.state == "failed") or any(
                "Error:" in e.message for e in errors
            ):
                unreported.append(f"{result.path.name}: {[str(e) for e in errors]}")
        print(f"{first + len(results)} files", file=sys.stderr)
    seconds = time.perf_counter() - begun
    for kind, count in sorted(made.items()):
        print(f"{kind:24} {count:6}")
    print("errors:", ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"{chosen.files} files in {seconds:.0f} s; slowest {_BATCH}: {slowest:.1f} s; peak {peak} MB"
    )
    for line in unreported[:40]:
        print("UNREPORTED", line)
    return 1 if unreported else 0


if __name__ == "__main__":
    sys.exit(main())
