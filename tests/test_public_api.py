"""The names that guidepub promises: each is there once, says what it is, and is cheap to have."""

from __future__ import annotations

import ast
import importlib
import inspect
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from public_names import NAMES, described, spoken_of
from pydantic import BaseModel

import guidepub
from guidepub import (
    Finding,
    FindingsError,
    GuidepubError,
    InputError,
    Place,
    RenderError,
    UsageError,
)

MODELS = [
    name
    for name in NAMES
    if isinstance(getattr(guidepub, name), type) and issubclass(getattr(guidepub, name), BaseModel)
]

# Met on the way, and read rather than made: plain data of a report, the parts of a leaf's text,
# a theme's settings, what a printer asks.
NOT_PROMISED = {"guidepub.batch", "guidepub.checks.legal.verdicts.reports", "guidepub.linting.texts.blocks",
                "guidepub.loading.formats.documents", "guidepub.words.manuscript", "guidepub.themes.folders.theme",
                "guidepub.linting.texts.alarms", "guidepub.model.presses.printers", "guidepub.phrases",
                "guidepub.themes.covers.clusters"}  # fmt: skip


def test_every_signature_and_every_field_is_as_promised(golden):
    """To promise others: `pytest tests/test_public_api.py --update-golden`, and CHANGELOG.md."""
    golden("public_api.txt", "\n\n".join(described(name) for name in sorted(NAMES)))


def test_names_are_promised_once():
    assert len(NAMES) == len(set(NAMES))
    assert dir(guidepub) == sorted(guidepub.__all__)


def test_what_the_promised_names_speak_of_is_promised_too():
    missing = {
        f"{reported.__module__}.{reported.__name__}"
        for name in NAMES
        for reported in spoken_of(getattr(guidepub, name))
        if getattr(guidepub, reported.__name__, None) is not reported
        and not any(reported.__module__.startswith(home) for home in NOT_PROMISED)
    }
    assert missing == set()


def test_the_documentation_has_every_name():
    page = (Path(__file__).parent.parent / "docs" / "library.md").read_text("utf-8")
    assert [name for name in NAMES if not re.search(rf"`{name}\b", page)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_documented_and_comes_from_its_home(name):
    value = getattr(guidepub, name)
    home = importlib.import_module(f"guidepub.{guidepub._HOMES[name]}")
    assert getattr(home, name) is value
    if isinstance(value, type) or inspect.isfunction(value):
        assert inspect.getdoc(value)
        assert value.__module__.startswith("guidepub.")


def test_type_checkers_see_the_same_names_from_the_same_homes():
    tree = ast.parse(Path(guidepub.__file__).read_text("utf-8"))
    (block,) = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    seen = {
        alias.asname: str(node.module).removeprefix("guidepub.")
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == guidepub._HOMES


@pytest.mark.parametrize("name", MODELS)
def test_models_are_frozen_and_know_no_other_keys(name):
    settings = getattr(guidepub, name).model_config
    assert settings["frozen"]
    assert settings["extra"] == "forbid"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = guidepub.nothing


def test_the_package_is_marked_as_typed():
    assert (Path(guidepub.__file__).parent / "py.typed").is_file()


LOADED = """
import sys
{code}
print(" ".join(sorted(name.partition(".")[0] for name in sys.modules)))
"""


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        ("import guidepub", {"weasyprint", "ebooklib", "pydantic", "lxml", "jinja2", "babel"}),
        (
            "import guidepub; guidepub.load",
            {"weasyprint", "ebooklib", "pypdfium2", "pikepdf", "jinja2"},
        ),
        ("import guidepub; guidepub.assemble, guidepub.render", {"weasyprint", "ebooklib"}),
        ("import guidepub; guidepub.build", {"weasyprint", "ebooklib", "click", "rich"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(code, kept_out, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "guidepub" in loaded
    assert loaded & kept_out == set()


@pytest.mark.parametrize(
    ("error", "code"),
    [(GuidepubError, 1), (UsageError, 2), (FindingsError, 1), (InputError, 1), (RenderError, 1)],
)
def test_errors_have_one_root_and_an_exit_code(error, code):
    assert issubclass(error, GuidepubError)
    assert error.exit_code == code


@pytest.mark.parametrize("error", [InputError, RenderError])
def test_errors_carry_their_findings_between_processes(error):
    findings = [Finding(Place("b.md", 2), "D001", "B."), Finding(Place("a.md", 1, 3), "D002", "A.")]
    raised = pickle.loads(pickle.dumps(error(findings)))
    assert type(raised) is error
    assert [finding.code for finding in raised.findings] == ["D002", "D001"]
    assert str(raised) == "a.md:1:3 D002 A.\nb.md:2 D001 B."


def test_books_and_catalogues_travel_between_processes(bakery, baker_book):
    assert pickle.loads(pickle.dumps(baker_book)) == baker_book
    copy = pickle.loads(pickle.dumps(bakery))
    assert copy == bakery
    assert copy["baker"].origin == bakery["baker"].origin


def test_the_example_of_the_package_works(monkeypatch):
    monkeypatch.chdir(Path(__file__).parent.parent)
    lines = [line.partition(">>> ")[2] for line in (guidepub.__doc__ or "").splitlines()]
    names: dict[str, object] = {}
    exec("\n".join(filter(None, lines)), names)
    assert bytes(names["pdf"]).startswith(b"%PDF")  # type: ignore[call-overload]
