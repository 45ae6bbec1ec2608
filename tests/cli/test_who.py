"""Names need no quotation marks, and a note loses no word to a name."""

from __future__ import annotations

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def _logged(folder: str) -> list[tuple[list[str], str]]:
    network = Network(folder)
    return [
        ([network.contact(each).name for each in interaction.contact_ids], interaction.note)
        for interaction in network.interactions()
    ]


@pytest.mark.parametrize(
    ("args", "name", "note"),
    [
        (("Pekka", "Salo", "coffee", "next:2w"), "Pekka Salo", "coffee"),
        (("pekka", "salo", "coffee"), "Pekka Salo", "coffee"),
        (("Anna", "Virtanen", "coffee"), "Anna Virtanen", "coffee"),
        (("anna", "virtane", "coffee"), "Anna Virtane", "coffee"),
        (("Anna Virtanen", "coffee"), "Anna Virtanen", "coffee"),
        (("Virtanen", "Anna", "coffee"), "Anna Virtanen", "coffee"),
        (("pekka", "coffee", "with", "Salo"), "Pekka Salo", "coffee with Salo"),
        (("pekka", "sal", "a", "coffee"), "Pekka Salo", "sal a coffee"),
        (("niina", "a", "walk"), "Niina Aaltonen", "a walk"),
        (("pekka", "Lunch", "downtown"), "Pekka Salo", "Lunch downtown"),
        (("pekka", "org:Salo", "coffee"), "Pekka Salo", "coffee"),
        (("pekka", "Salo said no"), "Pekka Salo", "Salo said no"),
    ],
)
def test_a_log_goes_to_the_person_and_the_rest_is_the_note(
    nk: Run, anna: None, folder: str, args: tuple[str, ...], name: str, note: str
) -> None:
    nk("add", "Anna Virtane")
    nk("add", "Niina Aaltonen")

    assert nk("log", *args).err == ""
    assert _logged(folder) == [([name], note)]


def test_a_log_to_a_name_close_to_one_that_is_known_is_refused(nk: Run, folder: str) -> None:
    nk("add", "Maija Lehto")

    ran = nk("log", "Maija", "Lehtonen", "coffee")

    assert (ran.status, ran.out) == (1, "")
    assert "Nearest: Maija Lehto" in ran.err
    assert _logged(folder) == []


def test_an_unknown_full_name_is_named_whole(nk: Run, anna: None) -> None:
    assert 'netkeeper add "Sanna Marttila"' in nk("log", "Sanna", "Marttila", "coffee").err


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("log Timo Kivi putosi päälle next:2w", "Timo Kivinen"),
        ("log Tiina Toivon kanssa kahvit", "Tiina Toivonen"),
        ("log Aino Lahti kutsui", "Aino Lahtinen"),
        ("log Olli Oja kaivettiin", "Olli Ojala"),
        ("log Aino ja Olli Oja lounas", "Olli Ojala"),
        ("log Poju Oja kaivettiin", "Olli Ojala"),
        ("log timo oinas kahvit", "Timo Oinasmaa"),
        ("followup Tiina Toivon kirja due:fri", "Tiina Toivonen"),
    ],
)
def test_a_second_word_that_only_begins_one_of_the_name_is_asked_about_and_never_eaten(
    nk: Run, folder: str, line: str, nearest: str
) -> None:
    for name in ("Timo Kivinen", "Tiina Toivonen", "Aino Lahtinen", "Olli Ojala"):
        nk("add", name)
    if nearest == "Timo Oinasmaa":
        for args in (("edit", "timo", "name:Timo Oinasmaa"), ("edit", "aino", "name:Aino Oinas")):
            nk(*args)
    network = Network(folder)
    (olli,) = [contact.id for contact in network.contacts() if contact.name == "Olli Ojala"]
    with network.transaction() as draft:
        draft.put_kept(olli, ("NICKNAME:Poju",))
    ran = nk(*line.split())

    assert (ran.status, ran.out) == (1, "")
    assert "No one fits" in ran.err
    assert nearest in ran.err
    assert _logged(folder) == []
    assert not list(Network(folder).followups())


