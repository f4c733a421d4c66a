"""The command line explains itself, loads little, and prints plainly where it should."""

from __future__ import annotations

import builtins
import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.shell_completion import ShellComplete
from definitions import definition, write

import guidepub
import guidepub.__main__
from guidepub.cli import COMMANDS

ROOT = Path(__file__).parents[2]
HEAVY = {
    "weasyprint",
    "ebooklib",
    "pydantic",
    "pypdfium2",
    "lxml",
    "PIL",
    "babel",
    "markdown_it",
    "rich",
}


def started(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, "-m", "guidepub", *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_help_teaches_how_to_begin(run):
    ran = run("--help")
    assert (ran.code, ran.err) == (0, "")
    # Examples stand on lines of their own, as they are to be typed.
    assert "\n      guidepub init my-guides\n      guidepub build my-guides\n" in ran.out
    assert "catalog.toml" in ran.out
    assert "Exit codes: 0" in ran.out
    for name, purpose in COMMANDS.items():
        assert f"  {name}" in ran.out
        assert purpose in ran.out


def test_without_a_command_the_help_is_shown(run):
    assert "guidepub init my-guides" in "".join((run().out, run().err))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_whose_examples_keep_their_lines(run, name):
    ran = run(name, "-h")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: guidepub {name} ")
    # The sign that keeps lines is not for readers.
    assert "\\b" not in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_the_short_help_is_the_first_line_of_the_long_one(name, run):
    first = run(name, "--help").out.split("\n\n")[1]
    # Both say the same, if not in the same words: neither may be empty.
    assert first.strip()
    assert COMMANDS[name].endswith(".")


def test_build_explains_paths_files_and_examples(run):
    text = run("build", "--help").out
    for line in (
        "dist/<slug>/<slug>.epub         an EPUB 3",
        "guidepub build welder -e epub",
        "guidepub build my-guide.md --imprint riverbend",
    ):
        assert line in text
    assert "Exit codes: 0 all" in " ".join(text.split())


def test_the_version_is_the_packages(run):
    assert run("--version").out == f"guidepub {guidepub.__version__}\n"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("publish", "guidepub --help lists all."),
        ("bild", "Did you mean “build”?"),
        ("list", "Did you mean “catalog”?"),
    ],
)
def test_an_unknown_command_is_wrong_usage(run, name, remedy):
    ran = run(name)
    assert ran.code == 2
    assert f"There is no command “{name}”. {remedy}" in ran.err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("build --watch", "guidepub preview updates at every save."),
        ("build --format pdf", "-e screen makes a PDF."),
        ("lint --json", "--format json."),
        (
            "build -e pdf",
            "“pdf” is not an edition. Use screen for a PDF to read, print for a press.",
        ),
        ("build -e web,epub", "Write -e web -e epub."),
    ],
)
def test_what_other_programs_call_otherwise_is_reported(run, line, expected):
    ran = run(*line.split())
    assert (ran.code, ran.err.rstrip().endswith(expected)) == (2, True)


def test_an_option_that_a_command_lacks_is_not_explained_by_another_command_s(run):
    ran = run("notices", "owed", "--format", "csv")
    assert (ran.code, "No such option" in ran.err, "-e" in ran.err) == (2, True, False)


def test_a_line_with_an_unknown_command_is_completed_in_silence():
    completed = ShellComplete(guidepub.cli.group, {}, "guidepub", "_GUIDEPUB_COMPLETE")
    assert "build" in [each.value for each in completed.get_completions(["publish"], "b")]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["publish"]])
