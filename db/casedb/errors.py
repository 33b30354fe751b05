"""Every trouble this package can report, as one tree.

    CaseError                     something the person at the screen can read and act on
    ├── NotACase                  the file is no case, or no longer one
    │   └── CaseDamaged           it was a case; bytes are missing or changed
    ├── CannotOpen                the system refuses: permission, directory, vanished
    ├── CaseInUse                 another process holds the case for writing
    ├── ReadOnlyCase              this case was opened for reading; the change was refused
    ├── NotSaved                  the disk refused a change; the case is as it was before
    ├── CaseReplaced              the file under an open case was swapped for another
    ├── ArtifactMissing           the case names bytes that it does not hold
    ├── IntakeRefused             bytes that may not come in, with the reason
    ├── ExportRefused             an export that cannot be made, with the reason
    ├── SourceNotUnderstood       a case written as source has a mistake, with its place
    ├── Stopped                   long work that somebody asked to end; nothing came of it
    └── InvalidChange             a change that would break a rule of the domain

Each carries one sentence: what happened, what was kept, what can be done.
Anything else that escapes this package is a bug of ours and is logged as such.
"""

from __future__ import annotations


class CaseError(Exception):
    """A trouble with a sentence for the person at the screen."""


class NotACase(CaseError):
    """The file is not a Caseboard case."""


class CaseDamaged(NotACase):
    """The file was a case, but bytes of it are missing or changed."""


class CannotOpen(CaseError):
    """The operating system does not let us read or create the file."""


class CaseInUse(CaseError):
    """Another process holds the case for writing."""


class ReadOnlyCase(CaseError):
    """The case is open for reading only, so the change was refused."""


class NotSaved(CaseError):
    """The disk refused the change; case and memory are as they were before it."""


class CaseReplaced(CaseError):
    """Another file now lies under the name of the open case."""


class ArtifactMissing(CaseError):
    """The case refers to bytes that it does not hold."""


class IntakeRefused(CaseError):
    """The bytes offered may not come into the case."""


class ExportRefused(CaseError):
    """The export asked for cannot be made."""


class SourceNotUnderstood(CaseError):
    """A case written as readable source has a mistake in it."""


class Stopped(CaseError):
    """Long work ended because it was asked to; nothing was changed."""


class InvalidChange(CaseError):
    """The change would break a rule of the domain, so nothing was changed."""
