"""What validators say, read from programs that answer as they do; none passes by being silent."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guidepub.checks.validated.certificates import certificate_file, certificate_findings
from guidepub.checks.validated.validators import ACE, VERAPDF, validators_for, verdicts

ACE_REPORT = {
    "earl:assertedBy": {"doap:release": {"doap:revision": "1.4.6"}},
    "earl:result": {"earl:outcome": "pass"},
    "assertions": [],
}
VIOLATION = {
    "earl:testSubject": {"url": "a.xhtml"},
    "assertions": [
        {
            "earl:test": {"dct:title": "image-alt"},
            "earl:result": {"earl:outcome": "fail", "dct:description": "Images need\n words"},
        }
    ],
}
VERA = (
    '<?xml version="1.0" encoding="utf-8"?><report><buildInformation>'
    '<releaseDetails id="core" version="1.28.2"/></buildInformation><jobs><job>'
    '<validationReport profileName="{profile} validation profile" isCompliant="{passed}"'
    ' statement="Not so."><details>{rules}</details></validationReport></job></jobs></report>'
)
RULE = '<rule clause="7.1" testNumber="3" status="failed"><description>Tag it</description></rule>'


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Return a function that makes a program of a validator which runs some Python."""

    def make(variable: str, code: str) -> None:
        program = tmp_path / "validator"
        program.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n{code}\n")
        program.chmod(0o755)
        monkeypatch.setenv(variable, str(program))

    return make


def ace_writing(report: object) -> str:
    text = json.dumps(report)
    return (
        "out = Path(sys.argv[sys.argv.index('-o') + 1]); out.mkdir()\n"
        f"(out / 'report.json').write_text({text!r})"
    )


@pytest.fixture
def no_epubcheck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidepub.checks.validated.validators.epubcheck_findings", lambda *_: [])


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        (ace_writing(ACE_REPORT), ()),
        (
            ace_writing({**ACE_REPORT, "assertions": [VIOLATION]}),
            ("a.xhtml: image-alt: Images need words",),
        ),
        (
            ace_writing({**ACE_REPORT, "earl:result": {"earl:outcome": "fail"}}),
            ("the outcome is “fail”",),
        ),
        # It exits with 0 also where it could not begin.
        ("print('no browser')", ("Ace by DAISY gave no answer: no browser",)),
        (ace_writing({}), ("Ace by DAISY gave no answer: 'earl:result'",)),
        (ace_writing([]), ("Ace by DAISY gave no answer: list indices",)),
    ],
)
@pytest.mark.usefixtures("no_epubcheck")
def test_ace_passes_a_book_only_where_its_report_says_so(answering, code, faults):
    answering(ACE.variable, code)
    _, answer = verdicts("epub", b"PK", ["any"])
    assert len(answer.faults) == len(faults)
    for fault, begin in zip(answer.faults, faults, strict=True):
        assert fault.startswith(begin)
    assert answer.version == ("1.4.6" if not any("no answer" in f for f in faults) else "")


@pytest.mark.parametrize(
    ("profile", "passed", "rules", "faults"),
    [
        ("PDF/UA-1", "true", "", ()),
        ("PDF/UA-1", "false", RULE, ("PDF/UA-1, 7.1-3: Tag it",)),
        # What is compliant by one word and not by another is not.
        ("PDF/UA-1", "true", RULE, ("PDF/UA-1, 7.1-3: Tag it",)),
        ("PDF/UA-1", "false", "", ("PDF/UA-1: Not so.",)),
        ("PDF/A-1B", "true", "", ("veraPDF gave no answer: its report is none on PDF/UA-1",)),
    ],
)
def test_verapdf_passes_a_file_only_by_the_profile_that_is_claimed(
    answering, profile, passed, rules, faults
):
    report = VERA.format(profile=profile, passed=passed, rules=rules)
    answering(VERAPDF.variable, f"print('log\\n' + {report!r})")
    (answer,) = verdicts("screen", b"%PDF", ["PDF/UA-1"])
    assert answer.faults == faults


@pytest.mark.parametrize("code", ["", "print('<report>')", "sys.exit('dead')", "print('<a/>')"])
def test_a_validator_that_says_nothing_passes_nothing(answering, code):
    answering(VERAPDF.variable, code)
    (answer,) = verdicts("screen", b"%PDF", ["PDF/A-2A"])
    (fault,) = answer.faults
    assert fault.startswith("veraPDF gave no answer: ")


def test_one_that_is_not_here_is_known_and_passes_nothing(monkeypatch):
    monkeypatch.setenv(VERAPDF.variable, "/nowhere/verapdf")
    assert not VERAPDF.is_here()
    (answer,) = verdicts("screen", b"%PDF", ["PDF/UA-1"])
    assert answer.faults == ("veraPDF gave no answer: it is not installed",)


def test_many_faults_are_counted(answering):
    report = VERA.format(profile="PDF/UA-1", passed="false", rules=RULE * 50)
    answering(VERAPDF.variable, f"print({report!r})")
    (answer,) = verdicts("screen", b"%PDF", ["PDF/UA-1"])
    assert len(answer.faults) == 21
    assert answer.faults[-1] == "and 30 more"


def test_editions_ask_for_their_validators():
    assert [each.name for each in validators_for({"epub", "print"})] == [
        "EPUBCheck",
        "Ace by DAISY",
    ]
    assert [each.name for each in validators_for({"screen"})] == ["veraPDF"]
    assert validators_for({"print", "web"}) == ()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema": 2}', '{"schema": 1}', "null"])
def test_a_certificate_that_cannot_be_read_is_reported(tmp_path, text):
    file = tmp_path / "a.epub"
    file.write_bytes(b"PK")
    certificate_file(file).write_text(text)
    (finding,) = certificate_findings([file])
    assert (finding.code, finding.message) == (
        "T010",
        "The certificate of a file cannot be read.",
    )
