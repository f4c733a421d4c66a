"""Certificates: the verdicts of validators on a file's bytes, kept next to that file.

A claim inside a file cannot show that the file was changed later. The certificate has the
SHA-256 of the bytes that were validated, so a change of one byte shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidepub.files import hash_file, read_bytes
from guidepub.findings import Finding, InputError, Place
from guidepub.model.catalogs.accessibility import Certificate

SUFFIX = ".certificate.json"
"""What follows the name of a file in that of its certificate."""

_LARGEST = 256 * 1024


def certificate_file(file: Path) -> Path:
    """Return where the certificate of a file is, if it has one."""
    return file.with_name(file.name + SUFFIX)


def as_json(certificate: Certificate) -> bytes:
    """Return a certificate as its file holds it."""
    data = {"schema": 1, **certificate.model_dump(mode="json")}
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def certificate_of(file: Path) -> Certificate | None:
    """Return the certificate next to a file, or None without one.

    Raises:
        InputError: there is one that cannot be read.
    """
    path = certificate_file(file)
    if not path.is_file():
        return None
    data = read_bytes(path, _LARGEST)
    try:
        fields = json.loads(data)
        if not isinstance(fields, dict) or fields.pop("schema", None) != 1:
            raise ValueError
    except ValueError as error:
        raise InputError([_unread(path)]) from error
    return Certificate.model_validate(fields)


def holding_certificate(file: Path) -> Certificate | None:
    """Return the certificate of a file whose bytes are those that were certified, or None."""
    try:
        certificate = certificate_of(file)
    except InputError:
        return None
    return certificate if certificate and certificate.sha256 == hash_file(file) else None


def certificate_findings(files: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding for each file that differs from the one that was certified (T010)."""
    for file in files:
        try:
            certificate = certificate_of(file)
        except InputError:
            yield _unread(certificate_file(file))
            continue
        if certificate is not None and certificate.sha256 != hash_file(file):
            message = f"The file has been changed since it was certified as {certificate.standard}."
            yield Finding(Place(str(file)), "T010", message, _ANEW)


_ANEW = "Certify it again with guidepub build --certify, and do not change the file."


def _unread(path: Path) -> Finding:
    return Finding(Place(str(path)), "T010", "The certificate of a file cannot be read.", _ANEW)
