"""Themes of other packages: the one of the documentation, and those that cannot be used."""

from __future__ import annotations

import os
import shutil

import pytest
from definitions import guide, write
from packages import package

import guidepub
from guidepub import Catalog, InputError
from guidepub.batch.stale.keys import theme_digest
from guidepub.themes import ThemeError, find_theme

FILES = {
    "house_themes/__init__.py": "",
    "house_themes/river/__init__.py": "",
    "house_themes/river/theme.toml": 'inherits = "classic"\n',
    "house_themes/river/styles/book.css": ":root { --accent: #0b5563 }\n",
    "house_themes/hiding/__init__.py": "",
    "house_themes/hiding/theme.toml": "",
    "house_themes/hiding/styles/book.css": ".wording { display: none }\n",
    "house_themes/lone.py": "",
}
NAMES = {
    "river": "house_themes.river",
    "hiding": "house_themes.hiding",
    "lone": "house_themes.lone",
    "gone": "house_themes.gone",
    "classic": "house_themes.river",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with package(folder, "house_themes", FILES, "guidepub.themes", NAMES):
        yield folder


def book(theme):
    made = guide("Bread.")
    return guidepub.assemble(made, Catalog.of(made, defaults={"theme": theme}))


def test_a_book_is_set_in_a_package_s_theme(site):
    made = book("river")
    assert made.theme.styles[0] == site / "house_themes/river/styles"
    assert b"#0b5563" in guidepub.render(made, "web")


def test_a_catalogue_s_own_theme_inherits_from_it(site, tmp_path):
    write(tmp_path, {"themes/own/theme.toml": 'inherits = "river"\n'})
    theme = find_theme("own", tmp_path)
    assert [home for home in theme.homes if home] == [
        tmp_path, tmp_path, site / "house_themes/river", site / "house_themes/river"
    ]  # fmt: skip


def test_its_files_are_among_what_a_book_depends_on(site):
    before = theme_digest(find_theme("river"))
    write(site, {"house_themes/river/styles/book.css": ":root { --accent: #5b2a86 }\n"})
    assert theme_digest(find_theme("river")) != before
    write(site, FILES)


def test_where_files_lie_is_not_among_what_a_book_depends_on(tmp_path):
    theme = find_theme("classic")
    moved = shutil.copytree(theme.shared[0], tmp_path / "base")
    there = theme.model_copy(update={"shared": (moved,)})
    assert theme_digest(there) == theme_digest(theme)


def test_guidepub_s_own_themes_come_first(site):
    assert find_theme("classic").own == ()


def test_it_can_hide_no_notice(site):
    with pytest.raises(InputError) as error:
        book("hiding")
    assert [each.code for each in error.value.findings] == ["C008"]


def test_nothing_is_read_outside_of_its_folder(site, tmp_path):
    write(tmp_path, {"secret.css": "p { color: red }"})
    link = site / "house_themes/river/styles/screen.css"
    os.symlink(tmp_path / "secret.css", link)
    try:
        with pytest.raises(InputError) as error:
            book("river")
    finally:
        link.unlink()
    assert {each.code for each in error.value.findings} == {"D041"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lone", "The theme “lone” is not in a Python package with a folder."),
        ("gone", "The theme “gone”: “house_themes.gone” cannot be loaded: ModuleNotFoundError"),
    ],
)
def test_what_is_no_theme_is_reported(site, name, message):
    with pytest.raises(ThemeError, match=message) as error:
        find_theme(name)
    assert error.value.remedy == "Fix the package, or uninstall it."


def test_a_misspelt_name_is_reported_with_those_of_packages(site):
    with pytest.raises(ThemeError) as error:
        find_theme("rivr")
    assert "river" in error.value.remedy
