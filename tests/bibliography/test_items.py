"""Items of CSL-JSON, as programs write them, to sources and back."""

from __future__ import annotations

import pytest

from guidepub import Source
from guidepub.bibliography import item_of, source_data


@pytest.mark.parametrize(
    ("issued", "read"),
    [
        ({"date-parts": [[2024, 5, 17]]}, {"year": 2024, "date": "2024-05-17"}),
        ({"date-parts": [["2024", "5"]]}, {"year": 2024, "date": "2024-05"}),
        ({"date-parts": [[2024], [2025]]}, {"year": 2024}),
        ({"date-parts": [[]], "literal": "Spring 2023"}, {"year": 2023}),
        ({"raw": "2024-05-01"}, {"year": 2024, "date": "2024-05-01"}),
        ({"date-parts": [[2024, 17]]}, {"year": 2024}),
        # Projections bear such dates, which are quarters and seasons in EDTF.
        ({"raw": "2024-34"}, {"year": 2024}),
        ({"literal": "2019-29"}, {"year": 2019}),
        ({"date-parts": "2024"}, {}),
        ("2024", {}),
    ],
)
def test_dates_are_read_in_all_their_forms(issued, read):
    data = source_data({"title": "A", "publisher": "B", "issued": issued})
    assert data == {"title": "A", "publisher": "B"} | read


def test_marks_in_texts_and_particles_of_names_are_read():
    berg = {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}
    data = source_data({"title": "An <i>E. coli</i> story", "author": [berg, {"literal": "B"}, 3]})
    assert data["title"] == "An E. coli story"
    assert data["authors"] == [{"family": "van den Berg", "given": "Jan"}, "B"]


def test_a_source_without_authors_is_its_publishers():
    item = item_of("a", Source(title="T", publisher="P", url="https://x.example", year=2024))
    assert item == {
        "id": "a",
        "type": "webpage",
        "title": "T",
        "author": [{"literal": "P"}],
        "URL": "https://x.example",
        "issued": {"date-parts": [[2024]]},
    }


def test_a_source_comes_back_from_its_item():
    source = Source(
        title="T",
        within="J",
        authors=["B", {"family": "F", "given": "G", "suffix": "Jr."}],
        volume="1",
        issue="2",
        pages="3-4",
        date="2024-05",
        doi="10.1000/x",
        type="article-journal",
        language="de",
    )
    assert Source(**source_data(item_of("a", source))) == source
