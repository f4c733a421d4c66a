"""Values of BibTeX: what TeX writes by commands, and what only looks like TeX."""

from __future__ import annotations

import pytest

from guidepub.bibliography import read_bibtex


def title(written: str) -> object:
    entries, troubles = read_bibtex(f"@book{{a, title = {{{written}}}}}")
    assert troubles == []
    return entries[0].item["title"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Pay from $30 to $40 an hour", "Pay from $30 to $40 an hour"),
        (r"From $1, $2 and $3", "From $1, $2 and $3"),
        (r"Earning $30 an Hour", "Earning $30 an Hour"),
        (r"Earning \$30 to \$40", "Earning $30 to $40"),
        (r"The $n$th of $5$ {J}obs", "The nth of 5 Jobs"),
        (r"Worth it? $", "Worth it? $"),
        (r"A \$5 Job at $30", "A $5 Job at $30"),
    ],
)
def test_sums_of_money_are_no_formulas(written, read):
    assert title(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\pounds 30 and \euro{}5", "£30 and €5"),
        (r"\S~5, \copyright\ 2020, 5\percent", "§ 5, © 2020, 5%"),
        (r"\mbox{O*NET} Online", "O*NET Online"),
        (r"Working with \TeX\ and {\LaTeX}", "Working with TeX and LaTeX"),
        (r"\glqq Lohn\grqq{} und \enquote{Arbeit}", "„Lohn“ und “Arbeit”"),
        (r"\enquote{Work at {NASA}} and \enquote{Pay}", "“Work at NASA” and “Pay”"),
        (r"\foreignlanguage{spanish}{Oficios} today", "Oficios today"),
        (r"\href{https://example.org/a%20b}{The {Trades}}", "The Trades"),
        (r"See \url{https://example.org/a_b%20c}", "See https://example.org/a_b%20c"),
        (r"\O re, Stra{\ss}e, \L\'od\'z", "Øre, Straße, Łódź"),
        (r"\Sigma{}s of \Pi", "Σs of Π"),
        (r"A\slash B", "A/B"),
    ],
)
def test_commands_of_tex_lose_no_words_and_no_signs(written, read):
    assert title(written) == read


@pytest.mark.parametrize(
    "written", [r"\href", r"\url", r"\mbox", r"\href{a}", r"\enquote", r"\'", "$" * 900]
)
def test_what_is_no_tex_is_read_without_an_error(written):
    assert isinstance(title(f"Jobs {written}"), str)
