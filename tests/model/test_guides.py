import datetime
import json
import pickle
from decimal import Decimal
from pathlib import Path

import pytest

from guidepub import Catalog, Fact, Guide, InputError, Section, Source, UsageError, load
from guidepub.model import Isbns, Occupation, Person, is_education, slug_of

SECTIONS = [Section(title="Overview", body="Bakers bake.")]

FULL = Guide(
    title="Baker",
    subtitle="A Life in Bread",
    slug="the-baker",
    language="es-US",
    occupation=Occupation(soc="51-3011", onet="51-3011.00", title="Bakers"),
    authors=[Person(name="Ada Crumb"), Person(name="Bo Crust", role="editor")],
    edition=3,
    published=datetime.date(2026, 11, 24),
    first_published=2019,
    isbn=Isbns(epub="978-0-00-041128-0"),
    description="What bakers do.",
    tags=["food"],
    imprint="crumb",
    at_a_glance=["wage", "entry_education"],
    facts={
        "wage": Fact(value=Decimal("36650.50"), unit="USD/year", as_of=2024, source="bls"),
        "growth": Fact(value=-6, unit="percent", period=(2024, 2034), note="Rounded."),
        "kind": Fact(value="rye", label="Bread"),
        "entry_education": Fact(value="none"),
    },
    sources={
        "bls": Source(
            title="Wages",
            publisher="BLS",
            url="https://www.bls.gov/",
            retrieved=datetime.date(2026, 11, 2),
            year=2025,
        )
    },
    sections=[
        Section(title="Overview", body="\nBakers bake.\n"),
        Section(title="Pay", body="Some."),
    ],
)


def guide(**fields):
    return Guide(**({"title": "Baker", "sections": SECTIONS} | fields))


def faults(**fields):
    """Return the kinds of error of a guide with these fields, by their places."""
    with pytest.raises(InputError) as caught:
        guide(**fields)
    return {
        ".".join(map(str, error["loc"])): error["type"] for error in caught.value.__cause__.errors()
    }


def test_a_title_and_a_section_make_a_guide():
    made = guide()
    assert made.slug == "baker"
    assert made.language == "en-US"
    assert made.edition == 1
    assert made.origin is None


def test_plain_data_make_the_same_guide_as_models():
    plain = guide(sections=[{"title": "Overview", "body": "Bakers bake."}])
    assert plain == guide()


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Técnico en Farmacia", "tecnico-en-farmacia"), ("x" * 300, "x" * 120), ("a-" * 80, "a-" * 59 + "a")],
)  # fmt: skip
def test_a_guide_without_a_slug_has_that_of_its_title(title, slug):
    assert guide(title=title).slug == slug


def test_a_slug_is_cut_where_no_hyphen_is_left_over():
    assert slug_of("x" * 119 + " y") == "x" * 119


def test_a_title_without_a_letter_for_a_slug_needs_one():
    assert faults(title="职业") == {"": "slug"}
    assert guide(title="职业", slug="zhiye").slug == "zhiye"


@pytest.mark.parametrize("slug", ["A", "a b", "a--b", "-a", "a-", "a/b", "..", "é"])
def test_a_slug_is_safe_as_a_file_s_name(slug):
    assert set(faults(slug=slug).values()) == {"string_pattern_mismatch"}


def test_a_slug_leaves_room_for_endings_in_a_file_s_name():
    assert faults(slug="a" * 121) == {"slug": "string_too_long"}


@pytest.mark.parametrize("title", ["", " ", "\n\t"])
def test_a_title_is_not_empty(title):
    assert faults(title=title) == {"title": "string_too_short"}


def test_texts_lose_the_space_around_them_but_prose_keeps_its_lines():
    made = guide(title=" Baker ", sections=[{"title": " A ", "body": "\n\n    code\n\n"}])
    assert made.title == "Baker"
    assert made.sections[0].title == "A"
    assert made.sections[0].body == "\n\n    code\n\n"


