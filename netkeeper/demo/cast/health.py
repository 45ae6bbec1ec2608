"""Made-up people around health and its technology."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_SANNA = Story(
    Contact(
        id="sanna",
        name="Sanna Niemi",
        organization="Sydänkaiku Health",
        title="Chief operating officer",
        emails=(work("sanna.niemi@sydankaiku.example"), work("office@sydankaiku.example")),
        phones=(mobile("+358 40 555 0115"),),
        urls=(work("https://sydankaiku.example"),),
        fields=("health/tech", "events"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER),
        met="Ville told her about us",
        via="ville",
        notes="Cardiac nurse who became a manager and misses the ward. Reads every word of an offer.\n"
        "Two offices, Tampere and Kuopio. Open: who would train their trainers?",
    ),
    born=Born("03-08", 47),
    moves=(Move(249, Step.CUSTOMER, "bought the patients' workshop, 2 800 €"),),
    promises=(
        StoryPromise("send two dates for the trainers' day", made=13, due=5),
        StoryPromise("offer for the patients' workshop", made=263, due=-258, closed=259),
        StoryPromise("report with the patients' own drawings", made=212, due=-200, closed=201),
        StoryPromise("ask how the drawings are used", made=149, due=-120, closed=122),
    ),
    diary="""
 13 meeting 5 !asked-advice Who would train their trainers? "You," she said, before I could answer. Two dates, then.
 51 call    4 The board saw the drawings. One of them is on the wall in Kuopio.
 86 meeting 3 She is short of people and in a hurry. I offered to wait. She looked relieved.
122 call    4 The drawings are used in training now. I had to sit down.
149 email   - Sent the last invoice with a thank-you card from the team.
201 meeting 5 !recommended Handed over the report. She read three pages aloud, and wrote to Mikko at Hoitoviiri about it.
212 event   5 Patients' workshop, twenty-two people and their spouses. An old man drew his heart as a moped.
220 call    2 Half of the patients cancelled. I panicked for an evening, she had a waiting list.
228 meeting 4 Walked through the rooms. Chairs with arms, she says, always chairs with arms.
237 meeting 4 Planned the day with two of her nurses. Threw out half of our script.
249 meeting 5 Yes to the workshop, 2 800 €. The biggest yes so far. Called Roope from the stairs.
259 email   3 Sent the offer. Four questions back within the hour, good ones.
263 meeting 3 Showed her the cards. She asked what happens if someone cries. We talked about that for an hour.
287 call    4 First call, thanks to Ville. She has patients, no designers and little time.
""",
)

_MIKKO = Story(
    Contact(
        id="mikko",
        name="Mikko Laaksonen",
        organization="Hoitoviiri Oy",
        title="Product owner",
        emails=(work("mikko@hoitoviiri.example"),),
        fields=("health/tech",),
        hopes=(Hope.CUSTOMER,),
        met="Sanna wrote to him about the report",
        via="sanna",
        notes="Cycles to work in any weather and plans sprints the same way.",
    ),
    diary="""
 41 call    3 Their release slips, ours would too. To be in touch once it is out.
 79 meeting 3 Lunch in Tampere. He likes the cards, his boss likes spreadsheets.
127 email   - Sent a one-page summary his boss can read.
168 call    4 !asked-advice How did we get patients to come? By phoning each of them, I said.
196 message 3 "Sanna says you made an engineer draw. Is that true?"
""",
)

_OMAR = Story(
    Contact(
        id="omar",
        name="Omar Al-Khatib",
        organization="Rauhaniitty",
        title="Founder, developer",
        emails=(work("omar@rauhaniitty.example"), home("omar.alkhatib@kotiposti.example")),
        phones=(mobile("+358 40 555 0116"),),
        urls=(Labelled("https://rauhaniitty.example"),),
        fields=("health/tech", "games"),
        hopes=(Hope.PARTNER, Hope.FRIEND),
        met="Polku Startup Day {year}",
        notes="عمر in Arabic, he taught me to write it. Builds a calm app for people who can't sleep.\n"
        "Moved from Amman to Oulu at nineteen, now in Jyväskylä. Cardamom in the coffee.",
    ),
    born=Born("07-07", 29),
    promises=(
        StoryPromise("five people who sleep badly, for his test", made=9, due=7),
        StoryPromise("introduce him to Paula", made=93, due=-85, closed=84),
    ),
    diary="""
  9 meeting 4 Coffee with cardamom. He needs five bad sleepers by next week. My team alone has four.
 34 call    4 Version two is calmer. He deleted half of it, brave man.
 60 message - A photo of his mother's cake, the size of a table. There is a plate for me, he says.
 84 meeting 4 @paula Brought Omar and Paula together. They forgot I was there after ten minutes. Perfect.
 93 call    3 !asked-advice Does he need a physiotherapist or a doctor? A Paula, I said.
136 meeting 4 Read his pitch. It had nine reasons; now it has one.
177 event   5 !introduced Demo night: a room of forty breathing in time. He introduced me to half of Oulu.
""",
)

_PAULA = Story(
    Contact(
        id="paula",
        name="Dr. Paula Jokinen",
        organization="Kuntotalo Aalloppi",
        title="Head of physiotherapy",
        emails=(work("paula.jokinen@aalloppi.example"),),
        phones=(work("+358 40 555 0117"),),
        fields=("health",),
        met="She mended my knee",
        notes="No small talk before the warm-up. Wants to run evening courses for desk workers.",
    ),
    promises=(
        StoryPromise(
            "think about a name for her evening course", made=151, due=-130, closed=126, status=Status.DROPPED
        ),
    ),
    diary="""
 22 call    3 Course is full without a name, so no need for one. Next step: companies, maybe Sanna's.
 84 message 4 "Your friend Omar gets it. Thank you."
126 meeting 3 She has a name already. Drew her poster on the treatment bed.
151 meeting 4 !asked-advice How to fill a course without ads? We made a list of ten offices on her street.
232 call    3 Knee is fine, she says, stop calling about it. Asked about her work instead.
310 other   4 Last visit for the knee. Brought her a thank-you card with a drawing of it.
""",
)

PEOPLE = (_SANNA, _MIKKO, _OMAR, _PAULA)
