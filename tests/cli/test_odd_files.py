"""Whatever lies beside good guides costs itself alone: each is told, and the rest is made."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from definitions import definition, write

import guidepub
from guidepub.preview import surveys

ROOT = Path(__file__).parents[2]
CATALOG = '[imprint]\nname = "Press"\n[defaults]\neditions = ["epub"]\n[data]\npay = "pay.csv"\n'
CHART = ":::{chart} Pay\n:table: pay\n:label: job\n:value: pay\n:unit: USD/year\n\n:::"
ODD = os.fsdecode(b"caf\xe9")
EXPECTED = {
    f"{ODD}.md": "D013",
    f"{ODD}/guide.md": "D013",
    "device.md": "D001",
    "folder.md": "D001",
    "gone.md": "D001",
    "half.json": "D008",
    "half.yaml": "D004",
    "linked/guide.md": "D001",
    "lost+found": "D001",
    "piped/guide.md": "D001",
    "pipe.md": "D001",
    "round.md": "D001",
    "socket.md": "D001",
}


@pytest.fixture
def odd(here, monkeypatch):
    """Return a catalogue with one good guide and one of everything that is none."""
    folder = write(
        here / "guides",
        {
            "catalog.toml": CATALOG,
            "good.md": definition(),
            f"{ODD}.md": definition(),
            f"{ODD}/guide.md": definition(),
            f"{ODD}.png": "",
            "half.json": '{"title": "\\ud800", "sections": [{"title": "A", "body": "B"}]}',
            "half.yaml": 'title: "\\ud800"\nsections:\n- {title: A, body: B}\n',
            "lost+found/guide.md": definition(),
            "folder.md/notes.txt": "",
        },
    )
    (folder / "piped").mkdir()
    (folder / "linked").mkdir()
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "piped" / "guide.md")
    (folder / "linked" / "guide.md").symlink_to("nowhere")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "round.md").symlink_to("round.md")
    (folder / "device.md").symlink_to("/dev/zero")
    monkeypatch.chdir(folder)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.md")
    monkeypatch.chdir(here)
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("lost+found"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("guidepub.files.folders.os.scandir", refusing)
    return folder


def reported(findings):
    """Return the code of what is told of each file, by its name in the catalogue."""
    found = {finding["place"]["path"]: finding["code"] for finding in findings}
    names = {f"guides/{name}".replace(ODD, r"caf\xE9"): code for name, code in EXPECTED.items()}
    assert found == names
    return found


def test_a_build_makes_the_rest_and_reports_each(run, odd):
    ran = run("build", "guides", "-o", "out", "--html", "page.html", "--report", "copy.json")
    assert ran.code == 1
    assert "1 book made, 13 failed" in ran.out
    report = json.loads(Path("out/build.json").read_text("utf-8"))
    reported([finding for book in report["books"] for finding in book["findings"]])
    assert len(report["books"]) == 14
    assert report == json.loads(Path("copy.json").read_text("utf-8"))
    assert r"caf\xE9.md" in Path("page.html").read_text("utf-8")


def test_a_second_try_tries_them_all_and_only_them(run, odd):
    run("build", "guides", "-o", "out")
    again = run("build", "guides", "-o", "out", "--retry-failed")
    assert again.code == 1
    assert "0 books made, 13 failed" in again.out
    assert "unchanged" not in again.out


def test_the_library_reports_the_same(odd):
    report = guidepub.build(guidepub.load("guides"), "out")
    assert [result.slug for result in report.built] == ["good"]
    reported([finding.as_dict() for finding in report.findings])


def test_lint_reports_them_in_every_form(run, odd):
    for form in ("json", "sarif", "github", "text"):
        ran = run("lint", "guides", "--format", form, "-o", form)
        assert ran.code == 1, form
        Path(form).read_text("utf-8")
    errors = json.loads(Path("json").read_text("utf-8"))["findings"]
    reported([each for each in errors if each["severity"] == "error"])
    results = json.loads(Path("sarif").read_text("utf-8"))["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
    assert "guides/caf%5CxE9.md" in places


def test_the_preview_lists_the_rest(odd, monkeypatch):
    monkeypatch.setattr(surveys, "_KNOWN", {})
    monkeypatch.setattr(surveys, "_TITLES", {})
    found = surveys.survey(odd, None)
    names = {entry.path.name for entry in found.entries if not entry.errors}
    assert names == {"good.md"}
    assert {(Path(each.place.path).name, each.code) for each in found.findings} == {
        (r"caf\xE9.md", "D013"), ("guide.md", "D013"), ("folder.md", "D001"), ("lost+found", "D001")
    }  # fmt: skip


def test_an_import_takes_the_rest(run, here, odd):
    old = write(
        here / "old", {"cook.txt": "Cook\n\nCooks cook.\n", f"{ODD}.txt": "Baker\n\nBread.\n"}
    )
    os.mkfifo(old / "pipe.txt")
    (old / "gone.html").symlink_to("nowhere")
    write(old, {"lost+found/a.txt": "x"})
    ran = run("import", "old", "-o", "new", "--report", "report.json")
    assert ran.code == 1
    assert sorted(path.name for path in Path("new").iterdir()) == ["baker.md", "cook.md"]
    report = json.loads(Path("report.json").read_text("utf-8"))
    states = {row["source"]: row["state"] for row in report["files"]}
    assert states == {
        "old/cook.txt": "new",
        r"old/caf\xE9.txt": "new",
        "old/gone.html": "failed",
        "old/lost+found": "failed",
        "old/pipe.txt": "failed",
    }


@pytest.mark.parametrize("kind", [(), ("--legal",), ("--text", "--guide", "good")])
def test_a_check_reads_the_rest(run, odd, kind):
    run("build", "guides/good.md", "-o", "out")
    write(Path("out"), {f"{ODD}.epub": "x", f"{ODD}/a.epub": "x", "lost+found/a.pdf": "x"})
    os.mkfifo("out/pipe.pdf")
    Path("out/gone.epub").symlink_to("nowhere")
    catalog = ("--catalog", "guides/good.md") if kind else ()
    cache = ("--cache", "none") if "--legal" in kind else ()
    # How findings are written does not depend on what was looked for.
    for form in ("json", "sarif", "github") if "--legal" in kind else ("json",):
        ran = run("check", "out", *kind, *catalog, *cache, "--format", form, "-o", form)
        assert ran.code == 1
        Path(form).read_text("utf-8")
    data = json.loads(Path("json").read_text("utf-8"))
    files = data.get("files", [data])
    found = {f["place"]["path"]: f["code"] for file in files for f in file["findings"]}
    assert {path: code for path, code in found.items() if code.startswith("D")} == {
        r"out/caf\xE9.epub": "D013",
        r"out/caf\xE9/a.epub": "D013",
        "out/gone.epub": "D001",
        "out/lost+found": "D001",
        "out/pipe.pdf": "D001",
    }


def test_books_go_to_a_folder_of_an_odd_name(run, good):
    for _ in range(2):
        assert run("build", "guides", "-o", ODD, "--events", "-").code == 0
    report = json.loads(Path(ODD, "build.json").read_text("utf-8"))
    assert report["unchanged"] == 2


@pytest.mark.parametrize("folder", ["", "/guides"])
def test_a_catalogue_of_an_odd_name_is_reported(run, here, folder):
    write(here / ODD / folder.strip("/"), {"catalog.toml": CATALOG, "good.md": definition()})
    ran = run("build", f"{ODD}{folder}")
    assert ran.code == 1
    assert rf"caf\xE9{folder}/good.md D013" in ran.err


def test_guides_on_one_broken_table_are_all_named_and_tried_again(run, here):
    good = {f"good-{number}.md": definition() for number in range(5)}
    bad = {"chart.md": definition(CHART), "more.md": definition(CHART)}
    write(here / "guides", {"catalog.toml": CATALOG, "pay.csv": "job\n1,2\n", **good, **bad})
    assert run("build", "guides").code == 1
    books = json.loads(Path("dist/build.json").read_text("utf-8"))["books"]
    assert [book["slug"] for book in books if book["status"] == "failed"] == ["chart", "more"]
    assert len(books) == 7
    (here / "guides" / "pay.csv").write_text("job,pay\nBaker,40000\nCook,38000\n")
    again = run("build", "guides", "--retry-failed")
    assert (again.code, again.out.splitlines()[-1].split(" in ")[0]) == (0, "2 books made")


@pytest.mark.parametrize("encoding", ["ascii:strict", "latin-1:strict"])
def test_a_terminal_that_knows_few_characters_is_reported_all_the_same(here, encoding):
    write(here, {f"{ODD}.md": definition(), "日本.md": definition("“Bread” {fact}`x`")})
    done = subprocess.run(
        [sys.executable, "-m", "guidepub", "lint", "."],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"caf\xE9.md D013" in done.stdout
