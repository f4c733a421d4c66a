"""Which books a changed cell of a table makes anew."""

import pytest
from definitions import definition, write

from guidepub import assemble, load
from guidepub.batch.keys import parts_of, used_files

CATALOG = """[data]
wages = {file = "wages.csv", key = "code"}
[facts]
pay = {from = "wages", column = "pay", unit = "USD/year"}
"""
HEAD = 'occupation: {soc: "13-2011"}'


def parts(folder, wages):
    files = {"catalog.toml": CATALOG, "a.md": definition("It is {fact}`pay`.", HEAD)}
    catalog = load(write(folder, {**files, "wages.csv": wages}))
    assert used_files(catalog["a"], catalog)[0] == {"wages"}
    return parts_of(assemble(catalog["a"], catalog))


@pytest.mark.parametrize(
    ("wages", "is_same"),
    [
        ("code,pay\n13-2011,50\n13-2012,70\n", True),
        ("code,pay\n13-2012,60\n\n13-2011,50\n", True),
        ("code,pay\n13-2011,51\n13-2012,60\n", False),
    ],
)
def test_a_book_is_as_it_was_unless_a_cell_that_it_prints_has_changed(tmp_path, wages, is_same):
    before = parts(tmp_path / "a", "code,pay\n13-2011,50\n13-2012,60\n")
    assert (parts(tmp_path / "a", wages) == before) is is_same
