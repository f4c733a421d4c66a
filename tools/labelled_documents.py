"""Documents that are labelled for import, as files: their texts stand in tables of TOML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import weasyprint


def written(document: Mapping[str, Any], folder: Path) -> Path:
    """Write a labelled document into a folder as the file that import is given, and return its path.

    One whose form is `pdf` is labelled as the page of HTML that it is printed from.
    """
    path = folder / f"{document['name']}.{document['form']}"
    text = document["text"].lstrip("\n")
    if document["form"] == "pdf":
        weasyprint.HTML(string=text).write_pdf(path)
    else:
        path.write_text(text, "utf-8")
    return path
