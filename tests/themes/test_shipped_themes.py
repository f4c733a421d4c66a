"""Every shipped theme at every trim size, its fonts and colours, and a copy of it changed."""

from __future__ import annotations

import datetime
import re
import zipfile
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from definitions import definition, write
from fontTools.ttLib import TTFont

import guidepub
from guidepub.cli import group
from guidepub.cli.starting.init import starter_files
from guidepub.findings import RenderError
from guidepub.findings.errors import UsageError
from guidepub.model.formats.trim import PRESETS
from guidepub.themes import find_theme, shipped_theme_files, shipped_themes
from guidepub.themes.stylesheets.colours import contrast, shades

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 24)
SLUG = "pharmacy-technician"
# These are tried at every trim size, and for a press; others inherit from them.
FULL_THEMES = {"classic", "school"}
MORE = """
# Salary

Half of all technicians earn less[^1] than {fact}`median_wage` a year [@bls-ooh].

:::{chart} Two Wages
:facts: median_wage, wage_p10
:::

:::{warning} Medicines are no toys
They can kill.
:::

:::{tip}
- Is the program accredited?
- What does it cost?
:::

:::{important} Ask first
Rules differ.
:::

:::{note}
A word with a no-break hyphen: on‑the‑job.
:::

:::{table} Shops Compared
| Shop | Jobs | Change | Growth | Pay | Share |
|---|--:|--:|--:|--:|--:|
| Hospital | 80,000 | −200 | 4% | 46,000 | 16% |
| Pharmacy | 240,000 | 900 | 5% | 40,100 | 49% |
:::

## H~2~O at 10^6^ Bars

Term
: Its meaning.

[^1]: A note at the foot.
"""


def catalogue(folder: Path, theme: str, trim: str = "us-trade") -> Path:
    """Write a catalogue of one small guide that holds all that a theme has to set."""
    files = starter_files("A Press", TODAY, theme)
    files["catalog.toml"] = files["catalog.toml"].replace('"us-trade"', f'"{trim}"')
    wage = "  wage_p10: {value: 35100, unit: USD/year, as_of: 2024, source: bls-ooh}\n"
    guide = files[f"{SLUG}.md"].replace("facts:\n", f"facts:\n{wage}", 1)
    before, mark, after = guide.partition("# Educational Requirements")
    files[f"{SLUG}.md"] = f"{before}{MORE.lstrip()}\n{mark}{after}"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def built(folder: Path, *editions: str) -> dict[str, Path]:
    report = guidepub.build(guidepub.load(folder), folder / "out", editions)
    assert [str(finding) for finding in report.findings] == []
    return {file.edition: file.path for result in report.built for file in result.files}


def sheets(theme: str) -> list[Path]:
    return sorted((ROOT / "styles" / theme).glob("*.css"))


def test_which_themes_are_shipped():
    assert {"classic", "illustrated", "school", "school-large"} <= set(shipped_themes())


@pytest.mark.parametrize(
    ("theme", "trim"),
    [
        *product(sorted(FULL_THEMES), PRESETS),
        *product(sorted({*shipped_themes()} - FULL_THEMES), ["us-letter"]),
    ],
)
def test_a_shipped_theme_sets_a_guide_at_a_trim_size(tmp_path, theme, trim):
    files = built(catalogue(tmp_path, theme, trim), "screen", "epub")
    pages = pypdfium2.PdfDocument(files["screen"])
    size = pytest.approx((PRESETS[trim].width, PRESETS[trim].height), abs=0.01)
    assert all(pages.get_page_size(number) == size for number in range(len(pages)))
    assert zipfile.ZipFile(files["epub"]).testzip() is None
    texts = [pages[number].get_textpage() for number in range(len(pages))]
    (page,) = [page for page in texts if "H2O at 106" in page.get_text_range()]
    start = page.get_text_range().index("H2O at 106")
    letter, lowered, ten, raised = (page.get_charbox(start + at)[1] for at in (0, 1, 8, 9))
    assert lowered < letter - 1
    assert raised > ten + 3


