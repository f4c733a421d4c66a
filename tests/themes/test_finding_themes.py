import os

import pytest
from definitions import write

from guidepub import InputError
from guidepub.epub.styles import stylesheet
from guidepub.themes import Theme, ThemeError, find_theme
from guidepub.themes.folders import shipped

FONT = "fonts/SourceSerif4-Regular.ttf"


def test_the_shipped_theme_is_found_with_the_templates_that_all_share():
    theme = find_theme("classic")
    assert [folder.name for folder in theme.templates] == ["classic", "base"]
    assert (theme.templates[-1] / "section.xhtml").is_file()
    folders = [path.parent.name for path in theme.stylesheets("book.css")]
    assert folders == ["base", "classic"]


def test_the_shipped_theme_brings_its_fonts():
    assert find_theme("classic").file("fonts/OFL.txt").is_file()


def test_a_catalogue_s_theme_builds_on_classic_unless_it_says_otherwise(tmp_path):
    write(tmp_path, {"themes/ours/styles/book.css": "", "themes/ours/templates/box.xhtml": ""})
    theme = find_theme("ours", tmp_path)
    assert theme.templates[0] == tmp_path / "themes/ours/templates"
    assert theme.templates[1] == find_theme("classic").templates[0]
    folders = [path.parent for path in theme.stylesheets("book.css")]
    assert [folder.name for folder in folders[:-1]] == ["base", "classic"]
    assert folders[-1] == tmp_path / "themes/ours/styles"


def test_what_builds_on_others_is_applied_last(tmp_path):
    write(
        tmp_path,
        {
            "themes/a/theme.toml": 'inherits = "b"',
            "themes/a/styles/book.css": "",
            "themes/b/styles/book.css": "",
        },
    )
    sheets = find_theme("a", tmp_path).stylesheets("book.css")
    assert [path.parents[1].name for path in sheets[2:]] == ["b", "a"]


def alone(name: str, settings: str = "") -> dict[str, str | bytes]:
    """Return the files of a theme that inherits from none, with a face."""
    return {
        f"themes/{name}/theme.toml": f'inherits = ""\n{settings}',
        f"themes/{name}/styles/paged.css": "@font-face { font-family: A; src: url(a.ttf) }",
        f"themes/{name}/styles/a.ttf": find_theme("classic").file(FONT).read_bytes(),
    }


def test_a_theme_can_stand_on_its_own(tmp_path):
    write(tmp_path, alone("a"))
    theme = find_theme("a", tmp_path)
    assert len(theme.styles) == 1
    # Worksheets have their lines there, too, though it names no colour for them.
    rules = stylesheet(theme, "#1d4e5f")
    assert "solid currentcolor" in rules[rules.index(".worksheet table") :]


def test_settings_come_from_the_nearest_theme_that_has_them(tmp_path):
    write(
        tmp_path,
        {
            "themes/a/theme.toml": 'inherits = "b"\nchart_ink = "#111111"',
            "themes/b/theme.toml": 'chart_ink = "#222222"\nchart_tint = "#333333"',
        },
    )
    theme = find_theme("a", tmp_path)
    assert (theme.chart_ink, theme.chart_tint) == ("#111111", "#333333")
    assert theme.chart_font == find_theme("classic").chart_font


def test_recipes_of_inks_are_gathered_and_the_nearest_counts(tmp_path):
    write(
        tmp_path,
        {
            "themes/a/theme.toml": 'inherits = "b"\n[swatches]\n"#111111" = "0 0 0 1"',
            **alone("b", '[swatches]\n"#111111" = "1 0 0 0"\n"#222222" = "0 1 0 .5"'),
        },
    )
    assert find_theme("a", tmp_path).swatches == (("#111111", "0 0 0 1"), ("#222222", "0 1 0 .5"))


def test_a_catalogue_s_theme_comes_before_a_shipped_one_of_its_name(tmp_path):
    write(tmp_path, alone("classic"))
    assert find_theme("classic", tmp_path).styles == (tmp_path / "themes/classic/styles",)


@pytest.mark.parametrize(
    "name", ["clasic", "..", "../classic", "/etc", "a/b", "classic/", "a\0b", "base", "a" * 300]
)
def test_a_theme_that_is_not_there_is_reported(tmp_path, name):
    write(tmp_path, {"etc/styles/book.css": ""})
    with pytest.raises(ThemeError, match="does not exist"):
        find_theme(name, tmp_path / "catalogue")


def test_a_theme_without_a_name_is_reported():
    with pytest.raises(ThemeError, match="must have a name"):
        find_theme("")


