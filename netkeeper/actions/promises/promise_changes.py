"""Making, moving and closing promises within a transaction, without duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from netkeeper.domain.promises.follow_up import FollowUp, Status, closed, next_occurrence
from netkeeper.domain.promises.outcomes import Promised
from netkeeper.domain.promises.same_promise import is_be_in_touch, promise_key, says_the_same
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


class OpenPromises:
    """The open promises within an open transaction; everything that opens, moves or closes one goes through it.

    Two promises of the same text to one contact on one day become one: the one that recurs stays, else the one that
    was put last. A contact has at most one promise without a text: another day moves it (unless ``keeps``), and it
    keeps its id, so that the calendar's alarm moves with it. A promise that recurs is never moved by another.
    """

    def __init__(self, network: Network, draft: NetworkDraft) -> None:
        """Begin with the stored promises."""
        self._network = network
        self._draft = draft
        self._waiting: dict[str, dict[str, FollowUp]] = {}

    def to(self, contact_id: str) -> Sequence[FollowUp]:
        """A contact's open promises within the transaction: the stored ones soonest due first, then the new ones."""
        return tuple(self._to(contact_id).values())

    def promise(
        self,
        contact_id: str,
        due_on: date,
        what: str = "",
        rrule: str = "",
        *,
        is_span: bool = False,
        anchor_on: date | None = None,
        keeps: bool = False,
    ) -> Promised:
        """Promise something.

        Args:
            what: The text; empty for being in touch.
            rrule: A recurrence rule (RFC 5545); empty for none.
            is_span: Whether the day was counted from today, so that it moves to a working day.
            anchor_on: The day from which the rule counts; None for ``due_on``.
            keeps: Whether existing promises stay as they are, also one without a text.
        """
        day = self._network.member.days_off.next_working(due_on) if is_span else due_on
        new = FollowUp("", contact_id, day, what, rrule=rrule, anchor_on=(anchor_on or due_on) if rrule else None)
        promised = self._be_in_touch(new) if is_be_in_touch(new) and not keeps else self._promise(new)
        return promised._replace(moved_from=due_on) if day != due_on else promised

    def put(self, followup: FollowUp) -> FollowUp:
        """Put an open promise, new or changed, and return it, or the one of the same text and day that stays."""
        waiting = self._to(followup.contact_id)
        twin = next(
            (each for each in waiting.values() if each.id != followup.id and says_the_same(each, followup)), None
        )
        if twin is not None and (not followup.id or (twin.rrule and not followup.rrule)):
            self._take_out(followup)
            if twin.rrule or not followup.rrule:
                return twin
            followup = replace(twin, rrule=followup.rrule, anchor_on=followup.anchor_on)
        elif twin is not None:
            self._take_out(twin)
        kept = self._draft.put_followup(followup)
        waiting[kept.id] = kept
        return kept

    def close(
        self, promises: Sequence[FollowUp], today: date, status: Status = Status.DONE
    ) -> tuple[tuple[FollowUp, ...], tuple[FollowUp, ...]]:
        """Close promises, and make the next one of each that recurs.

        Returns:
            The closed promises, and the next occurrences.
        """
        done = tuple(self._draft.put_followup(closed(promise, today, status)) for promise in promises)
        for promise in promises:
            self._to(promise.contact_id).pop(promise.id, None)
        following = []
        for promise in promises:
            due_on = next_occurrence(promise, today)
            if due_on is not None:
                anchor_on = promise.anchor_on or promise.due_on
                again = replace(promise, id="", due_on=due_on, anchor_on=anchor_on, snoozes=0, created="")
                following.append(self.put(again))
        return done, tuple(following)

    def _to(self, contact_id: str) -> dict[str, FollowUp]:
        if contact_id not in self._waiting:
            self._waiting[contact_id] = {each.id: each for each in self._network.followups(contact_id) if each.is_open}
        return self._waiting[contact_id]

    def _take_out(self, followup: FollowUp) -> None:
        """Remove a promise that became one with another; it was neither kept nor dropped."""
        if followup.id:
            self._draft.remove_followup(followup.id)
            self._to(followup.contact_id).pop(followup.id, None)

    def _promise(self, new: FollowUp) -> Promised:
        alike = [each for each in self._to(new.contact_id).values() if promise_key(each) == promise_key(new)]
        if not alike:
            return Promised(self.put(new))
        there = next((each for each in alike if each.rrule), alike[0])
        if not new.rrule or any(each.rrule == new.rrule for each in alike):
            return Promised(there, already=True)
        # The same text with a new rule.
        return Promised(self.put(replace(there, rrule=new.rrule, anchor_on=new.anchor_on)), already=True)

    def _be_in_touch(self, new: FollowUp) -> Promised:
        there = self._to(new.contact_id).values()
        once = [each for each in there if is_be_in_touch(each)]
        stays = next((each for each in there if promise_key(each) == promise_key(new)), None)
        gone = tuple(each for each in once if each is not stays)
        if stays is None and not gone:
            return Promised(self.put(new))
        for each in gone if stays is not None else gone[1:]:
            self._take_out(each)
        if stays is not None:
            return Promised(stays, gone, already=True)
        # It was moved, not put off: it is agreed on anew.
        return Promised(self.put(replace(gone[0], due_on=new.due_on, what=new.what, snoozes=0)), gone)
