"""The contact form: everything about a person can be written, is checked beside its field, and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.events import Key
from textual.keys import key_to_character

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Address, Contact, Hope, Importance, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.store.network import Network
from netkeeper.tui.person.form.contact_form import ContactForm
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import FORBIDDEN_BYTES, TRAPS

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


def named(folder: str, name: str) -> Contact:
    """The one person of that name."""
    (found,) = [contact for contact in Network(folder).contacts() if contact.name == name]
    return found


async def test_adding_with_two_phones_a_birthday_and_a_promise_is_one_step(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Mari Lind")
        await app.press("tab")
        await app.type("Arvo Oy")
        await app.press("down", "down", "down")
        await app.type("040 1")
        await app.press("tab")
        await app.type("mob")
        await app.press("tab", "ctrl+n")
        await app.type("09 2")
        await app.press("down")
        await app.type("design, sauna")
        await app.press("down", "c", "down")
        await app.type("first order")
        await app.press("down", "down", "down")
        await app.type("2w")
        await app.press("down")
        await app.type("send the offer")
        await app.press("down", "down", "down", "down")
        await app.type("29.2.")
        await app.press("enter")
        await app.sees("Added Mari Lind · next Mon 7 Dec · u takes it back", gone="Add somebody")
        mari = named(folder, "Mari Lind")
        assert mari.organization == "Arvo Oy"
        assert mari.phones == (Labelled("040 1", "mobile"), Labelled("09 2"))
        assert mari.fields == ("design", "sauna")
        assert mari.birthday == Birthday(2, 29)
        assert mari.ladder == (StepChange(TODAY, Step.CUSTOMER, "first order"),)
        promises = [followup for followup in Network(folder).followups(mari.id) if followup.is_open]
        assert [(promise.what, promise.due_on) for promise in promises] == [("send the offer", date(2026, 12, 7))]
        await app.press("u")
        await app.sees("Took back: Added Mari Lind")
    assert not any(contact.name == "Mari Lind" for contact in Network(folder).contacts())
    assert not any(followup.what == "send the offer" for followup in Network(folder).followups())


async def test_a_name_line_with_words_is_read_as_in_the_shell(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Mari Lind org:Kalliomaito Oy porras:kanta next:2w")
        await app.sees("organization Kalliomaito Oy, step regular")
        await app.press("enter")
        await app.sees("Added Mari Lind · next Mon 7 Dec", gone="Add somebody")
    mari = named(folder, "Mari Lind")
    assert (mari.organization, mari.step, mari.name_parts.family) == ("Kalliomaito Oy", Step.REGULAR, "Lind")
    assert mari.ladder == (StepChange(TODAY, Step.REGULAR),)


async def test_a_slip_in_the_name_line_is_said_and_nothing_is_added(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Mari Lind orgg:x titel:CEO")
        await app.press("enter")
        await app.sees("did you mean 'title:'", "Add somebody")
    assert not any(contact.name.startswith("Mari Lind") for contact in Network(folder).contacts())


async def test_a_word_that_belongs_in_a_log_says_which_key_logs(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Mari Lind feel:4")
        await app.press("enter")
        await app.sees("feel: says how it felt; say it where you log (l).")


async def test_editing_a_phone_number_changes_that_and_nothing_else(open_app: OpenApp, folder: str) -> None:
    before = named(folder, "Anna Virtanen")
    async with open_app() as app:
        await app.press("e", "down", "down", "down", "down", *["backspace"] * 4)
        await app.type("0199")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen · u takes it back")
        after = named(folder, "Anna Virtanen")
        assert after.phones == (Labelled("+358 40 555 0199", "mobile"),)
        assert (after.emails, after.birthday, after.ladder) == (before.emails, before.birthday, before.ladder)
        await app.press("u")
        await app.sees("Took back: Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").phones == before.phones


async def test_saving_a_form_that_is_left_alone_changes_nothing(open_app: OpenApp, folder: str) -> None:
    before = len(list(Network(folder).past()))
    async with open_app() as app:
        await app.press("e")
        await app.sees("Edit · Anna Virtanen")
        await app.press("ctrl+s")
        await app.sees("PROMISED", gone="Edit · Anna Virtanen")
        assert app.toasts() == []
    assert len(list(Network(folder).past())) == before


async def test_everything_else_that_is_kept_can_be_written(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.press("e")
        await app.press(*["down"] * 8)
        await app.type("pekka s")
        await app.press("tab", "tab", "space", "down", "n", "down", "down", "down")
        await app.type("valimo.example")
        await app.press("down")
        await app.type("Katu 1")
        await app.press("tab")
        await app.type("work")
        await app.press("down", "down")
        await app.type("33100")
        await app.press("tab")
        await app.type("Tampere")
        await app.press("down", "down")
        await app.type("likes tea")
        await app.press("enter")
        await app.type("not coffee")
        await app.press("tab")
        await app.type("Dr.")
        await app.press("down", "space", "ctrl+s")
        await app.sees("Edited Anna Virtanen")
    anna = named(folder, "Anna Virtanen")
    assert anna.via == named(folder, "Pekka Salo").id
    assert anna.hopes == (Hope.EMPLOYER, Hope.CUSTOMER)
    assert anna.cadence == 0
    assert anna.urls == (Labelled("valimo.example"),)
    assert anna.addresses == (Address("work", street="Katu 1", postal_code="33100", locality="Tampere"),)
    assert anna.notes == "likes tea\nnot coffee"
    assert anna.name_parts == NameParts(prefix="Dr.", given="Anna", family="Virtanen")
    assert anna.archived


async def test_what_is_wrong_is_said_beside_the_field_and_saving_goes_there(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e", "down", "down", "down")
        await app.press(*["backspace"] * len("@valimo.example"))
        screen = app.text()
        assert "can't be read" not in screen, "nobody nags while a line is typed"
        await app.press("down")
        screen = await app.sees("'anna' can't be read as an email address; write it like")
        lines = screen.splitlines()
        assert lines[[" anna " in line for line in lines].index(True) + 1].strip("│ ").startswith("'anna' can't")
        await app.press("down", "enter")
        await app.sees("Edit · Anna Virtanen")
        assert named(folder, "Anna Virtanen").emails == (Labelled("anna@valimo.example", "work"),)
        await app.type("@x.example")
        await app.sees("anna@x.example", gone="can't be read")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").emails == (Labelled("anna@x.example", "work"),)


async def test_a_nameless_one_is_not_added(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a", "tab")
        assert "A contact needs a name" not in app.text()
        await app.type("Arvo Oy")
        await app.press("enter")
        await app.sees("A contact needs a name; write at least one letter.")
        await app.type("Mari")
        await app.press("enter")
        await app.sees("Added Mari")
    assert named(folder, "Mari").organization == "Arvo Oy"


async def test_a_changed_form_asks_before_it_is_thrown_away(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e")
        await app.type("x")
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("backspace", "escape")
        await app.sees("PROMISED", gone="Edit · Anna Virtanen")
        await app.press("a")
        await app.type("Mari")
        await app.press("escape", "escape")
        await app.sees("PROMISED", gone="Add somebody")
    assert len(Network(folder).contacts()) == 8


async def test_who_looks_like_one_known_is_shown_and_added_all_the_same(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Anna Vir")
        assert "Known already" not in app.text()
        await app.type("tanen")
        await app.sees("Known already", "›Anna Virtanen  Brand lead, Valimo", "^g known already")
        await app.press("tab")
        await app.type("Arvo Oy")
        await app.press("enter")
        await app.sees("Anna Virtanen is known already: ^g goes on with them; ⏎ adds another.")
        await app.press("enter")
        await app.sees("Added Anna Virtanen")
    annas = [contact for contact in Network(folder).contacts() if contact.name == "Anna Virtanen"]
    assert sorted(contact.organization for contact in annas) == ["Arvo Oy", "Valimo"]


async def test_the_one_who_is_known_can_be_gone_on_with_and_takes_what_was_written(
    open_app: OpenApp, folder: str
) -> None:
    before = named(folder, "Anna Virtanen")
    async with open_app() as app:
        await app.press("a")
        await app.type("anna virtanen")
        await app.press("down", "down", "down")
        await app.type("anna@home.example")
        await app.press("down")
        await app.type("0358405550101")
        await app.press(*["down"] * 5)
        await app.type("2w")
        await app.press("ctrl+g")
        await app.sees("Edit · Anna Virtanen", "anna@valimo.example", "anna@home.example", "Mon 7 Dec")
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("ctrl+s")
        await app.sees("Edited Anna Virtanen · next Mon 7 Dec")
        after = named(folder, "Anna Virtanen")
        assert after.emails == (*before.emails, Labelled("anna@home.example"))
        assert (after.id, after.organization, after.step) == (before.id, before.organization, before.step)
        await app.press("u")
        await app.sees("Took back: Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").emails == before.emails
    assert len(Network(folder).followups(before.id)) == 1


async def test_of_several_alike_one_is_chosen(open_app: OpenApp, folder: str, cast: Cast) -> None:
    cast.add("Anna Virtanen", "org:Tuike")
    async with open_app() as app:
        await app.press("a")
        await app.type("Virtanen Anna")
        await app.sees("Valimo", "Tuike")
        await app.press("ctrl+g", "j", "enter")
        await app.sees("Edit · Anna Virtanen", "Tuike", gone="Valimo")
        await app.press("escape")
        await app.sees("PROMISED", gone="Edit · Anna Virtanen")
        await app.press("a")
        await app.type("Virtanen Anna")
        await app.sees("Valimo", "Tuike")
        await app.click("Valimo")
        await app.sees("Edit · Anna Virtanen", "Brand lead")


async def test_who_introduced_you_is_told_apart_by_id_where_names_are_shared(
    open_app: OpenApp, folder: str, cast: Cast
) -> None:
    twin = cast.add("Pekka Salo")
    async with open_app() as app:
        await app.press("e", *["down"] * 8)
        await app.type("pekka")
        await app.press("down", "down", "enter")
        await app.sees("That is Pekka Salo.")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").via == twin.id


async def test_a_name_that_several_have_is_asked_about(open_app: OpenApp, folder: str, cast: Cast) -> None:
    cast.add("Pekka Aho")
    before = named(folder, "Anna Virtanen").via
    async with open_app() as app:
        await app.press("e", *["down"] * 8)
        await app.type("pekka")
        await app.press("escape", "enter")
        await app.sees("fits 2 people")
    assert named(folder, "Anna Virtanen").via == before


async def test_a_name_nobody_has_is_kept_as_written(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e", *["down"] * 8)
        await app.type("Aunt Sirkka")
        await app.sees("Nobody here is called so; it is kept as written.")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").via == "Aunt Sirkka"


async def test_the_mouse_alone_adds(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.click("a add")
        await app.sees("Add somebody")
        await app.type("Mari Lind")
        await app.click("+358 40 555 0101")
        await app.type("040 1")
        line = next(line for line in app.lines() if "040 1" in line)
        await app.pilot.click(offset=(line.rindex("+"), app.lines().index(line)))
        await app.quiet()
        await app.type("09 2")
        await app.click("○ customer")
        await app.sees("Reason")
        line = next(line for line in app.lines() if "040 1" in line)
        await app.pilot.click(offset=(line.index("×"), app.lines().index(line)))
        await app.sees("09 2", gone="040 1")
        await app.click("2 weeks")
        await app.sees("14 days" if "14 days" in app.text() else "2 weeks ")
        await app.click("^s save")
        await app.sees("Added Mari Lind")
    mari = named(folder, "Mari Lind")
    assert (mari.phones, mari.step, mari.cadence) == ((Labelled("09 2"),), Step.CUSTOMER, 14)


async def test_the_last_of_several_is_emptied_and_not_taken_away(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e", "down", "down", "down", "down", "ctrl+r")
        await app.sees("+358 40 555 0101", "for")
        await app.type("040 9")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").phones == (Labelled("040 9"),)


async def test_typing_before_the_form_is_open_loses_nothing(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.type("aMari Lind")
        await app.sees("Mari Lind")
        await app.press("enter")
        await app.sees("Added Mari Lind")
    assert named(folder, "Mari Lind").name == "Mari Lind"


async def test_keys_that_come_all_at_once_each_go_where_they_are_meant(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.sees("Add somebody")
        for key in (*"Mari", "down", *"Arvo", "down", "down", *"a@x.fi", "ctrl+n", *"b@x.fi", "ctrl+n", *"c", "ctrl+r", "up",
                    "down", "down", *"1", "down", *"sauna", "down", "r", "tab", *"asked", "down", *"Slush", "enter"):  # fmt: skip
            app.app.post_message(Key(key, key_to_character(key)))
        await app.quiet()
        await app.sees("Added Mari")
    mari = named(folder, "Mari")
    assert mari.organization == "Arvo"
    assert [email.value for email in mari.emails] == ["a@x.fi", "b@x.fi"]
    assert [phone.value for phone in mari.phones] == ["1"]
    assert (mari.fields, mari.met) == (("sauna",), "Slush")
    assert mari.ladder == (StepChange(TODAY, Step.REGULAR, "asked"),)


async def test_arrows_leave_the_notes_at_their_ends_only(open_app: OpenApp) -> None:
    async with open_app(size=(80, 40)) as app:
        await app.press("e", *["down"] * 18)
        await app.type("first")
        await app.press("enter")
        await app.type("second")
        await app.press("up")
        await app.type("X")
        await app.sees("firstX")
        await app.press("up", "down")
        await app.type("Y")
        await app.press("down", "down")
        await app.type("Dr.")
        await app.sees("firstXY", "Dr.")


@pytest.mark.parametrize("size", [(80, 24), (56, 20), (120, 40), (200, 60)])
async def test_wherever_one_is_it_is_seen(open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(size=size) as app:
        await app.press("e")
        seen = set()
        frame, keys = (app.app.screen.query_one(name) for name in ("#dialog", "#dialog-keys"))
        for _ in range(40):
            focused = app.app.screen.focused
            assert focused is not None
            room = range(frame.region.y + 1, keys.region.y)
            await app.until(lambda field=focused, room=room: field.region.y in room and field.region.bottom - 1 in room)  # type: ignore[misc]
            seen.add(focused)
            await app.press("tab")
        assert len(seen) > 25


async def test_resizing_keeps_what_is_written_and_where_one_is(open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.press("a")
        await app.type("Mari")
        await app.press(*["down"] * 9)
        await app.type("1w")
        for size in ((56, 20), (80, 24), (200, 60)):
            await app.pilot.resize_terminal(*size)
            await app.quiet()
            await app.sees("1w", "Mon 30 Nov")
        await app.press("enter")
        await app.sees("Added Mari · next Mon 30 Nov")


@pytest.mark.parametrize("text", TRAPS)
async def test_hostile_text_is_harmless_in_every_field(open_app: OpenApp, cast: Cast, folder: str, text: str) -> None:
    labelled = (Labelled(text, text),)
    hostile = Contact(
        id="", name=text, name_parts=NameParts(text, text, text, text, text), organization=text, title=text,
        emails=labelled, phones=labelled, urls=labelled, addresses=(Address(*[text] * 8),), fields=(text,), met=text,
        via=text, notes=text, step=Step.CUSTOMER, ladder=(StepChange(TODAY, Step.CUSTOMER, text),),
    )  # fmt: skip
    with cast.network.transaction("Added") as draft:
        for person in Network(folder).contacts():
            draft.put_contact(replace(person, archived=True))
        kept = draft.put_contact(hostile)
    async with open_app(size=(120, 40)) as app:
        app.app.push_screen(ContactForm(app.app.session, kept))
        screen = await app.sees("Edit · ", TRAPS[text])
        assert not any(harm.decode() in screen for harm in FORBIDDEN_BYTES)
        await app.press("down")
        await app.type("X")
        await app.press("ctrl+s")
        await app.sees("Today", gone="Edit · ")
    after = Network(folder).contact(kept.id)
    assert after.organization.endswith("X")
    assert after == replace(kept, organization=after.organization, updated=after.updated)


async def test_what_is_pasted_into_the_notes_is_harmless_and_whole(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=(80, 40)) as app:
        await app.press("e", *["down"] * 18)
        await app.paste("first\r\nsecond \x1b]52;c;aGk=\x07\tend\u202e")
        await app.press("ctrl+s")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").notes == "first\nsecond ␛]52;c;aGk=␇ end"


async def test_a_second_person_of_a_name_is_asked_about_and_said(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("anna virtanen")
        await app.press("enter")
        await app.sees("is known already: ^g goes on with them; ⏎ adds another.")
        assert sum(each.name.casefold() == "anna virtanen" for each in Network(folder).contacts()) == 1
        await app.press("enter")
        await app.hears("another of that name was here already")


async def test_importance_is_chosen_by_its_letter_and_shown_as_stars(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e", "shift+tab", "a", "enter")
        await app.sees("Edited Anna Virtanen")
        assert named(folder, "Anna Virtanen").importance is Importance.A
        await app.sees("customer · ★★★")
        await app.press("e", "shift+tab", "backspace", "enter")
        await app.sees("Edited Anna Virtanen", gone="★★★")
    assert named(folder, "Anna Virtanen").importance is None