@pytest.mark.parametrize("other", ["Tiina Jokinen", "Elli Lahtinen", "Tiina Ek"])
def test_two_whole_names_side_by_side_are_refused_with_the_comma_also_of_one_given_name(
    nk: Run, folder: str, other: str
) -> None:
    for name in ("Tiina Niskala", other):
        nk("add", name)
    ran = nk("log", "Tiina", "Niskala", *other.split(), "lounas")

    assert (ran.status, ran.out) == (1, "")
    assert f'netkeeper log "Tiina Niskala,{other}" …' in ran.err
    assert _logged(folder) == []


@pytest.mark.parametrize("between", ["ja", "and", "&"])
def test_an_id_behind_and_is_a_person_where_an_id_stands_before(
    nk: Run, students: None, folder: str, between: str
) -> None:
    ids = {name: contact_id for contact_id, name in Network(folder).names()}
    liisa, markku, eino = (ids[name] for name in ("Liisa Kallio", "Markku Ylönen", "Eino Heino"))

    assert nk("log", liisa[:9], between, markku[:9], "kahvi").err == ""
    assert nk("log", liisa, between, markku, between, eino[:9], "kahvi").err == ""
    assert "for" not in nk("log", liisa, between, "12", "kahvia").err
    ran = nk("log", "liisa", between, markku[:9], "kahvi")
    assert f"“{markku[:9]}” may also mean Markku Ylönen: " in ran.err
    assert 'log "Liisa Kallio,Markku Ylönen" …' in ran.err
    assert sorted(_logged(folder)) == sorted(
        [
            (["Liisa Kallio", "Markku Ylönen"], "kahvi"),
            (["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "kahvi"),
            (["Liisa Kallio"], f"{between} 12 kahvia"),
            (["Liisa Kallio"], f"{between} {markku[:9]} kahvi"),
        ]
    )


@pytest.mark.parametrize("line", ["log Timo Kivi next:2w", "snooze Timo Kivi fri", "log Timo Kivi, kahvit"])
def test_before_a_border_all_words_of_a_name_may_be_beginnings(nk: Run, line: str) -> None:
    nk("add", "Timo Kivinen")
    assert "No one fits 'Timo" not in nk(*line.split()).err


@pytest.mark.parametrize("known", ["Pekka Salo", "Sanna Laine", "Sanna Martti"])
def test_new_takes_the_capitalised_words_as_the_name(nk: Run, folder: str, known: str) -> None:
    nk("add", known)

    assert nk("log", "Sanna", "Marttila", "coffee", "--new").status == 0
    assert _logged(folder) == [(["Sanna Marttila"], "coffee")]


@pytest.mark.parametrize(
    "args",
    [
        ("pekka,", "maija", "lunch"),
        ("pekka", ",", "maija", "lunch"),
        ("pekka", ",maija", "lunch"),
        ("pekka,maija", "lunch"),
        ("Pekka", "Salo,", "Maija", "Lehto", "lunch"),
        ("pekka,Maija", "Lehto", "lunch"),
    ],
)
def test_a_comma_takes_the_next_word_as_a_person(nk: Run, anna: None, folder: str, args: tuple[str, ...]) -> None:
    nk("add", "Maija Lehto")

    assert nk("log", *args).err == ""
    assert _logged(folder) == [(["Pekka Salo", "Maija Lehto"], "lunch")]


def test_a_comma_before_a_word_with_a_key_takes_nobody(nk: Run, anna: None, folder: str) -> None:
    assert nk("log", "pekka,", "next:2w").status == 0
    assert _logged(folder) == [(["Pekka Salo"], "")]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("followup", "Pekka", "Salo", "call", "due:fri"), "Follow-up with Pekka Salo. Next: Fri 27 Nov, call."),
        (("show", "Pekka", "Salo"), "Pekka Salo  potential"),
        (("done", "Pekka", "Salo"), "Noted that you were in touch with Pekka Salo."),
        (("done", "Pekka", "Salo,", "anna"), "Noted that you were in touch with Anna Virtanen."),
        (("archive", "Pekka", "Salo"), "Archived Pekka Salo."),
        (("step", "Pekka", "Salo", "regular", "third", "order"), "Pekka Salo moved from potential to regular."),
        (("snooze", "Pekka", "Salo", "fri"), "Snoozed Pekka Salo to Fri 27 Nov."),
        (("snooze", "Pekka", "Salo,", "anna", "fri"), "Snoozed Anna Virtanen to Fri 27 Nov."),
        (("edit", "Pekka", "Salo", "org:Fazer"), "Edited Pekka Salo."),
    ],
)
def test_every_command_takes_a_full_name(nk: Run, anna: None, args: tuple[str, ...], said: str) -> None:
    ran = nk(*args)

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out


