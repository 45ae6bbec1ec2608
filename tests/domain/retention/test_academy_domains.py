"""Which domains end with the academy: offered from the addresses, and counted."""

from __future__ import annotations

from dataclasses import replace

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.retention.academy_domains import Counted, counted, domain_of, ending_only, suggested
from netkeeper.phrases.leaving import shared_words


def person(number: int, *emails: str, phone: str = "", archived: bool = False) -> Contact:
    phones = (Labelled(phone),) if phone else ()
    return Contact(
        str(number), f"Person {number}", emails=tuple(map(Labelled, emails)), phones=phones, archived=archived
    )


PEOPLE = [
    person(1, "a@student.jamk.fi"),
    person(2, "B@JAMK.fi", phone="040 555 0101"),
    *(person(number, f"{number}@valio.example") for number in range(10, 16)),
    person(3, "c@gmail.com"),
    person(4, "d@gmail.com"),
    person(5, "e@innomo.fi", "e@home.example"),
    person(6, "f@innomo.fi"),
    person(7, "g@dept.lincoln.ac.uk"),
    person(8, "h@lincoln.ac.uk"),
    person(9, "i@once.example", "no address at all"),
    person(20, "j@jamk.fi", archived=True),
]


def test_schools_are_offered_first_then_what_most_have_and_never_a_provider() -> None:
    assert [each.domain for each in suggested(PEOPLE)] == ["jamk.fi", "lincoln.ac.uk", "valio.example"]
    assert suggested(PEOPLE)[0] == Counted("jamk.fi", 2, 1)
    assert [each.domain for each in suggested(PEOPLE, ["jamk.fi", "ac.uk"])] == ["valio.example", "innomo.fi"]
    assert suggested([]) == []


def test_what_is_shared_is_counted_with_those_who_have_nothing_else() -> None:
    assert counted(PEOPLE, ("innomo.fi", "jamk.fi", "nobody.example")) == [
        Counted("innomo.fi", 2, 1),
        Counted("jamk.fi", 2, 1),
        Counted("nobody.example", 0, 0),
    ]
    words = shared_words(counted(PEOPLE, ("innomo.fi", "jamk.fi")), ending_only(PEOPLE, ("innomo.fi", "jamk.fi")))
    assert words == (
        "Counted as ending with the academy: addresses at innomo.fi (2 people) and jamk.fi (2 people); "
        "2 people have nothing else."
    )
    assert shared_words([Counted("a.fi", 1, 0)], 0).endswith("everybody there can be reached otherwise too.")


def test_a_domain_is_what_follows_the_last_at_sign() -> None:
    assert domain_of(" A@B@Jamk.FI ") == "jamk.fi"
    assert domain_of("nothing") == ""


def test_whoever_has_addresses_at_two_domains_that_end_has_nothing_else_and_is_counted_once() -> None:
    people = [
        person(1, "a@jamk.fi", "a@innomo.fi"),
        person(2, "b@jamk.fi", "noreply@valio.example"),
        replace(person(3, "c@jamk.fi"), urls=(Labelled("https://www.linkedin.com/in/c"),)),
    ]
    domains = ("jamk.fi", "innomo.fi")
    assert counted(people, domains) == [Counted("jamk.fi", 3, 2), Counted("innomo.fi", 1, 1)]
    assert ending_only(people, domains) == 2
    assert shared_words(counted(people, domains), 2).endswith("2 people have nothing else.")
    assert suggested(people, ("innomo.fi",))[0] == Counted("jamk.fi", 3, 2)
