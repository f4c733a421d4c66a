"""A theme's fonts and other files: no theme ends the process that makes a book with it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from definitions import definition, write
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

import guidepub
from guidepub import InputError
from guidepub.preview.surveys import survey
from guidepub.themes import find_theme, letters_of, shipped_theme_files

FONT = shipped_theme_files("school")["styles/fonts/SourceSans3-Regular.ttf"].read_bytes()
FACE = '@font-face { font-family: "Own"; src: url(fonts/own.ttf) }\nbody { font-family: "Own" }\n'
ALONE = 'inherits = ""'


def own(folder: Path, **files: str | bytes) -> Path:
    """Write a catalogue whose theme has some files, by their names with `/` as `__`."""
    named = {f"themes/house/{name.replace('__', '/')}": text for name, text in files.items()}
    catalog = '[imprint]\nname = "Press"\n[defaults]\ntheme = "house"\n'
    return write(folder, {"catalog.toml": catalog, "baker.md": definition(), **named})


def faults(folder: Path) -> list[tuple[str, str, str]]:
    """Return what is wrong with the theme, but for what its rules could do to a notice."""
    with pytest.raises(InputError) as caught:
        find_theme("house", folder)
    home = f"{folder}/themes/house/"
    return [
        (found.code, str(found.place).removeprefix(home), found.message)
        for found in caught.value.findings
        if found.code != "C008"
    ]


def changed(flavor: str | None) -> bytes:
    """Return a font with few letters: other than the shipped one, and as good."""
    font = TTFont(io.BytesIO(FONT))
    cut = Subsetter()
    cut.populate(text="Bread and butter")
    cut.subset(font)
    font.flavor = flavor
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


@pytest.mark.parametrize("flavor", [None, "woff", "woff2"])
def test_a_font_of_ones_own_can_be_used(tmp_path, flavor):
    own(tmp_path, **{"styles__paged.css": FACE, "styles__fonts__own.ttf": changed(flavor)})
    assert find_theme("house", tmp_path).own


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is not a TTF, OTF, WOFF or WOFF2"),
        (b"GIF89a", "it is not a TTF, OTF, WOFF or WOFF2"),
        (FONT[:3000], "it cannot be read"),
        (FONT[: len(FONT) // 2], "it cannot be read"),
        (b"wOF2" + FONT, "it cannot be read"),
        (FONT.replace(b"head", b"hexd", 1), "it has no table “head”"),
        (FONT.replace(b"glyf", b"glxf", 1), "it has no outlines"),
    ],
    ids=["empty", "picture", "beginning", "half", "unpacked", "headless", "without outlines"],
)
def test_a_broken_font_is_reported_with_the_line_that_names_it(tmp_path, data, reason):
    own(tmp_path, **{"styles__paged.css": f"\n  {FACE}", "styles__fonts__own.ttf": data})
    ((code, place, message),) = faults(tmp_path)
    assert (code, place) == ("C007", "styles/paged.css:2:41")
    assert message.startswith(f"The font “own.ttf” cannot be used: {reason}")


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_a_broken_font_that_no_sheet_names_has_no_letters(tmp_path, flavor):
    whole = changed(flavor)
    broken = whole[:400] + bytes(len(whole) - 400)
    own(tmp_path, **{f"styles__fonts__left.{flavor}": broken})
    assert {"A", "ñ"} <= letters_of(find_theme("house", tmp_path))


@pytest.mark.parametrize("sheet", ["book.css", "paged.css", "cover.css", "wrap.css", "epub.css"])
def test_a_file_that_a_sheet_names_and_the_theme_lacks_is_reported(tmp_path, sheet):
    css = "p { color: red }\np { background: url(gone.png) }"
    own(tmp_path, **{f"styles__{sheet}": css})
    message = "The theme has no file “gone.png”."
    assert faults(tmp_path) == [("C003", f"styles/{sheet}:2:17", message)]


@pytest.mark.parametrize(
    "address",
    ["https://example.com/a.ttf", "file:///etc/hosts", "//example.com/a", "data:text/plain,a",
     "../own.toml", "/etc/hosts", "%2e%2e/own.toml", "../../../../etc/hosts"],
)  # fmt: skip
@pytest.mark.parametrize(
    "use",
    [
        'p {{ background: url("{}") }}',
        '@import "{}";',
        "@media print {{ @font-face {{ src: url({}) }} }}",
    ],
)
def test_an_address_outside_of_the_theme_is_reported(tmp_path, use, address):
    own(tmp_path, **{"styles__book.css": use.format(address), "own.toml": ""})
    ((code, place, message),) = faults(tmp_path)
    assert (code, place.split(":")[0]) == ("C003", "styles/book.css")
    assert message in (
        f"“{address}” is not a file of the theme.",
        f"The theme has no file “{address}”.",
    )


@pytest.mark.parametrize(
    ("file", "css", "place", "message"),
    [
        ("styles__book.css", "h1 { margin: 0;\n\np { margin: 0 }\n", "styles/book.css:1",
         "A rule that begins here includes everything after it: a } is missing."),
        ("book.css", "", "book.css",
         "“book.css” is not read here: the stylesheets of a theme are in styles/."),
        ("styles__boook.css", "", "styles/boook.css",
         "No edition reads a stylesheet “boook.css”."),
    ],
)  # fmt: skip
def test_what_would_not_be_read_as_it_is_meant_is_reported(tmp_path, file, css, place, message):
    own(tmp_path, **{file: css})
    assert ("C003", place, message) in faults(tmp_path)


def test_an_imported_sheet_is_looked_through_too(tmp_path):
    own(
        tmp_path,
        **{
            "styles__book.css": '@import "more/colours.css";',
            "styles__more__colours.css": "p { background: url(gone.png) } q { fill: url(#here) }",
        },
    )
    message = "The theme has no file “gone.png”."
    assert faults(tmp_path) == [("C003", "styles/more/colours.css:1:17", message)]


@pytest.mark.parametrize(
    "picture",
    [
        b"\x89PNG\r\n\x1a\n",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/a.png"/></svg>',
        b"no picture",
    ],
    ids=["half", "script", "outside", "text"],
)
def test_a_picture_that_no_book_could_show_is_reported_where_it_is_asked_for(tmp_path, picture):
    css = ".cover { color: red }\n.cover { background: url(paper.png) }"
    own(tmp_path, **{"styles__book.css": css, "styles__paper.png": picture})
    with pytest.raises(InputError) as caught:
        guidepub.load(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("D042", 2, 22)
    assert finding.place.path == f"{tmp_path}/themes/house/styles/book.css"


def test_faults_of_a_theme_hide_no_others(tmp_path):
    own(tmp_path, **{"styles__paged.css": FACE})
    with (tmp_path / "catalog.toml").open("a") as stream:
        stream.write('[sections]\nrequired = ["x"]\n')
    with pytest.raises(InputError) as caught:
        guidepub.load(tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["D012", "C003"]


def test_sheets_that_import_each_other_come_to_an_end(tmp_path):
    own(
        tmp_path, **{"styles__book.css": '@import "a.css";', "styles__a.css": '@import "book.css";'}
    )
    assert faults(tmp_path) == []


@pytest.mark.parametrize("css", ["", "p { color: red }", FACE.replace("@font-face", "@font-faces")])
def test_a_theme_without_a_face_is_reported(tmp_path, css):
    own(tmp_path, **{"theme.toml": ALONE, "styles__paged.css": css.replace("url(", "(")})
    message = "The theme “house” has no fonts: it has no @font-face with a font of its own."
    assert faults(tmp_path) == [("C003", "theme.toml", message)]


def test_a_theme_whose_every_font_is_broken_is_reported(tmp_path):
    files = {"theme.toml": ALONE, "styles__paged.css": FACE, "styles__fonts__own.ttf": b"x"}
    own(tmp_path, **files)
    assert [code for code, _, _ in faults(tmp_path)] == ["C007", "C003"]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("@media screen", True), ("@media print", False)],
)
def test_no_theme_ends_the_process_that_makes_a_book_of_it(tmp_path, condition, expected):
    """What a stylesheet hides from the one who looks through it is told where pages are laid out."""
    files = {
        "theme.toml": ALONE,
        "styles__paged.css": f"{condition} {{ {FACE} }}",
        "styles__fonts__own.ttf": FONT,
    }
    own(tmp_path, **files)
    code = (
        "import sys, guidepub, guidepub.editions\n"
        "catalog = guidepub.load(sys.argv[1])\n"
        "book = guidepub.assemble(catalog['baker'], catalog)\n"
        "try:\n"
        "    guidepub.editions.unproved_file(guidepub.editions.SharedParts(book), 'screen')\n"
        "except guidepub.RenderError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert bool(done.stdout) == expected
    assert "C003 The theme “house” has no font" in done.stdout or not expected


def test_the_shipped_themes_are_looked_through_like_any_other(tmp_path):
    for theme in ("classic", "illustrated", "school", "school-large"):
        copy = {
            f"themes/{theme}/{name}": path.read_bytes()
            for name, path in shipped_theme_files(theme).items()
        }
        write(tmp_path, copy)
        assert len(find_theme(theme, tmp_path).own) >= 2


def test_one_broken_theme_leaves_other_catalogues_alone(tmp_path):
    own(tmp_path / "bad", **{"styles__paged.css": FACE})
    write(
        tmp_path / "good", {"catalog.toml": '[imprint]\nname = "Press"\n', "baker.md": definition()}
    )
    with pytest.raises(InputError, match=r"C003 The theme has no file “fonts/own\.ttf”"):
        guidepub.load(tmp_path / "bad")
    assert list(guidepub.load(tmp_path / "good")) == ["baker"]


def test_a_broken_theme_costs_its_own_catalogue_alone(tmp_path):
    own(tmp_path / "bad", **{"templates__box.xhtml": "{{ title.upper() }}"})
    good = {"catalog.toml": '[imprint]\nname = "Press"\n', "miller.md": definition(title="Miller")}
    write(tmp_path / "good", good)
    command = [sys.executable, "-m", "guidepub", "build", "bad", "good", "-e", "epub", "-j", "1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    expected = "bad/themes/house/templates/box.xhtml:1 C006 A template cannot have a call."
    assert expected in done.stderr
    assert (tmp_path / "dist/miller/miller.epub").is_file()
    report = json.loads((tmp_path / "dist/build.json").read_text("utf-8"))
    assert {book["slug"]: book["status"] for book in report["books"]} == {
        "baker": "failed",
        "miller": "built",
    }
    shown = survey(tmp_path / "bad", None)
    assert [entry.path.name for entry in shown.entries] == ["baker.md"]
    assert [finding.code for finding in shown.findings] == ["C006"]
