"""Findings on definitions that can be built, but should not be printed as they are.

Each family of codes has a folder. A rule is a function that takes a `Subject` and yields alarms;
other packages add theirs through the entry point group `guidepub.lint_rules`.
"""

from guidepub.linting.audit import edits, lint
from guidepub.linting.editing import apply
from guidepub.linting.texts.alarms import WARNINGS, Alarm, Edit
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject

__all__ = [
    "WARNINGS",
    "Alarm",
    "Block",
    "Edit",
    "Rule",
    "Sentence",
    "Subject",
    "apply",
    "edits",
    "lint",
]
