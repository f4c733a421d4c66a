"""Reading files up to a limit, writing whole files only, and hashes of files.

No other module writes files. A file appears under its final name complete, or not at all.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import stat
import tempfile
import threading
from pathlib import Path
from typing import BinaryIO

from guidepub.files.ending import ending_delayed
from guidepub.findings import Finding, InputError, Place
from guidepub.findings.errors import TEMPORARY, reason_of

_PIECE = 1024 * 1024
# The folder of `kept_file`, once it has been made.
_KEPT: list[tempfile.TemporaryDirectory[str]] = []
_LOCK = threading.Lock()


def read_bytes(path: Path, limit: int) -> bytes:
    """Return a regular file's content if it is at most `limit` bytes long.

    Raises:
        InputError: the file cannot be read or is larger (D001, D002).
    """
    if fault := fault_of_file(path):
        raise InputError([fault])
    place = Place(str(path))
    try:
        with open_regular(path) as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        message = f"The file cannot be read: {reason_of(error)}."
        raise InputError([Finding(place, "D001", message)]) from error
    if len(data) > limit:
        message = f"The file is larger than the {_size(limit)} allowed here."
        raise InputError([Finding(place, "D002", message, "Split it or make it smaller.")])
    return data


def fault_of_file(path: Path) -> Finding | None:
    """Return why a path is not a regular file (D001), or None if it is one; it is not opened.

    A pipe or a device might never end, so only regular files are read.
    """
    place = Place(str(path))
    try:
        if path.is_file():
            return None
        return Finding(place, "D001", f"The file {_lack(path)}.")
    except (OSError, ValueError) as error:
        return Finding(place, "D001", f"The file cannot be read: {reason_of(error)}.")


def read_head(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a regular file, or all of a shorter one.

    Raises:
        OSError: it cannot be read, or is not a regular file.
        ValueError: its name contains a character that no file name can have.
    """
    with open_regular(path) as stream:
        return stream.read(size)


def open_regular(path: Path) -> BinaryIO:
    """Return a regular file, opened for reading. It never waits for a pipe.

    Raises:
        OSError: it cannot be read, or is not a regular file.
        ValueError: its name contains a character that no file name can have.
    """
    if path.is_file():
        # Since the check the file may have been replaced by a pipe that nobody writes to.
        stream = open(path, "rb", opener=_open_at_once)  # noqa: SIM115 - the caller closes it
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return stream
        stream.close()
    raise OSError(errno.EINVAL, "it is not a regular file", str(path))


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


# The first bytes of files that are no text, whatever their names suggest.
_BINARY = {
    b"PK\x03\x04": "a file of Word or another office program, or a zip archive",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or Excel",
    b"%PDF-": "a PDF",
    b"{\\rtf": "rich text",
}


def read_text(path: Path, limit: int) -> str:
    """Return the text of a UTF-8 file, without a byte order mark and with LF line ends.

    Raises:
        InputError: it cannot be read, is too large, or is not UTF-8 (D001, D002); the place is
            that of the first wrong byte.
    """
    return decoded(path, read_bytes(path, limit))