def test_a_name_leaves_the_step_and_the_day(nk: Run) -> None:
    nk("add", "Anna Friday Regular")

    assert nk("snooze", "anna", "Friday").status == 0
    assert nk("step", "anna", "regular").status == 0


@pytest.mark.parametrize("words", [(), ("",), (" ", "")])
def test_an_empty_log_is_refused(nk: Run, anna: None, folder: str, words: tuple[str, ...]) -> None:
    ran = nk("log", "Pekka", "Salo", *words)

    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "netkeeper log pekka coffee next:2w" in ran.err
    assert _logged(folder) == []


@pytest.mark.parametrize("word", ["next:2w", "kind:call", "when:yesterday"])
def test_a_log_of_words_alone_is_one(nk: Run, anna: None, folder: str, word: str) -> None:
    assert nk("log", "pekka", word).status == 0
    assert len(_logged(folder)) == 1


@pytest.fixture
def students(nk: Run) -> None:
    """People with names that hold each other's."""
    for name in ("Anna Virtanen", "Hanna Salo", "Sanna Laine", "Maarit Aho", "Markku Ylönen", "Liisa Kallio"):
        assert nk("add", name).status == 0
    assert nk("add", "Eino Heino", "phone:040 555 0105", "email:eino@heino.example").status == 0
    assert nk("add", "Annala Pekka", "org:Valio").status == 0
    assert nk("add", "Will Smith").status == 0


