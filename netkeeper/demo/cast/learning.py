"""Made-up people around learning: the coach, a principal, developers of education."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, work
from netkeeper.domain.people.contact import Address, Contact, Hope
from netkeeper.domain.people.ladder import Step

_HELENA = Story(
    Contact(
        id="helena",
        name="Helena Ojala",
        organization="Harjula Team Academy",
        title="Team coach",
        emails=(work("helena.ojala@teamacademy.example"),),
        phones=(work("+358 40 555 0118"),),
        fields=("education",),
        hopes=(Hope.MENTOR,),
        met="Our coach since the first circle of chairs",
        cadence=14,
        notes="Answers with a question. I have only her academy address: ask for her own before I leave.",
    ),
    born=Born("10-21"),
    monthly="the monthly hour: what did I learn, what do I avoid?",
    diary="""
  6 meeting 4 My hour. I avoid Maija and Markus, and she noticed that both are people I admire.
 20 message - Sent her the graduation plan, first half.
 35 meeting 4 My hour. Numbers are good, sleep is not. We looked at the calendar together.
 48 call    3 Short call about Nea leaving the project. Say it early, she says.
 64 meeting 5 My hour. Said that I want to found something after this. First time aloud.
 97 meeting 3 My hour. Too tired to learn a thing, so we walked.
127 meeting 4 My hour. Drew my network on the floor with string. Big hole where the bosses are.
159 meeting 4 !introduced My hour. She suggested I write to Marja-Liisa, and lent me her name.
191 meeting 2 My hour. The team is angry with me about the festival hours. They are right.
223 meeting 3 My hour. Afraid of the patients' workshop. Good, she said, and of what exactly?
251 event   4 Learning circle at hers, soup for twenty.
284 meeting 4 My hour. First year in one picture. I used a lot of yellow.
318 meeting 3 My hour. I say yes too fast. Yes, I said.
352 meeting 4 My hour. She asked who I call when I have good news.
415 meeting 3 My hour. We lost the tender and I took it badly.
482 meeting 4 My hour. An offer of 3 500 €: would I buy it myself? I would, I think. I would!
549 meeting 4 My hour. Read the book she gave me, argued with half of it.
616 meeting 3 My hour. Do I like selling? Ask me after the farm.
671 call    4 Rang her in a panic before the first customer. She laughed, kindly.
728 event   4 First day. Twenty chairs in a circle and nobody to tell us what to do.
""",
)

_TIMO = Story(
    Contact(
        id="timo",
        name="Timo Väisänen",
        organization="Rajakallion lukio",
        title="Principal",
        emails=(work("timo.vaisanen@rajakallio.example"),),
        phones=(work("+358 40 555 0119"),),
        addresses=(Address("work", street="Koulukuja 2", locality="Muurame", postal_code="40950", country="Finland"),),
        fields=("education", "events"),
        hopes=(Hope.CUSTOMER,),
        met="Coffee queue at the teachers' day",
        notes="Plays double bass. Budgets close early: ask in good time. Open: a second school in Äänekoski.",
    ),
    born=Born("02-11", 55),
    moves=(Move(94, Step.CUSTOMER, "bought the project day for 120 students"),),
    promises=(
        StoryPromise("send the students' feedback in one page", made=26, due=0),
        StoryPromise("offer for the project day", made=112, due=-105, closed=106),
        StoryPromise("list of rooms and extension leads", made=80, due=-70, closed=72),
    ),
    diary="""
 26 call    4 He wants the feedback on one page for the parents' evening. And maybe a day like it every year.
 55 event   5 @niina @henri Project day: 120 students, three real companies, one fire alarm. Best tired of my life.
 63 meeting 3 Walked the school with the caretaker. The caretaker decides, Timo admits it.
 72 email   - Rooms and extension leads, four pages of them.
 80 call    3 Three companies or four? Three, and better chairs.
 94 meeting 5 Signed for the day, 2 200 €. He has never bought anything from students before.
106 email   3 Sent the offer. He asked what happens if it rains indoors. I like him.
112 meeting 4 He wants 120 students to meet real work for a day. I want that too.
185 call    2 No money this term. He sounded sorry, I was too.
243 meeting 4 !asked-advice How do we make shy ones speak? Small cards, small groups, time.
328 message - Sent him the video of our circle.
400 event   3 Teachers' day. Talked in the coffee queue and again in the queue for the cloakroom.
""",
)

_MARJA = Story(
    Contact(
        id="marja",
        name="Marja-Liisa Kettunen",
        organization="Harjula University of Applied Sciences",
        title="Development manager for entrepreneurship education, alumni relations and working-life partnerships",
        emails=(work("marja-liisa.kettunen@harjula-uas.example"),),
        fields=("education",),
        hopes=(Hope.CUSTOMER, Hope.MENTOR),
        met="Helena lent me her name",
        via="helena",
        notes="Knows everybody and forgets nobody. Long title, short emails.",
    ),
    promises=(StoryPromise("talk to her alumni about our first customers", made=83, due=-55, closed=52),),
    diary="""
 17 email   3 Two lines: the alumni liked it, is there a version with lunch?
 52 event   4 Spoke to forty alumni about our first customers. Hands cold, voice fine.
 83 call    4 !invited Would I speak to her alumni? I said yes before the fear came.
119 meeting 3 Her office has nine calendars on the wall. We found an hour in the tenth.
157 email   - Wrote to her with Helena's name. An answer in four minutes.
""",
)

_KAAREL = Story(
    Contact(
        id="kaarel",
        name="Kaarel Põldmaa",
        organization="Tartu Tiimikool",
        title="Koolitaja",
        emails=(work("kaarel@tiimikool.example"), home("kaarel.poldmaa@kodupost.example")),
        fields=("education", "events"),
        hopes=(Hope.PARTNER, Hope.FRIEND),
        met="Exchange week in Tartu, {year}",
        via="helena",
        cadence=60,
        notes="Speaks Finnish from television and swears in it beautifully. Brings kohuke for everyone.",
    ),
    born=Born("06-24", 34),
    promises=(StoryPromise("share the sprint script in English", made=98, due=-92, closed=93),),
    diary="""
 37 call    4 Their teams could come here for a sprint. Thirty Estonians and one sauna: we need a plan.
 93 email   - The sprint script in English. He found two mistakes and one unintended joke.
 98 event   5 !invited Exchange week. Ran a morning with his students, in three languages.
101 event   4 First evening in Tartu. Kaarel carried my bag, my poster and the talk.
""",
)

PEOPLE = (_HELENA, _TIMO, _MARJA, _KAAREL)
