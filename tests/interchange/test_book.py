"""The network book: all of it there, nothing of it markup, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netkeeper.domain.interactions.interaction import Interaction, Signal
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.interchange.book import write_html, write_markdown
from netkeeper.interchange.book.book import make_book
from netkeeper.interchange.book.markdown import escaped
from netkeeper.interchange.book.pictures import bars, rings
from netkeeper.interchange.book.shape import FIELDS_SHOWN, shape_of
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.text import writable_text
from netkeeper.override import override
from tests.strategies import contacts, followups, interactions, lines

TODAY = date(2026, 11, 23)
ANNA = Contact(
    "123456789012345",
    "Anna Virtanen",
    organization="Valimo",
    title="Brand lead",
    emails=(Labelled("anna@valimo.example", "work"),),
    fields=("food/dairy", "design"),
    step=Step.CUSTOMER,
    hopes=(Hope.EMPLOYER,),
    via="223456789012345",
    notes="likes sailing\nhates fax",
    last_on=date(2026, 11, 2),
)
BO = Contact("323456789012345", "Bo", fields=("design",))
CAI = Contact("423456789012345", "Cai", archived=True, fields=("design",))
OUTGOING = Outgoing(
    (WriteContact(ANNA, via_name="Pekka Salo"), WriteContact(BO), WriteContact(CAI)),
    {
        "interactions": (
            Interaction(
                "523456789012345", date(2026, 11, 2), (ANNA.id,), note="coffee", feeling=4, signals=(Signal.INVITED,)
            ),
        ),
        "followups": (FollowUp("623456789012345", ANNA.id, date(2026, 12, 10), "send the offer"),),
    },
    Member(name="Iida", team="Kuutamo"),
    TODAY,
)


class Reader(HTMLParser):
    """What a browser makes of a page: its texts, elements and attributes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += attrs
        if tag not in ("meta", "br", "rect", "circle"):
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += attrs

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)


def test_people_are_told_of_once_by_field_and_then_step() -> None:
    book = make_book(OUTGOING)
    assert (book.title, book.subtitle) == ("The network of Iida", "Kuutamo · 23 Nov 2026")
    told = [
        (chapter.title, [(section.step, [e.contact.name for e in section.entries]) for section in chapter.sections])
        for chapter in book.chapters
    ]
    assert told == [
        ("design", [(Step.CUSTOMER, []), (Step.POTENTIAL, ["Bo"])]),
        ("food", [(Step.CUSTOMER, ["Anna Virtanen"])]),
        ("Archived", [(Step.POTENTIAL, ["Cai"])]),
    ]
    assert [e.contact.name for e in book.chapters[0].sections[0].elsewhere] == ["Anna Virtanen"]


@pytest.mark.parametrize("write", [write_markdown, write_html])
def test_all_that_is_known_is_in_it(write: object) -> None:
    assert callable(write)
    page = write(OUTGOING).decode("utf-8")
    for said in (
        "Anna Virtanen", "Brand lead, Valimo", "anna@valimo.example", "employer", "through Pekka Salo", "likes sailing",
        "hates fax", "10 Dec 2026: send the offer", "2 Nov 2026, meeting: coffee · invited us · feeling 4 of 5", "Cai",
    ):  # fmt: skip
        assert said in page, said


def test_the_shape_counts_everybody_but_the_archive() -> None:
    shape = shape_of([ANNA, BO, CAI], TODAY)
    assert shape.people == 2
    assert [(bar.name, bar.people) for bar in shape.ladder] == [("regular", 0), ("customer", 1), ("potential", 1)]
    assert [(bar.name, bar.people) for bar in shape.fields] == [("design", 2), ("food", 1)]
    assert [(bar.name, bar.people) for bar in shape.warmth if bar.people] == [
        ("within a month", 1),
        ("not met yet", 1),
    ]


def test_many_fields_are_a_few_bars_and_the_rest() -> None:
    people = [replace(BO, id=str(number), fields=(f"field-{number:02}",)) for number in range(30)]
    bars = shape_of(people, TODAY).fields
    assert len(bars) == FIELDS_SHOWN + 1
    assert (bars[-1].name, bars[-1].people) == ("other fields", 30 - FIELDS_SHOWN)


@given(st.lists(contacts(), max_size=5, unique_by=lambda each: each.id), st.data())
def test_no_page_fetches_runs_or_breaks_anything(people: list[Contact], data: st.DataObject) -> None:
    ids = st.sampled_from([each.id for each in people]) if people else None
    outgoing = Outgoing(
        tuple(map(WriteContact, people)),
        {
            "interactions": tuple(data.draw(st.lists(interactions(ids), max_size=3)) if people else ()),
            "followups": tuple(data.draw(st.lists(followups(ids), max_size=3)) if people else ()),
        },
        Member(name=data.draw(lines())),
        TODAY,
    )
    page = write_html(outgoing)
    seen = Reader(page)
    assert seen.elements.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "form", "base"})
    for name, value in seen.attributes:
        assert not name.startswith("on")
        assert name not in ("src", "action", "style")
        assert name != "href" or (value or "").startswith("#")
    assert b"default-src 'none'" in page
    assert b"url(" not in page.partition(b"</style>")[0]
    shown = " ".join(" ".join(seen.texts).split())
    for person in people:
        assert " ".join(writable_text(person.name).split()) in shown
    assert write_markdown(outgoing).decode("utf-8")


_MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])
_ODD = st.text("#*_-+=`~[]()<>&|\\!:1.) ab\"'", max_size=20)


@pytest.mark.parametrize("before", ["", "- notes: ", "#### "])
@given(text=lines(80) | _ODD)
def test_no_text_is_markdown(before: str, text: str) -> None:
    wanted = " ".join(writable_text(text).split())
    if not wanted:
        return
    tokens = _MARKDOWN.parse(before + escaped(text))
    blocks = {"": "paragraph", "- notes: ": "bullet_list", "#### ": "heading"}
    assert tokens[0].type == f"{blocks[before]}_open"
    (inline,) = [token for token in tokens if token.type == "inline"]
    assert inline.children is not None
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    assert (
        "".join(child.content for child in inline.children) == before.removeprefix("#### ").removeprefix("- ") + wanted
    )


def test_the_book_of_nobody_is_a_book_too() -> None:
    empty = Outgoing((), member=Member(), on=TODAY)
    assert Reader(write_html(empty)).elements >= {"h1", "h2"}
    assert write_markdown(empty).startswith(b"# My network\n")


@pytest.mark.parametrize("write", [write_markdown, write_html])
def test_all_of_the_history_is_told_newest_first(write: Callable[[Outgoing], bytes]) -> None:
    past = tuple(
        Interaction(str(10**14 + number), TODAY - timedelta(number), (ANNA.id, BO.id), note=f"talk {number}.")
        for number in range(38)
    )
    page = write(replace(OUTGOING, records={"interactions": past})).decode()
    assert re.findall(r"talk (\d+)", page) == [str(number) for number in range(38)] * 2


def test_people_are_numbered_as_they_are_printed() -> None:
    book = make_book(OUTGOING)
    printed = [entry for chapter in book.chapters for section in chapter.sections for entry in section.entries]
    assert [(entry.number, entry.contact.name) for entry in printed] == [(1, "Bo"), (2, "Anna Virtanen"), (3, "Cai")]
    assert [chapter.numbers for chapter in book.chapters] == [(1, 1), (2, 2), (3, 3)]
    assert make_book(replace(OUTGOING, cards=(WriteContact(CAI),))).chapters[0].numbers == (1, 1)


def test_the_index_is_in_the_order_of_the_members_letters() -> None:
    names = ("Örjan", "Zoe", "Dr. Åke", "ada", "Älva", "Ärla", "4H", "Émile", "🦉 owl")
    people = tuple(WriteContact(replace(BO, id=str(10**14 + place), name=name)) for place, name in enumerate(names))
    outgoing = replace(OUTGOING, cards=people)
    letters = [(each.letter, [entry.contact.name for entry in each.entries]) for each in make_book(outgoing).index]
    assert letters == [
        ("A", ["ada"]), ("E", ["Émile"]), ("Z", ["Zoe"]), ("Å", ["Dr. Åke"]), ("Ä", ["Älva", "Ärla"]), ("Ö", ["Örjan"]),
        ("#", ["4H", "🦉 owl"]),
    ]  # fmt: skip
    german = make_book(replace(outgoing, member=Member(region="DE")))
    assert [each.letter for each in german.index] == ["A", "E", "O", "Z", "#"]


@given(st.lists(contacts(), max_size=6, unique_by=lambda each: each.id))
def test_the_index_leads_to_everybody(people: list[Contact]) -> None:
    outgoing = Outgoing(tuple(map(WriteContact, people)), member=Member(), on=TODAY)
    entries = [entry for each in make_book(outgoing).index for entry in each.entries]
    assert sorted(entry.contact.id for entry in entries) == sorted(person.id for person in people)
    assert sorted(entry.number for entry in entries) == list(range(1, len(people) + 1))
    page = write_html(outgoing).decode()
    index = page.partition('id="index"')[2]
    for entry in entries:
        assert page.count(f'id="{entry.anchor}"') == index.count(f'href="#{entry.anchor}"') == 1
        assert f'<span class="number">{entry.number}</span></a></li>' in index
    listed = write_markdown(outgoing).decode().partition("## Index")[2]
    assert [int(number) for number in re.findall(r"(?m)^- .*, (\d+)$", listed)] == [entry.number for entry in entries]


@given(st.dictionaries(st.text("abcåö/ ", min_size=1, max_size=30), st.integers(1, 30), min_size=1, max_size=30))
def test_names_of_fields_do_not_cross_beside_the_rings(sizes: dict[str, int]) -> None:
    people = [
        replace(BO, id=f"{place:02}{number:013}", fields=(field,))
        for place, (field, size) in enumerate(sizes.items())
        for number in range(size)
    ]
    texts = re.findall(r'<text class="field" x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)">', rings(people))
    for side in ("start", "end"):
        heights = sorted(float(y) for _, y, at in texts if at == side)
        assert all(0 < y < 660 for y in heights)
        assert all(below - above > 25 for above, below in pairwise(heights))


def test_the_charts_count_as_the_shape_does() -> None:
    table = bars(shape_of([ANNA, BO, CAI], TODAY).fields)
    assert re.findall(r"<th[^>]*>(\w+)</th>", table) == ["design", "food"]
    assert re.findall(r'class="count">(\d+)<', table) == ["2", "1"]
    assert re.findall(r'class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', table) == [
        ("potential", "0.0", "150.0"),
        ("customer", "150.0", "150.0"),
        ("customer", "0.0", "150.0"),
    ]
