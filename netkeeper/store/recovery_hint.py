"""Adding the recovery to errors about damaged files."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from netkeeper.domain.errors import DamagedError, in_app


@contextlib.contextmanager
def with_recovery_hint(folder: str) -> Iterator[None]:
    """Add the newest good backup and the commands for recovery to any DamagedError of the block."""
    try:
        yield
    except DamagedError as error:
        if isinstance(error.__cause__, DamagedError):
            raise  # The hint was added already.
        from netkeeper.store.restore import good_backups

        newest = next(good_backups(folder), None)
        if newest:
            raise DamagedError(
                f"{error} The newest good backup is {newest}; netkeeper doctor explains, netkeeper restore brings it back.",
                error.path,
                brief=f"{in_app(error)} The newest good backup is {newest}. Close the app (q); in a shell, "
                "netkeeper doctor explains, and netkeeper restore brings it back.",
            ) from error
        raise DamagedError(
            f"{error} There is no good backup; netkeeper doctor explains. Nothing was changed.",
            error.path,
            brief=f"{in_app(error)} There is no good backup, and nothing was changed. Close the app (q); in a shell, "
            "netkeeper doctor explains.",
        ) from error
