"""Themes: a catalogue's own, what it inherits, and what is said of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import definition, leaf, write
from finished import xhtml

import guidepub
from guidepub import Book, InputError, RenderError, UsageError
from guidepub.assembly import assemble

CATALOG = '[imprint]\nname = "Press"\n[defaults]\ntheme = "house"\n'


def themed(folder: Path, files: dict[str, str], body: str = "Bread.") -> Book:
    """Return a book with a catalogue's own theme, called “house”, of these files."""
    own = {f"themes/house/{name}": text for name, text in files.items()}
    write(folder, {"catalog.toml": CATALOG, "baker.md": definition(body), **own})
    catalog = guidepub.load(folder)
    assert not catalog.findings
    return assemble(catalog["baker"], catalog)


def fault(folder: Path, template: str, text: str, body: str = "Bread.") -> tuple[str, str, str]:
    with pytest.raises(RenderError) as caught:
        themed(folder, {f"templates/{template}": text}, body)
    (finding,) = caught.value.findings
    assert finding.remedy == "Fix the theme’s template."
    return finding.code, str(finding.place), finding.message


def test_a_catalogues_theme_gives_what_it_has_and_inherits_the_rest(tmp_path):
    own = '<section class="leaf title-page" id="{{ id }}"><h1>House of {{ guide.title }}</h1></section>'
    book = themed(tmp_path, {"templates/title-page.xhtml": own})
    assert xhtml(leaf(book, "title-page")).findtext("h1") == "House of Baker"
    # This template comes from the theme that it inherits from.
    assert "copyright-page" in leaf(book, "imprint-page")


def test_a_theme_inherits_from_the_one_it_names(tmp_path):
    title = '<section class="leaf" id="{{ id }}"><h1>Parent</h1></section>'
    contents = '<section class="leaf" id="{{ id }}"><h1>%s</h1></section>'
    write(
        tmp_path,
        {
            "themes/parent/templates/title-page.xhtml": title,
            "themes/parent/templates/contents.xhtml": contents % "Parent",
            "themes/parent/styles/book.css": ".box { color: red }",
            "themes/parent/theme.toml": 'chart_ink = "#111111"\nchart_tint = "#222222"\n',
        },
    )
    book = themed(
        tmp_path,
        {
            "theme.toml": 'inherits = "parent"\nchart_tint = "#333333"\n',
            "templates/contents.xhtml": contents % "House",
            "styles/book.css": ".box { color: blue }",
        },
    )
    assert xhtml(leaf(book, "title-page")).findtext("h1") == "Parent"
    assert xhtml(leaf(book, "contents")).findtext("h1") == "House"
    assert (book.theme.chart_ink, book.theme.chart_tint) == ("#111111", "#333333")
    # The stylesheet that others build on comes first, the theme's own last.
    sheets = [path.parent.parent.name for path in book.theme.stylesheets("book.css")]
    assert sheets == ["styles", "styles", "parent", "house"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"theme.toml": 'inherits = "house"'}, "The theme “house” inherits from itself."),
        ({"theme.toml": 'inherits = "nowhere"'}, "The theme “nowhere” does not exist."),
        ({"theme.toml": "inherits ="}, "cannot be read"),
        ({"theme.toml": 'colour = "red"'}, "“colour” is unknown or not a text"),
        ({"templates/box.xhtml": "{% if %}"}, "The template is broken"),
        ({"templates/box.xhtml": "{% include 'gone.xhtml' %}"}, "has no template “gone.xhtml”"),
    ],
)
def test_a_theme_that_cannot_be_used_is_reported_with_the_catalogue(tmp_path, files, message):
    own = {f"themes/house/{name}": text for name, text in files.items()}
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition(), **own})
    with pytest.raises(InputError) as caught:
        guidepub.load(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == ("C003", 1)
    assert finding.place.path == f"{tmp_path}/themes/house/{next(iter(files))}"
    assert message in finding.message


def test_a_theme_that_is_not_there_is_reported_where_the_catalogue_names_it(tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition()})
    with pytest.raises(
        InputError, match=r"catalog.toml:4:\d+ C003 The theme “house” does not exist"
    ):
        guidepub.load(tmp_path)


def test_a_theme_is_a_name_and_no_path(bakery):
    guide = bakery["baker"]
    for name in ("../bakery", "/etc", "classic/fonts", "."):
        defaults = bakery.defaults.model_copy(update={"theme": name})
        with pytest.raises(UsageError, match="does not exist"):
            assemble(guide, bakery.model_copy(update={"defaults": defaults}))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<section>{{ nothing }}</section>", "'nothing' is undefined"),
        ("<section>{{ guide.titel }}</section>", "there is no “titel” among title, short_title, "),
        ("<section>{{ guide.title + 1 }}</section>", "texts are joined with ~"),
        ("<section>{{ phrases['nothing'] }}</section>", "nothing"),
        ("<section>{{ guide.__class__ }}</section>", "there is no “__class__” among title"),
        ("<section>{{ guide.model_dump }}</section>", "there is no “model_dump” among title"),
        ("<section>{{ phrases.say }}</section>", "there is no “say” among "),
    ],
)
def test_a_template_that_fails_is_a_finding(tmp_path, text, reason):
    code, place, message = fault(tmp_path, "title-page.xhtml", text)
    assert (code, place) == ("C003", f"{tmp_path}/themes/house/templates/title-page.xhtml:1")
    assert message.startswith("The theme “house” cannot make this: ")
    assert reason in message


@pytest.mark.parametrize(
    "text",
    ["<section><p></section>", "<section>&nbsp;</section>", "<p epub:type='x' epub:type='y'/>", ""],
)
def test_a_template_must_make_xml(tmp_path, text):
    code, place, _ = fault(tmp_path, "title-page.xhtml", text)
    assert (code, place) == ("C003", f"{tmp_path}/themes/house/templates/title-page.xhtml")


@pytest.mark.parametrize(
    "text",
    [
        "<section>One</section><section>Two</section>",
        "<!-- A comment. --><section>One</section>",
        "<!-- A comment alone. -->",
        "<section>One</section> and more",
        "Words alone",
    ],
)
def test_a_template_makes_one_element_since_pages_show_no_more(tmp_path, text):
    code, _, message = fault(tmp_path, "title-page.xhtml", text)
    assert (code, message) == ("C003", "A leaf must be one element, with nothing outside it.")


def test_a_broken_template_of_a_directive_is_reported_too(tmp_path):
    code, _, message = fault(
        tmp_path, "box.xhtml", "<aside>{{ nothing }}</aside>", ":::{tip}\nText.\n:::"
    )
    assert (code, "nothing" in message) == ("C003", True)


def test_values_in_a_theme_of_ones_own_are_escaped(tmp_path):
    own = "<section class='leaf' id='{{ id }}'><h1>{{ guide.title }}</h1></section>"
    write(tmp_path, {"themes/house/templates/title-page.xhtml": own, "catalog.toml": CATALOG})
    write(tmp_path, {"baker.md": definition(title='"Bread & <b>Butter</b>"')})
    catalog = guidepub.load(tmp_path)
    book = assemble(catalog["baker"], catalog)
    assert xhtml(leaf(book, "title-page")).findtext("h1") == "Bread & <b>Butter</b>"
