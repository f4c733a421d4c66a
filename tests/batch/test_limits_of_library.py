"""The library's own limits on time and memory: of a build, and of one book."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Catalog, RenderError, UsageError
from guidepub.workers import WorkerError, WorkerPool

ENDLESS = "\n\n".join("x" * 60 for _ in range(4000))


def test_a_build_with_limits_names_the_book_that_goes_beyond_them(tmp_path):
    write(tmp_path, {"quick.md": definition(), "slow.md": definition(ENDLESS)})
    catalog = guidepub.load(tmp_path)
    report = guidepub.build(catalog, tmp_path / "out", ["screen"], timeout=5)
    assert {result.slug: result.status for result in report.results} == {
        "quick": "built", "slow": "failed",
    }  # fmt: skip
    (finding,) = report.failed[0].findings
    assert (finding.code, finding.place.path) == ("B003", str(tmp_path / "slow.md"))


def test_a_build_has_its_executors_limits_or_its_own(tmp_path):
    catalog = Catalog.of(guide("Bread."))
    with WorkerPool(1) as pool, pytest.raises(UsageError, match="its own limits"):
        guidepub.build(catalog, tmp_path, executor=pool, memory=2**30)


def test_a_book_with_limits_is_the_same_file():
    made = guide("Bread.")
    book = guidepub.assemble(made, Catalog.of(made))
    assert guidepub.render(book, "screen", memory=2**31) == guidepub.render(book, "screen")


@pytest.mark.parametrize(("kind", "code"), [("time", "B003"), ("memory", "B004"), ("died", "B002")])
def test_a_book_that_goes_beyond_its_limits_is_a_finding(monkeypatch, kind, code):
    def alone(*_arguments, **_limits):
        raise WorkerError(kind, "it is no more")

    monkeypatch.setattr("guidepub.editions.rendering.alone", alone)
    made = guide("Bread.")
    with pytest.raises(RenderError) as caught:
        guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen", timeout=1)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (code, "baker")
    assert "it is no more" in finding.message
