"""The rules that keep the parts apart, read from the source itself.

Imports point down. One folder knows WeasyPrint, one EbookLib, one prints; one module reads
the clock, one writes files; a public name says what it is for, and no name is a riddle. Patterns mean the same to each
version of Python.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from benchmarks.house.levels import LEVELS
from benchmarks.house.measures import arrows_up, circling_modules, measured
from benchmarks.house.sources import PACKAGE, Module, imported, modules, parsed

# Who alone may know a library.
HOMES = {
    "weasyprint": {"pdf"},
    "pydyf": {"pdf"},
    "pypdfium2": {"checks", "importing", "pdf"},
    "ebooklib": {"epub"},
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"templating", "themes"},
    "markdown_it": {"markdown"},
    "mdit_py_plugins": {"markdown"},
    "babel": {"figures"},
    "yaml": {"loading"},
    "sqlite3": {"batch", "checks"},
    "distributed": {"batch"},
    "fsspec": {"batch"},
    "multiprocessing": {"preview", "workers"},
    "spellchecker": {"words"},
    "mammoth": {"importing"},
    "mwparserfromhell": {"importing"},
    "striprtf": {"importing"},
    "rapidfuzz": {"importing"},
    "py3langid": {"importing"},
}

# A worker's process is its own: it ends without taking its objects down.
LEAVERS = {
    ("workers/companions.py", "_exit"),
    ("workers/copies.py", "_exit"),
    ("workers/nursery.py", "_exit"),
    ("workers/working.py", "_exit"),
}

# Fontconfig reads its configuration from a file; it lies in a temporary folder for a moment.
# What is sent to an object store is no file of this machine.
WRITERS = {
    ("pdf/layout/styles.py", "write_text"),
    ("pdf/layout/styles.py", "tempfile"),
    ("batch/publishing.py", "makedirs"),
}

_WRITING = frozenset(
    {"chmod", "copyfile", "copytree", "link_to", "makedirs", "mkdir", "mkdtemp", "mkstemp",
     "rename", "rmdir", "rmtree", "symlink_to", "touch", "truncate", "unlink",
     "write_bytes", "write_text"}
)  # fmt: skip
_CLOCK = frozenset({"now", "utcnow", "today", "fromtimestamp", "localtime", "gmtime"})


def direction_faults(found: Iterable[Module]) -> list[str]:
    """Return the imports that point up or sideways."""
    return [f"{path} imports {room}" for path, room in arrows_up(found)]


def home_faults(found: Iterable[Module]) -> list[str]:
    """Return the modules that import a library which another part alone may know."""
    return [
        f"{module.path} imports {library}"
        for module in found
        for library in sorted({name.partition(".")[0] for name in imported(module)} & HOMES.keys())
        if module.room not in HOMES[library]
    ]


@cache
def calls(module: Module) -> tuple[tuple[str, str, int], ...]:
    """Return (the name called, all of it, its line) for each call of a module."""
    found = []
    for node in module.nodes:
        if isinstance(node, ast.Call):
            whole = ast.unparse(node.func)
            found.append((whole.rpartition(".")[2], whole, node.lineno))
    return tuple(found)


def leaving_faults(found: Iterable[Module]) -> list[str]:
    """Return where a module prints or exits that is not the command line."""
    leaving = {
        "print",
        "sys.exit",
        "os._exit",
        "exit",
        "quit",
        "sys.stdout.write",
        "sys.stderr.write",
    }
    return [
        f"{module.path}:{line} calls {whole}"
        for module in found
        if module.room != "cli"
        for name, whole, line in calls(module)
        if (module.path, name) not in LEAVERS
        if whole in leaving or whole in ("SystemExit", "input", "breakpoint")
    ]


def clock_faults(found: Iterable[Module]) -> list[str]:
    """Return where a module reads the clock that is not `dates`."""
    faults = []
    for module in found:
        if module.path == "files/dates.py":
            continue
        names = {name.partition(".")[0] for name in imported(module)}
        faults += [f"{module.path} imports time"] * ("time" in names)
        faults += [
            f"{module.path}:{line} calls {whole}"
            for name, whole, line in calls(module)
            if name in _CLOCK
        ]
    return faults


# A group that is repeated by `*+` or the like; nobody repeats an empty one.
_GREEDY_GROUP = re.compile(r"(?<![(\\])\)(?:[*+?]|\{[0-9]*,?[0-9]*\})\+")


def pattern_faults(found: Iterable[Module]) -> list[str]:
    """Return where a pattern repeats a group possessively.

    It then matches too little before Python 3.11.5 (Debian 12 has 3.11.2), where single
    characters and atomic groups are right: https://github.com/python/cpython/issues/106052.
    """
    return [
        f"{module.path}:{node.lineno} repeats a group possessively"
        for module in found
        for node in module.nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _GREEDY_GROUP.search(node.value)
    ]


def writing_faults(found: Iterable[Module]) -> list[str]:
    """Return where a module writes files that is not `files`."""
    faults = []
    for module in found:
        if module.path == "files/disk.py":
            continue
        for name, whole, line in calls(module):
            # `files.write_bytes` is the way to write; it is called by its bare name.
            writes = (name in _WRITING and whole != "write_bytes") or whole == "os.remove"
            if writes and (module.path, name) not in WRITERS:
                faults.append(f"{module.path}:{line} calls {whole}")
        libraries = {name.partition(".")[0] for name in imported(module)}
        faults += [
            f"{module.path} imports {library}"
            for library in sorted(libraries & {"shutil", "tempfile", "secrets"})
            if (module.path, library) not in WRITERS
        ]
        for node in module.nodes:
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name | ast.Attribute) and (
                node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            ).endswith("open"):
                modes = [a.value for a in node.args if isinstance(a, ast.Constant)]
                modes += [k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)]
                if any(re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", str(mode)) for mode in modes):
                    faults.append(f"{module.path}:{node.lineno} opens a file to write")
    return faults


def docstring_faults(found: Iterable[Module]) -> list[str]:
    """Return the public modules, functions, classes and methods without a docstring."""
    faults = []
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for module in found:
        if not ast.get_docstring(module.tree):
            faults.append(module.path)
        for node in module.tree.body:
            if not isinstance(node, kinds) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node):
                faults.append(f"{module.path} {node.name}")
            if isinstance(node, ast.ClassDef):
                faults += [
                    f"{module.path} {node.name}.{method.name}"
                    for method in node.body
                    if isinstance(method, kinds)
                    and not method.name.startswith("_")
                    and not ast.get_docstring(method)
                ]
    return faults


# “Said”, “told” and “heard” once named findings, statements, texts, values and messages alike, and
# “what becomes of” stood for results of any kind: none says what a thing is.
_RIDDLING_NAME = re.compile(r"_*(?:\w+_)?(?:said|told|heard)(?:_\w+)?", re.I)
_RIDDLING_PHRASE = re.compile(r"\bwhat (?:becomes|became|has become) of\b", re.I)


def wording_faults(found: Iterable[Module]) -> list[str]:
    """Return the names and the docstrings that do not say what a thing is."""
    faults = []
    for module in found:
        for node in module.nodes:
            for field in ("id", "arg", "attr", "name", "asname"):
                name = getattr(node, field, None)
                if isinstance(name, str) and _RIDDLING_NAME.fullmatch(name):
                    faults.append(f"{module.path}:{getattr(node, 'lineno', 0)} names {name}")
            if isinstance(node, ast.Constant) and _RIDDLING_PHRASE.search(str(node.value)):
                faults.append(f"{module.path}:{node.lineno} says “what becomes of”")
    return faults


RULES = [
    direction_faults,
    circling_modules,
    home_faults,
    leaving_faults,
    clock_faults,
    pattern_faults,
    writing_faults,
    docstring_faults,
    wording_faults,
]


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps_the_rule(rule):
    assert rule(modules()) == []


def test_the_lists_of_exceptions_hold_nothing_that_is_gone():
    found = modules()
    house = measured(found)
    assert {room for rooms in LEVELS.values() for room in rooms} == house.rooms
    used = {(module.path, name) for module in found for name, _, _ in calls(module)}
    used |= {(m.path, name.partition(".")[0]) for m in found for name in imported(m)}
    assert used >= WRITERS | LEAVERS
    libraries = {(name.partition(".")[0], m.room) for m in found for name in imported(m)}
    assert libraries >= {(library, part) for library, parts in HOMES.items() for part in parts}


def test_no_module_takes_more_from_the_package_itself_than_its_version():
    for module in modules():
        for name in imported(module):
            if name.startswith("guidepub."):
                part = name.split(".")[1]
                assert (
                    part == "__version__"
                    or (PACKAGE / part).exists()
                    or (PACKAGE / f"{part}.py").exists()
                ), f"{module.path} imports {name}"


@pytest.mark.parametrize(
    ("path", "source", "rule"),
    [
        ("markdown/x.py", "from guidepub.model import Guide", direction_faults),
        ("markdown/x.py", "def f():\n    import guidepub.cli", direction_faults),
        ("pdf/x.py", "from guidepub import epub", direction_faults),
        ("epub/x.py", "from guidepub.pdf.writer import render", direction_faults),
        ("themes/drawings/charts.py", "import guidepub.markdown", direction_faults),
        ("tables/x.py", "import guidepub.loading", direction_faults),
        ("words/x.py", "from guidepub.findings import Finding", direction_faults),
        ("cli/x.py", "import weasyprint", home_faults),
        ("assembly/x.py", "def f():\n    from ebooklib import epub", home_faults),
        ("batch/x.py", "from rich.console import Console", home_faults),
        ("batch/x.py", "print('x')", leaving_faults),
        ("batch/x.py", "import sys\nsys.exit(1)", leaving_faults),
        ("batch/x.py", "raise SystemExit(1)", leaving_faults),
        ("batch/x.py", "import time", clock_faults),
        ("batch/x.py", "from time import monotonic", clock_faults),
        ("batch/x.py", "import datetime\ndatetime.date.today()", clock_faults),
        ("batch/x.py", "datetime.now(UTC)", clock_faults),
        ("batch/x.py", "re.compile(r'(?:a|bc)*+d')", pattern_faults),
        ("batch/x.py", "re.compile(rf'(?:{some}){{1,3}}+')", pattern_faults),
        ("batch/x.py", "path.write_text('x')", writing_faults),
        ("batch/x.py", "path.write_bytes(b'')", writing_faults),
        ("batch/x.py", "path.open('wb')", writing_faults),
        ("batch/x.py", "open(name, mode='a')", writing_faults),
        ("batch/x.py", "os.makedirs(name)", writing_faults),
        ("batch/x.py", "import shutil", writing_faults),
        ("batch/x.py", '"""D."""\ndef f():\n    pass', docstring_faults),
        (
            "batch/x.py",
            '"""D."""\nclass A:\n    """D."""\n    def f(self):\n        pass',
            docstring_faults,
        ),
        ("batch/x.py", "x = 1", docstring_faults),
        ("batch/x.py", "told = []", wording_faults),
        ("batch/x.py", "f(is_told=True)", wording_faults),
        ("text/x.py", "def said_of(text): ...", wording_faults),
        ("text/x.py", "class A:\n    heard: str", wording_faults),
        ("batch/x.py", '"""Orders, and what becomes of each."""', wording_faults),
    ],
)
def test_a_breach_of_a_rule_is_seen(path, source, rule):
    assert len(rule([parsed(path, source)])) == 1


def test_what_is_allowed_is_no_breach():
    source = (
        '"""D."""\nfrom guidepub.model import Guide\nfrom guidepub.files import write_bytes\n'
        "def _private():\n    write_bytes(path, data)\n    path.open('rb')\n    open(name)\n"
        "class _Private:\n    def method(self):\n        pass\n"
        "re.compile(r'(?>(?:[^a]++|b)*)\\)++')\n"
    )
    module = parsed("batch/x.py", source)
    assert [fault for rule in RULES for fault in rule([module])] == []


def test_a_circle_of_imports_is_seen():
    def module(name: str, target: str) -> Module:
        return parsed(f"a/{name}.py", f"from guidepub.a.{target} import x")

    assert circling_modules(
        [module("one", "two"), module("two", "three"), module("three", "one")]
    ) == [
        "guidepub.a.one",
        "guidepub.a.three",
        "guidepub.a.two",
    ]
    assert circling_modules([module("one", "two"), module("two", "three")]) == []


def homes_of_folders(found: Iterable[Module]) -> list[str]:
    """Return the rooms, and the folders of rooms, that hold folders themselves."""
    parts = [module.path.split("/") for module in found]
    return sorted({"/".join(names[:end]) for names in parts for end in range(1, len(names) - 1)})


@cache
def folders_of(home: str, found: Iterable[Module]) -> dict[str, set[str]]:
    """Return what each folder of a room or folder imports of it: its other folders and modules."""
    own = ["guidepub", *home.split("/")]
    depth = len(own)
    stands_on: dict[str, set[str]] = {}
    for module in found:
        parts = ["guidepub", *module.path.split("/")]
        if parts[:depth] == own and len(parts) > depth + 1:
            names = [name.split(".") for name in imported(module)]
            others = {name[depth] for name in names if name[:depth] == own and name[depth:]}
            stands_on.setdefault(parts[depth], set()).update(others - {parts[depth]})
    return stands_on


def folder_faults(home: str, found: Iterable[Module]) -> list[str]:
    """Return where folders import what stands above them, or each other in a circle."""
    found = tuple(found)
    stands_on = folders_of(home, found)
    paths = {module.path for module in found}
    faults = [
        f"{home}/{folder} imports {name}"
        for folder, others in stands_on.items()
        for name in sorted(others)
        if f"{home}/{name}.py" in paths
    ]
    while bare := {folder for folder, others in stands_on.items() if not others & set(stands_on)}:
        stands_on = {folder: on for folder, on in stands_on.items() if folder not in bare}
    return faults + [f"{home}/{folder} stands in a circle" for folder in sorted(stands_on)]


def test_folders_stand_on_each_other_in_one_direction():
    # Not a case for each home: every process that collects tests would parse the whole package.
    homes = homes_of_folders(modules())
    assert {home: faults for home in homes if (faults := folder_faults(home, modules()))} == {}


def test_what_is_read_of_a_foreign_text_knows_no_other_folder_than_the_tables():
    assert folders_of("importing", modules())["originals"] <= {"knowledge"}


def test_a_folder_that_imports_what_stands_above_it_is_seen():
    found = (
        parsed("pdf/leaves/x.py", "import guidepub.pdf.tags.y\nimport guidepub.pdf.writer"),
        parsed("pdf/tags/y.py", "from guidepub.pdf.leaves import x"),
        parsed("pdf/writer.py", "import guidepub.pdf.tags.y"),
    )
    assert folder_faults("pdf", found) == [
        "pdf/leaves imports writer",
        "pdf/leaves stands in a circle",
        "pdf/tags stands in a circle",
    ]
    assert folder_faults("pdf", found[1:]) == []
    assert homes_of_folders(found) == ["pdf"]


def test_folders_within_a_folder_are_held_to_the_same():
    found = (
        parsed("checks/legal/pages/x.py", "import guidepub.checks.legal.proof"),
        parsed("checks/legal/proof.py", "import guidepub.checks.legal.in_pages.pages.x"),
    )
    assert homes_of_folders(found) == ["checks", "checks/legal"]
    assert folder_faults("checks/legal", found) == ["checks/legal/pages imports proof"]
    assert folder_faults("checks", found) == []


def test_a_part_without_a_level_is_seen():
    with pytest.raises(LookupError, match="news has no level"):
        direction_faults([parsed("news.py", "import guidepub.findings.errors")])


def test_the_house_is_in_order():
    house = measured(modules())
    assert (house.circles, house.arrows_up, house.class_names) == ((), (), {})


def test_a_name_of_two_things_and_a_circle_of_rooms_are_seen():
    house = measured(
        [
            parsed("pdf/x.py", "import guidepub.epub.y\nclass A: ...\ndef render(): ..."),
            parsed("epub/y.py", "class A: ..."),
            parsed("epub/x.py", "import guidepub.pdf.w\ndef f():\n    class B: ..."),
        ]
    )
    assert house.rooms == {"pdf", "epub"}
    assert house.arrows == {("pdf", "epub"), ("epub", "pdf")}
    assert house.circles == ("epub", "pdf")
    assert len(house.arrows_up) == 2
    assert house.class_names == {"A": ("pdf/x.py", "epub/y.py")}
    assert house.file_names == {"x.py": ("pdf/x.py", "epub/x.py")}
    assert house.renders == ("pdf/x.py",)


def test_modules_stay_small():
    long = {
        module.path: lines
        for module in modules()
        if (lines := len((PACKAGE / module.path).read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_two_modules_of_tests_have_one_name():
    """Folders of tests are no packages: pytest would read only the first of two."""
    names = sorted(path.name for path in Path(__file__).parent.rglob("test_*.py"))
    assert names == sorted(set(names))
