import pytest

from guidepub import InputError
from guidepub.findings.errors import UsageError
from guidepub.model import (
    PRESETS,
    Catalog,
    DataTable,
    Defaults,
    Guide,
    Imprint,
    SectionRules,
    Trim,
)


@pytest.mark.parametrize(
    ("written", "width", "height"),
    [
        ("us-trade", 432, 648),
        (" US-Trade ", 432, 648),
        ("6in x 9in", 432, 648),
        ("6 x 9 in", 432, 648),
        ("6×9in", 432, 648),
        ("25.4cm x 254mm", 720, 720),
        ("432pt x 9IN", 432, 648),
        ({"width": 432, "height": 648}, 432, 648),
    ],
)
def test_a_trim_size_is_a_name_or_two_lengths(written, width, height):
    trim = Defaults(trim=written).trim
    assert (trim.width, trim.height) == pytest.approx((width, height))


@pytest.mark.parametrize(
    "written",
    ["", "a3", "6 x 9", "6in by 9in", "6in", "1in x 9in", "6in x 30in", "0in x 0in", "-6in x 9in",
     "1.2.3in x 9in", "6in x 9in x 1in", "infin x 9in", "9" * 400 + "in x 9in", 5, None, [6, 9]],
)  # fmt: skip
def test_another_trim_size_is_refused(written):
    with pytest.raises(InputError, match="is not a trim size"):
        Defaults(trim=written)


@pytest.mark.parametrize("width", [199, 2001, float("nan"), float("inf"), -432])
def test_a_page_has_a_size_that_can_be_printed(width):
    with pytest.raises(InputError):
        Trim(width=width, height=648)


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("us-trade", 6 * 72, 9 * 72),
        ("digest", 5.5 * 72, 8.5 * 72),
        ("us-letter", 8.5 * 72, 11 * 72),
        ("a5", 148 / 25.4 * 72, 210 / 25.4 * 72),
        ("a4", 210 / 25.4 * 72, 297 / 25.4 * 72),
    ],
)
def test_a_preset_is_its_size_on_paper(name, width, height):
    assert (PRESETS[name].width, PRESETS[name].height) == pytest.approx((width, height))


@pytest.mark.parametrize("editions", [[], ["pdf"], "screen"])
def test_editions_are_a_list_of_those_that_there_are(editions):
    with pytest.raises(InputError):
        Defaults(editions=editions)


RULES = SectionRules(titles={"overview": ["Overview", "The Work"], "pay": ["Salary"]})


@pytest.mark.parametrize(
    ("title", "section_id"),
    [
        ("Overview", "overview"),
        ("THE WORK", "overview"),
        ("Salary", "pay"),
        ("Pay", "pay"),
        ("Tools & Ovens", "tools-ovens"),
        ("职业", "part-1"),
    ],
)
def test_a_section_s_id_is_the_catalogue_s_or_that_of_its_title(title, section_id):
    guide = Guide(title="Baker", sections=[{"title": title}])
    assert RULES.ids_of(guide) == (section_id,)


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["Μισθός", "Ερωτήσεις"], ["part-1", "part-2"]),
        # A year alone does not make them one.
        (["Μισθός 2024", "Ερωτήσεις 2024"], ["2024", "part-2"]),
        (["أسئلة ServSafe", "ServSafe"], ["part-1", "servsafe"]),
        (["Part 2", "Μισθός"], ["part-2", "part-2-2"]),
        (["Μισθός 2024", "ΜΙΣΘΌΣ 2024"], ["2024", "2024"]),
        (["Pay", "Pay!"], ["pay", "pay"]),
        (["!", "?"], ["part-1", "part-2"]),
    ],
)
def test_sections_share_an_id_where_their_titles_are_one(titles, ids):
    guide = Guide(title="Baker", sections=[{"title": title} for title in titles])
    assert RULES.ids_of(guide) == tuple(ids)


@pytest.mark.parametrize("section_id", ["The Work", "a.b", "../x", "ä", ""])
def test_a_section_s_id_is_safe_in_an_address(section_id):
    with pytest.raises(InputError):
        SectionRules(titles={section_id: ["Work"]})


SPANISH = {"language": "es"}


def test_a_guide_made_in_python_has_the_catalogue_s_language_where_it_states_none():
    plain = Guide(title="Baker", sections=[{"title": "Part"}])
    stated = Guide(title="Cook", language="en-US", sections=[{"title": "Part"}])
    catalog = Catalog.of(plain, stated, defaults=SPANISH)
    assert (catalog["baker"].language, catalog["cook"].language) == ("es", "en-US")
    assert catalog.with_defaults(catalog["cook"]) is catalog["cook"]
    # As the same guide in a file: its hash is the one that a file states.
    assert catalog["baker"].content_hash == plain.model_copy(update=SPANISH).content_hash


def test_an_imprint_is_found_by_its_id():
    catalog = Catalog(imprint=Imprint(name="Crumb"), imprints=[Imprint(id="b", name="Crust")])
    assert catalog.imprint_named(None).name == "Crumb"
    assert catalog.imprint_named("imprint").name == "Crumb"
    assert catalog.imprint_named("b").name == "Crust"
    with pytest.raises(UsageError, match="nobody"):
        catalog.imprint_named("nobody")


def test_a_table_is_a_file_s_name_or_a_table():
    assert Catalog(data={"p": "p.csv"}).data["p"] == DataTable(file="p.csv")
    assert Catalog(data={"p": {"file": "p.csv", "note": "N"}}).data["p"].note == "N"


@pytest.mark.parametrize(
    ("note", "language", "text"),
    [
        (None, "en-US", ""),
        ("Sample data.", "es-US", "Sample data."),
        ({"en": "E", "es": "S"}, "es-US", "S"),
        ({"en": "E", "en-GB": "G"}, "en-GB", "G"),
    ],
)
def test_a_table_s_note_is_in_the_guide_s_language(note, language, text):
    assert DataTable(file="p.csv", note=note).note_in(language) == text


def test_a_note_that_is_not_in_a_language_raises():
    with pytest.raises(KeyError, match="fr-FR"):
        DataTable(file="p.csv", note={"en": "E"}).note_in("fr-FR")


def test_a_catalogue_without_anything_is_independent():
    assert Catalog().imprint.name == "Independent"
    assert len(Catalog()) == 0


def test_a_guide_that_is_not_there_is_reported_as_guidepub_s_error_and_as_a_mapping_s():
    for kind in (KeyError, UsageError):
        with pytest.raises(kind) as reported:
            Catalog.of()["welder"]
        assert str(reported.value).startswith("There is no guide “welder”.")
