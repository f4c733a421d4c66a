"""A few of the themes on trial, built: the notices stay as they are. `benchmarks/themes.py` tries all."""

from __future__ import annotations

import pytest
from honest import honest
from trial import Trial, shown
from tricks import tricks

TRICKS = {trick.name: trick for trick in tricks()}
HONEST = ("a dark box", "two columns", "pages of their own for notices")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("trial"))


@pytest.mark.parametrize(
    "name",
    ["a face of one's own", "leaves that flow together", "another leaf beside it", "contents",
     "a layer"],
)  # fmt: skip
def test_a_trick_leaves_the_notices_as_they_are(name, trial):
    assert trial.verdict(TRICKS[name]).outcome == "unchanged"


@pytest.mark.parametrize(
    "name", ["small by steps", "leading that stays", "boxes that leave no room"]
)
def test_a_fault_that_only_a_finished_file_shows_is_stopped_there(name, trial):
    verdict = trial.verdict(TRICKS[name])
    assert verdict.outcome == "stopped"
    assert "N008" in verdict.message


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_theme_makes_both_formats_and_shows_in_them(name, trial):
    assert shown(trial.book(honest()[name])) != trial.plain
