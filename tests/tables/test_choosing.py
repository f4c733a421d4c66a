import pytest

from guidepub.tables.choosing import conditions, skipped

ROWS = [
    {"group": "total", "code": "00-0000", "title": "All"},
    {"group": "detailed", "code": "29-1141", "title": "Nurses; all of them"},
    {"group": "detailed", "code": "51-4121", "title": "Welders = Joiners"},
    {"group": "broad", "code": "51-4120", "title": ""},
]


def chosen(where):
    return [
        row["code"] for row in ROWS if all(condition.holds(row) for condition in conditions(where))
    ]


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        ("", ["00-0000", "29-1141", "51-4121", "51-4120"]),
        ("group=detailed", ["29-1141", "51-4121"]),
        (" group = detailed ", ["29-1141", "51-4121"]),
        ("group != detailed", ["00-0000", "51-4120"]),
        ("group = detailed; code = 29-1141", ["29-1141"]),
        ("group=detailed;code!=29-1141", ["51-4121"]),
        ("code = 00-0000 | 51-4121", ["00-0000", "51-4121"]),
        ("group != total | broad", ["29-1141", "51-4121"]),
        ("title = Nurses; all of them", ["29-1141"]),
        ("title = Welders = Joiners", ["51-4121"]),
        ("title =", ["51-4120"]),
        ("group = detailed;", ["29-1141", "51-4121"]),
        ("group = none", []),
    ],
)
def test_rows_are_those_that_meet_all_conditions(where, codes):
    assert chosen(where) == codes


@pytest.mark.parametrize(
    ("option", "texts"),
    [("", []), ("*", ["*"]), ("* ** #", ["*", "**", "#"]), ("n/a, empty", ["n/a", ""])],
)
def test_texts_that_are_skipped_are_parted_by_spaces_or_commas(option, texts):
    assert skipped(option) == texts
