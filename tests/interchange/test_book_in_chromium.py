"""The network book as a browser shows it, and as it comes out of the printer."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.networks import TODAY, made_up
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Importance, Labelled
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.interchange.book import write_html
from netkeeper.interchange.book.book import make_book
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from tests.chromium import PROGRAM, Chromium

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason="Chromium isn't installed")]
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils aren't installed")

_POINTS = 72 / 25.4
"""Points in a millimetre."""

_ATTACKS = (
    "<script>window.ran = 1</script>",
    "<img src=https://probe.example/x onerror='window.ran = 1'>",
    "</style><link rel=stylesheet href=https://probe.example/x>",
    "<svg onload='window.ran = 1'><iframe src='https://probe.example'></svg>",
    "<meta http-equiv=refresh content='0;url=https://probe.example/'>",
    "url(https://probe.example/x) @import 'https://probe.example'",
)
_LONG = "Hyvinvointipalveluyrittäjyyskoulutusohjelmakoordinaattori" * 4
"""What can be broken nowhere."""


def _person(number: int, name: str, **values: object) -> Contact:
    return replace(Contact(str(900_000_000_000_000 + number), name), **values)  # type: ignore[arg-type]


@lru_cache
def _outgoing() -> Outgoing:
    """An ordinary network of 100 people, and some whose texts are not."""
    ordinary = made_up(100, 1000, 100)
    odd = [
        *(
            _person(place, f"{text} {place}", organization=text, notes=text, fields=(text,), met=text)
            for place, text in enumerate(_ATTACKS)
        ),
        _person(20, _LONG, organization=_LONG, title=_LONG, fields=(_LONG,), notes=f"{_LONG}\n{_LONG}"),
        _person(21, "محمد الأنصاري", organization="שלום בע״מ", fields=("עיצוב",), notes="مرحبا (1) <b>"),
        _person(22, "王小明", importance=Importance.A, emails=(Labelled(f"{'a' * 64}@{'b' * 60}.example", "work"),)),
        _person(
            23, "Met Often", fields=("design",), notes="\n".join(f"line {number} of notes" for number in range(120))
        ),
    ]
    often = tuple(
        Interaction(
            str(800_000_000_000_000 + number), TODAY - timedelta(3 * number), (odd[-1].id,), Kind.CALL,
            f"the talk no{number}, about {'this and that, ' * (number % 9)}and the day",
        )
        for number in range(400)
    )  # fmt: skip
    return Outgoing(
        tuple(map(WriteContact, (*ordinary.contacts, *odd))),
        {
            "interactions": (*ordinary.interactions, *often),
            "followups": (*ordinary.followups, FollowUp("700000000000000", odd[6].id, date(2026, 12, 1), _LONG)),
        },
        Member(name="Iida <script>window.ran = 1</script>", team=_LONG),
        TODAY,
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.html"
    path.write_bytes(write_html(_outgoing()))
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as chromium:
        yield chromium


def test_no_script_runs_and_no_request_leaves(browser: Chromium, page: Path) -> None:
    browser.open(page)
    assert browser.requests == [page.as_uri()]
    assert browser.evaluate("window.ran") is None
    assert browser.evaluate("document.scripts.length") == 0
    assert browser.evaluate("document.querySelectorAll('img, iframe, link, article meta, body style').length") == 0
    assert browser.evaluate("location.href") == page.as_uri()


def test_the_browser_would_tell_of_a_script_and_a_request(browser: Chromium, tmp_path: Path) -> None:
    (tmp_path / "other.css").write_text("")
    open_page = tmp_path / "open.html"
    open_page.write_text("<link rel=stylesheet href=other.css><script>window.ran = 1</script>")
    browser.open(open_page)
    assert browser.requests == [open_page.as_uri(), (tmp_path / "other.css").as_uri()]
    assert browser.evaluate("window.ran") == 1


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2000])
def test_nothing_is_wider_than_the_screen(browser: Chromium, page: Path, width: int) -> None:
    browser.open(page, width=width)
    assert browser.evaluate("document.scrollingElement.scrollWidth") <= width
    beyond = browser.evaluate(
        """[...document.querySelectorAll('h1, h2, h3, h4, p, dt, dd, li, a, th, td, figcaption, svg text')]
        .filter(each => { const box = each.getBoundingClientRect();
            return box.width && (box.left < 0 || box.right > innerWidth + 1) })
        .map(each => each.textContent)"""
    )
    assert beyond == []


@pytest.mark.parametrize("width", [320, 1280])
def test_every_label_is_whole_and_on_one_line(browser: Chromium, page: Path, width: int) -> None:
    browser.open(page, width=width)
    labels = browser.evaluate("[...new Set([...document.querySelectorAll('dt')].map(each => each.textContent))]")
    assert "importance" in labels
    broken = browser.evaluate(
        """[...document.querySelectorAll('dt')].filter(each => {
            const text = document.createRange(); text.selectNodeContents(each);
            return text.getClientRects().length > 1 || each.scrollWidth > each.clientWidth
        }).map(each => each.textContent)"""
    )
    assert broken == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_all_text_is_large_enough_to_read(browser: Chromium, page: Path, width: int) -> None:
    browser.open(page, width=width)
    # The size as drawn: text in a picture shrinks with the picture.
    smallest = browser.evaluate(
        """Math.min(...[...document.querySelectorAll('p, dt, dd, li, th, td, figcaption, svg text')]
        .filter(each => each.getClientRects().length)
        .map(each => parseFloat(getComputedStyle(each).fontSize)
            * (each.ownerSVGElement ? each.getScreenCTM().a : 1)))"""
    )
    assert smallest >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_paper(browser: Chromium, page: Path, scheme: str) -> None:
    browser.open(page, scheme=scheme)
    pairs = browser.evaluate(
        """[...new Set([...document.querySelectorAll('h1, h3, p, dt, dd, li, a, th, figcaption, svg text')]
        .map(each => getComputedStyle(each)[each.ownerSVGElement ? 'fill' : 'color']))]
        .map(ink => [ink, getComputedStyle(document.body).backgroundColor])"""
    )
    assert len(pairs) >= 3
    for ink, paper in pairs:
        assert _contrast(ink, paper) >= 4.5, (ink, paper)


def test_a_link_of_the_index_leads_to_the_person(browser: Chromium, page: Path) -> None:
    browser.open(page)
    for link in ("Met Often", "محمد الأنصاري"):
        head = browser.evaluate(
            f"""(() => {{ [...document.querySelectorAll('.index a')].find(each => each.innerText === '{link}').click();
            return document.querySelector(':target h4').innerText }})()"""
        )
        assert head == link


class Word(NamedTuple):
    """A word on paper, with its box in points from the upper left corner of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def _printed(browser: Chromium, folder: Path) -> list[Word]:
    """The words of the page that is open, as they are printed."""
    (folder / "book.pdf").write_bytes(browser.print_pdf())
    subprocess.run(["pdftotext", "-bbox", "book.pdf", "book.xml"], cwd=folder, check=True)
    found = []
    number = 0
    for line in (folder / "book.xml").read_text().splitlines():
        if "<page " in line:
            number += 1
        if word := re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', line):
            left, top, right, bottom = map(float, word.groups()[:4])
            found.append(Word(number, left, top, right, bottom, unescape(word[5])))
    return found


