"""The wheel: all that a book needs is inside, and a copy installed elsewhere makes one."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from definitions import definition, write

import guidepub

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the checkout by hatchling."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which only the wheel is installed."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_bears_the_name_and_the_version(wheel):
    assert wheel.name == f"guidepub-{guidepub.__version__}-py3-none-any.whl"


def test_templates_styles_and_fonts_are_inside(wheel):
    held = names(wheel)
    for kind in ("templates", "styles"):
        files = [path for path in (ROOT / kind).rglob("*") if path.is_file()]
        assert files
        for path in files:
            assert f"guidepub/{path.relative_to(ROOT).as_posix()}" in held


def test_what_the_package_reads_is_inside(wheel):
    package = Path(guidepub.__file__).parent
    for path in package.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert f"guidepub/{path.relative_to(package).as_posix()}" in names(wheel)


def test_nothing_else_is_inside(wheel):
    for name in names(wheel):
        assert name.startswith(("guidepub/", "guidepub-")), name
        assert "__pycache__" not in name


def test_the_licences_are_inside(wheel):
    licences = {name.rpartition("/")[2] for name in names(wheel) if "/licenses/" in name}
    assert licences == {"LICENSE", "OFL.txt"}


def test_the_command_is_declared(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "guidepub = guidepub.__main__:main" in archive.read(name).decode()


def test_an_installed_copy_builds_a_book_away_from_the_checkout(installed, tmp_path):
    write(tmp_path, {"baker.md": definition("Bread.\n\n:::{tip}\nA tip.\n:::")})
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    # It is the installed copy that runs, with the installed templates.
    where = run("-c", "import guidepub, guidepub.themes as r; print(guidepub.__file__); "
                      "print(*r.find_theme('classic').templates, sep='\\n')")  # fmt: skip
    assert all(line.startswith(str(installed)) for line in where.splitlines())
    assert len(where.splitlines()) >= 2
    assert "1 book made" in run("-m", "guidepub", "build", "baker.md")
    made = tmp_path / "dist" / "baker"
    assert (made / "baker-screen.pdf").read_bytes().startswith(b"%PDF")
    assert (made / "baker.epub").stat().st_size > 100_000
    # A new catalogue's files come from the wheel, too.
    run("-m", "guidepub", "init", "mine")
    assert "1 book made" in run("-m", "guidepub", "build", "mine", "-e", "epub")
