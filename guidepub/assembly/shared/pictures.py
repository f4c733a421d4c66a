"""The images that a book shows, each once under one name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guidepub.loading import find_image, media_type
from guidepub.loading.pictures.images import Pictures
from guidepub.model import Picture
from guidepub.words.names import slugify

_LONGEST_NAME = 64


class PictureCollector:
    """Collects images as the prose asks for them, and names them inside the book."""

    def __init__(self, folder: Path | None, root: Path | None, given: Pictures) -> None:
        self._folder, self._root, self._given = folder, root, given
        self._pictures: dict[Path, Picture] = {}

    def add(self, target: str, from_root: bool = False) -> str:
        """Return an image's name inside the book.

        Raises:
            InputError: the image is not there or cannot be used.
        """
        root = self._root or self._folder or Path()
        folder = root if from_root else self._folder or root
        path = find_image(target, folder, root, self._given).resolve()
        if path not in self._pictures:
            kind = media_type(path)
            # Two images may have one name in two folders.
            is_given = target in self._given
            where = target if is_given else path.relative_to(root.resolve()).as_posix()
            mark = hashlib.sha256(where.encode()).hexdigest()[:8]
            suffix = "svg" if kind == "image/svg+xml" else kind.partition("/")[2]
            href = f"images/{slugify(path.stem)[:_LONGEST_NAME].rstrip('-') or 'image'}-{mark}.{suffix}"
            self._pictures[path] = Picture(href=href, media_type=kind, path=path)
        return self._pictures[path].href

    def all(self) -> tuple[Picture, ...]:
        """Return the images in the order in which the book shows them."""
        return tuple(self._pictures.values())
