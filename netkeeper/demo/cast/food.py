"""Made-up people around food: a dairy, a bakery, a berry farm."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, home, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_ANNA = Story(
    Contact(
        id="anna",
        name="Anna Virtanen",
        organization="Kaislapuron Meijeri",
        title="Brand lead",
        emails=(work("anna@kaislapuro.example"), home("anna.virtanen@kotiposti.example")),
        phones=(mobile("+358 40 555 0101"),),
        urls=(work("https://kaislapuro.example"),),
        addresses=(
            Address("work", street="Myllyranta 4", locality="Jyväskylä", postal_code="40100", country="Finland"),
        ),
        fields=("food", "design"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER),
        met="Seitsenlahti Food Fair {year}",
        notes="Decides fast when she sees a picture, so bring sketches and not slides.\n"
        "Two girls who play floorball. Takes calls before nine, from the car.\n"
        "Open: would a yoghurt line for students be mad or brilliant?",
    ),
    born=Born("05-14", 38),
    moves=(Move(150, Step.CUSTOMER, "bought the packaging day, 1 900 €"),),
    promises=(
        StoryPromise("send workshop offer", made=21, due=-3),
        StoryPromise("send three sketches of the quark tub", made=211, due=-204, closed=205),
        StoryPromise("invoice and photos of the packaging day", made=150, due=-143, closed=144),
        StoryPromise("ask Harakka for a price on the test labels", made=128, due=-114, closed=116),
    ),
    diary="""
 21 meeting 4 !recommended Coffee, wants a workshop for her new brand team. She told Tuomas at Hillasuo about us!
 83 call    3 Asked about prices for half a day. I gave a range and asked what should be different afterwards.
109 message 4 Sent a photo of our label on a real shelf. I may have shown it to everyone on the bus.
128 email   3 Test labels went to print; she wants a second paper to compare before the board meets.
143 call    4 Went through the photos and the invoice. No changes, paid the same week.
150 meeting 5 @sirpa Packaging day at the dairy, eleven people and forty prototypes. Sirpa's table won the vote.
171 meeting 4 !introduced Planned the day in her kitchenette. She wants Sirpa from product development in, too.
190 meeting 3 Showed the sketches. She liked the third; her boss wants it "less loud". We found a middle.
211 call    4 Wants to see what we would do with the quark tub before promising anything. Fair enough.
240 meeting 3 Tour of the dairy. Learnt more about curd than I thought there was. No budget before the next quarter.
262 email   - Sent the fair notes she asked for, and the photo of us two with the giant spoon.
276 event   4 Stopped at our stand at the food fair and stayed for half an hour. Hates her own cartons, said so.
""",
)

_TUOMAS = Story(
    Contact(
        id="tuomas",
        name="Tuomas Rantanen",
        organization="Hillasuon Leipomo",
        title="Owner, third-generation baker",
        emails=(work("tuomas@hillasuo.example"),),
        phones=(mobile("+358 40 555 0102"),),
        fields=("food",),
        hopes=(Hope.CUSTOMER,),
        met="Anna gave him my number",
        via="anna",
        notes="Up at three, asleep at eight: never call after lunch.\nThe rye bag is from 1987 and he is fond of it. Careful.",
    ),
    promises=(StoryPromise("take him the bag samples", made=12, due=2),),
    diary="""
 12 meeting 4 !asked-advice Sat on flour sacks and looked at bags. Asked how the young ones choose bread. Do they?
 19 call    3 Rang at six in the morning, he had been up for hours. Yes to a visit, no to "anything fancy".
""",
)

_SIRPA = Story(
    Contact(
        id="sirpa",
        name="Sirpa Mäkelä",
        organization="Kaislapuron Meijeri",
        title="Product development manager",
        emails=(work("sirpa.makela@kaislapuro.example"),),
        fields=("food",),
        met="Packaging day at the dairy",
        via="anna",
        notes="Chemist by training, sings in a choir. Wants numbers before adjectives.",
    ),
    born=Born("11-02"),
    diary="""
 18 call    3 Their oat spoonable failed the shelf test. Asked if our test group could taste the next one.
 46 email   - Sent her the summary of what students eat between lectures. Forty answers, mostly bananas.
 74 meeting 4 !asked-advice Lunch at the dairy. How would we ask customers about texture? I drew her our card game.
