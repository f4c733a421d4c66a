"""What guidepub raises, and the exit code that the command line gives each.

Faults in an input or an output are data (`guidepub.findings.Finding`); an exception is
only for what cannot go on. Their classes are part of the public interface, their
messages are not.
"""

import os
import re

# How files are called while they are written: a name that nobody has asked for.
TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")


class GuidepubError(Exception):
    """Anything that stops guidepub for a reason the reader can mend."""

    exit_code = 1


class UsageError(GuidepubError):
    """A call that cannot be meant: an unknown name, a path that is not there."""

    exit_code = 2


class UnknownNameError(UsageError, KeyError):
    """A mapping has nothing of a name; it says what is there, as no `KeyError` by itself does."""

    def __str__(self) -> str:
        return Exception.__str__(self)


def expect(value: object, kind: type, remedy: str) -> None:
    """Refuse an argument of another kind than the caller's own caller has to give.

    Raises:
        UsageError: it is no instance of `kind`.
    """
    if not isinstance(value, kind):
        given = type(value).__name__
        raise UsageError(f"{kind.__name__} is expected here, and {given} was given. {remedy}")


def reason_of(error: BaseException) -> str:
    """Return why something failed in a few words: the system's where it has some, never none.

    There is no full stop at the end, and no name of a file.
    """
    if isinstance(error, OSError) and len(error.args) > 1:
        said = str(error.strerror or (os.strerror(error.errno) if error.errno else ""))
    else:
        said = str(error)
    said = " ".join(said.split()).rstrip(".")
    return said if said not in ("", "None") else "no reason was given"


def kind_and_reason(error: BaseException) -> str:
    """Return an error that nobody foresaw as one line: its class and its reason."""
    return f"{type(error).__name__}: {reason_of(error)}"


def reason_and_file(error: OSError) -> str:
    """Return the reason of an error with the file that the system names, if it names one."""
    file = error.filename
    name = os.fsdecode(file) if isinstance(file, (str, bytes)) else ""
    folder, last = os.path.split(name)
    if written := TEMPORARY.fullmatch(last):
        name = os.path.join(folder, written[1])
    return f"{reason_of(error)}: {name}" if name else reason_of(error)