HURRIED = [
    ("anna kahvit", ["Anna Virtanen"], "kahvit"),
    ("han kahvit feel:4", ["Hanna Salo"], "kahvit"),
    ("ann kahvit", None, "fits 2 people"),
    ("anan kahvit", None, "Nearest: Anna Virtanen"),
    ("ari kahvit", None, "No one fits 'ari'"),
    ("hanna salo, puhuttiin", None, "leave out the comma"),
    ("liisa ja markku lounas", ["Liisa Kallio", "Markku Ylönen"], "lounas"),
    ("Liisa and Markku lunch", ["Liisa Kallio", "Markku Ylönen"], "lunch"),
    ("Liisa & Markku Ylönen lunch", ["Liisa Kallio", "Markku Ylönen"], "lunch"),
    ("liisa,markku lounas", ["Liisa Kallio", "Markku Ylönen"], "lounas"),
    ("liisa kallio,markku ylönen,eino lounas", ["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "lounas"),
    ("liisa kahvia,pullaa ja juttua", ["Liisa Kallio"], "kahvia,pullaa ja juttua"),
    ("liisa + markku sekä eino lounas", ["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "lounas"),
    ("Liisa Kallio-Salo lounas", None, "No one fits 'Liisa Kallio-Salo'. Nearest: Liisa Kallio"),
    ("Liisa Kallion kanssa kahvilla", None, "No one fits 'Liisa Kallion'. Nearest: Liisa Kallio"),
    ("liisa, markku ja eino lounas", ["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "lounas"),
    ("Liisa Markku lounas", None, "netkeeper log Liisa,Markku"),
    ("liisa kallio markku ylönen lounas", None, 'netkeeper log "liisa kallio,Markku Ylönen"'),
    ("liisa ja kaverit lounas", ["Liisa Kallio"], "ja kaverit lounas"),
    ("eino me puhuttiin", ["Eino Heino"], "me puhuttiin"),
    ("0405550105 soitti", ["Eino Heino"], "soitti"),
    ("+358 40 555 0105 soitti", ["Eino Heino"], "soitti"),
    ("EINO@heino.example vastasi", ["Eino Heino"], "vastasi"),
    ("0409999999 soitti", None, "0409999999 is a number"),
    ("maija@lehto.example vastasi", None, "maija@lehto.example is an email address"),
    ("Liisa Korhonen lounas", None, "No one fits 'Liisa Korhonen'. Nearest: Liisa Kallio"),
    ("liisa Lounas", ["Liisa Kallio"], "Lounas"),
    ("anna pekka lounas", None, "fits 2 people"),
]


@pytest.mark.parametrize(("line", "names", "said"), HURRIED, ids=[line for line, _, _ in HURRIED])
def test_a_hurried_line_goes_to_whoever_is_meant_or_is_refused(
    nk: Run, students: None, folder: str, line: str, names: list[str] | None, said: str
) -> None:
    ran = nk("log", *line.split())

    if names is None:
        assert (ran.status, ran.out) == (1, "")
        assert said in ran.err
        assert ran.err.count("\n") == 1
        assert _logged(folder) == []
    else:
        assert (ran.status, ran.err) == (0, "")
        assert _logged(folder) == [(names, said)]


@pytest.mark.parametrize(("line", "names", "said"), HURRIED, ids=[line for line, _, _ in HURRIED])
def test_a_whole_line_in_one_argument_is_read_as_if_typed(
    nk: Run, students: None, folder: str, line: str, names: list[str] | None, said: str
) -> None:
    assert nk("log", line) == nk("log", *line.split())


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("liisa kahvi -- next:2w", "kahvi next:2w"),
        ("liisa feel:4 -- on:eilen -- todo:x", "on:eilen -- todo:x"),
    ],
)
def test_in_a_whole_line_two_dashes_make_what_follows_text(
    nk: Run, students: None, folder: str, line: str, note: str
) -> None:
    ran = nk("log", line)

    assert ran == nk("log", *line.split())
    assert (ran.status, ran.err) == (0, "")
    assert _logged(folder) == [(["Liisa Kallio"], note)] * 2
    assert not list(Network(folder).followups())


def test_a_whole_line_keeps_its_quotation_marks(nk: Run, students: None, folder: str) -> None:
    assert nk("log", 'eino coffee "met at Will" todo:"send the offer" next:2w').status == 0
    assert _logged(folder) == [(["Eino Heino"], "coffee met at Will")]
    assert [followup.what for followup in Network(folder).followups()] == ["send the offer"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("followup", "eino send the offer due:fri"), "Follow-up with Eino Heino."),
        (("edit", "eino heino org:Valio"), "Edited Eino Heino."),
    ],
)
def test_a_whole_line_is_understood_by_other_commands_too(
    nk: Run, students: None, args: tuple[str, ...], said: str
) -> None:
    ran = nk(*args)

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out


def test_a_quoted_name_is_whole(nk: Run, students: None, folder: str) -> None:
    assert nk("log", "eino hei", "salo", "coffee").status == 0
    assert nk("log", "Eino Coffee", "with cake").status == 1
    assert _logged(folder) == [(["Eino Heino"], "salo coffee")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("liisa markku lounas", 'Only Liisa Kallio was logged; for Markku Ylönen too: netkeeper undo, then netkeeper log "Liisa Kallio,Markku Ylönen" …'),
        ("Liisa ja markku lounas", "for Markku Ylönen too"),
        ("Liisa Kallio Markku lounas", "for Markku Ylönen too"),
        ("liisa ja Sirkku lounas", 'nobody here is called Sirkku. If it is a person: netkeeper undo, then netkeeper log --new "Liisa Kallio,Sirkku" …'),
    ],
)  # fmt: skip
def test_whom_else_a_line_may_mean_is_said(nk: Run, students: None, folder: str, line: str, said: str) -> None:
    ran = nk("log", *line.split())

    assert ran.status == 0
    assert said in ran.err
    assert [names for names, _ in _logged(folder)] == [["Liisa Kallio"]]


@pytest.mark.parametrize(
    ("args", "names", "note"),
    [
        (("Liisa", "ja", "Markku Ylönen", "lounas"), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("Liisa Kallio", "ja", "Markku Ylönen", "lounas"), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("Liisa Kallio", "ja", "markku", "lounas"), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("Liisa", "&", "Markku ja Eino", "lounas"), ["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "lounas"),
        (('liisa ja "Markku Ylönen" lounas',), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("Liisa,", "ja", "Markku", "lounas"), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("liisa,", "markku,", "and", "Eino Heino", "lunch"), ["Liisa Kallio", "Markku Ylönen", "Eino Heino"], "lunch"),
        (("liisa,ja", "Markku", "lounas"), ["Liisa Kallio", "Markku Ylönen"], "lounas"),
        (("liisa", "ja", "kaverien kanssa", "lounas"), ["Liisa Kallio"], "ja kaverien kanssa lounas"),
        (("Liisa Kallio", "Eino Heino said no"), ["Liisa Kallio"], "Eino Heino said no"),
    ],
)
def test_quoted_names_are_joined_as_others_are(
    nk: Run, students: None, folder: str, args: tuple[str, ...], names: list[str], note: str
) -> None:
    ran = nk("log", *args)

    assert (ran.status, ran.err) == (0, "")
    assert _logged(folder) == [(names, note)]


def test_two_quoted_names_side_by_side_are_asked_about(nk: Run, students: None, folder: str) -> None:
    ran = nk("log", "Liisa Kallio", "Markku Ylönen", "lounas")

    assert (ran.status, ran.out) == (1, "")
    assert 'netkeeper log "Liisa Kallio,Markku Ylönen" …' in ran.err
    assert _logged(folder) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("Liisa Kallio", "Markku", "lounas"), "for Markku Ylönen too"),
        (("Liisa Kallio", "ja", "Reijo", "lounas"), "nobody here is called Reijo."),
        (("Liisa", "ja", "Reijo,", "lounas"), "nobody here is called Reijo."),
        (("Liisa", "ja", "Reijo-Pekka", "lounas"), "nobody here is called Reijo-Pekka."),
        (("Liisa", "JA", "Reijo", "lounas"), "nobody here is called Reijo."),
        (("Liisa", "ja", "Reijo Virtanen", "lounas"), 'netkeeper log --new "Liisa Kallio,Reijo Virtanen" …'),
        (("Liisa", "ja", "Reijo ja Eino"), "called Reijo. If it is a person: netkeeper undo, then netkeeper log --new"),
        (("Liisa", "ja", "Reijo ja Eino", "lounas"), 'netkeeper log --new "Liisa Kallio,Reijo,Eino" …'),
    ],
)
def test_somebody_more_is_never_lost_in_the_note_unsaid(
    nk: Run, students: None, folder: str, args: tuple[str, ...], said: str
) -> None:
    ran = nk("log", *args)

    assert ran.status == 0
    assert "Only Liisa Kallio was logged; " in ran.err
    assert said in ran.err


