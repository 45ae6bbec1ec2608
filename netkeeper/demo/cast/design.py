"""Made-up people around design: studios, a print house, an illustrator, two game makers."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_MAIJA = Story(
    Contact(
        id="maija",
        name="Maija Lehto",
        organization="Studio Varjokuusi",
        title="Creative director",
        urls=(work("https://varjokuusi.example"),),
        fields=("design",),
        hopes=(Hope.EMPLOYER, Hope.MENTOR),
        met="Not yet: heard her talk about saying no to clients",
        via="katri",
        notes="Katri studied with her and offered to put in a word. I keep rewriting the first line.",
    ),
    added=12,
)

_EEVA = Story(
    Contact(
        id="eeva",
        name="Eeva Sundström",
        organization="Kaunokaari Home",
        title="Head of design",
        fields=("design",),
        met="Not yet: her interview about a chair that took nine years",
        notes="Looks for people who can run a room, said the interview. We can run a room.",
        cadence=90,
    ),
    added=3,
)

_VILLE = Story(
    Contact(
        id="ville",
        name="Ville Heikkinen",
        organization="Nokkosvalo Oy",
        title="UX lead",
        emails=(work("ville.heikkinen@nokkosvalo.example"), home("villeh@kotiposti.example")),
        phones=(mobile("+358 40 555 0109"),),
        urls=(Labelled("https://villeheikkinen.example", "portfolio"),),
        fields=("design/ux", "health/tech"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER, Hope.FRIEND),
        met="Service design meetup in Tampere, {year}",
        notes="Teaches me to interview without leading. Expecting a second child, so nothing after four.\n"
        "Open: he wants to see our card game used with patients.",
    ),
    moves=(Move(247, Step.CUSTOMER, "hired two of us for user tests"),),
    promises=(
        StoryPromise("send the notes of all eight interviews", made=230, due=-223, closed=224),
        StoryPromise("lend him the card game", made=100, due=-90, closed=92),
    ),
    diary="""
 52 call    4 The second child came early and all is well. We talked about sleep and a little about cards.
 76 message 5 Baby photo! And, an hour later, a question about our card game. Both very him.
100 meeting 4 !asked-advice Would the cards work with patients? Nobody knows. I lend him a deck.
140 meeting 4 Walked round Pyhäjärvi and talked about what I want to do. It got clearer by the second lap.
178 email   - His feedback on our portfolio: fewer words, more before and after.
215 call    3 The report is read upstairs. He says our quotes changed a screen.
230 meeting 5 Eight user tests in two days. I said "tell me more" so often that Nea counted.
247 meeting 4 He buys two days of user tests, 1 600 €. First customer who found us by himself.
289 call    3 !introduced Told me to talk with Sanna, who has patients and no designers.
325 message 3 Swapped reading lists.
362 event   4 Met at the service design meetup, the two who stayed to fold chairs.
""",
)

_ASA = Story(
    Contact(
        id="asa",
        name="Åsa Lindqvist",
        title="Illustrator",
        emails=(home("asa@asalindqvist.example"),),
        phones=(mobile("+358 40 555 0110"),),
        urls=(Labelled("https://asalindqvist.example", "portfolio"),),
        fields=("design/illustration", "games"),
        hopes=(Hope.PARTNER, Hope.FRIEND),
        met="Zine table at the Kellarikissa game jam",
        via="samuli",
        cadence=60,
        notes="Writes in Swedish, answers in emoji. Lives in Vasa, comes over by train.\nDrew the owl on our door 🦉",
    ),
    born=Born("02-29", 33),
    diary="""
 71 message 4 Sent the owl in three sizes and a voice message about her new flat.