@pytest.mark.parametrize("theme", sorted(FULL_THEMES))
def test_a_shipped_theme_goes_to_press(tmp_path, theme):
    files = built(catalogue(tmp_path, theme), "print", "print-cover")
    assert len(pypdfium2.PdfDocument(files["print-cover"])) == 1


def test_a_note_stands_on_the_page_that_calls_it(tmp_path):
    # Rounding at this size once sent all notes to the next page.
    pages = pypdfium2.PdfDocument(built(catalogue(tmp_path, "school", "a4"), "screen")["screen"])
    texts = [pages[number].get_textpage().get_text_range() for number in range(len(pages))]
    (page,) = [text for text in texts if "A note at the foot" in text]
    assert "Half of all technicians" in page


@pytest.mark.parametrize("theme", shipped_themes())
def test_fonts_are_there_with_their_licence(theme):
    found = find_theme(theme)
    named = set()
    for path in sheets(theme):
        named |= set(re.findall(r"url\(([^)]+)\)", path.read_text("utf-8")))
    fonts = {found.file(name) for name in named}
    assert all("SIL OPEN FONT LICENSE" in (f.parent / "OFL.txt").read_text("utf-8") for f in fonts)
    # None is shipped that no stylesheet names; a theme may name those of others.
    assert fonts >= set((ROOT / "styles" / theme / "fonts").glob("*.ttf"))


def test_the_licence_files_are_those_that_the_package_names():
    assert 'license-files = ["LICENSE", "styles/*/fonts/OFL.txt"]' in (
        ROOT / "pyproject.toml"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    # What the face of another script lacks is in that of Latin behind it.
    "path",
    sorted((ROOT / "styles").glob("[!ah]*/fonts/*.ttf")),
    ids=lambda p: p.stem,
)
def test_a_font_has_the_signs_that_books_need(path):
    signs = "‐‑–—−…·•×≈≥≤°′“”‘’«»„¿¡ßñçéüœ€£®™\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
    if path.stem.startswith("SourceCodePro"):
        # Code holds none of its own; the text's face has it.
        signs = signs.replace("\N{NON-BREAKING HYPHEN}", "")
    known = TTFont(path).getBestCmap()
    assert [sign for sign in signs if ord(sign) not in known] == []


@pytest.mark.parametrize("theme", sorted(FULL_THEMES))
def test_code_is_set_in_a_face_of_one_width(tmp_path, theme):
    files = {
        "catalog.toml": f'[imprint]\nname = "P"\n[defaults]\ntheme = "{theme}"\n',
        "code.md": definition("Text and `iiii`, `mmmm`.\n\n```\niiii\nmmmm\n```"),
    }
    pages = pypdfium2.PdfDocument(built(write(tmp_path, files), "screen")["screen"])
    texts = [pages[number].get_textpage() for number in range(len(pages))]
    (page,) = [page for page in texts if "iiii" in page.get_text_range()]
    text = page.get_text_range()
    # The left edges of a letter and of the same three letters on, in words of both.
    steps = [
        page.get_charbox(at + 3, loose=True)[0] - page.get_charbox(at, loose=True)[0]
        for word in ("iiii", "mmmm")
        for at in (text.find(word), text.rfind(word))
    ]
    assert steps[0] == pytest.approx(steps[2], abs=0.1)
    assert steps[1] == pytest.approx(steps[3], abs=0.1)


@pytest.mark.parametrize("theme", shipped_themes())
def test_colours_are_written_so_that_they_can_be_put_in_inks(theme):
    for path in sheets(theme):
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        assert not re.search(r"\b(rgba?|hsla?|color-mix)\(", css), path
        colours = re.findall(r"(?:background|color)\s*:\s*([a-z]+)\b(?!\()", css)
        assert set(colours) <= {"inherit", "none", "transparent", "currentcolor"}, path


@pytest.mark.parametrize(
    "accent", ["#1d4e5f", "#7c2d12", "#ffcc00", "#ffffff", "#000000", "#00aa77", "#ff2222"]
)
def test_the_colours_made_of_an_accent_can_be_read(accent):
    made = shades(accent)
    assert contrast(made["--accent"], "#ffffff") >= 4.5
    assert contrast(made["--accent-deep"], made["--accent-tint"]) >= 4.5
    assert contrast(made["--accent-deep"], "#ffffff") >= 4.5
    assert contrast(made["--accent-middle"], "#ffffff") >= 3
    assert contrast(made["--accent-tint"], "#1a1a1a") >= 12


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#abc", "#aabbcc") == 1


