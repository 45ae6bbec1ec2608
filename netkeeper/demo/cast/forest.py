"""Made-up people around the forest and its wood."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope
from netkeeper.domain.people.ladder import Step

_ANTTI = Story(
    Contact(
        id="antti",
        name="Antti Korpela",
        organization="Havusarka Forest",
        title="Chief executive",
        emails=(work("antti.korpela@havusarka.example"),),
        fields=("forest", "finance"),
        hopes=(Hope.EMPLOYER, Hope.MENTOR),
        met="Bus to the wood fair, {year}",
        cadence=90,
        notes="Started as a planter, owns none of the forest he talks about. Says little by email, much on a walk.",
    ),
    born=Born("03-19", 58),
    diary="""
 62 meeting 4 Walked his research plot. He asked who will work in a forest in thirty years. I want to know, too.
140 email   3 Two lines and a photograph of moss.
227 meeting 4 !asked-advice Twenty minutes became ninety. How do you talk with people under thirty? Like this, I said.
331 event   3 Bus to the wood fair, the only free seat was next to the boss. Glad I took it.
""",
)

_ULLA = Story(
    Contact(
        id="ulla",
        name="Ulla Karjalainen",
        organization="Pihkarinne Timber",
        title="Sustainability manager",
        emails=(work("ulla.karjalainen@pihkarinne.example"),),
        phones=(mobile("+358 40 555 0128"),),
        fields=("forest",),
        hopes=(Hope.CUSTOMER,),
        met="Wood fair, {year}",
        notes="Wants the annual report to be read by somebody. Skis long distances, thinks on skis.",
    ),
    born=Born("01-06", 43),
    promises=(StoryPromise("three ways to show a report without a report", made=121, due=-110, closed=109),),
    diary="""
 34 call    3 Her report goes to the printer as it was, alas. Next year she wants to start with us.
109 meeting 4 Three ways to show a report: a walk, a wall, a board game. She took the wall.
121 call    3 Nobody reads her report. I did, all of it, and said where I fell asleep.
194 meeting 3 !introduced Met her for lunch, left with a stool maker's number and a pine cone.
275 email   - Thanked her for the tour of the stand, sent our cards.
330 event   4 Second day of the wood fair. She explained growth rings to me as if it were gossip.
""",
)

_JARI = Story(
    Contact(
        id="jari",
        name="Jari Manninen",
        organization="Mustalammen Saha",
        title="Sawmill owner",
        phones=(home("+358 40 555 0129"),),
        addresses=(
            Address("work", street="Sahankuja 1", locality="Saarijärvi", postal_code="43100", country="Finland"),
        ),
        fields=("forest",),
        hopes=(Hope.CUSTOMER,),
        met="Juhani's neighbour, more or less",
        via="juhani",
        notes="No email, and proud of it. Ring at noon, when the blade stops. Daughter may take over the mill.",
    ),
    moves=(Move(113, Step.CUSTOMER, "name, sign and price list for the sawmill shop"),),
    promises=(
        StoryPromise("bring the sign to be tried on the wall", made=98, due=-88, closed=87),
        StoryPromise("one price list a grandmother can read", made=113, due=-100, closed=98),
    ),
    diary="""
 31 call    4 The sign works: three strangers on one day. He wants the daughter to talk with us.
 59 meeting 4 Coffee in the saw shed with him and his daughter. She asks better questions than both of us.
 87 meeting 5 The sign is up. He stood in the road until a lorry honked.
 98 meeting 3 Price list tried on his aunt. She found two mistakes and bought a plank.
113 meeting 5 Name, sign, price list: 1 100 €, agreed at noon sharp.
124 call    3 He wants a name for the shop. The name is on the mill already, I said, use it.
137 call    4 Juhani had told him about us. Rang at noon, the blade stopped, we talked.
""",
)

_MERJA = Story(
    Contact(
        id="merja",
        name="Merja Holopainen",
        organization="Pihkarinne Timber",
        title="Personnel manager (retired)",
        emails=(home("merja.holopainen@kotiposti.example"),),
        fields=("forest", "education"),
        met="Career day at the academy",
        archived=True,
        notes="Retired to Kuusamo with two huskies. Sent a lovely farewell card.",
    ),
    moves=(
        Move(520, Step.CUSTOMER, "bought a welcome day for new people"),
        Move(290, Step.POTENTIAL, "retired, and her successor has other plans"),
    ),
    promises=(StoryPromise("send the welcome day's songs", made=470, due=-460, closed=462),),
    diary="""
290 other   4 A farewell card with two huskies on it. Wrote her one back, by hand.
371 call    3 She stops in a month. No more welcome days, she is sorry, so am I.
470 event   4 Welcome day for fourteen new people. They wanted the songs afterwards.
491 meeting 3 Planned the welcome day. Lots of rules, some of them good.
520 meeting 4 A welcome day for new people, 800 €. She had waited for somebody to offer one.
579 email   - Sent her what we can do, on one page.
608 event   3 Career day. She was the only one who asked the quiet ones.
""",
)

PEOPLE = (_ANTTI, _ULLA, _JARI, _MERJA)
