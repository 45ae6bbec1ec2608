"""Domains of email addresses that may end with the academy, counted over the addresses themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.reach import emails_that_reach, has_phone, is_on_linkedin

SUGGESTED = 3
"""The most domains that are offered."""

_FEWEST_PEOPLE = 2

_LASTING = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "yahoo.com",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "fastmail.com",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "posteo.de",
        "mailbox.org",
        "zoho.com",
        "hotmail.fi",
        "outlook.fi",
        "live.fi",
        "yahoo.fi",
        "luukku.com",
        "suomi24.fi",
        "kolumbus.fi",
        "elisanet.fi",
        "saunalahti.fi",
        "welho.com",
        "dnainternet.net",
        "pp.inet.fi",
        "inet.fi",
        "netti.fi",
        "nic.fi",
        "phnet.fi",
        "telia.com",
        "hotmail.se",
        "yahoo.se",
        "spray.se",
        "tele2.se",
        "comhem.se",
        "bredband.net",
    ]
)
"""Providers whose addresses one keeps for life."""

_SCHOOLS = frozenset(
    [
        "jamk.fi",
        "tuni.fi",
        "tamk.fi",
        "haaga-helia.fi",
        "laurea.fi",
        "metropolia.fi",
        "savonia.fi",
        "xamk.fi",
        "lab.fi",
        "hamk.fi",
        "turkuamk.fi",
        "oamk.fi",
        "centria.fi",
        "vamk.fi",
        "seamk.fi",
        "karelia.fi",
        "kamk.fi",
        "lapinamk.fi",
        "humak.fi",
        "diak.fi",
        "novia.fi",
        "arcada.fi",
        "aalto.fi",
        "helsinki.fi",
        "utu.fi",
        "jyu.fi",
        "oulu.fi",
        "uef.fi",
        "lut.fi",
        "abo.fi",
        "hanken.fi",
        "uwasa.fi",
        "ulapland.fi",
        "uniarts.fi",
        "proakatemia.fi",
        "mondragon.edu",
    ]
)

_ACADEMIC = re.compile(r"\b(?:students?|opiskelija|edu|ac|uni|universit\w+|college)\b|academy|akatemia|amk\.")
"""What the domains of other schools have in them."""

_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))


class Counted(NamedTuple):
    """A domain, and how many people have an address there.

    Attributes:
        only: How many of them have no private channel, with all of the domains taken as ending.
    """

    domain: str
    people: int
    only: int


def domain_of(email: str) -> str:
    """The domain of an email address in lower case; empty for none."""
    return email.strip().casefold().rpartition("@")[2] if "@" in email else ""


def is_within(domain: str, shared_domains: Collection[str]) -> bool:
    """Whether a domain is one of some domains or below one."""
    return any(domain == shared or domain.endswith(f".{shared}") for shared in map(str.casefold, shared_domains))


def has_private_channel(contact: Contact, shared_domains: Collection[str]) -> bool:
    """Whether a contact has a channel that outlives the team: a phone, LinkedIn, or an email address of no shared domain."""
    return (
        has_phone(contact)
        or is_on_linkedin(contact)
        or any(not is_within(domain_of(email), shared_domains) for email in emails_that_reach(contact))
    )


def counted(contacts: Iterable[Contact], domains: Sequence[str], also: Collection[str] = ()) -> list[Counted]:
    """How many contacts have an address at each of some domains that end, archived contacts left out.

    Args:
        also: Other domains that end, which are not counted.
    """
    ending = (*domains, *also)
    people = [contact for contact in contacts if not contact.archived]
    found = []
    for shared in domains:
        there = [each for each in people if _is_at(each, (shared,))]
        only = sum(not has_private_channel(each, ending) for each in there)
        found.append(Counted(shared, len(there), only))
    return found


def ending_only(contacts: Iterable[Contact], domains: Collection[str]) -> int:
    """How many contacts have an address at any of some domains that end, and no private channel; archived ones left out."""
    return sum(
        _is_at(each, domains) and not has_private_channel(each, domains) for each in contacts if not each.archived
    )


def _is_at(contact: Contact, domains: Collection[str]) -> bool:
    return any(is_within(domain_of(email.value), domains) for email in contact.emails)


def suggested(contacts: Iterable[Contact], known: Collection[str] = ()) -> list[Counted]:
    """Domains that may end with the academy, schools first, then by people; at most ``SUGGESTED``.

    Args:
        known: Domains that are left out.
    """
    people = [contact for contact in contacts if not contact.archived]
    by_domain: dict[str, set[str]] = defaultdict(set)
    for contact in people:
        for email in contact.emails:
            domain = _organization(domain_of(email.value))
            if domain and domain not in _LASTING and not is_within(domain, known):
                by_domain[domain].add(contact.id)
    often = [domain for domain, ids in by_domain.items() if len(ids) >= _FEWEST_PEOPLE]
    often.sort(key=lambda domain: (not _is_school(domain), -len(by_domain[domain]), domain))
    return [each for domain in often[:SUGGESTED] for each in counted(people, (domain,), known)]


def _is_school(domain: str) -> bool:
    return domain in _SCHOOLS or _ACADEMIC.search(domain) is not None


def _organization(domain: str) -> str:
    """The domain that an organization registered: ``jamk.fi`` of ``student.jamk.fi``."""
    labels = domain.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-count:]) if len(labels) >= count and all(labels) else ""