def test_charts_take_the_imprint_s_colour(tmp_path):
    folder = catalogue(tmp_path, "school")
    text = (folder / "catalog.toml").read_text("utf-8")
    (folder / "catalog.toml").write_text(text.replace("#1d4e5f", "#7c2d12"), "utf-8")
    catalog = guidepub.load(folder)
    book = guidepub.assemble(catalog[SLUG], catalog)
    (salary,) = [leaf.xhtml for leaf in book.leaves if leaf.title == "Salary"]
    assert 'fill="#7c2d12"' in salary
    assert f'fill="{shades("#7c2d12")["--accent-middle"]}"' in salary


@pytest.mark.parametrize("theme", shipped_themes())
def test_init_copies_a_theme_that_can_be_changed(tmp_path, theme):
    folder = tmp_path / "guides"
    result = CliRunner().invoke(group, ["init", str(folder), "--theme", theme])
    assert result.exit_code == 0, result.output
    assert f'theme = "{theme}"' in (folder / "catalog.toml").read_text("utf-8")
    copied = folder / "themes" / theme
    for name, source in shipped_theme_files(theme).items():
        assert (copied / name).read_bytes() == source.read_bytes()
    sheet = copied / "styles" / "book.css"
    text = sheet.read_text("utf-8") if sheet.exists() else ":root { --rule: #767676 }"
    changed = re.sub(r"(--rule:\s*)#[0-9a-f]{6}", r"\g<1>#123456", text)
    assert changed != text
    sheet.write_text(changed, "utf-8")
    assert find_theme(theme, folder).styles[0] == copied / "styles"
    files = built(folder, "screen", "epub")
    with zipfile.ZipFile(files["epub"]) as archive:
        assert b"#123456" in archive.read("EPUB/book.css")


def test_a_copy_makes_the_same_files_as_the_theme_itself(tmp_path):
    own = catalogue(tmp_path / "own", "school")
    write(own, {
        f"themes/school/{name}": path.read_bytes()
        for name, path in shipped_theme_files("school").items()
    })  # fmt: skip
    shipped = catalogue(tmp_path / "shipped", "school")
    mine, theirs = (built(folder, "screen", "epub") for folder in (own, shipped))
    assert find_theme("school", own).own
    assert {edition: path.read_bytes() for edition, path in mine.items()} == {
        edition: path.read_bytes() for edition, path in theirs.items()
    }


def test_init_adds_a_theme_to_a_catalogue_that_is_there(tmp_path):
    folder = catalogue(tmp_path, "classic")
    before = (folder / "catalog.toml").read_bytes()
    result = CliRunner().invoke(group, ["init", str(folder), "--theme", "school"])
    assert result.exit_code == 0, result.output
    assert 'set theme = "school" under [defaults]' in result.output
    assert (folder / "catalog.toml").read_bytes() == before
    assert (folder / "themes/school/templates/cover.xhtml").is_file()
    again = CliRunner().invoke(group, ["init", str(folder), "--theme", "school"])
    assert isinstance(again.exception, UsageError)


def test_init_knows_only_shipped_themes(tmp_path):
    folder = tmp_path / "guides"
    for name in ("shcool", "profiles", "..", ""):
        result = CliRunner().invoke(group, ["init", str(folder), "--theme", name])
        assert isinstance(result.exception, UsageError)
        assert "classic, illustrated, school, school-large" in str(result.exception)
    assert not folder.exists()


def test_a_colour_that_no_one_defines_is_reported(tmp_path):
    folder = catalogue(tmp_path, "mine")
    (folder / "themes/mine/styles").mkdir(parents=True)
    (folder / "themes/mine/styles/epub.css").write_text(".box { color: var(--nobody) }", "utf-8")
    catalog = guidepub.load(folder)
    with pytest.raises(RenderError, match="--nobody"):
        guidepub.render(guidepub.assemble(catalog[SLUG], catalog), "epub")
