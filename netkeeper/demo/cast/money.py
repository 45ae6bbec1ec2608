"""Made-up people around money: a bank, an investor, the accountant; and a trainee who left."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, mobile, work
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_KIRSI = Story(
    Contact(
        id="kirsi",
        name="Kirsi Leppänen",
        organization="Keskisuon Pankki",
        title="Business adviser",
        emails=(work("kirsi.leppanen@keskisuonpankki.example"),),
        phones=(work("+358 40 555 0130"),),
        fields=("finance",),
        hopes=(Hope.MENTOR,),
        met="Opened the cooperative's account",
        cadence=90,
        notes="Says no early, which I have learnt to value. Grows chillies on the bank's window sill.",
    ),
    promises=(
        StoryPromise("ask what a bank wants to see from a company of one", made=58, due=20),
        StoryPromise("bring the half-year numbers", made=236, due=-220, closed=219),
    ),
    diary="""
 58 call    3 Asked about loans for starters. "Come with numbers, not with hope." Noted.
147 meeting 4 !asked-advice How do young companies choose a bank? By who picks up, I said. She did.
219 meeting 4 Half-year numbers. She found an invoice that we had never sent. 600 €!
236 call    3 Wants to see the half-year numbers. All of them.
360 meeting 2 No loan for the van. She was right, I sulked.
463 email   - Sent the sprint's contract, she asked to see our biggest one.
675 meeting 3 Account opened. Twenty signatures, one shared pen.
""",
)

_MARKUS = Story(
    Contact(
        id="markus",
        name="Markus Eklund",
        organization="Tyrskyluoto Capital",
        title="Partner",
        emails=(work("markus@tyrskyluoto.example"),),
        fields=("finance", "health/tech"),
        hopes=(Hope.MENTOR,),
        met="Jury of the Polku Startup Day {year}",
        via="omar",
        cadence=60,
        notes="Intimidating for five minutes, then not. I keep putting off this call. Why?",
    ),
    promises=(StoryPromise("ask him for half an hour about pricing", made=40, due=4, snoozes=2),),
    diary="""
 40 message 3 !invited "Come by if you are in Helsinki." I am never in Helsinki. I could be.
122 email   3 Thanked him for the question that hurt. He answered from an airport.
177 event   2 He asked in front of all what we would do without the school. I had no answer. I have one now.
""",
)

_HEIDI = Story(
    Contact(
        id="heidi",
        name="Heidi Moilanen",
        organization="Tilitoimisto Helmitaulu",
        title="Accountant, owner",
        emails=(work("heidi@helmitaulu.example"),),
        phones=(work("+358 40 555 0131"), mobile("+358 40 555 0132")),
        fields=("finance", "events"),
        via="Aunt Leena",
        hopes=(Hope.CUSTOMER, Hope.PARTNER),
        met="She answered a question about VAT on the phone, for free",
        notes="Patient with receipts, impatient with excuses. Has us run her clients' evening every half-year.",
    ),
    born=Born("10-03", 48),
    moves=(
        Move(546, Step.CUSTOMER, "first clients' evening"),
        Move(300, Step.REGULAR, "third evening, and she told her guild about us"),
    ),
    promises=(
        StoryPromise("guest list for the clients' evening", made=188, due=-180, closed=181),
        StoryPromise("send all receipts of the first year", made=372, due=-365, closed=362),
        StoryPromise("quiz about VAT", made=309, due=-303, closed=303, status=Status.DROPPED),
    ),
    diary="""
118 call    4 Asked her about a company of one. Cheaper than I thought, more paper than I hoped.
161 message - Her clients still talk about the soup relay.
174 event   5 Fourth clients' evening. A soup relay, thirty entrepreneurs in aprons.
181 email   3 Guest list done. Two of the guests don't speak, she says. We placed a plant between them.
188 meeting 4 Planned the evening. No quiz. Never a quiz again.
255 call    3 A letter from the tax office. She read it to me in Finnish that I understand.
300 event   4 !recommended Third evening, and the next day she told her whole guild about us.
309 meeting 3 Planned the evening, argued about a quiz.
362 meeting 2 A year of receipts in a shoebox. She closed her eyes for a while.
425 event   4 Second clients' evening. Somebody sang.
546 event   4 First clients' evening, 500 €. She paid on the same day, of course.
562 meeting 4 Could her clients meet without slides? That is all we do, I said.
680 call    4 A question about VAT, she answered for free and sent a pearl of a summary.
""",
)

_KALLE = Story(
    Contact(
        id="kalle",
        name="Kalle Nieminen",
        organization="Salmiväylä Logistics",
        title="Trainee",
        phones=(mobile("+358 40 555 0133"),),
        fields=("logistics",),
        hopes=(Hope.FRIEND,),
        met="The sprint's night shift",
        via="pekka",
        archived=True,
        cadence=0,
        notes="Moved to Halifax for love and forklifts. Will write when he is back.",
    ),
    born=Born("07-21"),
    diary="""
410 message 4 A picture of the sea and of a very large forklift.
433 call    4 Told me which idea the drivers really liked. Not the one that won.
436 event   4 Made the coffee of the sprint's night, litres of it.
""",
)

PEOPLE = (_KIRSI, _MARKUS, _HEIDI, _KALLE)
