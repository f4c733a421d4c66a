"""A plain EbookLib script, as its documentation shows one: a folder of parts to an EPUB.

Run for each book: `python -m benchmarks.plain_epub FOLDER OUTPUT`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ebooklib import epub


def main(folder: Path, output: Path) -> None:
    """Write the book whose parts `parts.json` of a folder lists."""
    parts = json.loads((folder / "parts.json").read_text("utf-8"))
    book = epub.EpubBook()
    book.set_identifier(output.stem)
    book.set_title(parts["title"])
    book.set_language(parts["language"])
    for author in parts["authors"]:
        book.add_author(author)
    for file in parts["files"]:
        data = (folder / file["name"]).read_bytes()
        if file["name"].endswith("cover.png"):
            book.set_cover(file["name"], data)
        else:
            book.add_item(
                epub.EpubItem(file_name=file["name"], media_type=file["type"], content=data)
            )
    documents = []
    for number, entry in enumerate(parts["documents"]):
        document = epub.EpubHtml(
            uid=f"document-{number}", title=entry["title"], file_name=entry["name"]
        )
        document.content = (folder / entry["name"]).read_bytes()
        document.add_link(href="book.css", rel="stylesheet", type="text/css")
        book.add_item(document)
        documents.append(document)
    book.toc = documents
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["cover", "nav", *documents]
    epub.write_epub(str(output), book)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
