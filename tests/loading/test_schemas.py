import json

import pytest

from guidepub.loading import json_schema
from guidepub.model import Catalog, Guide


@pytest.mark.parametrize("kind", ["guide", "front-matter", "catalog"])
def test_a_schema_is_json_and_names_its_dialect(kind):
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schema)) == schema


def test_an_unknown_kind_raises():
    with pytest.raises(KeyError, match="book"):
        json_schema("book")


def test_a_guide_s_schema_has_its_keys_and_no_private_ones():
    keys = set(json_schema("guide")["properties"])
    made = {"origin", "row", "row_figures", "released", "others", "members"}
    assert keys == set(Guide.model_fields) - made
    assert "line" not in json_schema("guide")["$defs"]["Section"]["properties"]


def test_front_matter_has_no_sections():
    schema = json_schema("front-matter")
    assert "sections" not in schema["properties"]
    assert schema["required"] == ["title"]


def test_front_matter_may_say_of_which_rows_a_template_makes_guides():
    schema = json_schema("front-matter")
    assert schema["properties"]["for_each"]["required"] == ["table"]
    assert schema["$defs"]["RelatedRows"]["required"] == ["table", "by"]
    assert "for_each" not in json_schema("guide")["properties"]


def test_a_catalogue_s_schema_has_its_keys_and_no_private_ones():
    keys = set(json_schema("catalog")["properties"])
    assert keys == set(Catalog.model_fields) - {
        "broken",
        "by_file",
        "citation_style",
        "commit",
        "phrases",
        "guides",
        "ledger",
        "pictures",
        "product",
        "root",
    }


def test_a_notice_has_a_text_or_a_file():
    notice = json_schema("catalog")["$defs"]["Notice"]
    assert {"text", "file"} <= set(notice["properties"])
    assert notice["oneOf"] == [{"required": ["text"]}, {"required": ["file"]}]
    assert "text" not in notice["required"]


def test_every_model_refuses_other_keys():
    for kind in ("guide", "catalog"):
        schema = json_schema(kind)
        for model in (schema, *schema["$defs"].values()):
            assert model["additionalProperties"] is False
