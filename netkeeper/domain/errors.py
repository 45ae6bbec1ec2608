"""The exception hierarchy for all errors that users see.

Each message is one line that says what is wrong, where (file, line, key), and what to do.
``cli`` and ``tui`` print it or show it as a toast; the layers below catch only what they can recover from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self


class NetkeeperError(Exception):
    """Base class: an operation failed, and nothing was changed.

    Attributes:
        brief: The message for the app, without advice that only works in a shell; empty: the same message.
    """

    def __init__(self, message: str = "", *, brief: str = "") -> None:
        super().__init__(message)
        self.brief = brief


class WordError(NetkeeperError):
    """A typed word (``next:soon``, ``feel:9``) can't be parsed.

    Attributes:
        word: The word as typed, for highlighting it.
    """

    def __init__(self, message: str, word: str = "", *, brief: str = "") -> None:
        super().__init__(message, brief=brief)
        self.word = word


class UnknownPersonError(NetkeeperError):
    """No contact matches the typed name.

    Attributes:
        who: The typed name.
        nearest: Similar names, best first.
        nearest_ids: The ids of the contacts with these names.
    """

    def __init__(
        self,
        message: str,
        who: str,
        nearest: Sequence[str] = (),
        nearest_ids: Sequence[str] = (),
        *,
        brief: str = "",
    ) -> None:
        super().__init__(message, brief=brief)
        self.who = who
        self.nearest = tuple(nearest)
        self.nearest_ids = tuple(nearest_ids)


class AmbiguousPersonError(NetkeeperError):
    """Several contacts match the typed name.

    Attributes:
        who: The typed name.
        fitting_ids: The ids of the matching contacts.
    """

    def __init__(self, message: str, who: str, fitting_ids: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.who = who
        self.fitting_ids = tuple(fitting_ids)


class InvalidValueError(NetkeeperError):
    """A value is invalid for its property (an empty name, a feeling of 9)."""


class StoreError(NetkeeperError):
    """The network's files could not be read or written."""


class AlreadyThereError(StoreError):
    """The file to create exists already; it was not overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already; name another file.")
        self.path = path


class DamagedError(StoreError):
    """A file of the network fails its integrity checks; it was not changed."""

    def __init__(self, message: str, path: str = "", *, brief: str = "") -> None:
        super().__init__(message, brief=brief)
        self.path = path


class NewerFormatError(StoreError):
    """The network was written by a newer netkeeper."""


class BusyError(StoreError):
    """Another process still held the network's lock when the wait timed out."""


class ConflictError(NetkeeperError):
    """A document was changed concurrently, and the two versions can't be merged by property."""


class CannotUndoError(NetkeeperError):
    """There is nothing to undo, or a later change depends on it."""


class ConfigError(NetkeeperError):
    """The config file can't be read or written, or the value of a setting is invalid."""


class UnreadableFileError(NetkeeperError):
    """A file to import can't be read at all (a folder, a binary file, an empty file)."""

    def about_file(self, path: str) -> Self:
        """The same error with the path in front of its messages."""
        return type(self)(f"{path}: {self}", brief=f"{path}: {in_app(self)}")


class LockedFileError(UnreadableFileError):
    """A file is encrypted, and the passphrase is missing or wrong."""


def in_app(error: NetkeeperError) -> str:
    """The message for the app: ``brief``, else the message."""
    return error.brief or str(error)