@pytest.mark.parametrize(
    ("settings", "line", "message"),
    [
        ('inherits = "a"', 1, "C003 The theme “a” inherits from itself."),
        ('chart_ink = ""\ninherits = "zz"', 2, "C003 The theme “zz” does not exist."),
        ("chart_ink", 1, "C003 theme.toml cannot be read: Expected '='"),
        ('chart_ink = ""\n\nb = = 1', "3:5", "C003 theme.toml cannot be read: Invalid value."),
        ("\nchart_ink = 5", 2, "C003 “chart_ink” is unknown or not a text."),
        ('ink = "#111111"', 1, "C003 “ink” is unknown or not a text. Known: inherits, chart_font"),
        ("a = " + "[" * 3000, "", "C003 theme.toml cannot be read"),
        (".".join("a" * 5000) + " = 1", "", "D002 The file is larger than the 8 KiB"),
        ('[swatches]\n"#111111" = "0 0 0 2"', 2, "C003 The swatch “#111111” is not of the form"),
        ('[swatches]\n"#111111" = "0 0 1"', 2, "C003 The swatch “#111111” is not of the form"),
        ('[swatches]\n\nred = "0 0 0 1"', 3, "C003 The swatch “red” is not of the form"),
        ("swatches = 5", 1, "C003 “swatches” is unknown or not a text."),
        (b"\xff", "1:1", "D001 The byte 0xFF is not UTF-8."),
    ],
)
def test_a_broken_theme_is_reported_with_its_line(tmp_path, settings, line, message):
    write(tmp_path, {"themes/a/theme.toml": settings})
    with pytest.raises(InputError) as caught:
        find_theme("a", tmp_path)
    place = f"{tmp_path}/themes/a/theme.toml" + (f":{line}" if line else "")
    assert str(caught.value).startswith(f"{place} {message}")


@pytest.mark.parametrize("name", ["profiles", "base", "fonts"])
def test_a_folder_beside_the_shipped_themes_is_no_theme(name):
    with pytest.raises(ThemeError, match=f"The theme “{name}” does not exist"):
        find_theme(name)


@pytest.mark.parametrize("name", ["gone.css", "../theme.toml", "/etc/hosts", "up.css", "folder"])
def test_a_theme_gives_its_own_files_only(tmp_path, name):
    write(tmp_path, {"themes/a/theme.toml": "", "themes/a/styles/folder/x": ""})
    (tmp_path / "themes/a/styles/up.css").symlink_to(tmp_path / "themes/a/theme.toml")
    with pytest.raises(ThemeError, match=f"The theme “a” has no file “{name}”"):
        find_theme("a", tmp_path).file(name)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Let guidepub be installed in an empty folder."""
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "lib" / "guidepub")
    shipped.shipped_folder.cache_clear()
    yield
    shipped.shipped_folder.cache_clear()


@pytest.mark.usefixtures("elsewhere")
def test_an_installation_without_its_themes_is_reported():
    with pytest.raises(ThemeError, match="This installation lacks its folder “styles”"):
        find_theme("classic")


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("inside", ["guidepub", "."])
def test_themes_are_found_inside_the_package_and_beside_it(tmp_path, inside):
    folder = os.path.normpath(f"lib/{inside}")
    write(tmp_path, {f"{folder}/styles/x/theme.toml": "", f"{folder}/templates/x/a.xhtml": ""})
    assert find_theme("x").styles == (tmp_path / folder / "styles/x",)


def test_a_file_that_nobody_may_look_at_is_reported(tmp_path, monkeypatch):
    write(tmp_path, {"themes/ours/styles/book.css": ""})
    looked_at = os.stat

    def stat(path, **options):
        if str(path).endswith("ours/styles/book.css"):
            raise PermissionError(13, "Permission denied")
        return looked_at(path, **options)

    monkeypatch.setattr(os, "stat", stat)
    with pytest.raises(InputError) as caught:
        find_theme("ours", tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (
        "D001",
        str(tmp_path / "themes/ours/styles/book.css"),
    )


def test_guidepubs_own_files_are_looked_through_once_and_a_catalogues_each_time(
    tmp_path, monkeypatch
):
    found = find_theme("classic")

    def looked_through(theme):
        raise AssertionError(theme.name)

    monkeypatch.setattr(Theme, "files", looked_through)
    assert find_theme("classic") is found
    write(tmp_path, {"themes/ours/theme.toml": ""})
    with pytest.raises(AssertionError, match="ours"):
        find_theme("ours", tmp_path)
