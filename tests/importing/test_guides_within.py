"""Documents with several guides, one after another below their names."""

from __future__ import annotations

import pytest

from guidepub.findings import InputError
from guidepub.importing import import_all, import_guide, reading
from guidepub.importing.originals.foreign import ForeignText

SECTIONS = {
    "en": ("Overview", "Salary", "Education"),
    "de": ("Überblick", "Gehalt", "Ausbildung"),
    "es": ("Panorama", "Salario", "Formación"),
}


def guide(name: str, language: str = "en", level: int = 1, people: str = "") -> str:
    """Return a guide in Markdown, its sections a level below its name."""
    one, other = "#" * level, "#" * (level + 1)
    first, second, third = SECTIONS[language]
    return (
        f"{one} {name}\n\n{other} {first}\n\n{people or name} {{}}.\n\n"
        f"{other} {second}\n\nX {{}}.\n\n{other} {third}\n\nY {{}}.\n\n"
    ).replace("{}", name.lower())


def imported(tmp_path, text: str, name: str = "a.md"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return import_all([path], tmp_path / "out")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Welder", "Baker")),
        ("en", ("1. Welder", "2. Baker", "3. Florist")),
        ("de", ("Tischler", "Bäcker")),
        ("es", ("Soldador", "Panadera")),
    ],
)
def test_each_guide_of_a_document_becomes_a_definition(tmp_path, language, names):
    results = imported(tmp_path, "".join(guide(name, language) for name in names))
    assert [each.state for each in results] == ["new"] * len(names)
    for each, name in zip(results, names, strict=True):
        plain = name.split(". ")[-1]
        assert f"title: {plain}\n" in each.text
        others = [other.split(". ")[-1].lower() for other in names if other != name]
        assert not any(other in each.text.lower() for other in others)


def test_what_stands_above_the_guides_is_reported(tmp_path):
    text = (
        f"# Work by Hand\n\nTwo are told of.\n\n{guide('Welder', level=2)}{guide('Baker', level=2)}"
    )
    first, *results = imported(tmp_path, text)
    assert "Two are told of." in first.findings[0].message
    assert [each.state for each in results] == ["new", "new"]


def test_what_stands_below_the_guides_is_reported(tmp_path):
    text = f"{guide('Welder')}{guide('Baker')}# Last Words\n\nBoth are needed.\n"
    first, *results = imported(tmp_path, text)
    assert "Last Words Both are needed." in first.findings[0].message
    assert [each.state for each in results] == ["new", "new"]


def test_notes_go_with_the_guide_that_calls_them(tmp_path):
    text = guide("Welder", people="Hot[^1] welder") + guide("Baker", people="Good[^2] baker")
    one, other = imported(tmp_path, f"{text}[^1]: Iron.\n\n[^2]: Bread.\n")
    assert "Iron." in one.text
    assert "Bread." not in one.text
    assert "Bread." in other.text


def test_a_library_s_call_for_one_guide_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(guide("Welder") + guide("Baker"), "utf-8")
    with pytest.raises(InputError):
        import_guide(path)


def test_a_document_is_read_once_for_all_its_guides(tmp_path, monkeypatch):
    path, read = tmp_path / "a.md", []
    path.write_text("".join(map(guide, ("Welder", "Baker", "Florist"))), "utf-8")
    with pytest.raises(reading.HoldsGuides) as held:
        reading.read_original(ForeignText(path), "en")
    real = reading.read_bytes

    def counted(*given):
        read.append(given)
        return real(*given)

    monkeypatch.setattr(reading, "read_bytes", counted)
    found = [reading.read_original(ForeignText(path, part), "en") for part in held.value.parts]
    assert [original.title for original, _ in found] == ["Welder", "Baker", "Florist"]
    assert len(read) == 1
    # What one guide cites by itself is no source of the next.
    found[0][1].cited("https://example.org/", "Tables")
    assert found[1][1].sources == ()


@pytest.mark.parametrize(
    "text",
    [
        # Parts of one guide.
        "# Welder\n\n## Overview\n\nWelders weld.\n\n# Outlook\n\n## Jobs\n\nA.\n\n## Pay\n\nB.\n",
        # Occupations that are alike have no sections.
        f"{guide('Welder')}# Baker\n\nBakers bake.\n",
        # Kinds of one.
        f"# Nurse\n\n{guide('School Nurse', level=2)}{guide('Ship Nurse', level=2)}",
        # One of the guides is said twice.
        guide("Welder") + guide("Welders"),
    ],
)
def test_other_documents_are_one_guide(tmp_path, text):
    assert len(imported(tmp_path, text)) == 1


@pytest.mark.parametrize("above", ["", "Trades of the Valley\n\n"])
def test_names_in_capitals_part_the_guides_of_a_plain_text(tmp_path, above):
    parts = (
        f"{name.upper()}\n\nOVERVIEW\n\n{name}s work with care.\n\nPAY\n\nThe median annual wage for {name.lower()}s was {pay} in 2024.\n\n"
        for name, pay in (("Welder", "$51,000"), ("Plumber", "$62,970"))
    )
    results = imported(tmp_path, above + "".join(parts), "a.txt")
    texts = [each.text for each in results if each.state == "new"]
    assert len(texts) == 2
    assert "median_wage: {value: 51000" in texts[0]
    assert "median_wage: {value: 62970" in texts[1]


def test_a_bare_heading_within_one_guide_parts_nothing(tmp_path):
    text = "WELDER\n\nOVERVIEW\n\nWelders join metal.\n\nIN THE SHOP\n\nTRAINING\n\nWelders learn.\n\nPAY\n\nIt depends.\n"
    assert len(imported(tmp_path, text, "a.txt")) == 1
