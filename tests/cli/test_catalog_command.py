"""`guidepub catalog`: what is listed of each book, and in which forms."""

from __future__ import annotations

import csv
import io
import json
from types import SimpleNamespace

import pytest
from definitions import books_of_rows, definition, write

from guidepub.batch.kept import remembering


@pytest.fixture
def shelf(here):
    """Return a catalogue of three guides: one with all that is sold by, one plain, one broken."""
    sold = (
        'isbn: {print: "978-0-306-40615-7", epub: "978-3-16-148410-0"}\n'
        "price: USD 14.95\nedition: 2"
    )
    return write(
        here / "guides",
        {
            "catalog.toml": '[imprint]\nid = "press"\nname = "Press"\n[defaults]\neditions = ["web"]\n',
            "apple.md": definition(title="=Apple", head=sold),
            "pear.md": definition(title="Pear"),
            "quince.md": definition("Text {fact}`wage`.", title="Quince"),
        },
    )


def test_all_books_are_listed_with_what_they_are_sold_by(run, shelf):
    ran = run("catalog")
    assert ran.code == 1
    apple, pear, quince = ran.out.splitlines()[1:]
    assert apple.split() == [
        "apple", "=Apple", "not", "made", "en-US", "2", "2026-11-24", "978-0-306-40615-7",
        "978-3-16-148410-0", "USD", "14.95",
    ]  # fmt: skip
    assert pear.split() == ["pear", "Pear", "not", "made", "en-US", "1", "2026-11-24"]
    assert quince.split()[:3] == ["quince", "Quince", "broken"]


