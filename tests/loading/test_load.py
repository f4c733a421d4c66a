import os
from pathlib import Path

import pytest
from definitions import definition, write

import guidepub
from guidepub import InputError, UsageError, load
from guidepub.loading import definition_files, find_root

CATALOG = '[imprint]\nname = "Crumb"\n\n[defaults]\nlanguage = "es"\n'
YAML = "title: Cook\nsections:\n  - {title: Overview, body: Cooks cook.}\n"
JSON = '{"title": "Miller", "sections": [{"title": "Overview", "body": "Millers mill."}]}'


def reported(call, *arguments):
    """Return what a call finds wrong, as a report shows it."""
    with pytest.raises(InputError) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_catalogue_s_folder_gives_all_its_guides(tmp_path):
    write(
        tmp_path,
        {
            "catalog.toml": CATALOG,
            "baker.md": definition(),
            "cook.yaml": YAML,
            "grocer.yml": YAML,
            "miller.json": JSON,
            "smith/guide.md": definition(),
            "tailor/guide.json": JSON,
            "usher.markdown": definition(),
        },
    )
    catalog = load(tmp_path)
    assert list(catalog) == ["baker", "cook", "grocer", "miller", "smith", "tailor", "usher"]
    assert catalog.imprint.name == "Crumb"
    assert catalog.findings == ()


def test_the_same_guide_can_be_written_in_three_ways(tmp_path):
    write(tmp_path, {"a.md": definition("*Bread*."), "a.yaml": "", "a.json": ""})
    guide = load(tmp_path / "a.md")["a"]
    body = guide.sections[0].body
    write(
        tmp_path,
        {
            "a.yaml": "title: Baker\npublished: 2026-11-24\nsections:\n"
            "  - title: Overview\n    body: |2\n\n      *Bread*.\n",
            "a.json": guide.model_dump_json(),
        },
    )
    assert body.strip() == "*Bread*."
    for name in ("a.yaml", "a.json"):
        other = load(tmp_path / name)["a"]
        assert other.model_dump(mode="json", exclude={"sections"}) == guide.model_dump(
            mode="json", exclude={"sections"}
        )
        assert other.sections[0].body.strip() == "*Bread*."


def test_a_folder_without_a_catalogue_has_the_defaults(tmp_path):
    write(tmp_path, {"baker.md": definition()})
    catalog = load(tmp_path)
    assert list(catalog) == ["baker"]
    assert catalog.imprint.name == "Independent"
    assert catalog.root == tmp_path


def test_a_folder_inside_a_catalogue_gives_its_guides_with_the_catalogue(tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "a.md": definition(), "more/b.md": definition()})
    catalog = load(tmp_path / "more")
    assert list(catalog) == ["b"]
    assert catalog.imprint.name == "Crumb"


@pytest.mark.parametrize("name", ["baker.md", "smith/guide.md"])
def test_a_guide_s_file_gives_that_guide_with_its_catalogue(tmp_path, name):
    write(
        tmp_path,
        {"catalog.toml": CATALOG, "baker.md": definition(), "smith/guide.md": definition()},
    )
    catalog = load(tmp_path / name)
    assert len(catalog) == 1
    assert catalog.imprint.name == "Crumb"


def test_the_catalogue_s_file_stands_for_its_folder(tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition()})
    assert list(load(tmp_path / "catalog.toml")) == ["baker"]


def test_a_path_may_be_a_text_and_relative(tmp_path, monkeypatch):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition(), "x/guide.md": definition()})
    monkeypatch.chdir(tmp_path)
    assert list(load(".")) == ["baker", "x"]
    assert list(load("baker.md")) == ["baker"]
    assert str(load("baker.md")["baker"].origin) == "baker.md"
    monkeypatch.chdir(tmp_path / "x")
    assert list(load("guide.md")) == ["x"]


def test_a_guide_without_a_language_has_the_catalogue_s(tmp_path):
    write(
        tmp_path,
        {"catalog.toml": CATALOG, "a.md": definition(), "b.md": definition(head="language: fr")},
    )
    catalog = load(tmp_path)
    assert (catalog["a"].language, catalog["b"].language) == ("es", "fr")