145 meeting 4 Train day: she drew, I wrote, we shared a bench and one bag of liquorice.
199 call    3 She can do the festival map, if the deadline is real. It is, sadly.
256 email   3 Price list for small orders. She asked if she was too cheap; she was.
312 message 5 The owl is on the door!
354 meeting 4 !asked-advice How to say a price out loud. We practised on each other until it stopped hurting.
396 message 4 Found me after the jam: "you had the tape, I had the zines".
""",
)

_KATRI = Story(
    Contact(
        id="katri",
        name="Katri Nurmi",
        organization="Harjula University of Applied Sciences",
        title="Lecturer in packaging design",
        emails=(work("katri.nurmi@harjula-uas.example"),),
        phones=(work("+358 40 555 0111"),),
        fields=("design/packaging", "education"),
        hopes=(Hope.MENTOR,),
        met="She judged the student packaging award",
        notes="Sharp and kind, in that order. Collects milk cartons from every country, bring one.",
    ),
    born=Born("06-17"),
    promises=(
        StoryPromise("send her the workshop outline to tear apart", made=16, due=12),
        StoryPromise("bring the Estonian carton", made=103, due=-80, closed=73),
    ),
    diary="""
 16 call    4 She will read our workshop outline. And asked, again, whether I had written to Maija.
 73 meeting 4 Gave her the carton from Tartu, she has it on the shelf between Peru and Oulu.
103 email   3 Comments on the quark tub: eleven of them, all fair.
161 meeting 3 Guest lesson in her class. My knees shook, the students were asleep or polite.
222 meeting 5 !asked-advice She asked how we get companies to come to a workshop. Me! I told her about the soup.
294 call    4 Long talk about fibre and film. I finally get why the lid matters.
376 email   3 She forwarded our case to two colleagues.
459 meeting 3 Coffee after her lecture. She has seen a hundred teams and remembers the ones who call back.
540 event   4 She judged the award. We came third and she told us exactly why.
""",
)

_LEO = Story(
    Contact(
        id="leo",
        name="Leo Tuominen",
        organization="Hietakettu Design",
        title="Industrial designer",
        emails=(work("leo@hietakettu.example"),),
        fields=("design", "forest"),
        hopes=(Hope.PARTNER,),
        met="Shared a taxi from the wood fair",
        via="ulla",
        notes="In Japan for a fortnight, so no nudges until he is back. Makes stools out of offcuts.",
    ),
    nudge_in=6,
    promises=(StoryPromise("coffee with Leo and Jari about offcuts", made=118, due=-90, closed=85),),
    diary="""
 44 message 3 Leaves for Japan soon. Wants to do "something with sawdust" when he is back.
 85 meeting 4 @jari Coffee with Leo and Jari: a stool from offcuts, maybe a series. I only had to sit there.
118 call    3 Looks for a sawmill that answers email. I know one that answers the phone.
176 meeting 3 Saw his workshop. Everything is on wheels, even the kettle.
263 email   - Sent him our sprint cards.
330 event   4 Shared a taxi after the wood fair, got out at the wrong stop so as to finish the talk.
""",
)

_ONNI = Story(
    Contact(
        id="onni",
        name="Onni Hämäläinen",
        organization="Painotupa Harakka",
        title="Production manager",
        emails=(work("onni@harakanpaino.example"), work("tuotanto@harakanpaino.example")),
        phones=(work("+358 40 555 0112"), mobile("+358 40 555 0113")),
        addresses=(
            Address("work", street="Telakkatie 9 B", locality="Jyväskylä", postal_code="40200", country="Finland"),
        ),
        fields=("design/print",),
        hopes=(Hope.CUSTOMER, Hope.PARTNER),
        met="First print job of our lives",
        via="juhani",
        notes="Explains paper as others explain wine. Ice hockey goalkeeper, so be ready for metaphors.",
    ),
    born=Born("04-04", 52),
    moves=(Move(310, Step.CUSTOMER, "ordered the open-doors day from us"),),
    promises=(
        StoryPromise("send the list of guests for the open doors", made=300, due=-290, closed=291),
        StoryPromise("write down how students choose a print house", made=184, due=-170, closed=163),
    ),
    diary="""
 29 call    3 Paper prices go up again. He keeps ours until the labels are done, decent of him.
 62 meeting 4 Test print of the second label paper. Smells like a new schoolbook.
