"""Two programs at one network, doing anything in any order, killed and refused at any moment, against a plain model."""

from __future__ import annotations

import copy
import errno
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netkeeper.domain.errors import CannotUndoError, NetkeeperError
from netkeeper.override import override
from netkeeper.store import history, restore
from netkeeper.store import storage as storage_module
from netkeeper.store.doctor import examine
from netkeeper.store.layout import DIARY
from netkeeper.store.storage import JournaledStorage
from tests.store.dying import dying, refusing
from tests.store.helpers import MOMENT, Plain, on_disk, plain, put, remove, storage_at, unfinished

both = st.integers(0, 1)
table_names = st.sampled_from(["contacts", "followups", "interactions", "kept", "drawings"])
numbers = st.integers(1, 4).map(str)
values = st.text(max_size=3)
calls = st.integers(0, 40)
Act = Callable[[JournaledStorage], object]


class TwoPrograms(RuleBasedStateMachine):
    """The model: what the network holds, what it held before each change in effect, and before each line of history."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.mkdtemp()
        self.folder = f"{self.place}/network"
        self.moment = MOMENT
        self.state: Plain = {}
        self.before: list[Plain] = []
        self.just_before: dict[int, Plain] = {}
        self.effective: tuple[int, ...] = ()
        self.effective_before: dict[int, tuple[int, ...]] = {}
        self.backups: dict[str, Plain] = {}
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("os.fsync", lambda _: None)
        self.patch.setattr(storage_module, "JOURNAL_LIMIT_BYTES", 1500)
        self.programs: list[JournaledStorage] = []

    @initialize()
    def open(self) -> None:
        self.programs = [self.opened(), self.opened()]

    def opened(self) -> JournaledStorage:
        return storage_at(self.folder, self.moment)

    @override
    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.place)

    def changed_to(self, state: Plain, seq: int | None = None) -> None:
        """Note a change in the model, which goes back to a line of history where one is named; no change is none."""
        if loud(state) == loud(self.state):
            self.state = state
        else:
            self.before.append(self.state)
            kept = self.effective if seq is None else self.effective_before[seq]
            line = self.now_holds(state)
            self.effective = (*kept, line)

    def taken_back(self) -> None:
        """Note that the last change was taken back."""
        last = self.effective[-1]
        self.now_holds(self.as_noted(self.before.pop()))
        self.effective = self.effective_before[last]

    def as_noted(self, state: Plain) -> Plain:
        """A state of before with what is noted now: no step back goes over that."""
        return loud(state) | {name: noted for name, noted in self.state.items() if name == DIARY}

    def now_holds(self, state: Plain) -> int:
        """Note a line of history, whatever it did; its number."""
        line = self.opened().seq
        self.just_before[line], self.effective_before[line] = self.state, self.effective
        self.state = state
        return line

    def with_document(self, table: str, number: str, value: str | None) -> Plain:
        """What the model would hold with a document set, or taken out."""
        state = copy.deepcopy(self.state)
        documents = state.setdefault(table, {})
        if value is None:
            documents.pop(number, None)
        else:
            documents[number] = {"value": value}
        return {name: documents for name, documents in state.items() if documents}

    @rule(which=both, table=table_names, number=numbers, value=values)
    def put(self, which: int, table: str, number: str, value: str) -> None:
        put(self.programs[which], table, number, value=value)
        self.changed_to(self.with_document(table, number, value))

    @rule(which=both, table=table_names, number=numbers)
    def remove(self, which: int, table: str, number: str) -> None:
        remove(self.programs[which], table, number)
        self.changed_to(self.with_document(table, number, None))

    @rule(which=both, number=numbers, value=values)
    def note_quietly(self, which: int, number: str, value: str) -> None:
        """What is only noted is no step: neither the marks nor an undo ever see it."""
        put(self.programs[which], DIARY, number, value=value)
        self.state = self.with_document(DIARY, number, value)

    @rule(which=both)
    def undo(self, which: int) -> None:
        try:
            history.undo(self.programs[which])
        except CannotUndoError:
            assert not self.before
        else:
            self.taken_back()

    @rule(which=both, data=st.data())
    @precondition(lambda self: self.just_before)
    def go_back(self, which: int, data: st.DataObject) -> None:
        seq = data.draw(st.sampled_from(sorted(self.just_before)))
        program, then = self.programs[which], self.as_noted(self.just_before[seq])
        try:
            found = history.undo_from(program, seq)
        except CannotUndoError as error:
            assert str(error) == "All of that is taken back already."
            assert then == self.state
        else:
            assert found.first.seq == seq
            self.changed_to(then, seq)
        assert plain(program) == then

    @rule(which=both)
    def the_marks_are_the_model(self, which: int) -> None:
        self.programs[which].refresh()
        in_effect = history.in_effect(history.past(self.programs[which]))
        assert tuple(transaction.seq for transaction in in_effect) == self.effective[::-1]

    @rule(which=both)
    def refresh(self, which: int) -> None:
        self.programs[which].refresh()
        assert plain(self.programs[which]) == self.state

    @rule(which=both)
    def load_the_large_file(self, which: int) -> None:
        self.programs[which].table("interactions")

    @rule(which=both)
    def compact(self, which: int) -> None:
        self.programs[which].compact()

    @rule(which=both)
    def open_anew(self, which: int) -> None:
        self.programs[which] = self.opened()
        assert plain(self.programs[which]) == self.state

    @rule(which=both)
    def tomorrow(self, which: int) -> None:
        self.moment += timedelta(days=1)
        self.programs[which] = self.opened()

    @rule(which=both)
    @precondition(lambda self: self.state)
    def back_up(self, which: int) -> None:
        self.backups[self.programs[which].back_up("asked")] = self.state

    @rule(data=st.data())
    @precondition(lambda self: self.backups)
    def restore(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.backups)))
        assert restore.restore(self.folder, name, self.moment) == (name, True)
        self.changed_to(self.backups[name])

    @rule(which=both, table=table_names, number=numbers, value=st.none() | values, after=calls)
    def killed_in_a_change(self, which: int, table: str, number: str, value: str | None, after: int) -> None:
        new = self.with_document(table, number, value)
        self.killed(which, after, lambda storage: change(storage, table, number, value), new)

    @rule(which=both, after=calls)
    def killed_while_compacting(self, which: int, after: int) -> None:
        self.killed(which, after, JournaledStorage.compact, self.state)

    @rule(which=both, after=calls)
    @precondition(lambda self: self.before)
    def killed_while_undoing(self, which: int, after: int) -> None:
        *_, last = self.effective
        if self.killed(which, after, history.undo, self.as_noted(self.before[-1])):
            # What was taken back is not in effect any more, nor is the taking back itself.
            del self.before[-2:]
            self.effective = self.effective_before[last]

    @rule(which=both, data=st.data(), after=calls)
    @precondition(lambda self: self.just_before)
    def killed_while_going_back(self, which: int, data: st.DataObject, after: int) -> None:
        seq = data.draw(st.sampled_from(sorted(self.just_before)))
        if (then := self.as_noted(self.just_before[seq])) != self.state:
            kept = self.effective_before[seq]
            if self.killed(which, after, lambda storage: history.undo_from(storage, seq), then):
                self.effective = (*kept, self.effective[-1])

    def killed(self, which: int, after: int, act: Act, new: Plain) -> bool:
        """Kill a program while it does something; whether it had done it all the same."""
        with dying(after) as death:
            act(self.programs[which])
        self.programs[which] = self.opened()
        found = plain(self.programs[which])
        assert found == new or (death and found == self.state)
        done = found == new != self.state
        self.changed_to(found)
        return done

    @rule(
        which=both,
        table=table_names,
        number=numbers,
        value=st.none() | values,
        after=calls,
        code=st.sampled_from([errno.ENOSPC, errno.EIO]),
        for_good=st.booleans(),
    )
    def refused_in_a_change(
        self, which: int, table: str, number: str, value: str | None, after: int, code: int, for_good: bool
    ) -> None:
        new, failed = self.with_document(table, number, value), False
        with refusing(after, code, for_good=for_good):
            try:
                change(self.programs[which], table, number, value)
            except NetkeeperError:
                failed = True
        found = on_disk(self.folder)
        assert found == new or (failed and found == self.state)
        self.changed_to(found)
        self.programs[which].refresh()
        assert plain(self.programs[which]) == found

    @invariant()
    def what_is_on_the_disk_is_the_model(self) -> None:
        assert on_disk(self.folder) == self.state

    @invariant()
    def the_doctor_finds_nothing_bad(self) -> None:
        said = [finding.text for finding in examine(self.folder) if finding.level == "bad"]
        assert not [text for text in said if "can't be read" not in text]

    @rule(which=both)
    def nothing_unfinished_stays(self, which: int) -> None:
        self.moment += timedelta(days=1)
        self.programs[which] = self.opened()
        put(self.programs[which], "drawings", "9", value=str(self.moment))
        self.changed_to(self.with_document("drawings", "9", str(self.moment)))
        assert not unfinished(self.folder)


def loud(state: Plain) -> Plain:
    """A state without what is only noted."""
    return {name: documents for name, documents in state.items() if name != DIARY}


def change(storage: JournaledStorage, table: str, number: str, value: str | None) -> None:
    """Set a document or take it out."""
    if value is None:
        remove(storage, table, number)
    else:
        put(storage, table, number, value=value)


TwoPrograms.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestTwoPrograms = TwoPrograms.TestCase
