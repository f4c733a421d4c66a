"""What cannot be seen and turns, hides or breaks words is refused where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from definitions import write

from guidepub import Guide, InputError, Section, load
from guidepub.importing.definitions import definition_text

CATALOG = """[imprint]
name = "{imprint}"
legal_name = "{holder}"
place = "{place}"

[[notices]]
id = "a"
version = 1
language = "en"
title = "{notice}"
text = "{wording}"
"""
GUIDE = """---
title: "{title}"
subtitle: "{subtitle}"
authors: [{{name: "{author}"}}]
isbn: {{print: "{isbn}"}}
facts:
  wage: {{value: "{fact}", label: "{label}", source: bls}}
sources:
  bls: {{title: "{source}", publisher: "{publisher}"}}
---
# {section}
Bread. {prose}
"""
HIDDEN = {"override": "\u202e", "isolate": "\u2067", "zero-width": "\u200b", "tag": "\U000e0041",
          "selector": "\ufe0f", "escape": "\x1b"}  # fmt: skip
IN_GUIDE = [
    "title",
    "subtitle",
    "author",
    "isbn",
    "fact",
    "label",
    "source",
    "publisher",
    "section",
]
IN_CATALOG = ["imprint", "holder", "place", "notice", "wording"]
PLAIN = dict.fromkeys([*IN_GUIDE, *IN_CATALOG, "prose"], "Some words of it")
PLAIN |= {"isbn": "9780306406157", "section": "Some pay"}


def written(folder: Path, spoilt: str = "", sign: str = "", escaped: bool = False) -> Path:
    """Write a catalogue with a sign in the middle of one of its texts."""
    shown = json.dumps(sign)[1:-1] if escaped else sign
    if escaped and sign > "\uffff":
        shown = f"\\U{ord(sign):08x}"
    texts = PLAIN | ({spoilt: PLAIN[spoilt][:4] + shown + PLAIN[spoilt][4:]} if spoilt else {})
    files = {"catalog.toml": CATALOG.format(**texts), "baker.md": GUIDE.format(**texts)}
    return write(folder, files)


def findings(path: Path) -> list[str]:
    try:
        return [str(finding) for finding in load(path).findings]
    except InputError as error:
        return [str(finding) for finding in error.findings]


def test_plain_words_are_taken(tmp_path):
    assert findings(written(tmp_path)) == []


ESCAPABLE = [name for name in (*IN_GUIDE, *IN_CATALOG) if name != "section"]


@pytest.mark.parametrize("kind", HIDDEN)
@pytest.mark.parametrize(
    ("spoilt", "escaped"),
    [(name, False) for name in (*IN_GUIDE, *IN_CATALOG)] + [(name, True) for name in ESCAPABLE],
)
def test_a_hidden_character_is_refused_in_every_plain_text(tmp_path, spoilt, kind, escaped):
    reported = findings(written(tmp_path, spoilt, HIDDEN[kind], escaped))
    name = "catalog.toml" if spoilt in IN_CATALOG else "baker.md"
    plain = (written(tmp_path / "plain") / name).read_text("utf-8").splitlines()
    text = (tmp_path / name).read_text("utf-8").splitlines()
    line = next(at for at, lines in enumerate(zip(plain, text, strict=True)) if len(set(lines)) > 1)
    pairs = zip(f"{plain[line]} ", text[line], strict=False)
    sign = next(at for at, signs in enumerate(pairs) if len(set(signs)) > 1)
    value = max(text[line].rfind('"', 0, sign), 0)
    # What no file can hold is told at its own place, the rest at that of its text.
    places = [f"{tmp_path / name}:{line + 1}:{column + 1} D008 " for column in (sign, value)]
    assert reported[0].startswith(tuple(places))


def test_a_wording_in_a_file_is_reported_with_its_line_and_column(tmp_path):
    text = CATALOG.format(**PLAIN).replace('text = "Some words of it"', 'file = "a.txt"')
    write(tmp_path, {"catalog.toml": text, "a.txt": "First line.\nSecond\u2066 line.\n"})
    assert findings(tmp_path) == [
        f"{tmp_path}/a.txt:2:7 D008 The character U+2066 is invisible, and has no use here. "
        "Delete it."
    ]


def test_where_in_a_text_it_stands_is_reported(tmp_path):
    (reported,) = findings(written(tmp_path, "author", "\u200b"))
    assert reported.endswith(
        "baker.md:4:18 D008 The character U+200B is invisible, and has no use after “Some”. "
        "Delete it."
    )


@pytest.mark.parametrize("sign", ["\u202e", "&#x202e;", "&#8238;"])
def test_prose_cannot_turn_letters_round(tmp_path, sign):
    reported = findings(written(tmp_path, "prose", sign))
    assert [each for each in reported if "baker.md:12:12 D008" in each]


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\u200e", "\u2068x\u2069"]
)
def test_prose_keeps_what_serves_setting_it(tmp_path, sign):
    assert findings(written(tmp_path, "prose", sign)) == []


@pytest.mark.parametrize(
    "name",
    ["شركة النور", "דפוס דביר", "می\u200cخواهم نشر", "प्रकाशन क्\u200dष", "O\u2019Hara & Söhne"],
)
def test_names_in_other_scripts_are_taken(tmp_path, name):
    texts = PLAIN | dict.fromkeys(["imprint", "holder", "author", "title", "publisher"], name)
    guide = GUIDE.format(**texts).replace("---\n", "---\nslug: baker\n", 1)
    files = {"catalog.toml": CATALOG.format(**texts), "baker.md": guide}
    assert findings(write(tmp_path, files)) == []


def test_models_made_in_python_hold_none_either():
    with pytest.raises(InputError, match=r"U\+2067 is invisible"):
        Guide(title="A \u2067Baker", sections=(Section(title="S"),))


def test_an_import_leaves_out_what_loading_would_refuse():
    text = definition_text(
        {"title": "A\u200b Baker"}, (), {}, [("Jo\u2060bs", "Bre\u00adad.")], "a.html"
    )
    assert 'title: "A Baker"' in text
    assert "# Jobs\n\nBre\u00adad." in text
