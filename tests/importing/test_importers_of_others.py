"""Readers from other packages: the documented one, and ones that fail."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from definitions import write

from guidepub import InputError, import_guide
from guidepub.importing import plugins
from guidepub.importing.intake import files_to_import

DOCS = Path(__file__).parents[2] / "docs" / "import.md"
MEMO = "Baker\n\nBakers mix dough & bake <bread>.\n\nThey begin at four."


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package that stands in a folder, as the documentation writes it."""
    (code,) = re.findall(
        r"^```python\n(# house_importers.*?)^```$", DOCS.read_text("utf-8"), re.M | re.S
    )
    (entries,) = re.findall(r"^memo = \"(.*)\"$", DOCS.read_text("utf-8"), re.M)
    broken = "\n\ndef fail(data):\n    raise ValueError('no')\n\n\ndef bare(data):\n    return 3\n"
    broken += "\n\ndef odd(data):\n    return '<h1>Baker</h1><p>Bakers\\x00 bake.\\ud800</p>'\n"
    names = {"memo": entries, "oops": "house_importers:fail", "bare": "house_importers:bare",
             "gone": "house_importers:nothing", "odd": "house_importers:odd", "txt": "house_importers:fail"}  # fmt: skip
    lines = "".join(f"{name} = {value}\n" for name, value in names.items())
    write(
        tmp_path / "site",
        {
            "house_importers.py": code + broken,
            "house-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: house\nVersion: 1.0\n",
            "house-1.0.dist-info/entry_points.txt": f"[guidepub.importers]\n{lines}",
        },
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    plugins.plugged_in.cache_clear()
    yield
    plugins.plugged_in.cache_clear()
    sys.modules.pop("house_importers", None)


def test_the_importer_of_the_documentation_reads_its_files(installed, tmp_path):
    write(tmp_path / "old", {"baker.memo": MEMO})
    guide, _ = import_guide(tmp_path / "old" / "baker.memo")
    assert guide.title == "Baker"
    prose = " ".join(section.body for section in guide.sections)
    assert "Bakers mix dough & bake" in prose
    assert "They begin at four." in prose


def test_a_folder_is_looked_through_for_its_files(installed, tmp_path):
    write(tmp_path / "old", {"baker.memo": MEMO, "a.other": "x"})
    assert [path.name for path in files_to_import([tmp_path / "old"]).files] == ["baker.memo"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("a.oops", "“oops” failed: ValueError: no"), ("a.bare", "it returns “int” instead of text"),
     ("a.gone", "“gone” failed: AttributeError")],
)  # fmt: skip
def test_one_that_does_not_work_is_reported_with_the_file(name, message, installed, tmp_path):
    write(tmp_path / "old", {name: MEMO})
    with pytest.raises(InputError) as caught:
        import_guide(tmp_path / "old" / name)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == ("I059", str(tmp_path / "old" / name))
    assert message in finding.message


def test_characters_that_no_book_can_carry_are_left_out_with_a_warning(installed, tmp_path):
    write(tmp_path / "old", {"a.odd": MEMO})
    guide, findings = import_guide(tmp_path / "old" / "a.odd")
    assert "Bakers bake." in guide.sections[0].body
    assert "I007" in [finding.code for finding in findings]


def test_guidepubs_own_readers_come_first(installed, tmp_path):
    write(tmp_path / "old", {"baker.txt": MEMO})
    assert import_guide(tmp_path / "old" / "baker.txt")[0].title == "Baker"
