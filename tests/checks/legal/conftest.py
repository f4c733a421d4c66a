"""Two hundred finished books, forty of them tampered with, examined in one run."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tampering import FAULTS, TRIMS, derived, tampered_book, true_book, whole_register, write_book

import guidepub
from guidepub.checks import LegalReport

BOOKS = 200


@pytest.fixture(scope="session")
def planted() -> Mapping[str, str]:
    """Return the fault of each tampered book by its name: each way in each language."""
    pairs = [(fault, language) for fault in FAULTS for language in TRIMS]
    return {f"book-{5 * number:03}": fault for number, (fault, _) in enumerate(pairs)}


@pytest.fixture(scope="session")
def report(planted, tmp_path_factory) -> LegalReport:
    """Return what is found in all two hundred."""
    folder = tmp_path_factory.mktemp("books")
    languages = list(TRIMS)
    for number in range(BOOKS):
        name = f"book-{number:03}"
        if name in planted:
            files = tampered_book(languages[number // 5 % 4], planted[name])
        else:
            files = true_book(languages[number % 4])
        write_book(folder / name, derived(files, number))
    return guidepub.check_legal([folder], whole_register())