def decoded(path: Path, data: bytes) -> str:
    """Return the text of a UTF-8 file from its content, as `read_text` does.

    Raises:
        InputError: it is not UTF-8 (D001).
    """
    if kind := next((name for begin, name in _BINARY.items() if data.startswith(begin)), ""):
        message = f"This is {kind}, not a text."
        remedy = "Restore its original extension, and make a guide from it with guidepub import."
        raise InputError([Finding(Place(str(path)), "D001", message, remedy)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", "replace")) + 1
        byte = error.object[error.start]
        message = f"The byte 0x{byte:02X} is not UTF-8."
        remedy = "Save the file as UTF-8."
        place = Place(str(path), line, column)
        raise InputError([Finding(place, "D001", message, remedy)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file so that it is complete under its final name, or not there at all.

    The data are written to a temporary file in the same folder, which is synced and renamed.

    Raises:
        OSError: the folder cannot be made or written to, or the disk is full.
    """
    make_folder(path.parent)
    name, stream = _temporary(path)
    try:
        with stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise


def write_output(path: Path, data: bytes) -> None:
    """Write data to a path that a user has named: a file, a device or a pipe.

    A file is written as by `write_bytes`.

    Raises:
        OSError: as `write_bytes`.
    """
    if not is_stream(path):
        write_bytes(path, data)
        return
    with path.open("ab") as stream:
        stream.write(data)


def is_stream(path: Path) -> bool:
    """Return whether a path is a device or a pipe, which can be written to and not replaced.

    `/dev/stdout` is one even where it is a link to a file.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    is_named_stream = path.is_symlink() and path.parent == Path("/dev")
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or is_named_stream


def try_to_write(path: Path) -> None:
    """Make sure that a file could be written at a path, and leave nothing behind.

    If folders on the way are missing, entries with their names are tried in the nearest one above.

    Raises:
        OSError: it could not.
        ValueError: its name contains a character that no file name can have.
    """
    above, names = path.parent, [path.name]
    while not os.path.lexists(above):
        names.append(above.name)
        above = above.parent
    for name in names:
        passing, stream = _temporary(above / name)
        stream.close()
        passing.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they exist.

    Raises:
        OSError: it cannot be made.
    """
    path.mkdir(parents=True, exist_ok=True)


def private_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a new folder that only this user can write to, removed with the returned object."""
    with ending_delayed():
        return tempfile.TemporaryDirectory(prefix="guidepub-", ignore_cleanup_errors=True)


def keep_scratch_in(folder: str) -> None:
    """Put this process's temporary files in a folder of its parent's, which clears them away.

    The process may be killed at any time and could not do so itself. If the folder is gone, as
    systems remove old temporary files, the files go to the system's usual place.
    """
    tempfile.tempdir = folder if os.path.isdir(folder) else None


def kept_file(name: str, data: bytes) -> Path:
    """Return a file with some content that exists as long as this process.

    `name` is the last part of its path. The same content under the same name is one file.

    Raises:
        OSError: it cannot be written.
    """
    with _LOCK:
        if not _KEPT:
            _KEPT.append(private_folder())
        path = Path(_KEPT[0].name).resolve() / sha256(data) / name
        if not path.exists():
            write_bytes(path, data)
    return path


def make_link(path: Path, target: Path) -> None:
    """Make a symbolic link from `path` to `target`, unless `path` exists already.

    Raises:
        OSError: it cannot be made.
    """
    make_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        path.symlink_to(target)


def append_line(path: Path, line: str) -> None:
    """Append a line to a file such as a log. After a crash the file may end in half a line."""
    make_folder(path.parent)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")


def clear_leftovers(folder: Path) -> None:
    """Remove the temporary files of processes that ended before they had finished writing.

    A running process holds a lock on its file. A locked file stays, and so does every file
    where the file system knows no locks.
    """
    try:
        names = [name for name in os.listdir(folder) if TEMPORARY.fullmatch(name)]
    except OSError:
        return
    for name in names:
        with contextlib.suppress(OSError):
            with (folder / name).open("rb") as stream:
                left = _hold(stream)
            if left:
                (folder / name).unlink()


def program_path(name: str) -> str | None:
    """Return the path of a program by its name on the command line, or None if it is missing."""
    return shutil.which(name)


def remove_file(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        OSError: it cannot be removed.
    """
    path.unlink(missing_ok=True)


def set_aside(path: Path, suffix: str) -> None:
    """Rename a file that is in the way by adding a suffix; a file set aside before is replaced.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.replace(path.with_name(path.name + suffix))


def stamp(path: Path) -> str | None:
    """Return a text that changes whenever a regular file changes, or None if there is no file.

    It has the file's size in bytes and the times of the last change of its content and of its
    inode, in nanoseconds.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def hash_file(path: Path) -> str | None:
    """Return the SHA-256 of a regular file in hexadecimal, or None if it cannot be read."""
    digest = hashlib.sha256()
    try:
        with open_regular(path) as stream:
            # Read only the size at the start: a file may grow faster than it is read.
            left = os.fstat(stream.fileno()).st_size
            while left > 0 and (piece := stream.read(min(left, _PIECE))):
                digest.update(piece)
                left -= len(piece)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def _temporary(path: Path) -> tuple[Path, BinaryIO]:
    """Return a new temporary file next to a path, locked by this process as long as it is open."""
    while True:
        name = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
        stream = name.open("xb")
        # Before it was locked, another process may have removed the file as a leftover.
        if _hold(stream) is not False and name.exists():
            return name, stream
        stream.close()


def _hold(stream: BinaryIO) -> bool | None:
    """Lock a file until it is closed; return whether that worked, or None without locks.

    The system removes the lock when the process ends, however it ends.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where an open file cannot be removed
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # A network file system may have no locks.
        return False if error.errno in (errno.EAGAIN, errno.EACCES) else None
    return True


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes as lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _lack(path: Path) -> str:
    if path.is_dir():
        return "is a folder"
    if path.exists():
        return "is not a regular file"
    return "is a link that leads nowhere" if path.is_symlink() else "is not there"


def _size(count: int) -> str:
    return f"{count // (1024 * 1024)} MiB" if count >= 1024 * 1024 else f"{count // 1024} KiB"
