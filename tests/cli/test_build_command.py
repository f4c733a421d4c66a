"""`guidepub build`: what is selected, what is made, what is said, how it exits."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from definitions import definition, write
from finished import Epub

from guidepub.batch import LEDGER_FILE
from guidepub.workers import WorkerPool


def made(folder: Path) -> list[str]:
    """Return the files below a folder but the ledger, hidden ones too."""
    found = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != LEDGER_FILE)


def test_without_a_path_the_catalogue_at_hand_is_built(run, here, good):
    ran = run("build")
    assert (ran.code, ran.err) == (0, "")
    assert made(here / "dist") == ["apple/apple.epub", "build.json", "sweet-pear/sweet-pear.epub"]
    first, second, last = ran.out.splitlines()
    assert re.fullmatch(r"dist/apple/apple\.epub  [\d,]+ KB", first)
    assert re.fullmatch(r"dist/sweet-pear/sweet-pear\.epub  [\d,]+ KB", second)
    assert re.fullmatch(r"2 books made in \d+\.\d s", last)


def test_inside_the_catalogue_and_below_it_is_at_hand_too(run, good, monkeypatch):
    for folder in (good, good / "pear"):
        monkeypatch.chdir(folder)
        assert run("build", "apple", "-o", "out").code == 0
        assert (folder / "out" / "apple" / "apple.epub").is_file()


def test_one_bad_guide_is_reported_the_others_are_made_and_the_exit_is_1(run, here, catalogue):
    ran = run("build")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "guides/bad.md:9:3 D030 The fact “wage” is not defined. "
        "Define it in the front matter under “facts”.",
        "guides/bad.md:9:16 D031 The source “bls” is not defined. "
        "Define it in the front matter under “sources”.",
        "bad: not made",
    ]
    assert made(here / "dist") == ["apple/apple.epub", "build.json", "sweet-pear/sweet-pear.epub"]
    assert ran.out.splitlines()[-1].startswith("2 books made, 1 failed in ")


@pytest.mark.parametrize(
    ("arguments", "slugs"),
    [
        (["guides"], ["apple", "sweet-pear"]),
        (["guides/catalog.toml"], ["apple", "sweet-pear"]),
        (["guides/apple.md"], ["apple"]),
        (["guides/pear"], ["sweet-pear"]),
        (["guides/pear/guide.md"], ["sweet-pear"]),
        (["apple"], ["apple"]),
        # A slug of its own, and the name of the file.
        (["sweet-pear"], ["sweet-pear"]),
        (["pear"], ["sweet-pear"]),
        (["apple", "sweet-pear"], ["apple", "sweet-pear"]),
        (["guides/apple.md", "guides/pear"], ["apple", "sweet-pear"]),
        (["apple", "apple"], ["apple"]),
    ],
)
def test_a_path_is_a_catalogue_a_folder_a_file_or_a_slug(run, here, good, arguments, slugs):
    ran = run("build", *arguments, "-o", "out")
    assert (ran.code, ran.err) == (0, "")
    report = json.loads((here / "out" / "build.json").read_text())
    assert [book["slug"] for book in report["books"]] == slugs
    assert [name for name in made(here / "out") if name != "build.json"] == [
        f"{slug}/{slug}.epub" for slug in slugs
    ]


def test_a_bad_guide_among_the_arguments_does_not_stop_the_others(run, here, catalogue):
    ran = run("build", "bad", "apple", "guides/pear/guide.md")
    assert ran.code == 1
    assert "guides/bad.md:9:3 D030" in ran.err
    report = json.loads((here / "dist" / "build.json").read_text())
    statuses = {book["slug"]: book["status"] for book in report["books"]}
    assert statuses == {"apple": "built", "bad": "failed", "sweet-pear": "built"}


def test_a_file_outside_any_catalogue_is_built_without_noise(run, here):
    write(here, {"one.md": "---\ntitle: One\n---\n# Overview\n\nText.\n"})
    ran = run("build", "one.md", "-e", "screen")
    assert (ran.code, ran.err) == (0, "")
    assert made(here / "dist") == ["build.json", "one/one-screen.pdf"]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([], ["apple.epub"]),
        (["-e", "epub"], ["apple.epub"]),
        (["-e", "screen"], ["apple-screen.pdf"]),
        (["--edition", "screen", "-e", "epub", "-e", "screen"], ["apple-screen.pdf", "apple.epub"]),
    ],
)
def test_the_editions_can_be_chosen(run, here, good, options, names):
    assert run("build", "apple", *options).code == 0
    assert made(here / "dist" / "apple") == names


def test_all_books_can_appear_under_another_imprint(run, here, good):
    assert run("build", "--imprint", "school").code == 0
    for name in ("apple/apple.epub", "sweet-pear/sweet-pear.epub"):
        epub = Epub((here / "dist" / name).read_bytes())
        assert epub.metadata("dc:publisher") == ["School"]


def test_the_report_can_be_written_elsewhere_as_well(run, here, catalogue):
    assert run("build", "--report", "reports/today.json").code == 1
    report = (here / "reports" / "today.json").read_text()
    assert report == (here / "dist" / "build.json").read_text()
    assert json.loads(report)["failed"] == 1


def test_several_arguments_share_one_report(run, here, good):
    assert run("build", "apple", "pear", "--report", "all.json").code == 0
    report = (here / "all.json").read_text()
    assert json.loads(report)["built"] == 2
    assert report == (here / "dist" / "build.json").read_text()


def test_two_processes_make_what_one_makes(run, here, good, monkeypatch):
    monkeypatch.setattr("guidepub.cli.making.build.WorkerPool", WorkerPool)
    assert run("build", "-o", "one", "-j", "1").code == 0
    ran = run("build", "-o", "two", "-j", "2")
    assert (ran.code, ran.err) == (0, "")
    for name in ("apple/apple.epub", "sweet-pear/sweet-pear.epub"):
        assert (here / "one" / name).read_bytes() == (here / "two" / name).read_bytes()


LATE = """\
[imprint]
name = "P"
[defaults]
editions = ["epub"]
[sections]
order = ["one", "two"]
[sections.titles]
one = ["One"]
two = ["Two"]
"""


def test_warnings_count_only_when_that_is_asked_for(run, here):
    guide = "---\ntitle: Late\n---\n# Two\n\nText.\n\n# One\n\nText.\n"
    write(here, {"catalog.toml": LATE, "late.md": guide})
    plain, strict = run("build"), run("build", "--strict")
    assert (plain.code, strict.code) == (0, 1)
    for ran in (plain, strict):
        assert re.match(r"late\.md:\d+:1 D022 ", ran.err)
    assert "1 book made in" in plain.out
    # A book that is up to date keeps its warnings.
    assert "0 books made, 1 unchanged in" in strict.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing"], "There is no file, folder or slug “nothing”. Choose from: apple, bad, pear."),
        (["aple"], "Did you mean “apple”?"),
        (["no/such.md"], "There is no file, folder or slug “no/such.md”."),
        (["guides", "apple"], "Two arguments name the guide “apple”."),
        (["apple", "guides/apple.md"], "Two arguments name the guide “apple”."),
        (["--imprint", "nobody"], "The imprint “nobody” is unknown. Choose from: press, school."),
        (["--product", "x"], "The product “x” is unknown. The catalogue has no [[products]]."),
        (["-j", "0"], "“0” is neither a number of processes"),
        (["-j", "many"], "“many” is neither a number of processes"),
        (["-j", "-1"], "“-1” is neither a number of processes"),
        (["-e", "paper"], "'paper' is not one of 'print', 'print-cover', 'screen', 'epub'"),
        (["--nonsense"], "No such option"),
        (["-o", "guides/apple.md"], "is a file"),
        (["--report", "guides"], "is a directory"),
    ],
)
def test_wrong_usage_exits_with_2_and_makes_nothing(run, here, catalogue, arguments, message):
    ran = run("build", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert (ran.out, (here / "dist").exists()) == ("", False)


def test_without_any_catalogue_the_reader_learns_what_to_do(run, here):
    ran = run("build")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "There is no catalogue here. Name a guide or a folder, or make one: guidepub init DIR\n"
    )
    assert run("build", "welder").err == f"There is no file or folder “welder”. {ran.err}"


def test_a_slug_after_the_folder_of_its_catalogue_is_answered_with_its_file(run, here):
    (here / "books").mkdir()
    (here / "books" / "welder.md").write_text("---\ntitle: Welder\n---\n# Overview\n\nText.\n")
    ran = run("build", "books", "welder")
    assert ran.code == 2
    assert ran.err.endswith("Did you mean “books/welder.md”?\n")


def test_a_guide_alone_in_a_folder_is_named_to_who_does_not(run, here):
    (here / "welder.md").write_text("---\ntitle: Welder\n---\n# Overview\n\nText.\n")
    assert "Name a guide, as in welder.md, or a folder" in run("build").err
    assert run("build", "welder").err.endswith("Did you mean “welder.md”?\n")


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["new", "Welder"], "-C"),
        (["notices"], "--catalog"),
        (["check", "--legal", "."], "--catalog"),
    ],
)
def test_the_option_that_names_a_catalogue_is_reported_where_none_is_at_hand(
    run, here, command, option
):
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"There is no catalogue here. Name one with {option}, or make one: guidepub init DIR\n"
    )


def test_an_empty_catalogue_says_how_to_begin(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n'})
    ran = run("build")
    assert (ran.code, ran.err) == (
        2,
        "There are no guides here. Add one with: guidepub new TITLE\n",
    )


def test_a_file_that_is_no_definition_is_wrong_usage(run, here, good):
    write(here, {"table.csv": "a,b\n"})
    ran = run("build", "table.csv")
    assert ran.code == 2
    assert "“table.csv” is not a definition. Known: .md," in ran.err


@pytest.mark.parametrize(
    "path", [[], ["guides"], ["guides/catalog.toml"], ["apple"], ["guides/apple.md"]]
)
def test_faults_of_the_catalogue_are_reported_once_and_stop_all(run, here, good, path):
    write(good, {"catalog.toml": '[imprint]\nnam = "P"\n'})
    ran = run("build", *path, "--report", "r.json")
    named = ["apple"] if "apple" in str(path) else ["apple", "pear"]
    assert ran.code == 1
    assert ran.out.startswith(f"0 books made, {len(named)} failed in")
    *lines, last = ran.err.splitlines()
    assert lines == sorted(set(lines))
    assert any("guides/catalog.toml:2:1 D010 " in line for line in lines)
    assert last == f"{', '.join(named)}: not made"
    report = json.loads((here / "r.json").read_text("utf-8"))
    assert [(book["slug"], book["status"]) for book in report["books"]] == [
        (name, "failed") for name in named
    ]
    write(good, {"catalog.toml": '[imprint]\nname = "P"\n[defaults]\neditions = ["epub"]\n'})
    again = run("build", *path, "--retry-failed")
    assert again.code == 0
    assert again.out.splitlines()[-1].startswith(f"{len(named)} book")


def test_a_fault_in_a_wordings_file_stops_the_books_that_owe_it(run, here, good):
    notice = (
        '[[notices]]\nid = "a"\nversion = 1\nlanguage = "en"\ntitle = "A"\nfile = "words.txt"\n'
        'when = {tags = ["hot"]}\n'
    )
    head = '[imprint]\nname = "P"\n[defaults]\neditions = ["epub"]\n'
    write(good, {"catalog.toml": f"{head}{notice}", "words.txt": b"Bell: \x07"})
    write(good, {"apple.md": definition(title="Apple", head="tags: [hot]")})
    ran = run("build", "guides")
    assert ran.code == 1
    first, last = ran.err.splitlines()
    assert first.startswith("guides/words.txt:1:7 D008 ")
    assert last == "apple: not made"
    assert ran.out.splitlines()[-1].startswith("1 book made, 1 failed")
    # No book of this build owes it, and it is told all the same.
    ran = run("build", "guides/pear")
    assert (ran.code, "not made" in ran.err) == (1, False)
    assert "guides/words.txt:1:7 D008 " in ran.err
    # What looks into finished files, or at the register, has no use for half of it.
    for command in (["lint"], ["notices"], ["check", "dist", "--legal"]):
        ran = run(*command)
        assert (ran.code, "guides/words.txt:1:7 D008 " in ran.err) == (1, True)


def test_an_output_folder_that_cannot_be_made_is_reported_plainly(run, here, good):
    write(here, {"dist": "A file where the folder should be."})
    ran = run("build", "apple", "-o", "dist/books")
    assert ran.code == 2
    assert "Nothing can be written to “dist/books”: Not a directory." in ran.err
    assert "Traceback" not in ran.err
    assert made(here / "guides") == ["apple.md", "catalog.toml", "pear/guide.md"]


def test_a_books_folder_that_cannot_be_made_stops_that_book_only(run, here, good):
    write(here, {"dist/apple": "A file where a folder should be."})
    ran = run("build")
    assert ran.code == 1
    assert "guides/apple.md B001 The book cannot be written: " in ran.err
    assert "choose another folder with -o" in ran.err
    assert made(here / "dist") == ["apple", "build.json", "sweet-pear/sweet-pear.epub"]


def test_a_second_build_replaces_the_files_and_leaves_none_beside(run, here, good):
    run("build")
    before = made(here / "dist")
    assert run("build").code == 0
    assert made(here / "dist") == before


def test_a_guide_of_a_catalogue_beside_is_reported_with_its_folder(run, here, catalogue):
    run("init", "mine")
    ran = run("build", "pharmacy-technician")
    assert ran.code == 2
    assert "The catalogue in mine has it: cd mine, or name mine/pharmacy-technician.md." in ran.err
