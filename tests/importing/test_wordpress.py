"""Posts of a WordPress export become guides, with author, year, language and line numbers."""

from __future__ import annotations

import re

import pytest
from words import codes

from guidepub.findings import InputError, Severity
from guidepub.importing import import_all, import_guide, reading
from guidepub.importing.exports.wordpress import WordPressExport
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.foreign import ForeignText

SPACES = (
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
)
BODY = "<h2>Overview</h2>\n<p>Florists arrange flowers.</p>"


def post(content=BODY, title="Florist", status="publish", kind="page", more=""):
    return (
        f"<item>\n<title>{title}</title><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>\n"
    )


def export(*posts, channel=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {SPACES}>'
        f"<channel><title>Career Pages</title>{channel}\n{''.join(posts)}</channel></rss>"
    )


def original(*posts, channel=""):
    """Return the first text of an export."""
    opened = WordPressExport(export(*posts, channel=channel), "x.xml")
    return opened.original(opened.parts[0], Citations(), "en")


def shown(content):
    """Return the Markdown of a post's blocks."""
    return [block.markdown or f"image {block.text}" for block in original(post(content)).blocks]


@pytest.fixture
def made(tmp_path):
    """Return a function that imports an export."""

    def call(*posts, channel=""):
        (tmp_path / "site.xml").write_text(export(*posts, channel=channel))
        return import_all(tmp_path / "site.xml", tmp_path / "out")

    return call


def test_posts_of_one_number_are_distinguished():
    number = "<wp:post_id>5</wp:post_id>"
    opened = WordPressExport(export(*(post(more=number) for _ in range(3))), "x.xml")
    assert [part.key for part in opened.parts] == ["page 5", "page 5 (2)", "page 5 (3)"]


def test_each_published_post_is_a_guide_and_the_others_are_reported(made):
    results = made(
        post(),
        post(title="Baker", status="draft"),
        post(title="Gardener", kind="post"),
        post(title="logo.png", kind="attachment", status="inherit"),
        post(title="Chef", kind="career"),
    )
    assert [(r.state, r.target and r.target.name) for r in results] == [
        ("left out", None), ("new", "florist.md"), ("new", "gardener.md"), ("new", "chef.md"),
    ]  # fmt: skip
    (reported,) = results[0].findings
    assert (reported.code, reported.severity) == ("I018", Severity.WARNING)
    assert "“Baker” is not published (draft)" in reported.message
    assert results[2].name.endswith("site.xml (post 3)")


def test_a_post_says_its_author_year_language_and_tags(made):
    more = (
        "<dc:creator>ann</dc:creator><wp:post_date>2014-05-01 10:00:00</wp:post_date>"
        "<wp:post_name>the-florist</wp:post_name><wp:post_id>12</wp:post_id>"
        '<category domain="post_tag" nicename="flowers">Flowers</category>'
        '<category domain="category" nicename="uncategorized">Uncategorized</category>'
    )
    channel = (
        "<language>es-ES</language><wp:author><wp:author_login>ann</wp:author_login>"
        "<wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>"
    )
    (result,) = made(post(more=more), channel=channel)
    for line in (
        "slug: the-florist", "language: es-ES", 'authors: [{name: "Ann Lee"}]',
        "first_published: 2014", "tags: [Flowers]", "# Imported from site.xml (page 12) by",
    ):  # fmt: skip
        assert line in result.text
    assert result.report["part"] == "page 12"


def test_two_posts_of_one_title_both_become_guides(made):
    first, second = made(post(), post(BODY.replace("arrange", "sell")))
    assert (first.target.name, second.target.name) == ("florist.md", "florist-2.md")
    assert [f.code for f in second.findings] == ["I017"]


def test_two_posts_without_a_title_are_not_reported_to_share_one(made):
    _, second = made(post(title=""), post(BODY.replace("arrange", "sell"), title=""))
    (reported,) = [f for f in second.findings if f.code == "I017"]
    assert re.fullmatch(
        r"The text has no title, and \S*site.* already has its name; it became site-2\.md\.",
        reported.message,
    )
    assert reported.remedy == "Give it a title."


def test_links_without_words_are_reported_but_those_to_pictures_and_places(made):
    links = '<a href="https://shop.example/kit"></a> <a href="#top"> </a> <a href="a.jpg"><img src="a.jpg" alt="A."></a>'
    (result,) = made(post(BODY + f"<p>Florists use tools. {links}</p>"))
    reported = [f.message for f in result.findings if f.code == "I051"]
    assert reported == ["A link without words was left out: “https://shop.example/kit”."]


