"""The pairs of `benchmarks.against`: which source each command runs, and what is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidepub
from benchmarks import against, edited
from benchmarks.checkouts import ROOT, CheckoutError, checkout, name_of
from benchmarks.commands import environment, output_of, python
from benchmarks.ground import Ground, build
from benchmarks.lengths import plain_definition
from benchmarks.timing import Sample, Turns

needs_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no checkout")


@needs_git
def test_commands_in_a_checkout_run_its_source(tmp_path):
    with checkout("HEAD", tmp_path / "other") as folder:
        init = folder / "guidepub" / "__init__.py"
        init.write_text(f"{init.read_text('utf-8')}\n__version__ = '0.0.0'\n", "utf-8")
        assert "0.0.0" in output_of(python("guidepub", "--version", folder=folder))
    assert not folder.exists()


@needs_git
def test_a_commit_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(CheckoutError, match="no-such"), checkout("no-such", tmp_path / "other"):
        pass
    with pytest.raises(CheckoutError):
        name_of("no-such")


def test_a_build_by_another_source_runs_in_its_folder(tmp_path):
    assert build(tmp_path / "guide.md", tmp_path, ("screen",), root=tmp_path).folder == tmp_path


def test_editions_are_compared_by_the_work_of_processors(tmp_path, monkeypatch):
    other = against.Other("abc1234", tmp_path)
    taken = {
        "All": Sample((9.0, 9.0), (2.0, 4.0)),
        "All, at abc1234": Sample((1.0, 1.0), (8.0, 10.0)),
    }

    def time(turns: Turns, cases: object) -> dict[str, Sample]:
        return taken

    monkeypatch.setattr(Turns, "time", time)
    part = against.samples(_ground(tmp_path), other, ("screen",), "All")
    assert part.targets[0].met
    assert part.targets[0].measured == "0.33 (0.25–0.40)"
    assert [row[-1] for row in part.tables[0].rows] == ["1.00", "0.33 (0.25–0.40)"]


def test_a_command_is_compared_by_the_clock(tmp_path, monkeypatch):
    other = against.Other("abc1234", tmp_path)
    asked: list[str] = []

    def time(turns: Turns, cases: list[against.Case]) -> dict[str, Sample]:
        asked.extend(case.name for case in cases)
        seconds = (1.0, 4.0, 2.0)
        return {
            case.name: Sample((taken,), (9.0,)) for case, taken in zip(cases, seconds, strict=True)
        }

    monkeypatch.setattr(Turns, "time", time)
    part = against.one_guide(_ground(tmp_path), other)
    assert [target.measured for target in part.targets] == ["0.25", "0.50"]
    assert asked[1] == f"{asked[0]}, at abc1234"
    assert asked[2] == "`weasyprint`"


def test_workers_are_compared_by_the_clock(tmp_path, monkeypatch):
    seconds = iter((1.0, 1.8))
    monkeypatch.setattr(
        Turns, "time", lambda self, cases: {c.name: Sample((next(seconds),), (9.0,)) for c in cases}
    )
    (target,) = against.workers(_ground(tmp_path), against.Other("abc1234", tmp_path)).targets
    assert (target.measured, target.met) == ("1.80", False)


def test_typst_is_not_measured_without_what_writes_its_sources(tmp_path, monkeypatch):
    monkeypatch.setattr("benchmarks.rivals.pandoc", lambda: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    (target,) = against.typst(_ground(tmp_path), against.Other("abc1234", tmp_path)).targets
    assert target.measured == "not measured: pandoc is not here"


def test_an_edit_is_held_against_the_plain_command(monkeypatch):
    taken = (240, [0.5, 1.0, 1.5], [9.0], [10.0])
    monkeypatch.setattr("benchmarks.preview.edits", lambda guide, count, commands: taken)
    part = edited.long_edited(3)
    assert [(target.measured, target.met) for target in part.targets] == [("0.10", False)]
    assert [row[1:] for row in part.tables[0].rows][:2] == [("1000", "0.100"), ("1000", "0.100")]


def test_a_long_guide_can_be_built_and_edited(tmp_path):
    guide = tmp_path / "long.md"
    guide.write_text(plain_definition(2), "utf-8")
    catalog = guidepub.load(guide)
    assert catalog.findings == ()
    assert len(catalog["long"].sections) == 2


def test_a_browser_sees_the_fonts_of_the_system(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "none.conf")
    assert "FONTCONFIG_FILE" not in environment(system_fonts=True)
    assert environment(system_fonts=False)["FONTCONFIG_FILE"] == "none.conf"


def test_a_part_that_fails_is_reported():
    def fail() -> against.Part:
        raise RuntimeError("the browser has gone\nand more")

    (target,) = against._measured("preview", fail).targets
    assert target.measured == "not measured: the browser has gone"
    assert not target.met


def _ground(folder: Path) -> Ground:
    return Ground(folder, 7, Turns(1, lambda line: None))
