"""Made-up people around events: a fair, a festival, a co-working house, a city."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_JENNI = Story(
    Contact(
        id="jenni",
        name="Jenni Korhonen",
        organization="Seitsenlahden Messut",
        title="Event producer",
        emails=(work("jenni.korhonen@seitsenlahti.example"), home("jenni.k@kotiposti.example")),
        phones=(mobile("+358 40 555 0123"), work("+358 40 555 0124")),
        urls=(work("https://seitsenlahti.example"), Labelled("https://seitsenlahti.example/food", "fair")),
        addresses=(Address("work", street="Messukatu 7", locality="Tampere", postal_code="33100", country="Finland"),),
        fields=("events", "food"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER),
        met="Asked her for the cheapest stand there is",
        notes="Runs on salmiakki and lists. Gives honest feedback the day after, never on the day.\n"
        "Her brother-in-law is Aleksi from the festival. Open: a students' hall at the next fair?",
    ),
    born=Born("05-02", 41),
    moves=(
        Move(640, Step.CUSTOMER, "paid us for the tasting path at the first fair"),
        Move(268, Step.REGULAR, "agreed on both fairs of next year in one go"),
    ),
    promises=(
        StoryPromise("one-page idea for the students' hall", made=19, due=9),
        StoryPromise("drawing of the cheapest stand", made=688, due=-681, closed=682),
        StoryPromise("send the visitors' votes", made=633, due=-627, closed=629),
        StoryPromise("offer for the tasting path, second round", made=338, due=-330, closed=331),
        StoryPromise("photos for next year's brochure", made=268, due=-250, closed=246),
    ),
    diary="""
 19 meeting 5 !invited A students' hall, forty stands, and us to run it? She wants one page. I want to sleep first.
 70 call    4 Her feedback on the brochure: bigger faces, fewer adjectives.
113 meeting 4 Lunch in Tampere. She is tired of exhibitors and in love with the building.
165 event   3 @aleksi Helped her at the festival gate. Saw how calm looks when 4 000 people queue.
210 call    4 !recommended Gave our name to the book fair. They wrote the same day!
246 email   - Photos for the brochure, the giant spoon included.
268 meeting 5 Both fairs of next year, 4 600 € in all. She said "regulars get the good chairs".
274 message 4 "1 900 votes and not one complaint", she wrote. We slept with our shoes on.
276 event   4 Fair again, everything two hours late, nobody noticed.
281 meeting 3 Walked the hall with tape and a plan. Nea's plan was better.
288 call    2 Our corner was given away by mistake. She fixed it overnight and owned up.
304 meeting 4 Went through the tasting path step by step. Seven stops, not ten.
331 email   3 Sent the offer for the second round. Priced it properly this time.
338 call    4 Would we do the tasting path again? "At a real price, please." She said it herself.
402 meeting 4 @aleksi !introduced Lunch, and suddenly Aleksi at the table. Festival people are loud, I like it.
487 message - Voted for her building in the paper's poll.
566 call    3 Asked how we are doing. I told her the truth: poor and happy.
629 email   - The visitors' votes in a table.
633 meeting 4 Her feedback, the day after as promised: charming stand, no prices anywhere.
641 event   5 Our first fair! The tasting path was her gamble on us.
648 meeting 3 She pays 400 € for a tasting path. We made it up on the spot.
660 call    3 Stand drawings went round three times.
682 email   3 Sent the drawing of the cheapest stand. It has a palm tree.
688 meeting 4 She laughed at our budget, then moved us next to the coffee.
705 call    4 Asked for the cheapest stand there is. "For whom?" Good question, best of the week.
""",
)

_ALEKSI = Story(
    Contact(
        id="aleksi",
        name="Aleksi Virtanen",
        organization="Kaikurock ry",
        title="Festival director",
        emails=(work("aleksi@kaikurock.example"),),
        phones=(mobile("+358 40 555 0125"),),
        urls=(work("https://kaikurock.example"),),
        fields=("events", "events/music"),
        hopes=(Hope.CUSTOMER, Hope.PARTNER),
        met="Jenni's lunch table",
        via="jenni",
        notes="Speaks in capital letters. No relation to Anna, both are tired of the question.\n"
        "Volunteers are his sore spot: 300 needed, 200 come.",
    ),
    born=Born("11-27", 45),
    moves=(Move(233, Step.CUSTOMER, "bought the volunteers' village"),),
    promises=(
        StoryPromise("ask about the volunteers for next year", made=36, due=33),
        StoryPromise("offer for the volunteers' village", made=257, due=-250, closed=251),
        StoryPromise("thank-you cards for 212 volunteers", made=166, due=-155, closed=154),
        StoryPromise("song for the village", made=195, due=-170, closed=172, status=Status.DROPPED),
    ),
    diary="""
 36 call    4 WANTS US AGAIN. I asked for the volunteers' list before he books the bands this time.
 72 meeting 3 Money talk. He lost a little, the village didn't.
