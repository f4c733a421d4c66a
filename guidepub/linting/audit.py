"""Runs all rules on a guide: its findings without the ignored ones, and the safe fixes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from guidepub.findings import CODES, Finding, Place, Severity, capped
from guidepub.findings.errors import expect
from guidepub.linting import ignoring
from guidepub.linting.contradicting import (
    agreement,
    counts,
    education,
    exclusions,
    growth,
    job_facts,
    percentiles,
    restated,
    tallies,
)
from guidepub.linting.deduplication import deduplicated
from guidepub.linting.figures import evidence, tables
from guidepub.linting.outline import leaves, structure, uncited, unreferred
from guidepub.linting.overtaken import old_facts, outdated, past_years, staleness, translations
from guidepub.linting.plugins import alarms_of, failure_alarm, plugged_in
from guidepub.linting.remains import breaks, doubled, legal, residue
from guidepub.linting.texts.alarms import Alarm, Edit
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject, subject_of
from guidepub.linting.tone import impressions, promises, wording
from guidepub.linting.writing import (
    concord,
    contractions,
    language,
    mixups,
    scanned,
    slips,
    spelling,
)
from guidepub.loading import with_data, with_row
from guidepub.model import Catalog, Guide
from guidepub.notices import guide_owings, standing_findings
from guidepub.words.languages import primary_language

RULES: tuple[Rule, ...] = (
    *residue.RULES,
    *breaks.RULES,
    *doubled.RULES,
    *legal.RULES,
    *staleness.RULES,
    *translations.RULES,
    *old_facts.RULES,
    *past_years.RULES,
    *outdated.RULES,
    *evidence.RULES,
    *education.RULES,
    *percentiles.RULES,
    *job_facts.RULES,
    *growth.RULES,
    *tallies.RULES,
    *counts.RULES,
    *agreement.RULES,
    *tables.RULES,
    *structure.RULES,
    *leaves.RULES,
    *unreferred.RULES,
    *uncited.RULES,
    *language.RULES,
    *wording.RULES,
    *slips.RULES,
    *concord.RULES,
    *contractions.RULES,
    *mixups.RULES,
    *spelling.RULES,
    *scanned.RULES,
    *promises.RULES,
)
"""guidepub's own rules."""


def lint(guide: Guide, catalog: Catalog) -> list[Finding]:
    """Return the findings on a guide: on its words, facts and structure.

    They include required notices that have no version in force (N001, N009), or soon will not
    (N010). The catalogue's `lint` settings decide how strict the rules are. Faults that prevent a
    guide from being loaded are in the catalogue's `findings`, and are not repeated here.
    """
    expect(guide, Guide, "Take it from its catalogue: catalog[slug].")
    guide, _ = with_data(catalog.with_defaults(guide), catalog)
    severities = catalog.lint.severity
    findings = [
        alarm.finding(Severity(severities[alarm.code]) if alarm.code in severities else None)
        for alarm in _alarms(subject_of(guide, catalog))
    ]
    found = capped([*findings, *_notice_findings(guide, catalog)])
    return with_row(found, guide.origin, guide.row)


def edits(guide: Guide, catalog: Catalog) -> tuple[Edit, ...]:
    """Return the changes to a guide's file that fix findings without changing its meaning."""
    subject = subject_of(catalog.with_defaults(guide), catalog)
    found = (alarm.edit for alarm in _alarms(subject))
    return tuple(sorted({edit for edit in found if edit is not None}))


def _notice_findings(guide: Guide, catalog: Catalog) -> Iterator[Finding]:
    place = Place(guide.known_by)
    yield from standing_findings(guide_owings(guide, catalog), guide.language, place)


@cache
def known_codes() -> frozenset[str]:
    """Return the codes that lint can report, including those of other packages."""
    rules, _ = plugged_in()
    own = {code for rule in (*RULES, *rules) for code in rule.codes}
    own.update({*impressions.CODES, restated.CODE, exclusions.CODE})
    return frozenset(own | {"Z001", "Z002", "Z003", "Z004"})


def _alarms(subject: Subject) -> Iterator[Alarm]:
    off = frozenset(subject.settings.off)
    # A rule that is switched off must not hide another alarm on the same sentence.
    own = list(deduplicated(subject, _alarms_of_rules(subject, RULES), off))
    if not off.issuperset(impressions.CODES):
        own += impressions.impressions(subject, _language(subject), own)
    if restated.CODE not in off:
        own += restated.restated_numbers(subject, _language(subject), own)
    if exclusions.CODE not in off:
        own += exclusions.exclusions(subject, _language(subject), own)
    alarms = [alarm for alarm in own if alarm.code not in off]
    others, faults = plugged_in()
    alarms += [failure_alarm(fault, subject) for fault in faults]
    for rule in others:
        if rule.language in (None, _language(subject)):
            alarms += [alarm for alarm in alarms_of(rule, subject) if alarm.code not in off]
    texts = ignoring.commented_texts(subject)
    alarms += ignoring.unsettled(texts)
    alarms += ignoring.unknown_settings(subject, known_codes())
    is_of_row = subject.guide.row is not None
    kept = ignoring.not_ignored(alarms, ignoring.comments(texts), known_codes() - off, is_of_row)
    return (alarm for alarm in kept if alarm.code not in off)


def _alarms_of_rules(subject: Subject, rules: Sequence[Rule]) -> Iterator[Alarm]:
    """Yield the alarms of guidepub's rules.

    Blocks in which a `first` rule finds something are not prose, and are hidden from the others.
    """
    own = [rule for rule in rules if rule.language in (None, _language(subject))]
    not_prose = [alarm for rule in own if rule.first for alarm in rule.find(subject)]
    yield from not_prose
    rest = subject.without(frozenset(alarm.block for alarm in not_prose if alarm.block is not None))
    for rule in own:
        if not rule.first:
            yield from rule.find(rest)


def _language(subject: Subject) -> str:
    return primary_language(subject.guide.language)


assert all(code in CODES for rule in RULES for code in rule.codes)
