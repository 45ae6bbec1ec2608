"""Reading 10,000 vCards, against vobject reading the same bytes.

Run: python -m benchmarks.vcard
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable

import vobject

from benchmarks.timing import in_turn
from netkeeper.interchange.vcard import read_vcards

CARDS = 10_000
CARDS_A_ROUND = 500
"""So few that both are timed while the machine runs at one speed: vobject takes seconds for all of them."""

MARK = 10


def main() -> int:
    """Print a line for an address book's export and one for a phone's; 1 where the mark is missed."""
    return 0 if all([_measure("an address book", _address_book_card), _measure("a phone, 2.1", _phone_card)]) else 1


def _measure(what: str, card: Callable[[int], str]) -> bool:
    numbers = [range(start, start + CARDS_A_ROUND) for start in range(0, CARDS, CARDS_A_ROUND)]
    texts = ["".join(map(card, part)).replace("\n", "\r\n") for part in numbers]
    parts = [text.encode() for text in texts]
    # The round that does not count is one more than the parts are.
    ours, theirs = iter([parts[0], *parts]), iter([texts[0], *texts])
    times = in_turn(
        {"netkeeper": lambda: _read(next(ours)), "vobject": lambda: _read_with_vobject(next(theirs))}, len(parts)
    )
    mine, floor = times["netkeeper"].seconds, times["vobject"].seconds
    ratio = statistics.median(slow / fast for slow, fast in zip(floor, mine, strict=True))
    met = ratio >= MARK
    print(
        f"{CARDS:,} cards of {what:<16} {sum(mine) * 1000:7.0f} ms   vobject {sum(floor) * 1000:7.0f} ms   "
        f"{ratio:4.1f} times as fast   mark {MARK}   {'ok' if met else 'MISSED'}"
    )
    return met


def _read(data: bytes) -> None:
    assert len(read_vcards(data).contacts) == CARDS_A_ROUND


def _read_with_vobject(text: str) -> None:
    assert sum(1 for _ in vobject.readComponents(text, allowQP=True)) == CARDS_A_ROUND


def _address_book_card(number: int) -> str:
    first, last, company = f"Maija{number}", f"Mäkelä{number % 97}", f"yritys{number % 300}"
    return f"""BEGIN:VCARD
VERSION:3.0
UID:urn:uuid:00000000-0000-4000-8000-{number:012}
FN:{first} {last}
N:{last};{first};;;
ORG:{company.title()} Oy;Myynti
TITLE:Brand lead
EMAIL;TYPE=INTERNET;TYPE=WORK:{first.lower()}@{company}.example
TEL;TYPE=CELL:+358 40 {number:07}
ADR;TYPE=WORK:;;Katu {number % 200};Jyväskylä;;40100;Suomi
BDAY:19{number % 90 + 10}-0{number % 9 + 1}-1{number % 10}
URL:https://www.linkedin.example/in/maija-{number}
CATEGORIES:design,food
NOTE:Tavattiin Slushissa\\, kiinnostunut työpajasta.\\nSoita k
 eväällä uudestaan ja kysy miten tapahtuma meni.
REV:2026-01-02T03:04:05Z
END:VCARD
"""


def _phone_card(number: int) -> str:
    last = "".join(f"={octet:02X}" for octet in f"Mäkelä{number % 97}".encode())
    first = "".join(f"={octet:02X}" for octet in f"Maija{number}".encode())
    return f"""BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{last};{first};;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{first}=20=
{last}
TEL;CELL;PREF:+35840{number:07}
TEL;WORK:014{number % 1000:04}
EMAIL;HOME:maija{number}@example.org
ORG:Yritys Oy
END:VCARD
"""


if __name__ == "__main__":
    sys.exit(main())