def test_one_post_without_text_costs_itself_alone_and_is_reported_with_its_line(made):
    first, second = made(post(" "), post(title="Baker"))
    assert [(f.code, f.place.line) for f in first.findings] == [("I002", 4)]
    assert second.state == "new"


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        ("One.\n\nTwo,\nbroken.", ["One.", "Two,\\\nbroken."]),
        ("<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n"
         "<p>Two.</p>\n<!-- /wp:paragraph -->", ["One.", "Two."]),
        ("One.\n<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\nTwo.", ["One.", "- a\n- b", "Two."]),
        ("<div>One.\n\nTwo.</div>", ["One.", "Two."]),
        ("<pre>a\n\nb</pre>", ["```\na\n\nb\n```"]),
        ('[caption id="attachment_6" width="300"]<img src="a.jpg" alt="A shop"/> Our *shop*[/caption]'
         "\n\nTwo.", ["Our \\*shop\\*", "Two."]),
    ],
)  # fmt: skip
def test_content_reads_as_wordpress_shows_it(content, blocks):
    assert shown(content)[: len(blocks)] == blocks
    assert len(shown(content)) == len(blocks)


def test_notes_of_pressbooks_are_footnotes():
    read = original(post("Aides help[footnote]Also called\ncaregivers.[/footnote] people."))
    assert read.blocks[0].markdown == "Aides help[^1] people."
    assert read.notes == {"1": "Also called caregivers."}


def test_lines_are_those_of_the_export():
    read = original(post('<p>One.</p>\n\n[gallery ids="1,2"]\n\n<p>Two.</p>'))
    assert [(block.kind, block.line) for block in read.blocks] == [
        ("paragraph", 4), ("script", 6), ("paragraph", 8),
    ]  # fmt: skip
    assert [(residue.source, residue.line) for residue in read.residues] == [
        ('[gallery ids="1,2"]', 6)
    ]


def test_links_within_the_site_are_kept_by_the_post_s_address():
    read = original(
        post("<p>See <a href='/baker/'>bakers</a>.</p>", more="<link>https://c.example/florist/</link>")
    )  # fmt: skip
    assert "https://c.example/baker/" in read.blocks[0].markdown


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("<urlset><url/></urlset>", "I001", 0),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "I001", 0),
        ("<rss><channel>\n<item></channel></rss>", "I004", 2),
        (f"<rss><channel>{'<a>' * 400}", "I003", 0),
        ("<rss><channel></channel></rss>", "I002", 0),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, text, code, line):
    (tmp_path / "site.xml").write_text(text)
    (result,) = import_all(tmp_path / "site.xml", tmp_path / "out")
    assert [(f.code, f.place.line) for f in result.findings] == [(code, line)]
    assert result.state == "failed"


def test_a_site_s_map_in_a_folder_is_no_text(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old/sitemap.xml").write_text("<urlset><url/></urlset>")
    (tmp_path / "old/site.xml").write_text(export(post()))
    result, over = import_all(tmp_path / "old", tmp_path / "out")
    assert result.path.name == "site.xml"
    assert "sitemap.xml" in over.findings[0].message


def test_an_export_is_read_once_for_all_its_posts(tmp_path, monkeypatch):
    path, read = tmp_path / "site.xml", []
    path.write_text(export(post(), post(title="Baker")))
    real = reading.read_bytes

    def counted(*given):
        read.append(given)
        return real(*given)

    monkeypatch.setattr(reading, "read_bytes", counted)
    parts, _ = reading.read_parts(path)
    titles = [reading.read_original(ForeignText(path, part), "en")[0].title for part in parts]
    assert (titles, len(read)) == (["Florist", "Baker"], 1)


def test_an_export_of_one_post_is_a_guide(tmp_path):
    (tmp_path / "site.xml").write_text(export(post()))
    guide, _ = import_guide(tmp_path / "site.xml")
    assert guide.title == "Florist"
    (tmp_path / "site.xml").write_text(export(post(), post(title="Baker")))
    with pytest.raises(InputError) as error:
        import_guide(tmp_path / "site.xml")
    assert codes(error.value) == ["I001"]


@pytest.mark.parametrize("name", ["su_spoiler", "et_pb_toggle", "vc_tta_section", "tab"])
def test_the_title_of_a_fold_is_a_heading(converted, name):
    fold = f'[{name} title="Salary &amp; Pay" open="no"]By the hour.[/{name}]'
    made = converted(export(post(f"{BODY}\n{fold}\n")), "x.xml")
    assert "# Salary\n\nBy the hour." in made.text
    assert f"[/{name}]" not in made.text


def test_custom_fields_of_a_post_are_rows_and_sections_of_its_text(made):
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in {
            "median_pay": "$43,320 (2023)",
            "_median_pay": "field_5f3a",
            "job_outlook": "&lt;p&gt;Shops are closing.&lt;/p&gt;",
            "_edit_last": "1",
            "views": "4310",
        }.items()
    )
    content = "<h2>Duties</h2><p>Upholsterers cover chairs.</p>"
    (done,) = made(post(content, "Upholsterer", more=meta))
    text = done.text
    assert "- Median pay: {fact}`median_wage` (2023)" in text
    assert "Shops are closing." in text.partition("# Career Outlook")[2]
    assert "4310" not in text


def test_a_page_with_nothing_but_a_form_is_no_guide(made):
    form, florist = made(post('[contact-form-7 id="1"]', "Contact"), post())
    assert (form.state, codes(form)) == ("failed", ["I002"])
    assert florist.state == "new"