def test_an_unknown_field_is_refused():
    assert faults(subtitel="x") == {"subtitel": "extra_forbidden"}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "a\0"},
        {"description": "\x1b[31m"},
        {"imprint": "a\x07"},
        {"tags": ["\x80"]},
        {"at_a_glance": ["a\x01"]},
        {"authors": [{"name": "A\u2028da"}]},
        {"sections": [{"title": "A", "body": "\n\0\n"}]},
        {"facts": {"a": {"value": "x\0"}}},
        {"facts": {"a": {"value": 1, "source": "x\0"}}},
        {"sources": {"a": {"title": "x\0", "publisher": "y", "url": "https://a\x01"}}},
    ],
)
def test_no_text_holds_what_no_book_can_carry(fields):
    kinds = set(faults(**fields).values())
    assert "characters" in kinds
    assert kinds <= {"characters", "too_short"}


def test_half_a_character_is_refused():
    assert faults(title="a\ud83e") == {"title": "string_unicode"}


@pytest.mark.parametrize("edition", [0, -1, 1.5, "2", True, 10_000, 10**30, None])
def test_an_edition_is_a_small_whole_number(edition):
    assert list(faults(edition=edition)) == ["edition"]


@pytest.mark.parametrize(
    ("given", "year"),
    [(2019, 2019), ("2019-05-01", 2019), (datetime.date(2019, 5, 1), 2019)],
)
def test_a_first_publication_is_a_year_or_a_day(given, year):
    assert guide(first_published=given).first_published == year


@pytest.mark.parametrize("given", ["2019", "2019-13-01", 999, 10_000, 2019.0, True])
def test_another_first_publication_is_refused(given):
    assert list(faults(first_published=given)) == ["first_published"]


def test_at_most_six_facts_stand_at_a_glance():
    assert faults(at_a_glance=list("abcdefg")) == {"at_a_glance": "too_long"}


@pytest.mark.parametrize("key", ["Wage", "1a", "a-b", "a b", "", "ä"])
def test_a_fact_s_key_is_a_plain_name(key):
    assert set(faults(facts={key: {"value": 1}}).values()) == {"string_pattern_mismatch"}


@pytest.mark.parametrize("key", ["-a", "", "a b", "a]", "a;b", "@a", "ä"])
def test_a_source_s_key_can_be_cited(key):
    source = {"title": "A", "publisher": "B"}
    assert set(faults(sources={key: source}).values()) == {"string_pattern_mismatch"}


@pytest.mark.parametrize(("key", "education"), [("entry_education", True), ("education", False)])
def test_a_fact_of_education_is_known_by_its_key(key, education):
    assert is_education(key) is education


@pytest.mark.parametrize("value", ["asociate", 5, ""])
def test_education_is_of_the_vocabulary(value):
    with pytest.raises(InputError) as caught:
        guide(facts={"entry_education": {"value": value}})
    (error,) = caught.value.__cause__.errors()
    assert error["type"] == "education"
    assert error["ctx"]["path"] == ["facts", "entry_education", "value"]


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (FULL, "title"),
        (FULL.sections[0], "body"),
        (FULL.facts["wage"], "value"),
        (FULL.sources["bls"], "url"),
        (FULL.occupation, "soc"),
        (Catalog.of(FULL), "guides"),
    ],
)
def test_models_are_frozen(model, field):
    with pytest.raises(InputError, match=rf"{field}: A model cannot be changed\. Make another"):
        setattr(model, field, "other")
    with pytest.raises(InputError, match=rf"{field}: A model cannot be changed\. Make another"):
        delattr(model, field)


def test_a_comma_of_yaml_is_not_guessed_at_in_python():
    with pytest.raises(InputError, match="The key “460” is unknown") as refused:
        Guide(**{"460": None})
    assert "comma" not in str(refused.value)


def test_a_guide_survives_the_way_to_another_process():
    assert pickle.loads(pickle.dumps(FULL)) == FULL


def test_a_guide_s_json_has_numbers_as_numbers_where_they_keep_their_digits():
    data = json.loads(FULL.model_dump_json())
    # A number of JSON would lose the last zero.
    assert data["facts"]["wage"]["value"] == "36650.50"
    assert data["facts"]["growth"]["value"] == -6
    assert isinstance(data["facts"]["growth"]["value"], int)
    assert data["facts"]["kind"]["value"] == "rye"


