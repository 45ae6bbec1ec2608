"""Made-up people around the table: two restaurants, a roastery, a retired wholesaler."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step

_HOA = Story(
    Contact(
        id="hoa",
        name="Nguyễn Thị Hoa",
        name_parts=NameParts(given="Thị Hoa", family="Nguyễn"),
        organization="Phở Järvi",
        title="Owner",
        emails=(work("hoa@phojarvi.example"),),
        phones=(mobile("+358 40 555 0103"), work("+358 40 555 0104")),
        urls=(Labelled("https://phojarvi.example"),),
        addresses=(
            Address("work", street="Kauppakatu 118", locality="Jyväskylä", postal_code="40100", country="Finland"),
        ),
        fields=("food", "events"),
        hopes=(Hope.CUSTOMER, Hope.FRIEND),
        met="Breakfast at Kehräämö, {year}",
        via="riikka",
        notes="Call her Hoa. Son Minh starts school soon; ask how it goes.\nOpen: a second place in Tampere?",
    ),
    born=Born("08-23", 44),
    moves=(Move(388, Step.CUSTOMER, "ordered the new menu and the window"),),
    promises=(
        StoryPromise("menu file with the two new dishes", made=24, due=1),
        StoryPromise("find her a Finnish proofreader", made=361, due=-354, closed=356),
        StoryPromise("book the team's dinner at hers", made=301, due=-287, closed=290),
    ),
    diary="""
 24 meeting 4 Lunch at the corner table. Two new dishes, so the menu needs a page. The broth is as good as ever.
 57 message - She sent a video of the line outside. Our window works!
 91 call    3 !asked-advice Tampere again: the rent is brave. I told her to ask Heidi before she signs.
134 meeting 4 Counted guests with her on a quiet evening. Groups of students come for the small bowl.
167 event   5 @aleksi !invited Her food cart at the festival sold out by seven. I carried bowls for two hours.
205 call    3 Wants a cart for the festival. I gave her Aleksi's rules and a warning about the generators.
249 meeting 4 Tasted six broths for the lunch list. I am no expert but number four, always number four.
290 event   5 The whole team ate there, eighteen of us. She would not let Roope pay for dessert.
333 meeting 4 New window up. Her mother cried on the phone from Huế, and then so did I, a bit.
361 meeting 3 Menu draft with too many fonts. She is right about that. Needs a proofreader for Finnish.
388 meeting 5 !asked-advice Said yes to the menu and the window, 1 200 €. Our first restaurant!
404 call    3 Asked how long a menu takes. Forever, if nobody decides, I said. She laughed and decides.
420 event   4 @riikka !introduced Breakfast at Kehräämö: Riikka sat us side by side. Best coffee talk in weeks.
""",
)

_ELLI = Story(
    Contact(
        id="elli",
        name="Elli Saarinen",
        organization="Ravintola Uunilintu",
        title="Head chef",
        phones=(mobile("+358 40 555 0106"),),
        fields=("food/restaurant",),
        met="Kitchen door of Uunilintu, asking for cardboard",
        notes="Mondays off. Wants to write a cookbook about leftovers: would be a lovely team project.",
    ),
    promises=(StoryPromise("ask if two of us may watch a service", made=229, due=-215, closed=216),),
    diary="""
 37 message 3 Cookbook idea is alive, she has nineteen recipes. I said we could test it with student kitchens.
 96 meeting 4 Ten minutes on the back step with coffee. She is tired, the new owner wants burgers.
158 call    3 !asked-advice How does one price a cookbook? I had to say I don't know yet.
216 event   5 Nea and I watched a whole service from the corner. Nobody shouts there. Took four pages of notes.
229 call    3 May two of us come and watch? "If you carry plates."
283 meeting 4 She let me taste the birch syrup thing. Still thinking about it.
347 message - Sent her our waste survey from the student canteen.
""",
)

_REIJO = Story(
    Contact(
        id="reijo",
        name="Reijo Pitkänen",
        title="Retired wholesaler",
        phones=(home("+358 40 555 0107"),),
        fields=("food", "logistics"),
        hopes=(Hope.MENTOR,),
        met="He came to our first pitch night and asked the only hard question",
        notes="No reminders, he calls when he has something to say. Forty years in wholesale.",
        cadence=0,
    ),
    born=Born("01-19", 74),
    diary="""
120 call    5 An hour about margins. "You sell days, so count your days." Wrote it on the office wall.
244 meeting 4 Coffee and pulla at his place. He showed me the order books of 1979.
389 call    3 Thinks our prices are too low. So does Heidi. So do I, really.
493 meeting 4 !introduced Took me to an old friend, to hear how a no sounds. We got a yes.
592 call    4 Had read about the juice label in the local paper and rang to say well done.
700 event   3 Our first pitch night. His question: who pays, and when?
""",
)

_JOONAS = Story(
    Contact(
        id="joonas",
        name="Joonas Peltola",
        organization="Kurkiaura Roastery",
        title="Founder",
        emails=(work("joonas@kurkiaura.example"), home("joonas.peltola@kotiposti.example")),
        phones=(mobile("+358 40 555 0108"),),
        urls=(work("https://kurkiaura.example"), Labelled("https://kurkiaura.example/club", "shop")),
        fields=("food", "events"),
        hopes=(Hope.PARTNER, Hope.FRIEND),
        met="Alumni evening at the academy, {year}",
        notes="Graduated from the academy six years ago, roasts coffee in an old fire station.\n"
        "Runs on Sundays; I said I would join. Open: a shared stand at the next fair.",
    ),
    born=Born("09-30", 31),
    moves=(
        Move(575, Step.CUSTOMER, "we ran his tasting evenings"),
        Move(200, Step.REGULAR, "every tasting evening is ours now"),
    ),
    promises=(
        StoryPromise("ask about the corner room at the fire station, for after graduation", made=33, due=200),
        StoryPromise("plan for four tasting evenings", made=588, due=-580, closed=579),
        StoryPromise("return his grinder", made=319, due=-312, closed=303),
    ),
    diary="""
 33 meeting 5 !invited The corner room upstairs will be empty next year. "Think about it, an office with coffee."
 68 event   4 @riikka Tasting evening at Kehräämö, thirty people. Riikka won the blind test.
104 call    4 Honest talk about his worst year. I needed to hear that, he probably knew.
147 event   4 Tasting evening, the one with cheese from Kaislapuro. We ran out of cups, washed forty by hand.
200 meeting 4 Signed for every tasting evening of the year, 300 € each. Roope does the music.
236 message - New roast named after our team. It is very dark. I choose to be flattered.
276 event   3 Shared our stand's power at the fair. The fuse did not like it.
303 meeting 3 Took the grinder back, at last, and stayed for two hours.
319 meeting 4 Borrowed his grinder for a week of early mornings. He only asked for it back clean.
383 event   4 Tasting evening with twenty strangers, who left as a group chat.
446 call    3 !asked-advice His shop page loses people at delivery. I watched three friends try it, wrote down where.
517 event   5 First tasting evening that made money, 140 € after the milk.
575 meeting 4 He buys a series of four from us. My hands shook when I said the price. He didn't blink.
588 call    4 Would we run evenings at the fire station? Would we!
655 meeting 4 Roasting morning. I burnt a batch and he drank it.
715 event   4 Alumni evening. He said: call me in the second month, when it gets hard. I did.
""",
)

PEOPLE = (_HOA, _ELLI, _REIJO, _JOONAS)