def test_the_help_loads_no_renderer_and_no_models(arguments, tmp_path):
    code = (
        "import sys\nfrom guidepub.cli import main\n"
        f"sys.argv = ['guidepub', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stderr.splitlines()[-1].replace("'", '"')))
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_the_module_is_the_command(tmp_path):
    done = started("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"guidepub {guidepub.__version__}\n")


def test_a_process_exits_with_the_codes_and_keeps_its_streams_apart(tmp_path):
    write(tmp_path, {"good.md": definition(), "bad.md": "---\ntitel: Baker\n---\n# A\n\nB.\n"})
    good = started("build", "good.md", "-e", "epub", cwd=tmp_path)
    assert (good.returncode, good.stderr) == (0, "")
    bad = started("build", "bad.md", cwd=tmp_path)
    assert bad.returncode == 1
    assert "bad.md:2:1 D010 The key “titel” is unknown. Did you mean “title”?" in bad.stderr
    assert "D010" not in bad.stdout
    assert started("build", "gone.md", cwd=tmp_path).returncode == 2


def test_a_pdf_is_made_without_a_word_on_the_error_stream(tmp_path):
    # Libraries below may warn of fonts, of locales, of deprecations: none of it is for readers.
    write(tmp_path, {"one.md": "---\ntitle: One\n---\n# Overview\n\nText.\n"})
    done = started("build", "one.md", "-j", "2", cwd=tmp_path, LC_ALL="C", PYTHONWARNINGS="default")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stream_that_cannot_show_a_character_breaks_nothing(tmp_path):
    write(
        tmp_path, {"été/good.md": definition(), "été/bad.md": "---\ntitel: Été\n---\n# A\n\nB.\n"}
    )
    done = started(
        "build", "été", "-e", "epub", "-o", "œuvre", cwd=tmp_path, PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert r"\xe9t\xe9/bad.md:2:1 D010" in done.stderr
    assert r"\u0153uvre/good/good.epub" in done.stdout


def terminal(folder: Path, **variables: str) -> str:
    """Run a build with a fault on a terminal, and return all that it printed."""
    pty = pytest.importorskip("pty", reason="this system has no terminals of that kind")
    main, side = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CI", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "guidepub", "build", "bad.md", "-e", "epub"],
        cwd=folder, stdin=side, stdout=side, stderr=side, close_fds=True,
        env={**clean, "TERM": "xterm-256color", **variables},
    )  # fmt: skip
    os.close(side)
    printed = b""
    while True:
        try:
            chunk = os.read(main, 4096)
        except OSError:  # the terminal's other side is closed
            break
        if not chunk:
            break
        printed += chunk
    os.close(main)
    assert process.wait() == 1
    return printed.decode()


@pytest.fixture(scope="module")
def bad(tmp_path_factory) -> Path:
    return write(tmp_path_factory.mktemp("bad"), {"bad.md": "---\ntitel: Baker\n---\n# A\n\nB.\n"})


def test_a_terminal_gets_colours(bad):
    printed = terminal(bad)
    assert "\x1b[" in printed
    assert "D010" in printed


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"CI": "true"}])
def test_no_escape_code_where_none_is_wanted(bad, variable):
    printed = terminal(bad, **variable)
    assert "\x1b" not in printed
    assert "bad.md:2:1 D010 The key “titel” is unknown. Did you mean “title”?" in printed


def test_no_escape_code_in_a_pipe_and_no_wrapped_line(bad):
    done = started("build", "bad.md", cwd=bad, COLUMNS="40", TERM="xterm-256color")
    assert "\x1b" not in done.stdout + done.stderr
    assert "bad.md:2:1 D010 The key “titel” is unknown. Did you mean “title”?\n" in done.stderr


KINDS = {"guide": "sections", "front-matter": "facts", "catalog": "imprint"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one_of_json_schema(run, kind):
    schema = json.loads(run("schema", kind).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"
    assert KINDS[kind] in schema["properties"]
    assert schema["additionalProperties"] is False

    def check(part: object) -> None:
        if isinstance(part, list):
            for item in part:
                check(item)
        if isinstance(part, dict):
            if "$ref" in part:
                name = part["$ref"].removeprefix("#/$defs/")
                assert name in schema["$defs"], part
            if "required" in part and "properties" in part:
                assert set(part["required"]) <= set(part["properties"])
            kinds = {"object", "array", "string", "integer", "number", "boolean", "null"}
            assert "type" not in part or isinstance(part["type"], dict) or part["type"] in kinds
            for item in part.values():
                check(item)

    check(schema)


def test_a_guides_schema_is_the_default_and_another_kind_is_wrong_usage(run):
    assert run("schema").out == run("schema", "guide").out
    assert run("schema", "book").code == 2


def test_the_schema_knows_every_key_of_the_sample_guides(run):
    schema = json.loads(run("schema").out)
    front = json.loads(run("schema", "front-matter").out)
    assert "sections" not in front["properties"]
    for path in (ROOT / "guides").rglob("*"):
        if path.suffix == ".yaml":
            known, text = schema, path.read_text("utf-8")
        elif path.suffix == ".md" and "\n---\n" in path.read_text("utf-8"):
            known, text = front, path.read_text("utf-8").split("---\n")[1]
        else:
            continue
        head = yaml.safe_load(text)
        assert set(head) <= set(known["properties"]), path
        assert set(known["required"]) <= set(head)
        for kind, group in (("Fact", "facts"), ("Source", "sources")):
            for value in head[group].values():
                assert set(value) <= set(known["$defs"][kind]["properties"])
                assert set(known["$defs"][kind].get("required", ())) <= set(value)


def test_private_fields_are_in_no_schema(run):
    guide = json.loads(run("schema").out)
    assert "origin" not in guide["properties"]
    assert "line" not in guide["$defs"]["Section"]["properties"]
    catalog = json.loads(run("schema", "catalog").out)
    assert {"guides", "findings", "root"}.isdisjoint(catalog["properties"])


def test_a_command_that_is_stopped_while_it_is_loaded_says_so(monkeypatch, capsys):
    def stopped(name, *_rest, **_options):
        if name == "guidepub.cli":
            raise KeyboardInterrupt
        return loaded(name, *_rest, **_options)

    loaded = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", stopped)
    # A command is alone in its process, and sets the garbage collector for it.
    threshold, callbacks = gc.get_threshold(), gc.callbacks.copy()
    try:
        with pytest.raises(SystemExit) as ended:
            guidepub.__main__.main()
    finally:
        gc.callbacks[:] = callbacks
        gc.set_threshold(*threshold)
        gc.unfreeze()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "Stopped.\n"
