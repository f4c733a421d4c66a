"""Finds the definitions in a folder, by the names and the beginnings of files.

A catalogue's folder holds other files too: a licence, a project's settings, a schema, a
report. A file is a definition where the catalogue says so, or where it has a guide's front
matter or a guide's keys. One that was meant as a guide and is broken still is a definition,
so nothing here parses: a few lines that look like a guide's keys are enough.
"""

from __future__ import annotations

import difflib
import functools
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from guidepub.files import is_within, read_head
from guidepub.files.folders import Listing, listing
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError
from guidepub.model import DefinitionRules, Guide, slug_of
from guidepub.words.characters import printable

SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".json")
MARKDOWN = (".md", ".markdown")
_NAMES = tuple(f"guide{suffix}" for suffix in SUFFIXES)

# How many bytes of a file are read to find whether it is a definition.
_HEAD = 64 * 1024
_MOST_LINES = 400
_MOST_KEYS = 100
# The settings of many a program have a theme.
_KEYS = tuple(sorted(Guide.model_fields.keys() - {"origin", "theme"}))
# The keys that hold what a guide is about; others, such as tags, are in many kinds of file.
_OWN = frozenset({"at_a_glance", "facts", "guides", "occupation", "sections", "sources"})
# Keys that occur in many kinds of files.
_COMMON = frozenset({"description", "tags"})
_LONGEST_KEY = max(map(len, _KEYS)) + 4
_LIKE = 0.75
_FENCE = re.compile(r"---[ \t]*")
_CODE = re.compile(r" {0,3}(```|~~~)")
_KEY = re.compile(r"( *)([\"']?)([A-Za-z_][\w-]{0,40})\2[ \t]*:(?=\s|$)")
_WORD = re.compile(r"[A-Za-z_]{1,40}(?=\s)")
# A text that never ends takes all the rest, so that nothing is looked at twice.
_TOKEN = re.compile(
    r"\"(?:[^\"\\]|\\.)*(?:\"|\Z)|'[^']*(?:'|\Z)|[\w-]+|[{}\[\]:]", re.DOTALL | re.ASCII
)


def definition_files(
    folder: Path, rules: DefinitionRules | None = None, root: Path | None = None
) -> Listing:
    """Return the files of a folder that may be definitions by their names.

    Those are `<slug>.md` and the like, and `<slug>/guide.md`, but for hidden files, for those
    that begin with `_` or README, and for what the catalogue's rules leave out; or just the
    files that the rules include. Patterns are matched with the path from `root`, the
    catalogue's folder. What looks like a definition and cannot be one is reported in the
    listing's `findings`: a folder that cannot be read, or is called like a file, and a link that
    leads out of the catalogue.

    Raises:
        UsageError: the folder itself cannot be read.
    """
    rules, root = rules or DefinitionRules(), root or folder
    here = listing(folder)
    if here.findings:
        raise UsageError(str(here.findings[0]))
    found = [
        file
        for file in here.files
        if file.suffix.lower() in SUFFIXES and _chosen(file, _is_plain(file), rules, root)
    ]
    findings: list[Finding] = []
    for below in here.folders:
        names = (below / name for name in _NAMES)
        chosen = [file for file in names if _chosen(file, _is_plain(below), rules, root)]
        if chosen:
            guides = _guides_in(below, chosen, root)
            found += guides.files
            findings += guides.findings
    outside = {file: fault for file in found if (fault := fault_of_link(file, root))}
    findings += outside.values()
    return Listing(tuple(sorted({*found} - outside.keys())), (), tuple(findings))


def fault_of_link(file: Path, root: Path) -> Finding | None:
    """Return the finding on a file that a link of its own or its folder's leads out, or None."""
    linked = os.path.islink(file) or os.path.islink(file.parent)
    # A link that leads to no file is reported as such.
    if not linked or not os.path.isfile(file) or is_within(file, root):
        return None
    message = "The guide is outside the catalogue."
    return Finding(Place(str(file)), "D041", message, "Replace the link by a copy of the file.")


def _guides_in(folder: Path, names: Sequence[Path], root: Path) -> Listing:
    """Return the definitions in a guide's own folder, by the names that these may have there."""
    if folder.is_symlink() and not is_within(folder, root):
        # A folder outside is not even listed; a guide there is recognised by its name.
        return Listing(tuple(name for name in names if os.path.isfile(name)))
    inside = listing(folder)
    there = {*inside.files, *inside.folders}
    found = tuple(name for name in names if name in there)
    if found or inside.findings or folder.suffix.lower() not in SUFFIXES:
        return Listing(found, (), inside.findings)
    message = "This is a folder with the name of a guide’s file."
    remedy = "Rename the guide in it to guide.md, or rename the folder."
    return Listing((), (), (Finding(Place(str(folder)), "D001", message, remedy),))


