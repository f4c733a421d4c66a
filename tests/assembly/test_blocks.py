"""The blocks that directives make: programs, charts, tables, figures, boxes."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from definitions import definition, guide, leaf, write
from finished import words_of, xhtml

import guidepub
from guidepub import Book, Catalog, DataTable, Fact, Imprint, InputError, Source
from guidepub.assembly import assemble
from guidepub.markdown import FORMS

ROOT = Path(__file__).parent.parent.parent

PROGRAMS = """\
institution,city,state,program,degree,level,campus,url
zebra College,Zed,NY,Z Program,baking,associate,campus,https://z.example
Apple College,Ann,OH,A Program,Baking,certificate,Online,ftp://a.example
Both College,Bay,IA,B Program,baking,custom award,both,
Both College,Ace,IA,B Program,baking,,both,
Knife School,Cut,MD,K Program,butchery,certificate,campus,
"""
CATALOG = """\
[imprint]
name = "Press"
[data]
programs = {file = "programs.csv", note = "As of today."}
wages = "wages.csv"
bare = "bare.csv"
odd = "odd.csv"
broken = "broken.xlsx"
"""
WAGES = 'place,wage,soc\nShops,"36,010",1\nHotels,41200.50,1\nMines,NaN,2\nHills,n/a,3\nSea,-5,4\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "catalog.toml": CATALOG,
        "programs.csv": PROGRAMS,
        "wages.csv": WAGES,
        "bare.csv": "school\nX\n",
        "odd.csv": "institution,campus\nX,downtown\n",
    }
    return write(tmp_path_factory.mktemp("catalogue"), files)


def made(folder: Path, body: str) -> Book:
    path = write(folder, {"baker.md": definition(body)}) / "baker.md"
    catalog = guidepub.load(path)
    return assemble(catalog["baker"], catalog)


def block(folder: Path, body: str):
    return xhtml(leaf(made(folder, body), "section-overview"))


def faults(folder: Path, body: str) -> list[tuple[str, str, int]]:
    with pytest.raises(InputError) as caught:
        made(folder, body)
    return [(f.code, f.message, f.place.line) for f in caught.value.findings]


def institutions(folder: Path, *options: str) -> list[str]:
    tree = block(folder, "\n".join([":::{programs} Schools", *options, ":::"]))
    rows = tree.findall(".//tbody/tr")
    return [words_of(row.find("td")) for row in rows]


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ([], "Apple Both Both Knife zebra"),
        ([":campus: both"], "Apple Both Both Knife zebra"),
        ([":campus: online"], "Apple Both Both"),
        ([":campus: campus"], "Both Both Knife zebra"),
        ([":degree: baking"], "Apple Both Both zebra"),
        ([":degree: BAKING"], "Apple Both Both zebra"),
        ([":degree: butchery"], "Knife"),
        ([":campus: online", ":degree: butchery"], ""),
    ],
)
def test_programs_are_filtered_by_campus_and_degree_and_sorted(folder, options, listed):
    assert [name.split()[0] for name in institutions(folder, *options)] == listed.split()


def test_an_imprint_lists_its_own_programs_unless_a_table_is_named(folder):
    body = ":::{programs} Ours\n:::\n\n:::{programs} All\n:table: programs\n:::"
    write(folder, {"own.csv": "institution,campus\nOur Own College,campus\n"})
    catalog = guidepub.load(write(folder, {"baker.md": definition(body)}) / "baker.md")
    school = Imprint(id="school", name="School", programs="own")
    data = {**catalog.data, "own": DataTable(file="own.csv")}
    whole = catalog.model_copy(update={"data": data, "imprints": (school,)})
    ours = leaf(assemble(whole["baker"], whole, "school"), "section-overview")
    theirs = leaf(assemble(whole["baker"], whole), "section-overview")
    assert ours.count("Our Own College") == 1
    assert "Knife School" in ours
    assert "Our Own College" not in theirs


def test_programs_of_one_institution_are_sorted_by_city(folder):
    tree = block(folder, ":::{programs}\n:campus: online\n:::")
    places = [words_of(row.findall("td")[1]) for row in tree.findall(".//tbody/tr")]
    assert places == ["Ann, OH", "Ace, IA", "Bay, IA"]


def test_a_programs_row_says_all_that_the_table_knows(folder):
    tree = block(folder, ":::{programs} Schools\n:degree: baking\n:::")
    assert [words_of(head) for head in tree.findall(".//th")] == [
        "Institution",
        "Place",
        "Award",
        "Taught",
    ]
    rows = [[words_of(cell) for cell in row] for row in tree.findall(".//tbody/tr")]
    assert rows[0] == ["Apple College A Program", "Ann, OH", "postsecondary certificate", "Online"]
    assert rows[1] == ["Both College B Program", "Ace, IA", "", "On campus or online"]
    # A level outside the vocabulary is printed as it stands.
    assert rows[2][2] == "custom award"
    assert rows[3] == ["zebra College Z Program", "Zed, NY", "associate degree", "On campus"]
    assert words_of(tree.find(".//figcaption")) == "Schools"
    assert words_of(tree.find(".//p[@class='evidence']")) == "As of today."


def test_only_addresses_of_the_web_become_links(folder, bakery):
    tree = block(folder, ":::{programs}\n:::")
    assert [link.get("href") for link in tree.findall(".//td/a")] == ["https://z.example"]
    assert "javascript:" not in leaf(assemble(bakery["baker"], bakery), "section-education")


def test_where_no_program_matches_the_book_says_so(folder):
    tree = block(folder, ":::{programs} Schools\n:degree: surgery\n:::")
    assert not tree.findall(".//table")
    line = "The publisher’s list holds no program that matches this selection."
    assert line in words_of(tree)
    # What the table is, is told all the same.
    assert "As of today." in words_of(tree)


def test_a_program_never_drops_out_for_an_unknown_campus(folder):
    message = "The table “odd” has an unknown campus, “downtown”."
    body = "First.\n\n:::{programs}\n:table: odd\n:::"
    assert faults(folder, body) == [("C001", message, 9)]


def test_a_table_without_institutions_is_no_list_of_programs(folder):
    (fault,) = faults(folder, ":::{programs}\n:table: bare\n:::")
    assert fault[:2] == ("C001", "The table “bare” has no column “institution”.")


def test_a_program_with_a_cell_that_its_spreadsheet_could_not_work_out_is_reported(folder):
    book = openpyxl.Workbook()
    book.active.append(["institution", "city", "remarks"])
    book.active.append(["Apple College", "Ann", "#N/A"])
    book.active.append(["Both College", "#REF!", ""])
    book.save(folder / "broken.xlsx")
    message = "“#REF!” in the column “city” cannot be used: the spreadsheet found an error, #REF!."
    assert faults(folder, ":::{programs}\n:table: broken\n:::") == [("C001", message, 3)]


SVG = "{http://www.w3.org/2000/svg}"
CHART = ":::{chart} Wages\n:table: wages\n:label: place\n:value: wage\n:unit: USD/year\n"


def test_a_chart_of_rows_draws_those_that_match(folder):
    tree = block(folder, f"{CHART}:where: soc = 1\n:::")
    texts = [node.text for node in tree.iterfind(f".//{SVG}svg/{SVG}text")]
    assert texts == ["Shops", "$36,010", "Hotels", "$41,200.50"]


@pytest.mark.parametrize(
    ("option", "description"),
    [
        ("", "Bar chart: Wages. Shops: $36,010 and Hotels: $41,200.50."),
        (":alt: Hotels pay best.\n", "Hotels pay best."),
    ],
)
def test_a_chart_has_a_title_and_says_its_values_or_what_the_author_says(
    folder, option, description
):
    tree = block(folder, f"{CHART}:where: soc=1\n{option}:::")
    svg = tree.find(f".//{SVG}svg")
    title, words = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert (title.text, words.text) == ("Wages", description)


def long_chart(folder: Path, rows: int, option: str = "") -> str:
    data = "place,wage\n" + "".join(f"Town {n},{1000 + n}\n" for n in range(rows))
    write(folder, {"wages.csv": data, "catalog.toml": CATALOG})
    return f"{CHART}{option}:::"


@pytest.mark.parametrize("rows", [26, 60, 200])
def test_a_chart_higher_than_a_page_is_parted_and_all_of_it_is_described(tmp_path, rows):
    tree = block(tmp_path, long_chart(tmp_path, rows))
    charts = tree.findall(".//figure[@class='chart']")
    assert len(charts) > 1
    captions = [words_of(chart.find("figcaption")) for chart in charts]
    assert captions == ["Wages", *["Wages (continued)"] * (len(charts) - 1)]
    descriptions = " ".join(node.text for node in tree.iterfind(f".//{SVG}desc"))
    drawn = [node.text for node in tree.iterfind(f".//{SVG}text")]
    for row in range(rows):
        assert descriptions.count(f"Town {row}: ") == drawn.count(f"Town {row}") == 1
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))


def test_an_authors_words_on_a_split_chart_are_printed_once(tmp_path):
    tree = block(tmp_path, long_chart(tmp_path, 30, ":alt: Pay grows.\n"))
    first, second, *_ = [node.text for node in tree.iterfind(f".//{SVG}desc")]
    assert first == "Pay grows."
    assert second.startswith("Bar chart: Wages (continued). Town ")


def test_a_chart_of_too_many_bars_is_reported_with_how_many_can_be(tmp_path):
    (found,) = faults(tmp_path, long_chart(tmp_path, 401))
    assert found[:2] == ("D033", "The chart has 401 bars; at most 400 can be drawn.")


def test_a_chart_draws_losses(folder):
    assert "Sea: −$5" in words_of(block(folder, f"{CHART}:where: soc=4\n:::"))


def test_a_chart_with_no_row_to_draw_is_reported_where_it_stands(folder):
    found = faults(folder, f"Text.\n\n{CHART}:where: soc=none\n:::")
    assert found == [("C001", "No row of the table is left for the chart to draw.", 9)]


def test_a_chart_of_no_facts_is_reported_with_its_line(folder):
    found = faults(folder, "Text.\n\n:::{chart} Wages\n:facts: ,\n:::")
    assert found == [("D033", "The chart has nothing to draw.", 9)]


@pytest.mark.parametrize(("soc", "text", "line"), [(2, "NaN", 4), (3, "n/a", 5)])
def test_a_cell_that_cannot_be_drawn_is_reported_with_the_table_s_line(folder, soc, text, line):
    message = f"“{text}” in the column “wage” cannot be used: it is not a number."
    assert faults(folder, f"{CHART}:where: soc={soc}\n:::") == [("C001", message, line)]


def test_a_chart_of_facts_names_their_sources_and_years():
    facts = {
        "median_wage": Fact(value=3, unit="jobs", source="s", as_of=2024),
        "b": Fact(value=4, unit="jobs", source="t", period=[2024, 2034], label="B & C"),
    }
    sources = {k: Source(title=k.upper(), publisher="Press") for k in "st"}
    made = guide(
        ":::{chart} Jobs\n:facts: median_wage, b\n:::", facts=facts, sources=sources, at_a_glance=[]
    )
    tree = xhtml(leaf(assemble(made, Catalog.of(made)), "section-part-1"))
    assert words_of(tree.find(".//p[@class='evidence']")) == (
        "Source: Press, S, 2024 [1]; Press, T, 2024–2034 [2]."
    )
    assert "B & C: 4" in words_of(tree)


def test_a_box_bears_its_kind_in_words(folder):
    boxes = block(
        folder,
        ":::{note} On Ovens\nText.\n:::\n\n:::{warning}\n*Hot.*\n:::",
    ).findall(".//aside")
    assert [words_of(box) for box in boxes] == ["Note On Ovens Text.", "Warning Hot."]


def test_directives_of_one_kind_have_different_names(folder):
    body = f"{CHART}:where: soc=1\n:::\n\n{CHART}:where: soc=4\n:::"
    names = [node.get("id") for node in block(folder, body).iter() if node.get("id")]
    assert len(names) == len(set(names))


PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="%d"/></svg>'
)


def test_a_figure_shows_its_picture_with_alternative_and_width(folder):
    write(folder, {"a.svg": PICTURE % 1})
    body = ":::{figure} a.svg\n:alt: A “square” & more.\n:width: 40%\nThe *caption*.\n:::"
    book = made(folder, body)
    tree = xhtml(leaf(book, "section-overview"))
    image = tree.find(".//figure/img")
    assert image.get("alt") == "A “square” & more."
    assert image.get("style") == "width: 40%"
    assert words_of(tree.find(".//figcaption")) == "The caption."
    assert [picture.href for picture in book.pictures] == [image.get("src")]


def test_a_credit_stands_below_a_caption_with_its_links(folder):
    write(folder, {"a.svg": PICTURE % 1})
    credit = ":credit: *Jo*, [CC BY 4.0](https://example.org/by)"
    tree = block(folder, f":::{{figure}} a.svg\n:alt: An oven.\n{credit}\nThe caption.\n:::")
    (line,) = tree.findall(".//figcaption/p[@class='credit']")
    assert words_of(line) == "Jo, CC BY 4.0"
    assert line.find("a").get("href") == "https://example.org/by"


def test_a_picture_that_is_shown_twice_is_in_the_book_once(folder):
    write(folder, {"a.svg": PICTURE % 1})
    book = made(folder, "![One.](a.svg) ![Two.](./a.svg)")
    assert len(book.pictures) == 1


def test_two_pictures_of_one_name_in_two_folders_are_two(tmp_path):
    files = {
        "catalog.toml": '[imprint]\nname = "Press"\nlogo = "images/logo.svg"\n',
        "images/logo.svg": PICTURE % 1,
        "baker/guide.md": definition("![The shop’s sign.](images/logo.svg)"),
        "baker/images/logo.svg": PICTURE % 2,
    }
    catalog = guidepub.load(write(tmp_path, files))
    book = assemble(catalog["baker"], catalog)
    names = {picture.path: picture.href for picture in book.pictures}
    assert len(set(names.values())) == 2
    sign = xhtml(leaf(book, "section-overview")).find(".//img").get("src")
    logo = xhtml(leaf(book, "title-page")).find(".//img").get("src")
    assert names[(tmp_path / "baker/images/logo.svg").resolve()] == sign
    assert names[(tmp_path / "images/logo.svg").resolve()] == logo


def test_the_names_of_pictures_do_not_tell_where_the_catalogue_lies(tmp_path):
    names = []
    for name in ("one", "two"):
        files = {"baker.md": definition("![A.](a.svg)"), "a.svg": PICTURE % 1}
        catalog = guidepub.load(write(tmp_path / name, files) / "baker.md")
        names.append([p.href for p in assemble(catalog["baker"], catalog).pictures])
    assert names[0] == names[1]


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.template])
def test_a_directive_with_a_template_prints_its_title_and_its_text(folder, name):
    body = "" if FORMS[name].body == "none" else "The oven is lit."
    title = "" if FORMS[name].argument == "none" else "Before *dawn*"
    made_block = block(folder, f":::{{{name}}} {title}\n{body}\n:::")
    assert bool(title) is ("dawn" in {element.text for element in made_block.iter("em")})
    assert body in words_of(made_block)


def test_the_page_of_guides_lists_every_directive():
    rows = re.findall(
        r"^\| (`.+?`) \| .+ \|", (ROOT / "docs" / "guides.md").read_text("utf-8"), re.M
    )
    listed = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert listed >= set(FORMS)