116 email   - Asked for his price on the dairy's test labels, had it in an hour.
163 meeting 4 !recommended He sends every beginner with a bad PDF to us now. We should charge for that.
176 meeting 4 @asa Festival maps, four in the morning, Åsa asleep on the paper rolls.
184 call    3 Wants to know how students choose a print house. They don't, I said, they ask a friend.
278 event   4 Open doors at the print house. Sixty guests, one printed tie.
300 meeting 3 Planned the open doors. He wants a queue. I want fewer speeches.
310 meeting 5 He buys the open-doors day, 1 400 €. From supplier to customer in one coffee.
392 message - Sent a picture of our menu under the loupe. Not a dot out of place.
470 meeting 2 We sent the wrong colours. He stopped the machine in time and I paid in cinnamon buns.
534 call    4 The juice label is off the press, he sounded proud.
560 meeting 4 !asked-advice First visit: why don't young companies print any more? I still owe him a real answer.
""",
)

_TIIA = Story(
    Contact(
        id="tiia",
        name="Tiia Räsänen",
        organization="Lumikärppä Games",
        title="Producer",
        emails=(work("tiia@lumikarppa.example"),),
        fields=("games", "design"),
        cadence=60,
        met="Judge at the game jam, {year}",
        via="samuli",
        notes="Likes lists, dislikes the word gamification. 🎮 nights on the first Thursday, I am always welcome.",
    ),
    born=Born("12-12"),
    diary="""
 66 event   4 !invited Game night at their office. Lost at everything and was asked back.
129 call    3 Their onboarding bores people in minute three. Told her about Ville's way of testing.
207 meeting 4 Played our card game with her team. Brutal notes, all of them useful.
286 email   - Sent her the cards to print.
391 email   3 Her notes as a judge of the jam. First line: who do you make things for?
""",
)

_SAMULI = Story(
    Contact(
        id="samuli",
        name="Samuli Kinnunen",
        organization="Kellarikissa Games",
        title="Founder",
        emails=(home("samuli@kellarikissa.example"),),
        phones=(mobile("+358 40 555 0114"),),
        fields=("games",),
        hopes=(Hope.FRIEND,),
        met="Floorball at the academy",
        notes="Dropped out, started a studio in his grandmother's cellar, pays rent in firewood.\n"
        "Good for a laugh on a bad day, and for the truth on a good one.",
    ),
    born=Born(2, 25),
    promises=(
        StoryPromise("proofread his grant application", made=174, due=-167, closed=166),
        StoryPromise("find a musician for the trailer", made=272, due=-240, closed=238, status=Status.DROPPED),
    ),
    diary="""
  4 message 4 Sent me a clip of the cat level. The cat is me when the offer is late, he says.
 31 meeting 4 Walk and talk. He asked what I am afraid of after school. Said it out loud, once.
 65 message - Trailer is out!
110 call    2 He is out of money for two months. I listened, there was nothing to mend.
174 meeting 4 !asked-advice Grant application, read it twice, cut a third.
239 call    3 A musician found him without my help. Good.
272 event   4 Cellar party with thirty people and one fuse.
348 meeting 4 Floorball, then pizza, then two hours about pricing a game that isn't finished.
397 event   5 @asa @tiia !introduced His game jam: 48 hours, a cellar full of sleeping bags. Met Åsa and Tiia.
502 meeting 3 First look at the cellar. Grandmother made us move firewood.
633 event   4 Floorball. We lost and laughed.
""",
)

PEOPLE = (_MAIJA, _EEVA, _VILLE, _ASA, _KATRI, _LEO, _ONNI, _TIIA, _SAMULI)