154 email   - Thank-you cards out, 212 of them, Åsa's map on the back.
160 event   4 Took the last of the village down in the rain. Thirty volunteers stayed for it. Thirty!
166 event   5 The village held: nobody left a shift. He hugged the whole team, twice.
172 meeting 1 No song, no time, generators late. Shouted at each other and then ate pancakes.
179 meeting 3 Shifts and tents. Roope takes the nights.
188 call    3 Sixty volunteers short. Asked Samuli and Timo to spread the word.
195 meeting 4 @asa Drew the map with Åsa on the actual field. He wants a song for the village. We'll see.
213 meeting 4 Village plan: a kitchen, a quiet tent, a wall for names.
233 meeting 5 Yes! 3 100 € for the volunteers' village. He shook my hand with both of his.
251 email   3 Sent the offer. No answer for nine days, I learnt not to read into it.
257 meeting 4 !asked-advice Why do volunteers leave? Because nobody eats with them.
332 call    3 Called to say the line-up is out. I pretended to know the bands.
401 message 4 He had drawn me a stage on Jenni's tablecloth, and sent me her bill for it. Capital letters.
""",
)

_RIIKKA = Story(
    Contact(
        id="riikka",
        name="Riikka Hyvärinen",
        organization="Kehräämö 12",
        title="Community manager",
        emails=(work("riikka@kehraamo12.example"), home("riikka.hyvarinen@kotiposti.example")),
        phones=(mobile("+358 40 555 0126"),),
        addresses=(
            Address("work", street="Kehräämönkatu 12", locality="Jyväskylä", postal_code="40320", country="Finland"),
        ),
        fields=("events",),
        hopes=(Hope.FRIEND, Hope.PARTNER),
        met="She gave us a desk before we could pay for one",
        notes="The best introducer I know: ask what she needs, she never says it first. Knits in meetings.",
    ),
    born=Born("08-08", 39),
    promises=(
        StoryPromise("bring cake to the breakfast", made=512, due=-505, closed=505),
        StoryPromise("poster for the neighbours' day", made=359, due=-349, closed=350),
        StoryPromise("three names for her panel", made=143, due=-136, closed=137),
    ),
    diary="""
 38 message 4 New curtains at Kehräämö, she wants opinions. Everyone has one.
 67 call    3 Her contract ends next year too. We are in the same boat, with different oars.
106 meeting 4 Tea on the fire escape. Asked what SHE needs, for once. A week off.
137 email   - Three names for her panel, all women, all with an opinion.
143 call    4 !asked-advice Who should sit on a panel about work after school? Not me. Well, maybe me.
198 event   4 Panel at Kehräämö. It was me.
261 meeting 4 She is knitting something long and grey. It may be a metaphor.
350 email   - Poster for the neighbours' day.
359 meeting 3 Needs a poster by yesterday.
430 call    4 Told her how the sprint went before I told my mother.
505 event   4 @pekka !introduced Business breakfast. She put me next to Pekka on purpose and denies it.
512 call    3 !invited "Come to the breakfast. Bring cake and sit where I tell you."
589 meeting 4 First desk of our own, by the radiator.
700 event   4 Pitch night at her place. She clapped first.
""",
)

_PIRKKO = Story(
    Contact(
        id="pirkko",
        name="Pirkko Sillanpää",
        organization="Keski-Suomen luovien alojen ja tapahtumatuotannon yhteistyöverkosto ry",
        title="Executive manager",
        emails=(work("pirkko@luovaverkosto.example"),),
        phones=(work("+358 40 555 0127"),),
        fields=("events", "design"),
        hopes=(Hope.CUSTOMER, Hope.PARTNER),
        met="Same panel at Kehräämö",
        via="riikka",
        notes="Knows which grant closes when. Wants young members and short meetings, in that order.",
    ),
    born=Born("04-29"),
    promises=(StoryPromise("comment on the network's new plan", made=61, due=-50, closed=48),),
    diary="""
  8 call    4 !asked-advice How would students find them? Not by that name, I said. She laughed for a while.
 48 email   3 My comments on their plan, one page. She wrote back "at last somebody read it".
 61 meeting 3 Board meeting as a guest. Four hours, six decisions, good buns.
118 meeting 4 She drew the region's money on a flipchart. I took a photo of it.
198 message 3 "You were the best on that panel and I was on it."
""",
)

_OUTI = Story(
    Contact(
        id="outi",
        name="Outi Ranta-aho",
        organization="City of Harjula",
        title="City director",
        fields=("events", "education"),
        met="Not yet: she opened the fair and stayed for the students' talks",
        via="jenni",
        cadence=90,
        notes="Jenni says: ask for fifteen minutes, bring one picture, leave after fourteen.",
    ),
    added=25,
)

PEOPLE = (_JENNI, _ALEKSI, _RIIKKA, _PIRKKO, _OUTI)
