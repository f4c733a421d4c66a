"""Finds the parts of a Word file in its archive, checks and parses them, and packs them again.

An archive may contain anything, so nothing is unpacked before its sizes are checked.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from guidepub.importing.originals.archives import ForeignArchive
from guidepub.importing.originals.foreign_xml import declares_entities, tree_of

_LARGEST = 48 * 1024 * 1024
_DOCUMENT = "word/document.xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Parts:
    """The XML parts of a Word file by name, as bytes, and as trees once they were asked for."""

    path: str
    texts: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The name of the part with the text (ECMA-376 Part 2, 9.3)."""
        for kind, target in self._relations("_rels/.rels"):
            if kind == "officeDocument" and target in self.texts:
                return target
        return _DOCUMENT

    def related(self, kind: str) -> list[str]:
        """Return the names of the parts with a relationship of a kind, such as `styles`."""
        folder, name = posixpath.split(self.document)
        relations = self._relations(f"{folder}/_rels/{name}.rels")
        return [target for found, target in relations if found == kind and target in self.texts]

    def tree(self, name: str) -> etree._Element | None:
        """Return a part's tree, or None if there is no such part.

        Raises:
            InputError: it is not well-formed (I004), or nested too deeply (I003).
        """
        if name not in self.trees and name in self.texts:
            broken = "The Word file cannot be read to its end: a part is not well-formed XML."
            remedy = "Save it again in Word."
            self.trees[name] = tree_of(self.texts[name], self.path, broken, remedy)
        return self.trees.get(name)

    def packed(self) -> bytes:
        """Return an archive of the parts with the changed trees."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, text in self.texts.items():
                tree = self.trees.get(name)
                data = text if tree is None else etree.tostring(tree, encoding="UTF-8")
                archive.writestr(zipfile.ZipInfo(name, _DATE), data)
        return buffer.getvalue()

    def _relations(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the target of each relationship of a part."""
        tree = self.tree(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in () if tree is None else tree.iter(f"{{{_RELATIONS}}}Relationship"):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External":
                continue
            whole = target if target.startswith("/") else posixpath.join("/", folder, target)
            yield (relation.get("Type") or "").rpartition("/")[2], posixpath.normpath(whole)[1:]


def unpacked(data: bytes, path: str) -> Parts:
    """Return the parts of a Word file.

    Raises:
        InputError: it is not a Word file, too large, or damaged (I001, I003, I004).
    """
    archive = ForeignArchive(data, path, "Word file", _LARGEST, "Save it again in Word.")
    names = archive.names
    if _DOCUMENT not in names and "[Content_Types].xml" not in names:
        raise archive.fault("I001", "The file is not a Word file.", "Save it as .docx.")
    texts = {
        name: _safe_part(archive, name) if _is_text(name) else archive.picture(name) or b""
        for name in names
    }
    return Parts(path, texts)


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _safe_part(archive: ForeignArchive, name: str) -> bytes:
    """Return a part, which must not declare entities."""
    text = archive.read(name)
    if declares_entities(text):
        message = "A part of the Word file declares entities."
        raise archive.fault("I001", message, "Save it again.")
    return text
