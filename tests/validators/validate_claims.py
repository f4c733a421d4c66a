"""Claims of accessibility, by the validators themselves: `make validate`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import guidepub
from guidepub.checks.validated.validators import verdicts
from guidepub.model import Accessibility

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


@pytest.fixture(autouse=True)
def _programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let guidepub find Ace, and veraPDF's engine as a program."""
    program = tmp_path / "verapdf"
    script = _HERE / "verapdf_program.py"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("GUIDEPUB_VERAPDF", str(program))
    monkeypatch.setenv("GUIDEPUB_ACE", str(_ROOT / ".validators/node_modules/.bin/ace-cli"))


def test_validators_pass_the_bytes_with_their_claim(tmp_path):
    slug = "asistente-dental"
    samples = guidepub.load(_ROOT / "guides")
    stated = Accessibility(
        certify=True, certified_by="Press", credential="A", exemption="microenterprise",
        report="https://press.example/{slug}", evaluated="2026-11-20",
    )  # fmt: skip
    catalog = samples.with_guides(samples[slug]).model_copy(update={"accessibility": stated})
    report = guidepub.build(catalog, tmp_path / "dist", ("screen", "epub"))
    assert report.findings == ()
    assert len(list((tmp_path / "dist" / slug).glob("*.certificate.json"))) == 2
    assert guidepub.check(tmp_path / "dist") == []


def test_verapdf_denies_what_is_not_tagged():
    samples = guidepub.load(_ROOT / "guides")
    data = guidepub.render(guidepub.assemble(samples["welder"], samples), "print")
    (answer,) = verdicts("screen", data, ["PDF/UA-1"])
    assert any("6.2-1" in fault for fault in answer.faults)
