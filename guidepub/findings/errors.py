"""The exceptions that guidepub raises, and the exit code of the command line for each.

Faults in an input or an output are data (`guidepub.findings.Finding`); an exception is raised
only if the work cannot go on. The classes are part of the public interface, the messages are not.
"""

import os
import re

# The names of files while they are being written.
TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")


class GuidepubError(Exception):
    """Anything that stops guidepub for a reason that the user can fix."""

    exit_code = 1


class UsageError(GuidepubError):
    """A call with wrong arguments, such as an unknown name or a path that does not exist."""

    exit_code = 2


class UnknownNameError(UsageError, KeyError):
    """A mapping has no item of a name. Unlike that of a plain `KeyError`, the message helps."""

    def __str__(self) -> str:
        return Exception.__str__(self)


def expect(value: object, kind: type, remedy: str) -> None:
    """Refuse an argument of a public function that is of the wrong type.

    Raises:
        UsageError: `value` is not an instance of `kind`.
    """
    if not isinstance(value, kind):
        given = type(value).__name__
        raise UsageError(f"{kind.__name__} is expected here, and {given} was given. {remedy}")


def reason_of(error: BaseException) -> str:
    """Return why something failed, in a few words: the system's own, if it has any.

    The result is never empty, and has no full stop and no file name.
    """
    if isinstance(error, OSError) and len(error.args) > 1:
        reason = str(error.strerror or (os.strerror(error.errno) if error.errno else ""))
    else:
        reason = str(error)
    reason = " ".join(reason.split()).rstrip(".")
    return reason if reason not in ("", "None") else "no reason was given"


def kind_and_reason(error: BaseException) -> str:
    """Return an unexpected error in one line: its class and its reason."""
    return f"{type(error).__name__}: {reason_of(error)}"


def reason_and_file(error: OSError) -> str:
    """Return the reason of an error, with the name of the file if the system gives one."""
    file = error.filename
    name = os.fsdecode(file) if isinstance(file, (str, bytes)) else ""
    folder, last = os.path.split(name)
    if written := TEMPORARY.fullmatch(last):
        name = os.path.join(folder, written[1])
    return f"{reason_of(error)}: {name}" if name else reason_of(error)