@pytest.mark.parametrize(
    ("name", "title", "slug"),
    [
        ("Registered Nurse.md", "Nurse", "registered-nurse"),
        ("职业.md", "Nurse", "nurse"),
        ("职业/guide.md", "Nurse", "nurse"),
        ("x" * 200 + ".md", "Nurse", "x" * 120),
    ],
)
def test_a_slug_comes_from_the_file_s_name_or_else_from_the_title(tmp_path, name, title, slug):
    write(tmp_path, {name: definition(title=title)})
    assert list(load(tmp_path)) == [slug]


def test_without_a_letter_in_either_a_slug_is_asked_for(tmp_path):
    write(tmp_path, {"职业.md": definition(title="职业")})
    assert reported(load, tmp_path / "职业.md").endswith(
        ":1:1 D011 The title has no letters that could be part of a slug. Give the guide a slug."
    )


@pytest.mark.parametrize("slug", ["", "~", "null", '""'])
def test_an_empty_slug_is_none(tmp_path, slug):
    write(tmp_path, {"baker.md": definition(head=f"slug: {slug}")})
    assert list(load(tmp_path)) == ["baker"]


@pytest.mark.parametrize(
    "name", ["README.md", "readme.json", "_draft.md", ".hidden.md", "notes.txt", "x/other.md",
             "_x/guide.md", ".git/guide.md", "data/p.csv", "x/y/guide.md"]
)  # fmt: skip
def test_other_files_are_no_guides(tmp_path, name):
    write(tmp_path, {name: "nothing", "baker.md": definition()})
    assert [path.name for path in definition_files(tmp_path).files] == ["baker.md"]


def test_a_folder_named_like_a_guide_is_a_folder(tmp_path):
    write(tmp_path, {"baker.md/guide.md": definition()})
    assert list(load(tmp_path)) == ["baker-md"]
    assert list(load(tmp_path / "baker.md")) == ["baker-md"]


def test_a_root_is_the_nearest_folder_with_a_catalogue(tmp_path):
    write(tmp_path, {"catalog.toml": "", "a/catalog.toml": "", "a/b/c": "", "d/catalog.toml/e": ""})
    assert find_root(tmp_path / "a" / "b") == tmp_path / "a"
    assert find_root(tmp_path / "d") == tmp_path
    assert find_root(Path("/")) is None


@pytest.mark.parametrize("name", ["gone", "gone.md", "a\0b", "x" * 300, "x" * 5000, "a.md/b"])
def test_a_path_where_nothing_is_is_reported(tmp_path, name):
    write(tmp_path, {"a.md": ""})
    with pytest.raises(UsageError):
        load(tmp_path / name)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.toml", "a.html"])
def test_a_file_of_another_kind_is_reported(tmp_path, name):
    write(tmp_path, {name: definition()})
    with pytest.raises(UsageError, match=r"is not a definition\. Known: \.md, \.markdown, \.yaml"):
        load(tmp_path / name)


