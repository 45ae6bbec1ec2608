"""The base of dialogs that edit a record which another process may change meanwhile."""

from __future__ import annotations

from netkeeper.domain.errors import ConflictError, NetkeeperError
from netkeeper.override import override
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.forms.dialog import Dialog

CONFLICT_HINT = "Enter puts yours in its place; Escape leaves it."


class EditDialog(Dialog[str]):
    """A dialog that edits and saves a record.

    Where another process changed it meanwhile, the dialog says so, shows the other version, and saves over it only
    with the next Enter.
    """

    def save(self) -> str:
        """Save the input, and return what was done, in words for a toast.

        Raises:
            ConflictError: Another process changed the same properties meanwhile.
        """
        raise NotImplementedError

    def take_theirs(self) -> str:
        """Continue from the current record: properties that weren't edited here take its values.

        Returns:
            The current values of the conflicting properties, in a few sanitized words.

        Raises:
            InvalidValueError: The record was deleted.
        """
        raise NotImplementedError

    @override
    def accept(self) -> None:
        """Save and close; without changes only close."""
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
