"""The process that reads files to import, and answers for each with plain data."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from guidepub.findings import Finding, InputError, Place, errors_of
from guidepub.findings.errors import kind_and_reason
from guidepub.importing.conversion import Imported, convert
from guidepub.importing.figures.facts import FoundFact
from guidepub.importing.originals.foreign import ForeignText
from guidepub.importing.originals.picture_files import PictureFolder
from guidepub.importing.reading import HoldsGuides, holds_several_guides, read_parts
from guidepub.loading import read_catalog
from guidepub.model import Catalog, plain_number
from guidepub.workers.confinement import serve


def work() -> None:
    """Import the files that are asked for on standard input."""
    # Otherwise NumPy, which language detection uses, reserves memory for a thread per processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    catalogs: dict[str | None, Catalog | None] = {None: None}

    def answer(order: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
        text = ForeignText.from_item(item)
        if item["for_parts"]:
            return parts_of(text.path)
        root = order["root"]
        if root not in catalogs:
            known = order["is_catalog"]
            catalogs[root] = read_catalog(Path(root)) if known else Catalog(root=Path(root))
        folder = order["pictures"]
        pictures = PictureFolder(Path(folder)) if folder else None
        return answer_on(text, catalogs[root], order["untouched"], Path(order["output"]), pictures)

    serve(answer)


def parts_of(path: Path) -> dict[str, Any]:
    """Return the texts in a file of several texts, and the findings on it."""
    return _answered(lambda: _parts(path), str(path))


def _parts(path: Path) -> dict[str, Any]:
    parts, findings = read_parts(path)
    return {
        "parts": [asdict(part) for part in parts],
        "findings": [finding.as_dict() for finding in findings],
    }


def answer_on(
    text: ForeignText,
    catalog: Catalog | None,
    untouched: bool = False,
    output: Path = Path(),
    pictures: PictureFolder | None = None,
) -> dict[str, Any]:
    """Return the definition that a text becomes, or the parts of a file that holds several.

    If the text cannot be read, the findings say why.
    """
    return _answered(
        lambda: (
            _parts(text.path)
            if holds_several_guides(text)
            else _answer(convert(text, catalog, untouched, output, pictures))
        ),
        text.place,
    )


def _answered(answer: Callable[[], dict[str, Any]], place: str) -> dict[str, Any]:
    try:
        return answer()
    except HoldsGuides as held:
        return {
            "parts": [asdict(part) for part in held.parts],
            "findings": [finding.as_dict() for finding in held.findings],
        }
    except InputError as error:
        return {"findings": [finding.as_dict() for finding in error.findings]}
    except (MemoryError, RecursionError):
        fault = Finding(Place(place), "I003", "The file needs more memory than any real text.")
    except Exception as error:  # noqa: BLE001 - a hostile file breaks libraries in many ways
        message = f"The file cannot be read to its end: {kind_and_reason(error)}."
        fault = Finding(Place(place), "I004", message, "Save it again.")
    return {"findings": [fault.as_dict()]}


def _answer(imported: Imported) -> dict[str, Any]:
    guide = None if errors_of(imported.findings) else imported.guide
    return {
        "slug": imported.slug,
        "text": imported.text,
        "guide": guide.model_dump(mode="json") if guide else None,
        "paragraphs": [asdict(passage) for passage in imported.passages],
        "pictures": list(imported.pictures),
        "facts": [_fact(fact) for fact in imported.facts],
        "findings": [finding.as_dict() for finding in imported.findings],
    }


def _fact(fact: FoundFact) -> dict[str, Any]:
    data = asdict(fact)
    if isinstance(fact.value, Decimal):
        data["value"] = plain_number(fact.value)
    return {key: value for key, value in data.items() if value not in (None, "")}