def is_definition(path: Path) -> bool:
    """Return whether a file is a definition by what it begins with.

    A file that cannot be read or holds no text may have been one, and so is reported as one. So is
    the address of a row's guide.
    """
    try:
        data = read_head(path, _HEAD)
    except (OSError, ValueError):
        return True
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = data.decode(encoding, "replace")
    if "\0" in text or not text.strip():
        return True
    if path.suffix.lower() in MARKDOWN:
        return _is_guide_in_markdown(text)
    return _is_guide_as_data(_flow_keys(text) if _is_flow(text) else _line_keys(text.splitlines()))


def name_of(path: Path) -> str:
    """Return the name that a definition's path gives its guide: the file's, or its folder's."""
    return path.absolute().parent.name if path.stem == "guide" else path.stem


def label_of(path: Path) -> str:
    """Return the name of a definition in a report before its guide is known."""
    return slug_of(name_of(path)) or printable(path.stem)


def _is_plain(entry: Path) -> bool:
    name = entry.name
    return not name.startswith((".", "_")) and not name.upper().startswith("README")


def _chosen(file: Path, plain: bool, rules: DefinitionRules, root: Path) -> bool:
    try:
        name = file.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        name = file.name
    included = any(fnmatchcase(name, pattern) for pattern in rules.include)
    excluded = any(fnmatchcase(name, pattern) for pattern in rules.exclude)
    return (included if rules.include else plain) and not excluded


def _is_guide_as_data(keys: Iterable[str]) -> bool:
    """Return whether the keys of a YAML or JSON file are a guide's, known or misspelt."""
    likes = [_like(key) for key in keys]
    known = {like for like in likes if like}
    if "title" in known and known & _OWN:
        return True
    return bool(known & {"title", *_OWN}) and len(known) > likes.count("")


def _is_guide_in_markdown(text: str) -> bool:
    """Return whether a text begins with a guide's front matter, whole or broken."""
    lines = text.lstrip("\ufeff \t\r\n").splitlines()[:_MOST_LINES]
    if not lines or not _FENCE.fullmatch(lines[0]):
        return _has_broken_front_matter(lines)
    end = next((n for n, line in enumerate(lines) if n and _FENCE.fullmatch(line)), len(lines))
    head = [line for line in lines[1:end] if line.strip() and not line.lstrip().startswith("#")]
    if not head:
        # Front matter that is not filled in yet.
        return end < len(lines)
    keys = [*_flow_keys("\n".join(head))] if _is_flow(head[0]) else [*_line_keys(head)]
    likes = [_like(key) for key in keys]
    known = {like for like in likes if like}
    if not keys:
        # Such as “title Baker”, without its colon.
        return any(word[0] in _KEYS for line in head if (word := _WORD.match(line)))
    own = bool(known & {"title", *_OWN})
    return own or (len(known) > likes.count("") and not known <= _COMMON)


def _has_broken_front_matter(lines: Iterable[str]) -> bool:
    """Return whether front matter stands without its first line, or below something else."""
    keys: set[str] = set()
    code = fence = False
    for line in lines:
        if _CODE.match(line):
            code = not code
        elif code:
            continue
        elif _FENCE.fullmatch(line):
            fence = True
        elif (match := _KEY.match(line)) and not match[1] and match[3] in _KEYS:
            keys.add(match[3])
    return "title" in keys and (fence or len(keys) > 1)


def _is_flow(text: str) -> bool:
    return text.lstrip().startswith(("{", "["))


def _line_keys(lines: Iterable[str]) -> Iterator[str]:
    """Yield the keys of a YAML mapping that stand furthest to the left."""
    indent: int | None = None
    matches = (match for line in lines if (match := _KEY.match(line)))
    for match in islice(matches, _MOST_KEYS * 10):
        indent = len(match[1]) if indent is None else indent
        if len(match[1]) <= indent:
            yield match[3]


def _flow_keys(text: str) -> Iterator[str]:
    """Yield the keys of the outermost mapping of JSON, or of YAML written like it."""
    depth, last = 0, ""
    for token in _TOKEN.finditer(text):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
        elif token[0] == ":" and depth == 1 and last:
            yield last
        last = token[0].strip("\"'") if token[0] not in "{}[]:" else ""


@functools.lru_cache(maxsize=512)
def _like(key: str) -> str:
    """Return the guide's key that a key is or was meant to be, or an empty string."""
    word = key.lower()
    if word in _KEYS:
        return word
    if len(word) > _LONGEST_KEY:
        return ""
    return next(iter(difflib.get_close_matches(word, _KEYS, n=1, cutoff=_LIKE)), "")
