"""What the member types of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import WordError
from netkeeper.domain.member.typed_values import phone_region, shared_domains
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.retention.academy_domains import has_private_channel


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("", ()),
        ("academy.example", ("academy.example",)),
        (" Academy.Example,team.example ; academy.example", ("academy.example", "team.example")),
        ("anna@academy.example www.team.example.", ("academy.example", "team.example")),
        ("työ.example", ("työ.example",)),
        ("a-b.xn--fiqs8s", ("a-b.xn--fiqs8s",)),
    ],
)
def test_domains_are_read_as_people_write_them(text: str, domains: tuple[str, ...]) -> None:
    assert shared_domains(text) == domains


@pytest.mark.parametrize(
    "text", ["academy", "@", "a..b", "-a.example", "a.123", "x\x1b.example", "a" * 300 + ".example"]
)
def test_what_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(WordError, match="is no domain; write what follows the @"):
        shared_domains(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_and_read_again_alike(text: str) -> None:
    try:
        domains = shared_domains(text)
    except WordError:
        return
    assert shared_domains(", ".join(domains)) == domains


def test_an_address_there_is_no_private_way() -> None:
    contact = Contact("1", "Anna", emails=(Labelled("anna@mail.academy.example"),))
    assert not has_private_channel(contact, shared_domains("academy.example"))
    assert has_private_channel(contact, shared_domains("other.example"))


@pytest.mark.parametrize(("text", "region"), [("fi", "FI"), (" SE ", "SE"), ("", "FI")])
def test_a_country_is_two_letters(text: str, region: str) -> None:
    assert phone_region(text) == region


@pytest.mark.parametrize("text", ["Finland", "XX", "F", "[/b]"])
def test_what_is_no_country_is_refused(text: str) -> None:
    with pytest.raises(WordError, match="is no country; write its two letters"):
        phone_region(text)
