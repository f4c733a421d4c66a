"""What the processes of a command load: what it uses, and nothing else that takes long."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from definitions import definition, write

# What draws, reads foreign files, looks at words, or speaks with other machines.
RENDERERS = {"weasyprint", "fontTools", "ebooklib", "pypdfium2", "pikepdf", "barcode"}
OTHERS = {"distributed", "fsspec", "mammoth", "openpyxl", "spellchecker", "pyarrow"}

IN_ITS_PROCESS = """
import atexit, sys
atexit.register(lambda: open({out!r}, "w").write("\\n".join(sys.modules)))
from guidepub.__main__ import main
sys.argv = ["guidepub", *{arguments!r}]
if __name__ == "__main__":
    main()
"""

IN_A_WORKER = """
import sys
from guidepub.workers.working import load
load({modules!r})
print("\\n".join(sys.modules))
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a command has loaded in its own process at its end."""
    out = folder / "loaded.txt"
    script = folder / "command.py"
    script.write_text(IN_ITS_PROCESS.format(out=str(out), arguments=arguments), "utf-8")
    done = subprocess.run([sys.executable, script], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(out.read_text("utf-8").split())


def rooms(modules: set[str]) -> set[str]:
    """Return the rooms of guidepub among modules."""
    return {name.split(".")[1] for name in modules if name.startswith("guidepub.")}


def test_a_build_leaves_rendering_to_its_workers(tmp_path):
    write(tmp_path, {"baker.md": definition()})
    loaded = loaded_by(tmp_path, "build", "baker.md", "-e", "screen")
    assert "guidepub.batch.building" in loaded
    assert loaded & (RENDERERS | OTHERS) == set()
    # No terminal, no picture, no ISBN, no bibliography.
    unused = {"PIL", "http.client", "jinja2", "lxml", "pydoc", "rich", "ssl", "stdnum"}
    assert loaded & unused == set()
    unused = {"assembly", "pdf", "epub", "web", "linting", "importing", "preview"}
    assert rooms(loaded) & unused == set()


@pytest.fixture
def in_a_worker(monkeypatch) -> set[str]:
    """What the first worker of `guidepub build -e screen` loads before it has a book."""
    from guidepub.cli.making import build

    asked: list[str] = []

    class Pool:
        def __init__(self, *_arguments: object) -> None:
            pass

        def start_early(
            self, *modules: str, shared: Sequence[str] = (), many: bool = False
        ) -> None:
            asked.extend(modules)

    monkeypatch.setattr(build, "WorkerPool", Pool)
    build._executor(None, 1, 60.0, ("screen",), alone=False)
    code = IN_A_WORKER.format(modules=asked)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_worker_loads_what_the_edition_needs(in_a_worker):
    assert {"weasyprint", "guidepub.pdf.writer", "guidepub.assembly.books"} <= in_a_worker
    assert {"guidepub.editions.screen", "guidepub.checks.proof"} <= in_a_worker
    unused = {
        "barcode",
        "click",
        "ebooklib",
        "fontTools.ttLib",
        "fontTools.varLib",
        "guidepub.assembly.shared.citing_by_style",
        "rich",
        "sqlite3",
        "tinyhtml5",
        "yaml",
    }
    assert in_a_worker & (unused | OTHERS) == set()
    assert rooms(in_a_worker) & {"cli", "epub", "web", "linting", "importing", "preview"} == set()
    assert "guidepub.batch.building" not in in_a_worker
    assert "guidepub.loading.catalogs" not in in_a_worker
    assert "guidepub.checks.legal.in_documents.documents" not in in_a_worker


def ready(name: str, more: str) -> set[str]:
    """Return what a process has loaded that gets ready for a part of one guide's build."""
    code = f"import sys\nfrom guidepub.cli.making import build\nbuild.{name}()\n{more}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_of_one_guide_a_process_draws_the_book_and_another_assembles_and_proves_it():
    drawing = ready("_get_ready_to_draw", "")
    assert {"weasyprint", "guidepub.pdf.writer", "guidepub.editions.screen"} <= drawing
    assert drawing & {"jinja2", "markdown_it", "pypdfium2", "pikepdf", "yaml"} == set()
    assert rooms(drawing) & {"assembly", "batch", "checks", "markdown", "tables"} == set()
    proving = ready(
        "_get_ready_to_assemble",
        "import guidepub.checks.proof, guidepub.editions.screen, guidepub.pdf.finished.counting",
    )
    assert {"jinja2", "guidepub.assembly.books", "guidepub.checks.text.findings"} <= proving
    assert (
        proving & {"weasyprint", "guidepub.pdf.writer", "guidepub.pdf.engine.weasyprint"} == set()
    )


