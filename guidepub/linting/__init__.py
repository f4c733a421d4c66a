"""Findings on definitions: what no one should print, though a book could be made of it.

One module a family of codes. A rule is a function that reads a `Subject` and yields alarms;
packages add their own by the entry point group `guidepub.lint_rules`.
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
