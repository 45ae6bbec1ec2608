"""What the properties of a card come to."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.people.contact import Address, Contact, Hope, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.interchange.cards import Group
from netkeeper.interchange.vcard import read_vcards
from tests.interchange.vcards import card, named, read_one


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Mr. John Richter, James Doe Sr.", "N:Doe;John"], "Mr. John Richter, James Doe Sr."),
        (["FN:Anna", "FN:Annie"], "Anna"),
        (["FN:", "N:Virtanen;Anna;Maria;Dr.;Jr."], "Dr. Anna Maria Virtanen Jr."),
        (["FN:  ", "N:;  Anna ;;;"], "Anna"),
        (["N:Virtanen"], "Virtanen"),
        (["N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D."], "Dr. John Philip Paul Stevenson Jr., M.D."),
        (["N:;;;;", "ORG:Valio Oy;Maito", "EMAIL:anna@valio.example"], "Valio Oy"),
        (["N:;;;;", "EMAIL;PREF=2:anna@valio.example", "EMAIL;PREF=1:b@valio.example"], "anna@valio.example"),
        (["TEL:+358 40 555 0101"], "+358 40 555 0101"),
        (["TEL:+358 40 555 0101", "NICKNAME:Annie,A"], "Annie"),
        ([r"FN:Anna\nVirtanen"], "Anna Virtanen"),
        (["FN:Anna\tVirtanen\u2028x"], "Anna Virtanen x"),
        (["FN:\u202eevil\x1b]52;c;x\x07"], "\u202eevil\x1b]52;c;x\x07"),
    ],
)
def test_the_name_is_the_first_thing_that_could_be_one(lines: list[str], name: str) -> None:
    assert named(card(*lines)) == [name]


def test_a_nickname_alone_is_a_name() -> None:
    assert named(card("NICKNAME:Annie,Ann", "URL:http://a.example") + card("FN:Anna")) == ["Annie", "Anna"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Valio Oy", "N:Virtanen;Anna;;;", "ORG:Valio Oy"), "Anna Virtanen"),
        (("FN:Valio Oy", "N:;;;;", "ORG:Valio Oy"), "Valio Oy"),
        (("FN:Valio Oy", "N:Oy;Valio;;;", "ORG:Valio Oy"), "Valio Oy"),
        (("FN:Valio Oy", "N:Valio Oy;;;;", "ORG:Valio Oy", "X-ABShowAs:COMPANY"), "Valio Oy"),
        (("X-ABShowAs:COMPANY", "FN:Valio Oy", "N:Virtanen;Anna;;;", "ORG:Valio Oy"), "Anna Virtanen"),
        (("KIND:org", "FN:Valio Oy", "N:Virtanen;Anna;;;", "ORG:Valio Oy"), "Valio Oy"),
        (("FN:Anna", "N:Virtanen;Anna;;;", "ORG:Valio Oy"), "Anna"),
    ],
)
def test_a_card_shown_as_its_company_is_the_person_in_it(lines: tuple[str, ...], name: str) -> None:
    found = read_one(card(*lines)).contact
    assert (found.name, found.organization) == (name, "Valio Oy")


def test_an_abbreviation_taken_to_pieces_is_no_person() -> None:
    assert named(card("FN:KMS Filiale", "N:KMS;WSF;;;", "ORG:KMS Filiale")) == ["KMS Filiale"]
    assert named(card("FN:Virtanen Oy", "N:Virtanen;Anna;;;", "ORG:Virtanen Oy")) == ["Anna Virtanen"]


@pytest.mark.parametrize(
    "line", ["KIND:org", "X-ADDRESSBOOKSERVER-KIND:org", "X-ABShowAs:COMPANY", "KIND:Organization"]
)
def test_a_card_of_an_organization_is_told_as_one(line: str) -> None:
    found = read_one(card("FN:Valio Oy", "ORG:Valio Oy", line))
    assert (found.is_organization, found.remarks, found.unknown_properties) == (
        True,
        ("an organization's card",),
        (line,),
    )
    assert not read_one(card("FN:Anna", "KIND:individual")).is_organization


@pytest.mark.parametrize(
    ("kind", "member"), [("KIND", "MEMBER"), ("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER")]
)
def test_a_card_of_a_group_is_nobody(kind: str, member: str) -> None:
    data = card("FN:Anna", "UID:a-1") + card(f"{kind}:group", "FN:Climbers", f"{member}:urn:uuid:a-1", f"{member}:b-2")
    reading = read_vcards(data)
    assert [found.contact.name for found in reading.contacts] == ["Anna"]
    assert (reading.groups, reading.skipped) == ((Group("Climbers", ("a-1", "b-2"), 6),), ())


def test_a_name_is_at_most_500_characters() -> None:
    found = read_one(card(f"FN:{'Anna ' * 200}"))
    assert found.contact.name == ("Anna " * 100).strip()
    assert found.remarks == ("a name of 999 characters is cut at 500",)


def test_the_parts_of_a_name_may_disagree_with_it() -> None:
    contact = read_one(card("FN:Annie V.", r"N:Virtanen;Anna;Maria\, Elli;;")).contact
    assert (contact.name, contact.name_parts) == ("Annie V.", NameParts("", "Anna", "Maria, Elli", "Virtanen", ""))


def test_a_second_name_is_not_lost() -> None:
    found = read_one(card("FN;LANGUAGE=fi:Anna", "FN;LANGUAGE=sv:Anne", "FN:Anna", "N:V;Anna", "N;ALTID=2:W;Anne"))
    assert found.unknown_properties == ("FN;LANGUAGE=sv:Anne", "N;ALTID=2:W;Anne")


def test_the_organization_is_the_first_part_and_units_are_kept() -> None:
    found = read_one(card("FN:Anna", r"ORG:Company\, The;Sales\; North;", "ORG:Other Oy", "ORG:"))
    assert found.contact.organization == "Company, The"
    assert found.unknown_properties == (r"ORG:Company\, The;Sales\; North;", "ORG:Other Oy")


def test_the_title_is_the_first_and_roles_are_kept() -> None:
    found = read_one(card("FN:Anna", "TITLE:Brand lead", "TITLE:Board member", "ROLE:Selling"))
    assert found.contact.title == "Brand lead"
    assert found.unknown_properties == ("TITLE:Board member", "ROLE:Selling")


def test_numbers_and_addresses_of_every_kind_are_kept_as_written() -> None:
    contact = read_one(
        card(
            "FN:Anna",
            "TEL;VALUE=uri;TYPE=work:tel:+1-418-656-9254;ext=102",
            "TEL:1234p56w7",
            "TEL: BusinessPhone ",
            "TEL:",
            "TEL:+358 40 555 0101",
            "TEL:+358 40 555 0101",
            "EMAIL;TYPE=INTERNET: anna@valio.example",
            "EMAIL:MAILTO:b@valio.example",
            "EMAIL:not an address",
            r"URL:https\://valio.example/a\,b;c?d=1",
        )
    ).contact
    phones = [phone.value for phone in contact.phones]
    assert phones == ["+1-418-656-9254;ext=102", "1234p56w7", "BusinessPhone", "+358 40 555 0101", "+358 40 555 0101"]
    assert [email.value for email in contact.emails] == ["anna@valio.example", "b@valio.example", "not an address"]
    assert [url.value for url in contact.urls] == ["https://valio.example/a,b;c?d=1"]


def test_more_than_a_card_holds_is_kept_as_it_came() -> None:
    long = f"URL:https://a.example/{'x' * 2000}"
    found = read_one(card("FN:Anna", long, *(f"TEL:{number}" for number in range(203))))
    assert found.contact.urls == ()
    assert len(found.contact.phones) == 200
    assert found.unknown_properties == (long, "TEL:200", "TEL:201", "TEL:202")


def test_addresses_have_seven_parts() -> None:
    found = read_one(
        card(
            "FN:Anna",
            r"ADR;TYPE=HOME:PL 1;A 2;Katu 3\nTalo 4;Jyväskylä;; 40100;Suomi",
            "ADR;TYPE=WORK:;;Piippukatu 3, Jyväskylä",
            "ADR:Somewhere 5, 00100 Helsinki",
            'ADR;LABEL="Tie 6^n00100 Helsinki":;;;;;;',
            "ADR:;;;;;;",
            "ADR:;;Tie 7;;;;;extra",
        )
    )
    assert found.contact.addresses == (
        Address("home", "PL 1", "A 2", "Katu 3\nTalo 4", "Jyväskylä", "", "40100", "Suomi"),
        Address("work", street="Piippukatu 3, Jyväskylä"),
        Address(street="Somewhere 5, 00100 Helsinki"),
        Address(street="Tie 6\n00100 Helsinki"),
        Address(street="Tie 7"),
    )
    assert found.remarks == ("an address has more than seven parts; 'extra' is left out",)


def test_notes_are_joined_and_stay_as_they_came() -> None:
    assert read_one(card("FN:Anna", r"NOTE:  one\n", "NOTE: ", "NOTE:two")).contact.notes == "  one\n\n\ntwo"


def test_a_note_is_at_most_as_long_as_any() -> None:
    found = read_one(card("FN:Anna", *(f"NOTE:{'x' * 30_000}" for _ in range(4))))
    assert len(found.contact.notes) == 100_000
    assert found.remarks == ("a note of 30000 characters is cut at 100000 in all",)


def test_categories_are_fields_and_the_step() -> None:
    found = read_one(
        card("FN:Anna", r"CATEGORIES:Design, Food & Drink ,myContacts,* starred,,health/Tech,R\,D,design,Step:Customer")
    )
    assert found.contact.fields == ("design", "food-&-drink", "health/tech", "r,d")
    assert found.contact.step is Step.CUSTOMER
    found = read_one(card("FN:Anna", "CATEGORIES:step:boss", "CATEGORIES:///", f"CATEGORIES:{'x' * 101}"))
    assert (found.contact.fields, found.contact.step) == ((), Step.POTENTIAL)
    assert [remark.partition(" ")[0] for remark in found.remarks] == ["'step:boss'", "'///'", f"'{'x' * 39}…'"]


def test_uid_and_revision_belong_to_the_contact() -> None:
    contact = read_one(card("FN:Anna", "UID: urn:uuid:0e7602cc ", "REV:20261102T080910Z")).contact
    assert (contact.id, contact.uid, contact.updated) == ("", "urn:uuid:0e7602cc", "2026-11-02T08:09:10Z")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-02T08:09:10Z", "2026-11-02T08:09:10Z"),
        ("20261102T080910Z", "2026-11-02T08:09:10Z"),
        ("2026-11-02T10:09:10.5+02:00", "2026-11-02T08:09:10Z"),
        ("2026-11-02T08:09:10", "2026-11-02T08:09:10Z"),
        ("2026-11-02", "2026-11-02T00:00:00Z"),
        ("0001-01-01T00:00:00+05:00", ""),
        ("now", ""),
    ],
)
def test_revisions_are_in_utc(written: str, read: str) -> None:
    found = read_one(card("FN:Anna", f"REV:{written}"))
    assert found.contact.updated == read
    assert found.unknown_properties == ()
    assert bool(found.remarks) is not bool(read)


def test_what_has_no_place_is_kept_word_for_word() -> None:
    lines = (
        "NICKNAME:Annie,A",
        "x-Custom;x-P=\"a;b:c,d\";TYPE=Foo,bar:Some \\n value; with, all",
        "item1.X-ABDATE;type=pref:2010-06-05",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "IMPP;X-SERVICE-TYPE=Skype:skype:anna",
        "PHOTO;VALUE=uri:https://photos.example/anna.jpg",
        "PHOTO:https://photos.example/anna.jpg",
        "GEO:geo:62.24,25.74",
        "LABEL;TYPE=HOME:Katu 3\\nJyväskylä",
        "KIND:individual",
        "SOURCE:http://directory.example/anna",
        "GROUP_X.X_UNDER:1",
    )  # fmt: skip
    assert read_one(card("FN:Anna", *lines)).unknown_properties == lines


def test_what_says_nothing_about_the_person_is_not_kept() -> None:
    found = read_one(card("FN:Anna", "PRODID:-//A//B//EN", "PROFILE:VCARD", "X-EMPTY:", "SOUND;X-IRMC-N:;;;;", "X-A: "))
    assert (found.unknown_properties, found.remarks) == ((), ())


def test_what_is_kept_of_vcard_21_can_stand_in_30() -> None:
    found = read_one(
        card(
            "FN:Anna",
            "LABEL;HOME;PREF;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Katu 3=0D=0AJyv=C3=A4skyl=C3=A4=3B",
            'X-PATH;X="a b":C:\\new\\;x',
            "KEY;X509;ENCODING=BASE64:",
            "    AAAA",
            "    BBBB",
            "",
            "ORG:Company, The;Sales",
            "LOGO;GIF;ENCODING=BASE64;X-Y=1: CCCC",
            version="2.1",
        )
    )
    assert found.unknown_properties == (
        "LABEL;TYPE=HOME;TYPE=PREF:Katu 3\\nJyväskylä;",
        "X-PATH;X=a b:C:\\\\new\\;x",
        "KEY;ENCODING=b;TYPE=X509:AAAABBBB",
        "ORG:Company\\, The;Sales",
        "LOGO;ENCODING=b;TYPE=GIF;X-Y=1:CCCC",
    )  # fmt: skip


def test_heads_that_only_a_tolerant_reader_reads_are_mended() -> None:
    found = read_one(card("FN:Anna", 'X-A;P="open:b', "a.b.X-C ; P = q:d", "X-D;A b=1;:e", 'X-E;P=";":f'))
    assert found.unknown_properties == ("X-A;P=open:b", "b.X-C;P=q:d", "X-D:e", 'X-E;P=";":f')


def test_parameters_may_hold_anything_in_quotes_and_carets() -> None:
    found = read_one(
        card("FN:Anna", 'TEL;TYPE="COMMA,SEPARATED:INSIDE.DQUOTE",PREF:1', 'EMAIL;X="^n^\'^^:";TYPE=work:a@x')
    )
    assert [(phone.value, phone.label) for phone in found.contact.phones] == [("1", "comma separated:inside.dquote")]
    assert [(email.value, email.label) for email in found.contact.emails] == [("a@x", "work")]


OWN = (
    "CATEGORIES:design,step:regular",
    "X-NETKEEPER-HOPES:mentor,employer",
    "X-NETKEEPER-CADENCE:0",
    "X-NETKEEPER-MET:Slush\\, 2026",
    "X-NETKEEPER-VIA:Pekka Salo",
    "X-NETKEEPER-STEP:2026-01-02;customer;bought\\; twice",
    "X-NETKEEPER-STEP:2026-05-02;regular;",
    "X-NETKEEPER-ARCHIVED:true",
    "X-NETKEEPER-NUDGE-FROM:2026-12-01",
    "X-NETKEEPER-FIRST-TURN:2026-12-02",
    "X-NETKEEPER-FIRST-CONTACT:2025-11-20",
    "X-NETKEEPER-LAST-CONTACT:2026-10-20",
    "X-NETKEEPER-CREATED:2025-11-20T08:00:00Z",
)


def test_what_only_netkeeper_knows_is_read_back() -> None:
    found = read_one(card("FN:Anna", *OWN))
    assert found.contact == Contact(
        id="",
        name="Anna",
        fields=("design",),
        step=Step.REGULAR,
        hopes=(Hope.MENTOR, Hope.EMPLOYER),
        cadence=0,
        met="Slush, 2026",
        via="Pekka Salo",
        ladder=(
            StepChange(date(2026, 1, 2), Step.CUSTOMER, "bought; twice"),
            StepChange(date(2026, 5, 2), Step.REGULAR),
        ),
        archived=True,
        nudge_from=date(2026, 12, 1),
        first_turn_on=date(2026, 12, 2),
        first_on=date(2025, 11, 20),
        last_on=date(2026, 10, 20),
        created="2025-11-20T08:00:00Z",
    )
    assert (found.unknown_properties, found.remarks) == ((), ())


@pytest.mark.parametrize(
    "line",
    [
        "HOPES:slave",
        "CADENCE:soon",
        "CADENCE:-3",
        "CADENCE:1000000",
        "CADENCE:٣",
        "ARCHIVED:maybe",
        "STEP:2026-01-02",
        "STEP:2026-02-30;customer;x",
        "STEP:2026-01-02;boss;x",
        f"STEP:2026-01-02;customer;{'x' * 501}",
        f"MET:{'x' * 501}",
        f"VIA:{'x' * 501}",
        "LAST-CONTACT:yesterday",
        "NUDGE-FROM:",
        "CREATED:long ago",
    ],
)
def test_a_strangers_words_for_netkeeper_are_not_believed(line: str) -> None:
    found = read_one(card("FN:Anna", f"X-NETKEEPER-{line}"))
    assert found.contact == Contact(id="", name="Anna")
    assert found.unknown_properties == ()
    name = line.partition(":")[0]
    assert [remark.partition(" can't be ")[0] for remark in found.remarks] == [f"X-NETKEEPER-{name}"]


def test_words_of_a_newer_netkeeper_are_kept() -> None:
    assert read_one(card("FN:Anna", "X-NETKEEPER-MOOD:sunny")).unknown_properties == ("X-NETKEEPER-MOOD:sunny",)


def test_remarks_are_no_flood() -> None:
    assert len(read_one(card("FN:Anna", *(f"X-NETKEEPER-CADENCE:x{number}" for number in range(99)))).remarks) == 20
