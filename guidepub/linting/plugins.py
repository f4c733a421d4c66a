"""Z: rules from other packages, found through the entry point group `guidepub.lint_rules`.

An entry point names a `Rule`, or a tuple or list of them. Their codes have at least two letters and
three digits, so that they never clash with guidepub's. A rule that fails is reported as a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from guidepub.findings import Place
from guidepub.findings.errors import kind_and_reason
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject

GROUP = "guidepub.lint_rules"
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")


@cache
def plugged_in() -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """Return the rules of all installed packages, and a message for each that cannot be used."""
    rules: list[Rule] = []
    faults: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            rules += _rules_of(entry)
        except Exception as error:  # noqa: BLE001 - whatever a package does when it is loaded
            faults.append(
                f"The lint rules “{entry.name}” cannot be used: {kind_and_reason(error)}."
            )
    return tuple(rules), tuple(faults)


def _rules_of(entry: EntryPoint) -> Iterable[Rule]:
    loaded = entry.load()
    rules = list(loaded) if isinstance(loaded, (tuple, list)) else [loaded]
    for rule in rules:
        if not isinstance(rule, Rule):
            raise TypeError(f"{rule!r} is not a guidepub.linting.Rule")
        for code in rule.codes:
            if not _CODE.fullmatch(code):
                raise ValueError(f"the code {code!r} is not two or more letters and three digits")
    return rules


def alarms_of(rule: Rule, subject: Subject) -> Iterator[Alarm]:
    """Yield the alarms of another package's rule, or one alarm if it fails."""
    try:
        for alarm in rule.find(subject):
            if alarm.code not in rule.codes:
                raise ValueError(f"it reports {alarm.code}, which is not among its codes")
            yield alarm
    except Exception as error:  # noqa: BLE001 - whatever a rule of others does
        yield failure_alarm(
            f"The lint rule {rule.codes[0]} failed: {kind_and_reason(error)}.", subject
        )


def failure_alarm(message: str, subject: Subject) -> Alarm:
    """Return an alarm for a rule of another package that failed."""
    place = Place(subject.guide.known_by)
    return Alarm("Z003", place, message, "Fix the package, or uninstall it.")
