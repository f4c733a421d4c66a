"""A catalogue's bibliographies: their works are sources, and their faults have lines."""

from __future__ import annotations

import pytest

import guidepub
from guidepub import InputError

CATALOG = '[imprint]\nname = "Press"\n\n[sources]\nfile = {}\n\n[sources.own]\ntitle = "O"\npublisher = "P"\n'
GUIDE = "---\ntitle: Baker\n---\n\n# Overview\n\nA [@one, p. 3]. As @two says.\n"
BIB = "@book{one, title={One}, publisher={Old}}\n@book{own, title={Other}, publisher={Q}}\n"
JSON = '[{"id": "one", "title": "Second", "publisher": "New"},\n {"id": "two", "title": "Two", "author": [{"literal": "B"}]}]'


def catalogue(tmp_path, names='["works.bib", "more.json"]', bib=BIB, json=JSON):
    (tmp_path / "catalog.toml").write_text(CATALOG.format(names), "utf-8")
    (tmp_path / "works.bib").write_text(bib, "utf-8")
    (tmp_path / "more.json").write_text(json, "utf-8")
    (tmp_path / "baker.md").write_text(GUIDE, "utf-8")
    return tmp_path


def faults(folder):
    with pytest.raises(InputError) as caught:
        guidepub.load(folder)
    return [str(finding).removeprefix(f"{folder}/") for finding in caught.value.findings]


def test_a_guide_has_the_works_that_it_cites(tmp_path):
    catalog = guidepub.load(catalogue(tmp_path))
    assert {key: source.title for key, source in catalog.sources.items()} == {
        "own": "O",
        "one": "One",
        "two": "Two",
    }
    assert catalog.findings == ()
    assert list(catalog["baker"].sources) == ["one", "two"]


def test_what_is_wrong_with_an_entry_is_reported_at_its_line(tmp_path):
    bib = "@book{one, title={One}}\n\n@book{ö, title={Ö}, publisher={P}}\n@book{x"
    json = '[{"id": "two", "title": "T", "publisher": "P"},\n {"title": "No id"},\n 3]'
    assert faults(catalogue(tmp_path, bib=bib, json=json)) == [
        "more.json:2:1 C013 A work needs an “id”, by which it is cited. Give it one: \"id\": \"bls2024\".",
        "more.json:3:1 C013 A work needs an “id”, by which it is cited. Give it one: \"id\": \"bls2024\".",
        "works.bib:1:1 C013 “one”: A source needs a publisher, authors, or the work that it is within.",
        "works.bib:3:1 C013 The key “ö” has characters that are not allowed in keys. Use English letters and digits, with _ . : - between them.",
        "works.bib:4:1 C013 The entry “@book{x” is not closed, or is broken. Look for a brace, a quotation mark or a comma that is missing.",
    ]  # fmt: skip


def test_works_beyond_the_most_that_are_read_are_reported_and_not_left_out(tmp_path):
    works = ",\n".join(f'{{"id":"w{n}","title":"T","publisher":"P"}}' for n in range(5001))
    assert faults(catalogue(tmp_path, '"more.json"', json=f"[{works}]")) == [
        "more.json:5001:1 C013 The bibliography has more than 5,000 works. Keep those that are cited."
    ]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ('"../works.bib"', "D041"),
        ('"none.bib"', "D001"),
        ('"works.txt"', "D011"),
        ("3", "D011"),
        ('["works.bib", 3]', "D011"),
    ],
)
def test_a_file_that_cannot_be_taken_is_reported_in_the_catalogue(tmp_path, names, code):
    (fault,) = faults(catalogue(tmp_path, names))
    assert f" {code} " in fault


def test_json_that_is_no_list_of_works_is_reported(tmp_path):
    assert " D004 " in faults(catalogue(tmp_path, json="[{]"))[0]
    assert faults(catalogue(tmp_path, json='{"a": 1}'))[0].startswith("more.json:1:1 C013 A list")