def test_a_build_starts_its_worker_before_it_loads_models():
    code = "import sys, guidepub.cli.making.build; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = {"pydantic_core", "importlib.metadata", "guidepub.model.validation.frozen"}
    assert set(done.stdout.split()) & slow == set()


def test_a_process_that_is_started_loads_no_command():
    code = "import sys, guidepub.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "guidepub.cli" not in done.stdout.split()


def test_what_a_command_has_loaded_is_collected_once_at_most():
    code = """
import contextlib, gc, sys
from guidepub.__main__ import main
sys.argv = ["guidepub", "--version"]
with contextlib.suppress(SystemExit):
    main()
gc.unfreeze()
before = gc.get_threshold()[0], len(gc.callbacks)
gc.collect()
print(*before, gc.get_threshold()[0], len(gc.callbacks), gc.get_freeze_count() > 1000)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1000000 1 50000 0 True"


def test_a_check_loads_nothing_that_makes_books(tmp_path):
    write(tmp_path, {"baker.md": definition()})
    loaded_by(tmp_path, "build", "baker.md", "-e", "web")
    loaded = loaded_by(tmp_path, "check", "dist")
    assert "guidepub.checks.opened_files" in loaded
    assert "guidepub.model.guides.guide" not in loaded
    assert loaded & (RENDERERS - {"pikepdf"} | OTHERS) == set()
    assert rooms(loaded) & {"assembly", "pdf", "epub", "web", "linting", "preview"} == set()


def test_the_process_that_checks_files_loads_nothing_of_guides():
    code = "import sys, guidepub.checks.worker; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        set(done.stdout.split()) & {"guidepub.model.guides.guide", "guidepub.model.books.book"}
        == set()
    )


def test_the_process_that_looks_for_notices_loads_nothing_of_guides():
    code = "import sys, guidepub.checks.legal.worker; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert rooms(loaded) & {"markdown", "notices", "loading", "tables", "pictures"} == set()
    assert (
        loaded & {"guidepub.model.catalogs.catalog", "guidepub.themes.folders.theme", "cssselect2"}
        == set()
    )


def test_the_process_that_compares_texts_loads_no_styles_before_a_file_has_any():
    code = "import sys, guidepub.checks.text.worker; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        set(done.stdout.split()) & {"guidepub.checks.legal.in_documents.documents", "cssselect2"}
        == set()
    )


def test_fonts_are_still_cut_where_harfbuzz_cannot(monkeypatch):
    code = (
        "import io, guidepub.pdf.engine.weasyprint\n"
        "from weasyprint.pdf import fonts\n"
        "options = fonts.subset.Options(notdef_outline=True)\n"
        "print(type(fonts.subset.Subsetter(options)).__module__)\n"
        "import fontTools.subset, fontTools.varLib.instancer\n"
        "print(fontTools.subset.Options is type(options))\n"
        "try:\n"
        "    fonts.TTFont(io.BytesIO(b'no font at all'))\n"
        "except fonts.TTLibError as error:\n"
        "    print(type(error).__module__)\n"
        "print(fontTools.varLib.instancer.instantiateVariableFont.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "fontTools.subset",
        "True",
        "fontTools.ttLib",
        "fontTools.varLib.instancer",
    ]
