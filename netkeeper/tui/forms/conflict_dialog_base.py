"""What dialogs have in common that change something which others may change meanwhile."""

from __future__ import annotations

from netkeeper.domain.errors import ConflictError, NetkeeperError
from netkeeper.override import override
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.forms.dialog import Dialog

CONFLICT_HINT = "Enter puts yours in its place; Escape leaves it."


class EditDialog(Dialog[str]):
    """A dialog that is filled with something and saves it.

    Where somebody else changed the same meanwhile, it says so, shows theirs, and goes on from there:
    nobody's change is lost without a word.
    """

    def save(self) -> str:
        """Save what is written, and say what was done.

        Raises:
            ConflictError: Somebody else changed the same meanwhile.
        """
        raise NotImplementedError

    def take_theirs(self) -> str:
        """Go on from how it is now: what wasn't written here is as it is there.

        Returns:
            How it is there, in a few words that are safe to show.

        Raises:
            InvalidValueError: It isn't there any more.
        """
        raise NotImplementedError

    @override
    def accept(self) -> None:
        """Save it; what nobody touched needs no saving."""
        if self.is_untouched:
            self.dismiss(None)
        else:
            self.attempt(self._saved)

    def _saved(self) -> str:
        try:
            return self.save()
        except ConflictError as error:
            theirs = self.take_theirs()
            raise NetkeeperError(f"{trouble_text(error)} There it is now: {theirs}. {CONFLICT_HINT}") from error
