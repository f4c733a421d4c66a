"""The process that reads foreign files: one answer for each, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from guidepub.findings import Finding, InputError, Place, errors_of
from guidepub.findings.errors import UsageError, kind_and_reason
from guidepub.importing.conversion import Imported, convert
from guidepub.importing.facts import FoundFact
from guidepub.loading import read_catalog
from guidepub.model import Catalog, plain_number
from guidepub.workers.confinement import serve


def work() -> None:
    """Import the files of the order on standard input."""
    catalogs: dict[str | None, Catalog | None] = {None: None}

    def answer(order: Mapping[str, Any], item: str) -> dict[str, Any]:
        root = order["root"]
        if root not in catalogs:
            known = order["is_catalog"]
            catalogs[root] = read_catalog(Path(root)) if known else Catalog(root=Path(root))
        return answer_on(Path(item), catalogs[root], order["untouched"], Path(order["output"]))

    serve(answer)


def answer_on(
    path: Path, catalog: Catalog | None, untouched: bool = False, output: Path = Path()
) -> dict[str, Any]:
    """Return what became of one file; one that no library can read is told in its findings."""
    try:
        return _answer(convert(path, catalog, untouched, output))
    except InputError as error:
        return {"findings": [finding.as_dict() for finding in error.findings]}
    except UsageError as error:
        return {"usage": str(error)}
    except (MemoryError, RecursionError):
        fault = Finding(Place(str(path)), "I003", "The file needs more memory than any real text.")
    except Exception as error:  # noqa: BLE001 - a hostile file breaks libraries in many ways
        message = f"The file cannot be read to its end: {kind_and_reason(error)}."
        fault = Finding(Place(str(path)), "I004", message, "Save it anew.")
    return {"findings": [fault.as_dict()]}


def _answer(imported: Imported) -> dict[str, Any]:
    guide = None if errors_of(imported.findings) else imported.guide
    return {
        "slug": imported.slug,
        "text": imported.text,
        "guide": guide.model_dump(mode="json") if guide else None,
        "paragraphs": [asdict(passage) for passage in imported.passages],
        "facts": [_fact(fact) for fact in imported.facts],
        "findings": [finding.as_dict() for finding in imported.findings],
    }


def _fact(fact: FoundFact) -> dict[str, Any]:
    data = asdict(fact)
    if isinstance(fact.value, Decimal):
        data["value"] = plain_number(fact.value)
    return {key: value for key, value in data.items() if value not in (None, "")}