def test_a_folder_that_cannot_be_read_is_reported(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("guidepub.files.folders.os.scandir", refuse)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        load(tmp_path)


def test_a_single_faulty_file_raises(tmp_path):
    write(tmp_path, {"a.md": definition("{fact}`x`")})
    assert " D030 " in reported(load, tmp_path / "a.md")


def test_a_faulty_catalogue_raises_whatever_its_guides(tmp_path):
    write(tmp_path, {"catalog.toml": "[imprint]\n", "a.md": definition()})
    assert reported(load, tmp_path) == (
        f"{tmp_path}/catalog.toml:1:2 D012 The key “name” is missing. Add it."
    )


def test_findings_of_all_files_come_in_order(tmp_path):
    write(
        tmp_path,
        {
            "b.md": definition("{fact}`x`"),
            "a.md": definition("{fact}`x`\n\n{fact}`y`"),
            "c.md": definition(),
            "d.md": "---\n---\nnothing",
        },
    )
    catalog = load(tmp_path)
    places = [(Path(found.place.path).name, found.place.line) for found in catalog.findings]
    assert places == [("a.md", 7), ("a.md", 9), ("b.md", 7), ("d.md", 1), ("d.md", 3)]
    assert list(catalog) == ["c"]


def test_a_guide_remembers_its_file_and_its_lines(tmp_path):
    write(tmp_path, {"a.md": definition()})
    guide = load(tmp_path)["a"]
    assert guide.origin == tmp_path / "a.md"
    assert guide.sections[0].line == 6


def test_a_definition_that_is_a_link_out_of_the_catalogue_is_not_read(tmp_path):
    write(tmp_path, {"secret.md": definition(), "in/catalog.toml": CATALOG, "far/guide.md": "x"})
    (tmp_path / "in" / "a.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "in" / "far").symlink_to(tmp_path / "far")
    catalog = load(tmp_path / "in")
    assert [str(found).partition("/in/")[2] for found in catalog.findings] == [
        "a.md D041 The guide is outside the catalogue. Replace the link by a copy of the file.",
        "far/guide.md D041 The guide is outside the catalogue. Replace the link by a copy of the file.",
    ]


def test_a_link_inside_the_catalogue_is_followed(tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "shared/a.md": definition()})
    (tmp_path / "b.md").symlink_to("shared/a.md")
    assert list(load(tmp_path)) == ["b"]


def test_a_catalogue_behind_a_link_is_loaded(tmp_path):
    write(tmp_path, {"real/catalog.toml": CATALOG, "real/a.md": definition()})
    (tmp_path / "link").symlink_to("real")
    assert list(load(tmp_path / "link")) == ["a"]


@pytest.mark.parametrize("name", ["a.md", "a.json", "catalog.toml"])
def test_a_pipe_is_not_waited_for(tmp_path, name):
    write(tmp_path, {"b.md": definition()})
    os.mkfifo(tmp_path / name)
    catalog = load(tmp_path)
    assert list(catalog) == ["b"]
    assert all("D001 The file is not a regular file." in str(found) for found in catalog.findings)


def test_a_link_to_itself_is_reported(tmp_path):
    (tmp_path / "a.md").symlink_to("a.md")
    (found,) = load(tmp_path).findings
    assert (found.code, found.message) == ("D001", "The file is a link that leads nowhere.")


def test_a_name_that_is_not_unicode_can_be_reported(tmp_path):
    name = os.fsdecode(b"a\xff.md")
    write(tmp_path, {name: definition("{fact}`x`")})
    catalog = load(tmp_path)
    assert r"a\xFF.md D013" in str(catalog.findings[0])
    str(catalog.findings[0]).encode()


WORDING = '[[notices]]\nid = "disclaimer"\nversion = 1\nlanguage = "en"\ntitle = "T"\nfile = "{}"\n'


def test_a_wording_can_stand_in_a_file_of_its_own(tmp_path):
    write(
        tmp_path,
        {"catalog.toml": WORDING.format("n/w.txt"), "n/w.txt": b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n"},
    )
    assert load(tmp_path).notices[0].text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "w.txt D001 The file is not there."),
        (b"a\n\xff", "w.txt:2:1 D001 The byte 0xFF is not UTF-8. Save the file as UTF-8."),
        (b"a\n b\x00", "w.txt:2:3 D008 The character U+0000 is not allowed in a book. Delete it."),
        (b" \n", "w.txt D003 The file is empty. Write it or delete it."),
    ],
)
def test_a_faulty_wording_is_reported_alone(tmp_path, content, expected):
    write(tmp_path, {"catalog.toml": WORDING.format("w.txt")})
    if content is not None:
        write(tmp_path, {"w.txt": content})
    assert reported(load, tmp_path).replace(f"{tmp_path}/", "") == expected


def test_a_wording_s_link_out_of_the_catalogue_is_not_followed(tmp_path):
    write(tmp_path, {"secret.txt": "x", "in/catalog.toml": WORDING.format("w.txt")})
    (tmp_path / "in" / "w.txt").symlink_to(tmp_path / "secret.txt")
    assert "D041 The wording “w.txt” is outside the catalogue." in reported(load, tmp_path / "in")


def test_a_guide_made_in_python_is_reported_by_its_slug_and_section():
    guide = guidepub.Guide(
        title="A", at_a_glance=["x"], sections=[{"title": "B", "body": "\n[@c]"}]
    )
    with pytest.raises(InputError) as caught:
        guidepub.assemble(guide, guidepub.Catalog.of(guide))
    assert str(caught.value) == (
        "a D030 The fact “x” is not defined. Define it in the front matter under “facts”.\n"
        "a#b:2:1 D031 The source “c” is not defined. "
        "Define it in the front matter under “sources”."
    )
