"""`guidepub init` and `guidepub new`: what a newcomer begins with builds at once."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from definitions import definition, write

import guidepub


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")  # 2026-11-24


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_init_makes_builds_at_once(run, here):
    ran = run("init", "my-guides", "--publisher", "Oven Press")
    assert (ran.code, ran.err) == (0, "")
    *files, _, last = ran.out.splitlines()
    assert sorted(files) == [f"my-guides/{name}" for name in sorted(contents(here / "my-guides"))]
    assert last == "Now build it:  guidepub build my-guides"
    built = run("build", "my-guides", "--strict")
    assert (built.code, built.err) == (0, "")
    assert "1 book made" in built.out
    assert (here / "dist/pharmacy-technician/pharmacy-technician-screen.pdf").is_file()
    assert (here / "dist/pharmacy-technician/pharmacy-technician.epub").is_file()


def test_nothing_that_init_writes_waits_for_its_text(run, here):
    run("init", ".")
    linted = run("lint")
    assert (linted.code, linted.out, linted.err) == (0, "Nothing found.\n", "")
    catalog = guidepub.load(".")
    assert (catalog.imprint.about, catalog.imprint.place, catalog.imprint.url) == (None, None, None)
    assert catalog["pharmacy-technician"].authors == ()


def test_init_bears_the_publishers_name_and_the_day(run, here):
    name = 'Ann "The Oven" O\\Hara & Sons'
    assert run("init", "new", "--publisher", name).code == 0
    catalog = guidepub.load("new")
    assert catalog.findings == ()
    assert catalog.imprint.name == name
    assert catalog["pharmacy-technician"].published.isoformat() == "2026-11-24"
    assert "$" not in "".join(
        text.decode() for file, text in contents(here / "new").items() if file.endswith(".toml")
    )


def test_init_writes_the_phrases_of_a_new_language(run, here):
    assert run("init", "new", "--phrases", "nl").code == 0
    text = (here / "new/phrases/nl.toml").read_text()
    assert 'contents = "Contents"' in text
    assert guidepub.load("new").speaks("nl-BE")
    added = run("init", "new", "--phrases", "pt-PT")
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("new/phrases/pt-PT.toml\n\nNow change ")
    assert 'contents = "Sumário"' in (here / "new/phrases/pt-PT.toml").read_text()


def test_init_writes_no_phrases_of_what_is_no_language(run, here):
    ran = run("init", "new", "--phrases", "../dutch")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "“../dutch” is not a language. Write it as nl, or with a region as pt-PT.\n"
    assert contents(here) == {}


def test_init_needs_a_name(run, here):
    ran = run("init", "new", "--publisher", "  ")
    assert (ran.code, ran.err) == (2, "--publisher needs a name.\n")
    assert contents(here) == {}


@pytest.mark.parametrize("there", ["catalog.toml", "pharmacy-technician.md", "data/programs.csv"])
def test_init_overwrites_nothing(run, here, there):
    write(here / "mine", {there: "Mine.", "other.txt": "Mine too."})
    before = contents(here)
    ran = run("init", "mine")
    assert ran.code == 2
    assert ran.err == f"“mine/{there}” already exists. Choose another folder.\n"
    assert contents(here) == before


def test_init_may_fill_the_current_folder(run, here):
    write(here, {"notes.txt": "Mine."})
    assert run("init", ".").code == 0
    assert run("build", "-e", "epub").code == 0
    assert (here / "notes.txt").read_text() == "Mine."


def test_init_says_how_to_build_a_folder_with_a_space(run, here):
    assert run("init", "my guides").out.endswith("guidepub build 'my guides'\n")


def test_init_in_place_of_a_file_is_wrong_usage(run, here):
    write(here, {"mine": "A file."})
    ran = run("init", "mine")
    assert ran.code == 2
    assert "is a file" in ran.err


def written(path):
    """Give each section of a new guide a text."""
    text, sections = re.subn(r"(?m)^# .+(?=\n\n# |\n\Z)", r"\g<0>\n\nTrue.", Path(path).read_text())
    assert sections
    Path(path).write_text(text)


def test_what_new_makes_is_a_book_as_soon_as_it_is_written(run, here):
    run("init", ".")
    ran = run("new", "Dental Hygienist")
    assert (ran.code, ran.out, ran.err) == (0, "dental-hygienist.md\n", "")
    built = run("build")
    assert built.code == 1
    assert built.err.count("D024 The section “") == 3
    assert "dental-hygienist.md:15:1 D024 The section “Overview and Job Duties”" in built.err
    assert not (here / "dist/dental-hygienist").exists()
    assert (here / "dist/pharmacy-technician").exists()
    written("dental-hygienist.md")
    built = run("build", "dental-hygienist", "-e", "epub")
    assert (built.code, built.err) == (0, "")
    made = guidepub.load("dental-hygienist.md")["dental-hygienist"]
    assert made.title == "Dental Hygienist"
    assert made.published.isoformat() == "2026-11-24"
    assert (made.occupation.soc, made.occupation.title) == ("29-1292", "Dental Hygienists")


def test_new_names_no_occupation_that_it_is_not_sure_of(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n'})
    for title in ("Cook", "Florist", "Beekeeper"):
        run("new", title)
        assert "\n# occupation: " in (here / f"{title.lower()}.md").read_text()
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n[defaults]\nlanguage = "es"\n'})
    run("new", "Actor")
    assert "\n# occupation: " in (here / "actor.md").read_text()


def test_new_lists_the_sections_that_may_be_added_to_those_it_makes(run, here):
    run("init", ".")
    run("new", "Baker")
    assert "each with its own heading: Salary\n---" in (here / "baker.md").read_text()


def test_new_gives_the_sections_that_the_catalogue_asks_for_in_order(run, here):
    catalog = tomllib.loads((Path(guidepub.__file__).parent / "starter/catalog.toml").read_text())
    run("init", ".")
    run("new", "Baker")
    written("baker.md")
    titles = [section.title for section in guidepub.load("baker.md")["baker"].sections]
    sections = catalog["sections"]
    wanted = [name for name in sections["order"] if name in sections["required"]]
    assert titles == [sections["titles"][name][0] for name in wanted]


def test_new_in_a_catalogue_without_rules_makes_one_section(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n[defaults]\nlanguage = "es"\n'})
    assert run("new", "Panadero").code == 0
    written("panadero.md")
    guide = guidepub.load("panadero.md")["panadero"]
    assert (guide.language, len(guide.sections)) == ("es", 1)
    assert run("build", "panadero", "-e", "epub").code == 0


@pytest.mark.parametrize(
    "title",
    [
        'A "Quoted": Title # 1',
        "Père & Fils — été",
        "- dash",
        "'single'",
        "100% {braces} \\ back",
        "yes",
    ],
)
def test_new_keeps_any_title(run, here, title):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n'})
    ran = run("new", "--", title)
    assert ran.code == 0
    path = ran.out.strip()
    written(path)
    assert guidepub.load(path)[Path(path).stem].title == title


def test_new_works_on_another_folder(run, here):
    run("init", "mine")
    assert run("new", "Baker", "-C", "mine").out == "mine/baker.md\n"
    assert run("new", "Butcher", "--catalog", "nowhere").code == 2


def test_where_nothing_can_be_meant_the_next_step_is_named(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n', "baker.md": definition()})
    ran = run("new", "--from-table", "my jobs")
    remedy = 'Name its file under [data] in catalog.toml, as in my-jobs = "my-jobs.csv".'
    assert (ran.code, ran.err) == (2, f"The catalogue has no data table “my jobs”. {remedy}\n")
    ran = run("changes", "baker")
    remedy = "Record one: guidepub release baker"
    assert (ran.code, ran.err) == (2, f"No edition of “baker” has been released. {remedy}\n")
    ran = run("check", ".")
    assert (ran.code, ran.err) == (
        2,
        "There is no PDF, no EPUB and no web edition in “.”. "
        "Name another one, or make books first: guidepub build\n",
    )


@pytest.mark.parametrize("name", ["baker.md", "baker.yaml", "baker/guide.md", "Baker.md"])
def test_new_overwrites_nothing_and_doubles_no_slug(run, here, name):
    text = definition() if name.endswith("md") else "title: B\nsections: [{title: A, body: B.}]\n"
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n', name: text})
    before = contents(here)
    ran = run("new", "Baker")
    assert ran.code == 2
    assert ran.err.endswith("already exists. Choose another title.\n")
    assert name in ran.err
    assert contents(here) == before


def test_new_needs_a_title_that_a_file_can_bear(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n'})
    ran = run("new", "麵包")
    assert (ran.code, ran.out) == (2, "")
    assert "no letters or digits for a file name" in ran.err


def test_new_without_a_catalogue_says_how_to_begin(run, here):
    ran = run("new", "Baker")
    assert ran.code == 2
    assert "guidepub init DIR" in ran.err


def test_the_example_in_a_new_guides_head_is_valid_when_it_is_used(run, here):
    run("init", ".")
    run("new", "Baker")
    text = (here / "baker.md").read_text().replace("  # ", "  ").replace("# occ", "occ")
    head = yaml.safe_load(text.split("---\n")[1])
    assert "median_wage" in head["facts"]
    assert "bls" in head["sources"]


@pytest.fixture
def shelf(here):
    toml = '[imprint]\nname = "P"\n[data]\njobs = "jobs.csv"\n'
    table = "code,Title,Pay a year\n51-3011,Bakers,36650\n27-2011,Actors,\n"
    write(here / "shelf", {"catalog.toml": toml, "jobs.csv": table})
    return here / "shelf"


def test_a_table_gives_a_template_that_makes_books_at_once(run, shelf):
    ran = run("new", "--from-table", "jobs", "-C", "shelf")
    assert (ran.code, ran.out) == (0, "shelf/jobs.md\n")
    catalog = guidepub.load(shelf)
    assert list(catalog) == ["bakers", "actors"]
    assert "| code | 51-3011 |" in catalog["bakers"].sections[0].body
    assert "| Pay a year | {fact}`pay_a_year` |" in catalog["bakers"].sections[0].body
    assert "Pay a year" not in catalog["actors"].sections[0].body
    assert run("new", "Bakers", "-C", "shelf").code == 2


def test_columns_say_title_slug_and_occupation(run, shelf):
    write(shelf, {"jobs.csv": "Slug,SOC,Job title\nbun,51-3011,Bakers & Co.\nact,27-2011,Actors\n"})
    assert run("new", "--from-table", "jobs", "-C", "shelf").code == 0
    guides = guidepub.load(shelf)
    assert [(g.slug, g.title, g.soc) for g in guides.values()] == [
        ("bun", "Bakers & Co.", "51-3011"), ("act", "Actors", "27-2011"),
    ]  # fmt: skip


@pytest.mark.parametrize("slugs", [("Bun, Baker", "act"), ("", "act"), ("act", "act")])
def test_slugs_that_no_guides_could_have_are_left_alone(run, shelf, slugs):
    first, second = slugs
    write(shelf, {"jobs.csv": f'slug,title\n"{first}",Bakers\n"{second}",Actors\n'})
    assert run("new", "--from-table", "jobs", "-C", "shelf").code == 0
    assert sorted(guidepub.load(shelf)) == ["actors", "bakers"]


def test_its_figures_are_facts_that_are_traced_to_their_rows(run, shelf):
    assert run("new", "--from-table", "jobs", "-C", "shelf").code == 0
    shown = json.loads(run("data", "show", "shelf", "--json").out)
    (figure,) = [each for each in shown if each["fact"]]
    assert (figure["guide"], figure["fact"], figure["prints"]) == ("bakers", "pay_a_year", "36,650")
    assert (figure["key"], figure["column"]) == ({"code": "51-3011"}, "Pay a year")


@pytest.mark.parametrize(
    ("table", "facts"),
    [
        ("name,pay,founded\nBakers,36650,1999\nActors,20,2010\n", {"pay": "pay"}),
        ("name,a b,a-b\nBakers,1,2\nActors,3,4\n", {"a_b": "a b"}),
        ("name,pay\nBakers,1\nBakers,2\n", {}),
        ("id,pay,name\n1,36650,Bakers\n2,20,Actors\n", {"id": "id", "pay": "pay"}),
        ('name,"a ""b"" {c}",1st\nBakers,1,2\nActors,3,4\n', {}),
    ],
)
def test_columns_of_figures_alone_become_facts(run, shelf, table, facts):
    write(shelf, {"jobs.csv": table})
    assert run("new", "--from-table", "jobs", "-C", "shelf").code == 0
    guides = guidepub.load(shelf).values()
    for guide in guides:
        assert {key: fact.column for key, fact in guide.facts.items()} == facts
        assert all(fact.lineage is not None for fact in guide.facts.values())
        assert all(fact.label in (None, "a b") for fact in guide.facts.values())


def test_a_catalogue_that_says_what_is_a_definition_is_left_to_its_author(run, shelf):
    toml = shelf / "catalog.toml"
    toml.write_text(f"{toml.read_text('utf-8')}[definitions]\nexclude = ['x.md']\n", "utf-8")
    before = toml.read_bytes()
    ran = run("new", "Guides", "--from-table", "jobs", "-C", "shelf")
    assert 'templates = ["guides.md"]' in ran.err
    assert toml.read_bytes() == before
    toml.write_text(f"{toml.read_text('utf-8')}templates = ['guides.md']\n", "utf-8")
    (shelf / "guides.md").unlink()
    ran = run("new", "Guides", "--from-table", "jobs", "-C", "shelf")
    assert ran.err.endswith("names it as a template.\n")
    assert run("new", "--from-table", "job", "-C", "shelf").err.endswith("Did you mean “jobs”?\n")
    assert run("new", "--from-table", "data/pay.csv", "-C", "shelf").err.endswith(
        'Add pay = "data/pay.csv" under [data] in catalog.toml, and use --from-table pay.\n'
    )