def test_a_comma_before_and_is_no_name(nk: Run, students: None) -> None:
    assert "No one fits 'kahvia'" in nk("log", "liisa,", "ja", "kahvia").err


@pytest.mark.parametrize("args", [("done", "liisa ja markku"), ("archive", "liisa", "&", "markku")])
def test_and_stands_between_people_everywhere(nk: Run, students: None, args: tuple[str, ...]) -> None:
    ran = nk(*args)

    assert (ran.status, ran.err) == (0, "")
    assert "Liisa Kallio" in ran.out
    assert "Markku Ylönen" in ran.out


def test_several_without_commas_are_refused_with_the_commas(nk: Run, students: None) -> None:
    ran = nk("done", "liisa", "markku")

    assert ran.status == 1
    assert ran.err.endswith("several people stand with commas between: liisa,markku\n")


def test_somebody_in_the_archive_takes_nothing_from_the_others(nk: Run, students: None, folder: str) -> None:
    nk("add", "Anna Aho")
    nk("archive", "Anna", "Aho")

    assert nk("log", "anna,eino", "coffee").status == 0
    nk("archive", "Eino", "Heino")
    assert nk("log", "anna,eino", "tea").status == 0
    assert [names for names, _ in _logged(folder)] == [["Anna Virtanen", "Eino Heino"]] * 2


@pytest.mark.parametrize("args", [("list", "via:anna"), ("export", "via:anna", "--format", "json")])
def test_via_finds_by_beginnings(nk: Run, students: None, args: tuple[str, ...]) -> None:
    nk("edit", "eino", "via:sanna")
    nk("edit", "will", "via:anna")

    ran = nk(*args)
    assert "Will Smith" in ran.out
    assert "Eino Heino" not in ran.out


def test_via_means_one_person_or_is_refused(nk: Run, students: None, folder: str) -> None:
    for args in (("add", "Bo Ek", "via:ann"), ("edit", "eino", "via:ann"), ("log", "eino", "coffee", "via:ann")):
        ran = nk(*args)
        assert (ran.status, ran.out) == (1, "")
        assert "'ann' fits 2 people" in ran.err
    assert _logged(folder) == []
    assert nk("add", "Bo Ek", "via:040 555 0105").status == 0
    network = Network(folder)
    (bo,) = [contact for contact in network.contacts() if contact.name == "Bo Ek"]
    assert network.contact(bo.via).name == "Eino Heino"


