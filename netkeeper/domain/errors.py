"""The one tree of errors that a person may be shown.

Each message is one line that says what is wrong, where (file, line, key), and what to do.
The edges (command line, app) turn it into a line or a toast; the middle never catches what it
cannot mend.
"""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.override import override


class NetkeeperError(Exception):
    """Something could not be done; the message says what is wrong and what to do.

    Nothing has changed when one of these is raised.

    Attributes:
        brief: The message without a shell's way out, for the app; empty where it is the same.
    """

    def __init__(self, message: str = "", *, brief: str = "") -> None:
        super().__init__(message)
        self.brief = brief


class WordError(NetkeeperError):
    """A typed word (``next:soon``, ``feel:9``) can't be read.

    Attributes:
        word: The word as it was typed, for pointing at it.
    """

    def __init__(self, message: str, word: str = "", *, brief: str = "") -> None:
        super().__init__(message, brief=brief)
        self.word = word


class UnknownPersonError(NetkeeperError):
    """No contact fits the name that was given.

    Attributes:
        who: What was typed.
        nearest: Names that come close, best first.
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
    """Several contacts fit the name that was given.

    Attributes:
        who: What was typed.
        fitting_ids: The ids of the contacts that fit.
    """

    def __init__(self, message: str, who: str, fitting_ids: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.who = who
        self.fitting_ids = tuple(fitting_ids)


class InvalidValueError(NetkeeperError):
    """A property can't hold the value it was given (an empty name, a feeling of 9)."""


class StoreError(NetkeeperError):
    """The network's files could not be read or written."""


class AlreadyThereError(StoreError):
    """A file that was to be new is there already; it was left as it is.

    Attributes:
        path: The file, as a string.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already; name another file.")
        self.path = path


class DamagedError(StoreError):
    """A file of the network fails its checks; it was left as it is.

    Attributes:
        path: The file, as a string.
    """

    def __init__(self, message: str, path: str = "", *, brief: str = "") -> None:
        super().__init__(message, brief=brief)
        self.path = path


class NewerFormatError(StoreError):
    """The network was written by a newer netkeeper."""


class BusyError(StoreError):
    """Another process holds the network's lock and does not let go."""


class ConflictError(NetkeeperError):
    """A document changed meanwhile in a way that can't be merged by property."""


class CannotUndoError(NetkeeperError):
    """There is nothing to take back, or a later change stands in the way."""


class ConfigError(NetkeeperError):
    """The config file can't be read or written, or a setting can't hold what it was given."""


class UnreadableFileError(NetkeeperError):
    """A file to import can't be read at all (a folder, a binary file, nothing in it)."""

    def about_file(self, path: str) -> UnreadableFileError:
        """The same error with the file that it is about before it."""
        return UnreadableFileError(f"{path}: {self}", brief=f"{path}: {in_app(self)}")


class LockedFileError(UnreadableFileError):
    """A file is locked with a passphrase that wasn't given, or is another one."""

    @override
    def about_file(self, path: str) -> LockedFileError:
        """The same error with the file that it is about before it."""
        return LockedFileError(f"{path}: {self}", brief=f"{path}: {in_app(self)}")


def in_app(error: NetkeeperError) -> str:
    """What an error says in the app: without what only a shell can do."""
    return error.brief or str(error)