def test_a_guide_s_json_keeps_where_it_came_from_to_itself():
    made = guide(origin=Path("/secret/baker.md"))
    assert "secret" not in made.model_dump_json() + repr(made)


def test_a_guide_goes_to_json_and_back():
    assert Guide.model_validate_json(FULL.model_dump_json()) == FULL


def test_a_guide_written_as_json_is_a_definition(tmp_path):
    path = tmp_path / "any.json"
    path.write_text(FULL.model_copy(update={"imprint": None}).model_dump_json(), "utf-8")
    loaded = load(path)["the-baker"]
    assert loaded == FULL.model_copy(update={"imprint": None})


def test_a_catalogue_of_guides_is_a_mapping_by_slug():
    catalog = Catalog.of(guide(), guide(title="Cook"))
    assert list(catalog) == ["baker", "cook"]
    assert len(catalog) == 2
    assert catalog["cook"].title == "Cook"
    assert "miller" not in catalog
    assert catalog.get("miller") is None


@pytest.mark.parametrize(
    "isbns",
    [
        [{"print": "0-306-40615-2", "epub": "978-0-306-40615-7"}],
        [{"print": "0-306-40615-2"}, {"epub": "978-0-306-40615-7"}],
        [{"epub": "0-306-40615-2"}, {"print": "9780000411280"}, {"epub": "9780306406157"}],
    ],
)
def test_an_isbn_cannot_stand_twice_in_a_catalogue(isbns):
    guides = [guide(slug=f"guide-{n}", isbn=isbn) for n, isbn in enumerate(isbns)]
    with pytest.raises(
        UsageError, match="The ISBN 9780306406157 is used twice, the second time in “guide-"
    ):
        Catalog.of(*guides)


@pytest.mark.parametrize("given", [[guide()], {"baker": guide()}, "baker", None])
def test_a_catalogue_is_made_of_guides_given_one_by_one(given):
    with pytest.raises(UsageError, match=f"“{type(given).__name__}” is not one"):
        Catalog.of(given)


def test_two_guides_of_one_slug_make_no_catalogue():
    with pytest.raises(UsageError, match="Two guides have the slug “baker”"):
        Catalog.of(guide(), guide(subtitle="Another"))


def test_a_catalogue_takes_the_settings_of_its_file():
    catalog = Catalog.of(guide(), imprint={"name": "Crumb"}, defaults={"language": "es"})
    assert catalog.imprint.holder == "Crumb"
    assert catalog.defaults.language == "es"


def test_a_catalogue_survives_the_way_to_another_process():
    catalog = Catalog.of(FULL, guide(), imprint={"name": "Crumb"}, data={"p": "p.csv"})
    copy = pickle.loads(pickle.dumps(catalog))
    assert copy == catalog
    assert copy["the-baker"] == FULL


def test_a_catalogue_with_other_guides_shares_the_rest():
    catalog = Catalog.of(guide(), imprint={"name": "Crumb"}).with_guides(FULL)
    assert list(catalog) == ["the-baker"]
    assert catalog.imprint.name == "Crumb"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "Baker " * 200}, {"title": "string_too_long"}),
        ({"subtitle": "x" * 1001}, {"subtitle": "string_too_long"}),
        ({"description": "x" * 1001}, {"description": "word"}),
        ({"tags": [f"t{n}" for n in range(1001)]}, {"tags": "too_long"}),
        ({"authors": [Person(name="Ada")] * 201}, {"authors": "too_long"}),
        ({"facts": {"a": Fact.model_construct(value=1), "b": {"value": 1, "label": "x" * 1001}}},
         {"facts.b.label": "word"}),
    ],
)  # fmt: skip
def test_what_would_take_long_to_set_is_refused(fields, expected):
    assert faults(**fields) == expected


def test_long_texts_of_words_are_taken():
    assert guide(title="Baker " * 150, description="Bread. " * 5000).title