def test_csv_has_a_head_and_no_formula(run, shelf, here):
    assert run("catalog", "--csv", "out/books.csv").out == ""
    data = (here / "out" / "books.csv").read_bytes().decode()
    assert data.count("\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert rows[0]["title"] == "'=Apple"
    assert rows[0]["isbn_epub"] == "978-3-16-148410-0"
    assert rows[0]["file"].endswith("apple.md")


def test_json_says_what_is_not_known_as_null(run, shelf):
    ran = run("catalog", "--json", "-")
    reported = json.loads(ran.out)
    assert reported["schema"] == 1
    apple, pear, quince = reported["books"]
    assert (apple["price"], apple["edition"], apple["pages"]) == ("USD 14.95", 2, None)
    assert pear["imprint"] == "press"
    assert quince["state"] == "broken"


def test_what_is_made_is_reported_with_its_editions(run, shelf, here):
    run("build", "guides/pear.md")
    (row,) = json.loads(run("catalog", "guides/pear.md", "--json", "-").out)["books"]
    assert (row["state"], row["editions"]) == ("made", "web")
    (here / "dist" / "pear" / "pear.html").unlink()
    ran = run("catalog", "guides/pear.md", "--json", "-")
    assert json.loads(ran.out)["books"][0]["state"] == "not made"
    assert ran.code == 0


def test_another_folder_knows_nothing_and_is_not_made(run, shelf, here):
    assert run("catalog", "-o", "elsewhere").code == 1
    assert not (here / "elsewhere").exists()


def test_shops_get_records_of_the_books_that_are_not_broken(run, shelf, here):
    ran = run("catalog", "--onix", "out/books.xml")
    assert (ran.code, ran.out) == (1, "")
    text = (here / "out" / "books.xml").read_text("utf-8")
    assert "=Apple" in text
    assert "Quince" not in text


@pytest.mark.parametrize("options", [(), ("--csv", "b.csv"), ("--json", "-"), ("--onix", "b.xml")])
def test_broken_books_are_named_whatever_is_written(run, shelf, options):
    ran = run("catalog", *options)
    assert (ran.code, ran.err) == (1, "Broken: quince. guidepub lint lists why.\n")
    assert run("catalog", "guides/apple.md", *options).err == ""


def test_what_the_records_of_rows_lack_is_reported_once_at_the_template(run, here):
    write(here / "guides", books_of_rows("Text.", "name\nWelders\nBakers\n"))
    ran = run("catalog", "guides", "--onix", "b.xml", "--channel", "retail")
    (line,) = [line for line in ran.err.splitlines() if "a description" in line]
    assert line.startswith("guides/jobs.md:2:1 O001 The guide lacks a description.")
    assert line.endswith(" (guides/jobs.csv:2, and in 1 more row)")


def test_a_record_has_the_pages_of_the_print_edition_alone(run, shelf, here, monkeypatch):
    records = [SimpleNamespace(edition="screen", pages=20)]
    monkeypatch.setattr(remembering, "made_files", lambda *_: {"apple": records})
    given = ("catalog", "guides/apple.md", "--onix", "books.xml")
    assert run(*given).code == 0
    assert "ExtentValue" not in (here / "books.xml").read_text("utf-8")
    records.append(SimpleNamespace(edition="print", pages=24))
    assert run(*given).code == 0
    text = (here / "books.xml").read_text("utf-8")
    assert text.count("<ExtentValue>24</ExtentValue>") == 2


def test_a_channel_refuses_records_that_lack_what_it_asks_for(run, shelf, here):
    ran = run("catalog", "guides/apple.md", "--onix", "books.xml", "--channel", "retail")
    assert ran.code == 1
    assert not (here / "books.xml").exists()
    lines = ran.err.splitlines()
    assert all(":2:1 O001 “=Apple” lacks " in line for line in lines)
    assert [line.partition("lacks ")[2].partition(".")[0] for line in lines] == [
        "a description", "a subject", "an author",
    ]  # fmt: skip


@pytest.mark.parametrize("also", [("--csv", "b.csv"), ("--json", "b.json")])
def test_nothing_is_written_when_a_channel_is_unknown(run, shelf, here, also):
    ran = run("catalog", "guides/apple.md", *also, "--onix", "b.xml", "--channel", "retial")
    assert ran.code == 2
    assert not list(here.glob("b.*"))


def test_a_channel_of_the_catalogue_asks_for_what_it_names(run, shelf, here):
    file = shelf / "catalog.toml"
    file.write_text(
        file.read_text("utf-8") + '[trade.channels.school]\nneeds = ["isbn", "price"]\n'
    )
    ran = run("catalog", "guides/apple.md", "--onix", "books.xml", "--channel", "school")
    assert (ran.code, ran.err) == (0, "")
    assert (here / "books.xml").is_file()


def test_an_audience_may_be_the_one_of_all_books(run, shelf):
    file, asked = shelf / "catalog.toml", '[trade.channels.school]\nneeds = ["audience"]\n'
    given = ("catalog", "guides/apple.md", "--onix", "books.xml", "--channel", "school")
    plain = file.read_text("utf-8")
    file.write_text(plain + asked, "utf-8")
    ran = run(*given)
    assert ran.code == 1
    assert "lacks an audience." in ran.err
    file.write_text(f'{plain}[trade]\naudience = "school"\n{asked}', "utf-8")
    assert run(*given).code == 0


@pytest.fixture
def drawn(monkeypatch):
    """Let one book have a cover, without a build."""
    from PIL import Image

    from guidepub.cli.listing import shops

    made = {"apple": [SimpleNamespace(edition="epub", pages=None)]}
    monkeypatch.setattr(remembering, "made_files", lambda *_: made)
    picture = Image.new("RGB", (1707, 2560), "navy")
    monkeypatch.setattr(shops, "cover_of", lambda _, records, *__: picture if records else None)


def sell(shelf) -> None:
    file = shelf / "catalog.toml"
    reported = '[trade]\naddress = "https://press.example/{slug}"\n'
    file.write_text(file.read_text("utf-8").replace("[defaults]", f"{reported}[defaults]"), "utf-8")


def test_a_feed_and_folders_for_shops_hold_what_is_made(run, shelf, here, drawn):
    sell(shelf)
    ran = run("catalog", "guides/apple.md", "--opds", "feed", "--shop", "shop")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    reported = json.loads((here / "feed" / "opds.json").read_text("utf-8"))
    (only,) = reported["publications"]
    assert only["metadata"]["title"] == "=Apple"
    for link in (*only["images"], only["links"][0]):
        assert (here / "feed" / link["href"]).is_file()
    names = {path.name for path in (here / "shop" / "apple").iterdir()}
    assert {"amazon-kdp.jpg", "ingramspark.jpg", "thumbnail.jpg", "book.jsonld"} <= names


def test_what_is_not_made_is_left_out_and_named(run, shelf, here, drawn):
    sell(shelf)
    file = shelf / "pear.md"
    file.write_text(file.read_text("utf-8").replace("title: Pear", "title: Pear\nslug: pear"))
    (shelf / "quince.md").unlink()
    isbn = 'isbn: {epub: "978-0-00-041128-0"}'
    file.write_text(file.read_text("utf-8").replace("slug: pear", f"slug: pear\n{isbn}"))
    ran = run("catalog", "--opds", "feed")
    assert ran.code == 1
    assert ran.err.startswith("guides/pear.md:2:1 O002 “Pear” has not been built")
    assert "Run guidepub build pear." in ran.err
    reported = json.loads((here / "feed" / "opds.json").read_text("utf-8"))
    assert reported["metadata"]["numberOfItems"] == 1


def test_a_cover_that_does_not_suit_a_shop_is_reported(run, shelf, here, drawn, monkeypatch):
    from PIL import Image

    from guidepub.cli.listing import shops

    monkeypatch.setattr(shops, "cover_of", lambda *_: Image.new("RGB", (1583, 2560)))
    ran = run("catalog", "guides/apple.md", "--shop", "shop")
    assert ran.code == 0
    (line,) = ran.err.splitlines()
    assert "O003" in line
    assert "IngramSpark" in line
    assert not (here / "shop" / "apple" / "ingramspark.jpg").exists()
    assert (here / "shop" / "apple" / "kobo.jpg").is_file()


def test_a_feed_without_an_address_is_refused_before_anything_is_written(run, shelf, here, drawn):
    ran = run("catalog", "guides/apple.md", "--csv", "b.csv", "--opds", "feed")
    assert ran.code == 2
    assert "Add one under [trade] in catalog.toml" in ran.err
    assert not (here / "b.csv").exists()
    assert not (here / "feed").exists()


def test_an_address_has_a_place_for_each_book(run, shelf):
    file = shelf / "catalog.toml"
    file.write_text(file.read_text("utf-8") + '[trade]\naddress = "https://press.example/"\n')
    ran = run("catalog")
    assert "Write an address with {slug} in it" in ran.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--channel", "retail"], "--channel needs --onix."),
        (["--onix", "x.xml", "--channel", "retial"], "Did you mean “retail”?"),
    ],
)
def test_senseless_options_are_wrong_usage(run, shelf, options, message):
    ran = run("catalog", "guides/apple.md", *options)
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize(
    ("head", "remedy"),
    [
        ("trade: {subjects: {thema: [vsc]}}", "Write a code of Thema such as VSC."),
        ("trade: {prices: [{price: 14.95 USD}]}", 'Write a price such as "USD 14.95".'),
        ("price: XYZ 5", "Write a code of ISO 4217, such as USD, EUR or GBP."),
        ("trade: {prices: [{price: GBP 5, territory: UK}]}", "such as US or GB, or WORLD."),
        (
            "trade: {prices: [{price: USD 5}, {price: USD 6}]}",
            "There are two prices in USD for WORLD",
        ),
        ("trade: {ages: [18, 14]}", "Write the lower number first, as in [14, 18]."),
        ("trade: {grades: [9, 13]}", "13 is above 12."),
        ("trade: {dates: {reviews: soon}}", "Write a date as 2026-11-24."),
        ("trade: {keyword: [a]}", "Did you mean “keywords”?"),
    ],
)
def test_slips_in_what_is_stated_for_shops_have_a_remedy(run, here, head, remedy):
    write(
        here / "guides", {"catalog.toml": '[imprint]\nname = "P"\n', "a.md": definition(head=head)}
    )
    ran = run("lint", "guides")
    assert ran.code == 1
    assert remedy in ran.out + ran.err
