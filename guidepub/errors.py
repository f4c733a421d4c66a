"""What guidepub raises, and the exit code that the command line gives each.

Faults in an input or an output are data (`guidepub.findings.Finding`); an exception is
only for what cannot go on. Their classes are part of the public interface, their
messages are not.
"""


class GuidepubError(Exception):
    """Anything that stops guidepub for a reason the reader can mend."""

    exit_code = 1


class UsageError(GuidepubError):
    """A call that cannot be meant: an unknown name, a path that is not there."""

    exit_code = 2
