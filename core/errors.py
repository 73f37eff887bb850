"""Every error a user can meet, with its exit code and its remedy.

    RessortError
    ├── UsageError              2  the call's words are off
    ├── InputError              3  one file can't be taken in; the others can
    │   ├── UnsupportedFile        a kind of file Ressort does not read
    │   ├── DamagedFile            truncated, encrypted or not what its name says
    │   └── RefusedFile            too large, hostile, or not permitted
    └── LibraryError            4  library or index unusable
        ├── LibraryLocked          another process writes
        └── ModelMismatch          the index was built by another model or setting

``str(error)`` is one Danish sentence: what happened and to which file. ``remedy`` says what to do next.
"""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "den findes ikke",
    errno.EACCES: "der er ikke adgang til den",
    errno.EPERM: "der er ikke adgang til den",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EEXIST: "navnet er brugt til noget andet",
    errno.ENOSPC: "der er ikke mere plads på disken",
    errno.EROFS: "der kan ikke skrives på disken",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "linket går i ring",
    errno.EIO: "disken svarer ikke",
}


def system_reason(error: OSError) -> str:
    """What the system said of a file or folder, as a Danish clause without capital or full stop."""
    return _REASONS.get(error.errno or 0, f"systemfejl {error.errno}" if error.errno else "ukendt fejl")


class RessortError(Exception):
    """Root of the tree. ``exit_code`` follows docs/cli.md; ``remedy`` is Danish and may be empty."""

    exit_code = 4
    remedy = ""

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        if remedy is not None:
            self.remedy = remedy

    def for_user(self) -> str:
        """The message and the remedy as one Danish text."""
        return f"{self} {self.remedy}".strip()


class UsageError(RessortError):
    """The call itself is wrong: unknown option, empty question, question too long."""

    exit_code = 2


class InputError(RessortError):
    """One input can't be taken in. The rest of the batch goes on."""

    exit_code = 3


class UnsupportedFile(InputError):
    """A kind of file Ressort does not read."""


class DamagedFile(InputError):
    """A file that is truncated, encrypted or not what its name says."""


class RefusedFile(InputError):
    """A file over a limit, without read permission, or hostile."""


class LibraryError(RessortError):
    """The library or one of its indexes can't be used."""

    exit_code = 4
    remedy = "Kør »ressort verify --repair«."


class LibraryLocked(LibraryError):
    """Another process writes to the library."""

    remedy = "Vent, til den anden kørsel er færdig, og prøv igen."


class ModelMismatch(LibraryError):
    """The index was built with another model or other settings than those asked for now."""

    remedy = "Kør »ressort verify --repair« for at bygge indekset igen med den valgte model."