def test_a_number_and_an_address_behind_a_name_are_taken_and_said(nk: Run, folder: str) -> None:
    assert nk("add", "bo ek", "040", "123", "4567", "bo@valio.example").out.startswith(
        "Added Bo Ek. Email bo@valio.example, phone 040 123 4567."
    )
    (bo,) = Network(folder).contacts()
    assert (bo.emails[0].value, bo.phones[0].value) == ("bo@valio.example", "040 123 4567")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("0401234567",), 'netkeeper add "First Last" phone:0401234567'),
        (("anna@valio.example",), 'netkeeper add "First Last" email:anna@valio.example'),
        (("040", "123", "4567", "Bo", "Ek"), 'netkeeper add "Bo Ek" phone:"040 123 4567"'),
    ],
)
def test_a_number_is_no_name(nk: Run, folder: str, args: tuple[str, ...], said: str) -> None:
    ran = nk("add", *args)

    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert not Network(folder).names()


@pytest.mark.parametrize(
    "line",
    [
        ("Liisa", "ja", "Markku", "Nieminen", "lounas"),
        ("Liisa", "and", "Markku", "Virtanen", "lunch"),
        ("liisa", "ja", "markku", "virtanen", "lounas"),
        ("markku", "virtanen", "kahvit"),
        ("Anna", "Lehtonen", "kahvit"),
        ("anna", "lehtonen", "kahvit"),
    ],
)
def test_a_family_name_of_somebody_else_is_no_word_of_a_note(nk: Run, folder: str, line: tuple[str, ...]) -> None:
    for name in ("Liisa Lehto", "Markku Lehtonen", "Anna Virtanen", "Anna Kallio"):
        nk("add", name)
    ran = nk("log", *line)
    assert (ran.status, ran.out) == (1, "")
    assert "No one fits" in ran.err
    assert _logged(folder) == []


def test_a_name_in_the_archive_that_is_written_out_goes_before_a_beginning(nk: Run, folder: str) -> None:
    nk("add", "Minna Laine")
    nk("archive", "minna laine")
    nk("add", "Minna Jones")
    nk("log", "minna", "laine", "kahvi")
    assert _logged(folder) == [(["Minna Laine"], "kahvi")]


def test_of_several_those_come_first_whom_the_next_word_may_mean(nk: Run, folder: str) -> None:
    for number in range(12):
        nk("add", f"Anna Nimi{number}")
    nk("add", "Anna Virtanen")
    ran = nk("log", "anna", "virt", "kahvit")
    assert ran.status == 1 and "13 people: Anna Virtanen" in ran.err
    for number in (7, 3, 5):
        nk("add", f"Örjan Nimi{number}")
    ran = nk("log", "örjan", "kahvit")
    shown = [part.split(" (")[0] for part in ran.err.partition("people: ")[2].split(", ")][:3]
    assert shown == ["Örjan Nimi3", "Örjan Nimi5", "Örjan Nimi7"]
    assert _logged(folder) == []


def test_a_key_before_the_name_is_no_name(nk: Run, folder: str) -> None:
    nk("add", "Tapio Mäkelä")
    for args in (
        ["log", "next:2w", "Tapio", "kahvi"],
        ["done", "next:2w"],
        ["log", "--new", "next:2w", "Tapio", "kahvi"],
    ):
        ran = nk(*args)
        assert ran.status == 1
        assert "'next:2w' is no" in ran.err.replace("next:2w is", "'next:2w' is")
        assert "the name comes first" in ran.err
    assert [contact.name for contact in Network(folder).contacts()] == ["Tapio Mäkelä"]


def test_a_name_further_on_is_said_to_come_first(nk: Run, folder: str) -> None:
    nk("add", "Tiina Niskala")
    for args in (["log", "kahvi", "tiina", "niskala"], ["followup", "soita", "Tiina", "Niskala", "due:fri"]):
        ran = nk(*args)
        assert ran.status == 1
        assert f"No one fits '{args[1]}'; the name comes first: Tiina Niskala {args[1]} …" in ran.err
    assert "comes first" not in nk("log", "Reijo", "ja", "Tiina", "Niskala", "lounas").err
    assert "comes first" not in nk("log", "Reijo,", "Tiina", "Niskala", "lounas").err
    assert Network(folder).interactions() == []


def test_of_those_near_a_slip_whoever_has_the_word_behind_goes_first(nk: Run) -> None:
    for name in ("Anna Ahonen", "Anna Heinonen", "Anna Saarinen", "Anna Mäkinen"):
        nk("add", name)
    assert "Nearest: Anna Mäkinen, Anna" in nk("log", "annna", "mäkinen", "kahvi").err
