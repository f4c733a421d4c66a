"""What type checkers take and refuse of calls from Python is what happens when these are run."""

from __future__ import annotations

import ast
import inspect
import re
import runpy
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import guidepub
from guidepub import GuidepubError

# What takes long is made once.
pytestmark = pytest.mark.xdist_group("typed calls")

CALLS = Path(__file__).parent / "calls"
ROOT = CALLS.parent.parent.parent
# What only loading sets.
_FILE_FIELDS = {"sha256", "amount", "lineage", "line", "origin", "of_whom", "row", "stated", "other_cells",
             "row_figures", "released", "others", "members"}  # fmt: skip
MODELS = [
    getattr(guidepub, name)
    for name in guidepub.__all__
    if hasattr(getattr(guidepub, name), "model_fields")
]


@pytest.fixture(scope="module")
def complaints():
    """Return the lines of each file of calls of which mypy complains, with what it says."""
    files = [str(CALLS / name) for name in ("accepted.py", "refused.py")]
    # In a process of its own: mypy lets functions call each other deeper than others expect.
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""
    found = {"accepted.py": {}, "refused.py": {}}
    for line in done.stdout.splitlines():
        if match := re.fullmatch(r"(?:.*/)?(\w+\.py):(\d+): error: (.*)", line):
            found[match[1]][int(match[2])] = match[3]
    return found


def test_what_the_documentation_writes_is_taken(complaints):
    assert complaints["accepted.py"] == {}
    runpy.run_path(str(CALLS / "accepted.py"))


def test_slips_are_refused_line_by_line(complaints):
    lines = (CALLS / "refused.py").read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith("# refused")}
    assert set(complaints["refused.py"]) == marked


def test_slips_are_refused_when_they_are_run():
    for slip in runpy.run_path(str(CALLS / "refused.py"))["SLIPS"]:
        with pytest.raises(GuidepubError):
            slip()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_type_checkers_see_names_the_fields_of_the_model(model):
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    for function in (each for each in functions if each.name == "__init__"):
        names = [argument.arg for argument in function.args.kwonlyargs]
        needed = {
            name
            for name, default in zip(names, function.args.kw_defaults, strict=True)
            if default is None
        }
        fields = model.model_fields
        assert set(names) | _FILE_FIELDS >= set(fields) >= set(names)
        assert needed == {name for name, field in fields.items() if field.is_required()}
