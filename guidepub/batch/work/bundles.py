"""A self-contained job: the files of its catalogue by content, for machines without its disk.

Files are unpacked there under the same names, so that the book, whose parts are named by their
paths in the catalogue, comes out identical, byte by byte.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from guidepub.batch.kept.records import InputFile
from guidepub.batch.stale.keys import used_files
from guidepub.batch.work.jobs import Job, Made, make
from guidepub.files import make_link, private_folder, sha256, stamp, write_bytes
from guidepub.findings import InputError
from guidepub.findings.errors import GuidepubError
from guidepub.loading import find_image
from guidepub.model import Guide, Imprint
from guidepub.tables import table_files
from guidepub.themes import find_theme
from guidepub.themes.folders.theme import files_below

Role = Literal["table", "image", "theme"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A job, and the files that it needs, by their names in its catalogue's folder.

    `files` holds the SHA-256 of each file's content, `links` the names of links to files.
    `snapshot` names the batch, in which a name means the same file in all bundles. `real` is
    the folder `root` with all links followed.
    """

    job: Job
    root: Path
    real: Path
    files: Mapping[str, str]
    links: Mapping[str, str]
    snapshot: str


class Packer:
    """Packs the jobs of one batch. A file is read only once, so all jobs get the same content."""

    def __init__(self, snapshot: str, send: Callable[[str, bytes], None]) -> None:
        """Make a packer; `send` is given each content once, with its SHA-256."""
        self._snapshot, self._send = snapshot, send
        self._sent: set[str] = set()
        self._hashes: dict[Path, str | None] = {}
        self._inputs: dict[str, InputFile] = {}

    def pack(self, job: Job) -> Bundle:
        """Return a job as a bundle, after its files' contents were sent."""
        root = job.catalog.root or Path()
        files: dict[str, str] = {}
        links: dict[str, str] = {}
        for role, path in _needed(job, root):
            name, real = _name(path, root), _name(path.resolve(), root.resolve())
            # Files outside the catalogue are never read; the job reports them.
            digest = self._sent_hash(role, path) if name and real else None
            if name is None or real is None or digest is None:
                continue
            files[real] = digest
            if name != real:
                links[name] = real
        return Bundle(
            job,
            root.absolute(),
            root.resolve(),
            files,
            links,
            f"{self._snapshot} {root.absolute()}",
        )

    def unpack(self, made: Made, job: Job) -> Made:
        """Return the result of a bundle, with the local paths and stamps of its files."""
        known = (self._inputs.get(file.path) for file in made.inputs)
        inputs = (job.definition, *known)
        return replace(made, inputs=tuple(file for file in inputs if file is not None))

    def _sent_hash(self, role: Role, path: Path) -> str | None:
        if path not in self._hashes:
            self._hashes[path] = self._read(role, path)
        return self._hashes[path]

    def _read(self, role: Role, path: Path) -> str | None:
        # The stamp is taken before reading, so that changes in the meantime are noticed later.
        now = stamp(path)
        if now is None:
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        digest = sha256(data)
        if role != "theme":
            # A book knows its images by their real paths, and its tables by their names.
            place = str(path.resolve() if role == "image" else path.absolute())
            file = InputFile(role=role, path=place, stamp=now, sha256=digest)
            self._inputs[place] = file
        if digest not in self._sent:
            self._sent.add(digest)
            self._send(digest, data)
        return digest


def _needed(job: Job, root: Path) -> Iterator[tuple[Role, Path]]:
    """Yield the files that a job needs from its catalogue's folder, if they exist."""
    catalog = job.catalog
    wanted: list[tuple[str, Path]] = []
    guide = catalog[job.slug]
    for each in (guide, *guide.members):
        tables, images = used_files(each, catalog)
        for table in tables:
            yield from (("table", path) for path in table_files(catalog, table))
        wanted += [(name, each.folder or root) for name in images]
    brands = list(catalog.all_imprints)
    brands += [job.imprint] if isinstance(job.imprint, Imprint) else []
    wanted += [(brand.logo, root) for brand in brands if brand.logo]
    for name, where in wanted:
        if name in catalog.pictures:
            continue  # its bytes are the catalogue's
        try:
            yield "image", find_image(name, where, root)
        except InputError:
            continue  # the job reports it
    for theme in dict.fromkeys(catalog.theme_of(guide, brand) for brand in brands):
        yield from (("theme", path) for path in _theme_files(theme, root))


def _theme_files(name: str, root: Path) -> Iterator[Path]:
    """Yield the files of a theme of the catalogue's own and of those that it inherits from."""
    try:
        theme = find_theme(name, root)
        # Workers have the same extension packages as this machine, or are refused.
        own = zip(theme.own, theme.homes, strict=True)
        for folder in sorted({folder.parent for folder, home in own if home == root}):
            yield from files_below(folder, root)
    except GuidepubError:
        return  # the job reports it


def _name(path: Path, root: Path) -> str | None:
    name = os.path.relpath(path, root)
    return None if name.startswith(os.pardir) else Path(name).as_posix()


_FOLDERS: dict[str, Any] = {}
_LOCK = threading.Lock()


def make_bundle(bundle: Bundle, contents: Mapping[str, bytes]) -> Made:
    """Run a bundle's job on a machine without its catalogue's disk.

    The files are kept for the other bundles of the batch until this process ends.

    Args:
        bundle: the job.
        contents: the content of its files by their SHA-256.

    Raises:
        MemoryError: as `make`.
        OSError: the files cannot be written to this machine's disk.
    """
    root = _unpacked(bundle, contents)
    made = make(_job_moved(bundle.job, bundle.root, root))
    return _moved_back(made, root, bundle)


def _unpacked(bundle: Bundle, contents: Mapping[str, bytes]) -> Path:
    with _LOCK:
        if bundle.snapshot not in _FOLDERS:
            _FOLDERS[bundle.snapshot] = private_folder()
        root = Path(_FOLDERS[bundle.snapshot].name).resolve()
        for name, digest in bundle.files.items():
            if not (root / name).exists():
                write_bytes(root / name, contents[digest])
        for name, target in bundle.links.items():
            make_link(root / name, root / target)
    return root


def _job_moved(job: Job, before: Path, now: Path) -> Job:
    guide = _guide_moved(job.catalog[job.slug], before, now)
    members = tuple(_guide_moved(each, before, now) for each in guide.members)
    guide = guide.model_copy(update={"members": members}) if members else guide
    catalog = job.catalog.with_guides(guide)
    return replace(job, catalog=catalog.model_copy(update={"root": now}), definition=None)


def _guide_moved(guide: Guide, before: Path, now: Path) -> Guide:
    """Return a guide with its definition below another folder."""
    if guide.origin is None:
        return guide
    return guide.model_copy(update={"origin": now / os.path.relpath(guide.origin, before)})


def _moved_back(made: Made, now: Path, bundle: Bundle) -> Made:
    def moved(text: str) -> str:
        return text.replace(str(now), str(bundle.job.catalog.root or ""))

    findings = [
        replace(
            finding,
            place=replace(finding.place, path=moved(finding.place.path)),
            message=moved(finding.message),
            remedy=moved(finding.remedy),
        )
        for finding in made.findings
    ]
    inputs = []
    for file in made.inputs:
        if file.role == "guide":
            # It was checked before the job was sent.
            inputs.append(file)
            continue
        name = os.path.relpath(file.path, now)
        place = (bundle.real if file.role == "image" else bundle.root) / name
        inputs.append(file.model_copy(update={"path": str(place)}))
    return replace(made, inputs=tuple(inputs), findings=tuple(findings))