@pytest.fixture(scope="module")
def words(browser: Chromium, page: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Word]:
    """The words of the printed book, by page."""
    browser.open(page, scheme="dark")
    return _printed(browser, tmp_path_factory.mktemp("pdf"))


@needs_poppler
def test_the_pages_are_a4_full_and_numbered(words: list[Word]) -> None:
    pages = max(word.page for word in words)
    # 110 people, 1,400 interactions: some five people a page, and two pages of index.
    assert 20 <= pages <= 40
    feet = [(word.page, word.text) for word in words if word.top > (297 - 18) * _POINTS]
    assert feet == [(number, str(number)) for number in range(2, pages + 1)]


@needs_poppler
def test_nothing_is_cut_at_the_edge_of_the_paper(words: list[Word]) -> None:
    for word in words:
        assert 15 * _POINTS - 2 < word.left < word.right < (210 - 15) * _POINTS + 2, word
        assert 16 * _POINTS - 4 < word.top < word.bottom < 297 * _POINTS - 12, word


@needs_poppler
def test_all_that_the_book_tells_is_on_paper(words: list[Word]) -> None:
    printed = Counter(word.text for word in words)
    for number in range(400):
        assert printed[f"no{number},"] == 1
    lines = "".join(word.text for word in words)
    told = [name for each in _outgoing().cards for name in re.findall(r"[a-zåäö]+", each.contact.name, re.IGNORECASE)]
    for name in told:
        assert name in lines, name
    there = Counter(email.value for each in _outgoing().cards for email in each.contact.emails)
    for address, times in there.items():
        assert lines.count(address) >= times, address
    assert len(re.findall(r"line\d+ofnotes", lines)) == 120


@needs_poppler
def test_every_label_is_whole_on_paper(words: list[Word]) -> None:
    assert "importance" in {word.text for word in words}


@needs_poppler
def test_the_index_on_paper_has_everybodys_number(words: list[Word]) -> None:
    book = make_book(_outgoing())
    start = next(place for place, word in enumerate(words) if word.text == "Index" and word.page > 1)
    assert words[start].page > words[start - 1].page
    printed, index = ("".join(each.text for each in part) for part in (words[:start], words[start:]))
    for letter in book.index:
        for entry in letter.entries:
            if entry.contact.name.isascii():
                numbered = "".join(entry.contact.name.split()) + str(entry.number)
                assert numbered in index, numbered
                assert numbered in printed, numbered


@needs_poppler
@pytest.mark.parametrize("lower", range(0, 250, 50))
def test_no_chart_is_torn_by_a_page(browser: Chromium, page: Path, tmp_path: Path, lower: int) -> None:
    browser.open(page)
    browser.evaluate("document.querySelectorAll('.chapter, .index').forEach(each => each.remove())")
    browser.evaluate(f"document.querySelector('nav').style.paddingBottom = '{lower}mm'")
    words = _printed(browser, tmp_path)
    texts = [word.text for word in words]
    for begins, ends in (
        ("On the ladder", "potential"),
        ("Latest contact", "not met yet"),
        ("By field", "other fields"),
        ("design", "Everybody, the regulars in the middle"),
    ):
        first = _place(texts, begins, texts.index("potential"))
        assert words[first].page == words[_place(texts, ends, first)].page


@needs_poppler
def test_the_name_of_a_person_is_never_the_last_line_of_a_page(words: list[Word]) -> None:
    texts = [word.text for word in words]
    bottom = (297 - 18) * _POINTS
    for letter in make_book(_outgoing()).index:
        for entry in letter.entries:
            if entry.contact.name.isascii() and entry.facts and len(entry.contact.name) < 60:
                place = _place(texts, f"{entry.contact.name} {entry.number}")
                assert words[place].bottom < bottom - 12, entry.contact.name


def _place(texts: list[str], phrase: str, start: int = 0) -> int:
    """Where some words stand one after another."""
    wanted = phrase.split()
    return next(at for at in range(start, len(texts)) if texts[at : at + len(wanted)] == wanted)


def _contrast(ink: str, paper: str) -> float:
    """The contrast of two colours of CSS (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
