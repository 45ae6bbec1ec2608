"""Addresses, however they are written."""

from __future__ import annotations

import pytest

from netkeeper.domain.people.emails import email_key, unwrapped_email
from netkeeper.domain.people.linkedin import linkedin_key
from netkeeper.domain.people.phones import phone_key
from netkeeper.domain.people.placeholders import is_placeholder


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        ("cia@one.example", "cia@one.example", ""),
        ("Cia Cook <CIA@one.example>", "CIA@one.example", "Cia Cook"),
        ('"Cook, Cia" <cia@one.example>', "cia@one.example", "Cook, Cia"),
        ("Cia Cook (cia@one.example)", "cia@one.example", "Cia Cook"),
        ("cia@one.example (Cia Cook)", "cia@one.example", "Cia Cook"),
        ("mailto:cia@one.example", "cia@one.example", ""),
        ("business 3@one.example", "business 3@one.example", ""),
        ("a@x.example <b@x.example>", "a@x.example <b@x.example>", ""),
        ("nobody (at all)", "nobody (at all)", ""),
    ],
)
def test_an_address_is_taken_out_of_what_stands_around_it(text: str, address: str, name: str) -> None:
    assert unwrapped_email(text) == (address, name)


def test_what_is_no_address_is_no_key() -> None:
    assert email_key("Cia <CIA@one.example>") == "cia@one.example"
    assert [email_key(each) for each in ("n/a", "", "urn:li:member:66", "none@none.com")] == ["", "", "", ""]


@pytest.mark.parametrize(
    "text", ["n/a", "N/A", "-", "--", "", "ei ole", "None", "0000000000", "000 000", "#N/A", "null"]
)
def test_what_stands_for_nothing_is_nothing(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Na", "Ei", "040 555 0101", "0", "🔸", "Li", "Nils Null"])
def test_names_and_numbers_are_something(text: str) -> None:
    assert is_placeholder(text) == (text == "0")


@pytest.mark.parametrize(
    "phone",
    ["040 555 0101 (work)", "*31#+358405550101", "#31#040 555 0101", "٠٤٠ ٥٥٥ ٠١٠١", "\uff10\uff14\uff10 555 0101"],
)
def test_a_number_is_one_with_what_stands_beside_it(phone: str) -> None:
    assert phone_key(phone) == "+358405550101"


def test_a_profile_is_one_however_its_address_is_encoded() -> None:
    keys = {
        linkedin_key(each)
        for each in (
            "https://www.linkedin.com/in/m%C3%A4rio-1",
            "linkedin.com/in/märio-1/",
            "X-SOCIALPROFILE;TYPE=linkedin:http://fi.linkedin.com/in/M%c3%a4rio-1?x=1",
            "https://www.linkedin.com/in/ma\u0308rio-1",
        )
    }
    assert keys == {"märio-1"}
    assert linkedin_key("https://www.linkedin.com/company/valio") == ""
