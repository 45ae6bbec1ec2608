"""Which values are a way to reach somebody."""

from __future__ import annotations

import pytest

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.reach import (
    emails_that_reach,
    has_phone,
    is_email,
    is_of_several,
    is_on_linkedin_alone,
    is_phone,
    is_unanswered,
)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("anna@one.example", True),
        (" a+b@x.fi ", True),
        ("anna@localhost", True),
        ("urn:li:member:664293716", False),
        ("anna@", False),
        ("@one.example", False),
        ("anna@.", False),
        ("anna at one.example", False),
        ("", False),
        ("a" * 5000 + "@", False),
    ],
)
def test_an_email_address_has_an_at_with_a_domain(text: str, is_one: bool) -> None:
    assert is_email(text) is is_one


def test_a_phone_number_has_digits() -> None:
    assert is_phone("1-800-FLOWERS") and is_phone("112")
    assert not is_phone("kysy Maijalta") and not is_phone("")


def test_some_addresses_take_no_answers_or_are_read_by_several() -> None:
    for email in ("noreply@x.fi", "no-reply@x.fi", "Do.Not.Reply@x.fi", "ei-vastata@x.fi"):
        assert is_unanswered(email), email
    for email in ("info@x.fi", "Myynti@x.fi", "sales@x.fi"):
        assert is_of_several(email) and not is_unanswered(email), email
    assert not is_of_several("infanta@x.fi") and not is_unanswered("norma@x.fi")


def test_linkedin_alone_is_told_from_other_ways() -> None:
    url = Labelled("https://www.linkedin.com/in/anna-virta")
    anna = Contact(
        "1", "Anna", urls=(url,), emails=(Labelled("n/a"), Labelled("noreply@x.fi")), phones=(Labelled("-"),)
    )
    assert emails_that_reach(anna) == [] and not has_phone(anna)
    assert is_on_linkedin_alone(anna)
    assert not is_on_linkedin_alone(Contact("1", "Anna", urls=(url,), phones=(Labelled("040 1"),)))
    assert not is_on_linkedin_alone(Contact("1", "Anna", urls=(Labelled("https://www.linkedin.com/company/valio"),)))
