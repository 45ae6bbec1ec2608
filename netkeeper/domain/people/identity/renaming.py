"""Whether an edited card renames somebody: programs put names together anew, and write stand-ins where they have none."""

from __future__ import annotations

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.fold import fold


def takes_name(known: Contact, incoming: Contact) -> bool:
    """Whether the name of an edited card is another one, and no stand-in for a name: an address, ``n/a``, a company."""
    from netkeeper.domain.people.identity.own_words import is_nameless, is_organization

    if _is_put_together_anew(known, incoming):
        return False
    if is_nameless(incoming) and not is_nameless(known):
        return False
    return is_organization(known) or not is_organization(incoming)


def _is_put_together_anew(known: Contact, incoming: Contact) -> bool:
    """Whether another name is only the known one, or its parts, in another order, as programs put FN together from N."""
    words = _name_words(incoming.name)
    return words in (_name_words(known.name), _name_words(known.name_parts.formatted()))


def _name_words(name: str) -> list[str]:
    return sorted(fold(name.replace(",", " ")).split())