131 email   3 Wants the voting cards from the packaging day for her own lab.
150 message 4 "My table won, I am telling everyone." So she does have adjectives.
""",
)

_JUHANI = Story(
    Contact(
        id="juhani",
        name="Juhani Pesonen",
        organization="Hopeaniemen Marjatila",
        title="Farmer",
        emails=(home("juhani@hopeaniemi.example"),),
        phones=(mobile("+358 40 555 0105"),),
        addresses=(
            Address("home", street="Hopeaniementie 212", locality="Laukaa", postal_code="41340", country="Finland"),
        ),
        fields=("food/farm", "forest"),
        hopes=(Hope.CUSTOMER, Hope.MENTOR),
        met="Next stand at the Seitsenlahti Food Fair {year}",
        via="jenni",
        notes="Talks slowly and is always right in the end. Wife Raija keeps the books.\n"
        "Dog called Pomo. Never leave without taking a box of something.",
    ),
    born=Born(5, 60),
    moves=(
        Move(598, Step.CUSTOMER, "label and name for the currant juice"),
        Move(250, Step.REGULAR, "third order in a row, and he calls us first"),
    ),
    promises=(
        StoryPromise("count the juice labels that are left", made=47, due=-1),
        StoryPromise("two names for the juice on one page", made=611, due=-604, closed=605),
        StoryPromise("bring the first printed label by hand", made=541, due=-534, closed=534),
        StoryPromise("ask Joonas about currants in coffee", made=398, due=-384, closed=380, status=Status.DROPPED),
        StoryPromise("plan the gift boxes for companies", made=262, due=-250, closed=251),
    ),
    diary="""
 47 call    4 Labels are running low, he thinks. I promised to count what is left at Harakka.
 88 meeting 5 Drove out with Emmi. Boxes packed in the barn, Raija fed us, the dog ate a sketch.
138 call    4 !recommended Told the sawmill owner on his road that we "draw properly". High praise.
186 meeting 4 The gift boxes sold to four companies. He asked what we want to do after school. Good question.
214 message - A photo of the first full pallet. No words, as usual.
250 meeting 5 Box number three agreed over soup, 2 400 € for the year. We shook hands on it.
262 call    4 Thinks companies would buy boxes. I think he is right, again.
276 event   4 @jenni Fair again, his stand next to ours like the first time. Sold out on the second day.
335 meeting 3 Quiet day on the farm. Talked about prices, and about his knee.
398 call    3 !asked-advice Could currants go with coffee? I will ask Joonas.
452 meeting 4 Helped to move the stand from his barn. He told me how he took over at twenty-three.
534 meeting 5 @onni Took him the first printed label. He turned it for a full minute and said "no niin".
541 call    4 Label goes to print at Harakka. He only wants it straight.
567 meeting 4 @onni Chose the paper at the print house. Onni showed him the machines for an hour.
598 meeting 5 Bought the label and the name, 900 €. Our first real invoice. Emmi framed the copy.
611 call    3 Wants to see two names, not ten. Note to self.
627 meeting 4 First time on the farm, got lost twice. Forty hectares and one stubborn tractor.
641 event   4 He had the stand beside ours at the fair and fixed our wobbly table with a spoon.
""",
)

_LAURI = Story(
    Contact(
        id="lauri",
        name="Lauri Kantola",
        organization="Merikaura Foods",
        title="Chief executive",
        urls=(work("https://merikaura.example"),),
        fields=("food",),
        met="Not yet: read his column about hiring people straight from school",
        via="anna",
        notes="Anna has worked for him and says he answers short, honest messages himself.",
    ),
    added=9,
)

PEOPLE = (_ANNA, _TUOMAS, _SIRPA, _JUHANI, _LAURI)
