"""BibTeX and BibLaTeX: names, braces, accents, abbreviations, references to other entries."""

from __future__ import annotations

import pytest

from guidepub.bibliography import read_bibtex, source_data


def read(text):
    entries, troubles = read_bibtex(text)
    assert troubles == []
    return {entry.key: source_data(entry.item) for entry in entries}


def test_an_article_is_read_with_its_lines():
    text = """@string{aer = "American " # {Economic}}
@string{rev = aer # " Review"}

@article{autor2013,
  Author = {Autor, David H. and Dorn, David},
  title = {The {US} Labor \\& Skill Market}, journal = rev, volume = 103, number = 5,
  pages = {1553--1597}, year = 2013, month = aug, doi = {https://doi.org/10.1257/aer.103.5.1553},
}"""
    ((entry,), troubles) = read_bibtex(text)
    assert (entry.key, entry.line, troubles) == ("autor2013", 4, [])
    assert source_data(entry.item) == {
        "title": "The US Labor & Skill Market",
        "within": "American Economic Review",
        "volume": "103",
        "issue": "5",
        "pages": "1553–1597",
        "type": "article-journal",
        "authors": [
            {"family": "Autor", "given": "David H."},
            {"family": "Dorn", "given": "David"},
        ],
        "doi": "10.1257/aer.103.5.1553",
        "year": 2013,
        "date": "2013-08",
    }


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("{U.S. Bureau of Labor Statistics}", ["U.S. Bureau of Labor Statistics"]),
        ("{Brot and Söhne} and Anna Kern", ["Brot and Söhne", {"family": "Kern", "given": "Anna"}]),
        ('M{\\"u}ller, J{\\"o}rg', [{"family": "Müller", "given": "Jörg"}]),
        ("Jan van der Berg", [{"family": "van der Berg", "given": "Jan"}]),
        ("Smith, Jr., John", [{"family": "Smith", "given": "John", "suffix": "Jr."}]),
        ("{\\'E}lise de la Tour", [{"family": "de la Tour", "given": "Élise"}]),
        ("Aristotle", ["Aristotle"]),
        ("Anna Kern and others", [{"family": "Kern", "given": "Anna"}]),
    ],
)
def test_names_keep_their_parts_and_bodies_their_whole(written, authors):
    text = f"@book{{a, title = {{T}}, author = {{{written}}}}}"
    assert read(text)["a"]["authors"] == authors


def test_an_entry_takes_from_the_one_that_it_refers_to():
    text = """@incollection{part, crossref = {whole}, title = {A Part}, author = {Anna Kern}}
@collection{whole, title = {The Whole}, editor = {Ed Itor}, publisher = {P}, year = 1999}"""
    part = read(text)["part"]
    assert (part["within"], part["publisher"], part["year"]) == ("The Whole", "P", 1999)
    assert part["editors"] == [{"family": "Itor", "given": "Ed"}]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (r"https://x.example/a\%20b\_c?d=1\&e=2\#f", "https://x.example/a%20b_c?d=1&e=2#f"),
        (r"https://x.example/a{\_}b{\%}20c{_}d", "https://x.example/a_b%20c_d"),
        (r"https://x.example/\textasciitilde ann/{\textasciitilde}", "https://x.example/~ann/~"),
        (r"https://x.example/\~{}ann/{\~{}}b/$\sim$c", "https://x.example/~ann/~b/~c"),
        (r"\url{https://x.example/~ann/a_b}", "https://x.example/~ann/a_b"),
        ("https://x.example/~ann/%7Ea?b=c_d&e", "https://x.example/~ann/%7Ea?b=c_d&e"),
    ],
)
def test_an_address_is_read_as_it_is_whatever_tex_escapes(written, address):
    text = f"@misc{{a, title = {{T}}, url = {{{written}}}}}\n"
    text += f"@misc{{b, title = {{T}}, howpublished = {{\\url{{{written}}}}}}}"
    assert {key: entry["url"] for key, entry in read(text).items()} == {"a": address, "b": address}


def test_a_doi_is_read_as_it_is_whatever_tex_escapes():
    text = r"@misc{a, title = {T}, doi = {10.1000/a\_b{\_}c}}"
    assert read(text)["a"]["doi"] == "10.1000/a_b_c"


def test_what_is_read_on_the_web_has_its_address_and_day():
    text = r"""@misc{page, title = {A Page}, howpublished = {\url{https://www.press.example/a_b}},
 urldate = {2026-11-02}}
@online{other, title = {O}, date = {2024-05}, url = {https://x.example/%7Ea;b?c=d;e}, langid = {ngerman}}"""
    page, other = read(text).values()
    assert page["url"] == "https://www.press.example/a_b"
    assert (page["type"], page["publisher"]) == ("webpage", "press.example")
    assert page["retrieved"] == "2026-11-02"
    assert (other["date"], other["url"], other["language"]) == (
        "2024-05",
        "https://x.example/%7Ea;b?c=d;e",
        "de",
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("@book{a, title={A}}\n\n@book{a, title={B}}", 3, "The key “a” occurs twice."),
        ("\n@book{a, title={A", 2, "The entry “@book{a, title={A” is not closed, or is broken."),
        ("@book{a, title={A}, title={B}}", 1, "The entry has the field title twice."),
        ("@book{a, crossref={b}}", 1, "“a” refers to “b”, which does not exist."),
        ("@book{a, title={" + "x" * 2_001 + "}}", 1, "The field “title” of “a” has more than 2,000 characters."),
        ("\\" * 20_001, 1, "The bibliography has more than 5,000 entries, or 20,000 TeX commands."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_with_its_line(text, line, message):
    _, (trouble,) = read_bibtex(text)
    assert (trouble.line, trouble.message) == (line, message)


@pytest.mark.parametrize("text", ["@a{" * 4_000, "@book{a, title={" + "{" * 900 + "}" * 900 + "}}", "@" * 9_000])  # fmt: skip
def test_hostile_files_are_read_to_their_end(text):
    read_bibtex(text)
