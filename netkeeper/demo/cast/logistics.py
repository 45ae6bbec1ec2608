"""Made-up people around logistics."""

from __future__ import annotations

from netkeeper.demo.cast.story import Born, Move, Story, StoryPromise, mobile, work
from netkeeper.domain.people.contact import Address, Contact, Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status

_PEKKA = Story(
    Contact(
        id="pekka",
        name="Pekka Salo",
        organization="Salmiväylä Logistics",
        title="Development manager",
        emails=(work("pekka.salo@salmivayla.example"),),
        phones=(mobile("+358 40 555 0120"),),
        urls=(work("https://salmivayla.example"),),
        addresses=(
            Address("work", street="Terminaalitie 31", locality="Lahti", postal_code="15700", country="Finland"),
        ),
        fields=("logistics", "food/cold-chain"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER, Hope.PARTNER),
        met="Business breakfast at Kehräämö, {year}",
        via="riikka",
        cadence=42,
        notes="Dry humour, big heart, terrible coffee. Likes a call better than a message.\n"
        "Coaches a girls' football team; their cup final is soon, ask.\n"
        "Open: drivers' ideas from the sprint, number two and five.",
    ),
    born=Born("01-30", 50),
    moves=(Move(468, Step.CUSTOMER, "bought the 24-hour sprint, 3 500 €"),),
    promises=(
        StoryPromise("offer for the 24-hour sprint", made=484, due=-477, closed=478),
        StoryPromise("one-page summary of all twelve ideas", made=436, due=-430, closed=431),
        StoryPromise("ask what happened to idea five", made=339, due=-310, closed=296),
        StoryPromise("visit the new terminal", made=132, due=-110, closed=108),
    ),
    diary="""
 77 call    4 Idea two is in use at four docks! He would not call it thanks, but he rang to tell me.
108 meeting 4 Tour of the new terminal in Lahti. So cold that my pen stopped.
132 call    3 New terminal opens. "Come and see what a real wall looks like."
181 meeting 3 Lunch. His company buys another company, so no new projects before that is done.
240 email   - Sent the film of the sprint for their staff day.
296 call    4 !introduced Idea five sleeps. But he gave me Niina's number: "she has your kind of problem".
339 meeting 4 He told the story of the sprint to his board, with me in the room. I turned red.
395 meeting 3 !asked-advice How do you keep drivers interested after the day? By answering them, I said.
431 meeting 5 Brought the summary by train. He read it standing.
436 event   5 @henri The 24-hour sprint: six drivers, twelve ideas, no sleep. Henri came to watch and stayed.
441 call    2 Two drivers fell ill. Moved one group, ate a lot of chocolate.
446 meeting 4 Last meeting before the sprint. He wants the drivers to speak first. Yes.
455 meeting 3 Practised the evening part in his canteen. The night shift laughed at our songs.
468 meeting 5 Signed, 3 500 €! Nea and I danced on the platform in Lahti.
478 meeting 3 !asked-advice Went through the offer line by line. He taught me what "included" means.
484 call    4 The drivers have ideas and nobody asks them. I said: lock them in with us for a day.
504 message 4 Ate my cinnamon roll by mistake at the breakfast, and wrote to apologize. A start!
""",
)

_HENRI = Story(
    Contact(
        id="henri",
        name="Henri Lahtinen",
        organization="Kuormakurki Oy",
        title="Fleet manager",
        emails=(work("henri@kuormakurki.example"),),
        phones=(mobile("+358 40 555 0121"),),
        fields=("logistics",),
        hopes=(Hope.CUSTOMER,),
        met="Came to watch the sprint and stayed",
        via="pekka",
        notes="Thirty lorries, all named after his aunts. Hates forms.",
    ),
    promises=(StoryPromise("send the drivers' page from the project day", made=55, due=-45, closed=47),),
    diary="""
 25 call    3 He would do a small sprint, half a day, if it has no forms. To think about.
 47 email   - Sent the drivers' page. He printed it for the break room.
142 meeting 3 Rode along in Aunt Kerttu to Äänekoski and back. Saw where the hours go.
226 call    2 Bad time, a strike. Said so, hung up politely.
327 meeting 3 Coffee at the depot. Lots of aunts, few minutes.
""",
)

_NIINA = Story(
    Contact(
        id="niina",
        name="Niina Aaltonen",
        organization="Pakettipöllö",
        title="Head of customer returns",
        emails=(work("niina.aaltonen@pakettipollo.example"),),
        phones=(mobile("+358 40 555 0122"),),
        fields=("logistics", "design"),
        hopes=(Hope.CUSTOMER, Hope.EMPLOYER),
        met="Pekka gave me her number",
        via="pekka",
        notes="Every third parcel comes back to her. Thinks in flows, draws on napkins, keeps them.",
    ),
    born=Born(0, 36),
    promises=(StoryPromise("return her napkin drawing", made=154, due=-140, closed=135, status=Status.DROPPED),),
    diary="""
 11 meeting 4 She drew the returns on a napkin again. There is a workshop in there, says the napkin.
 39 call    3 Asked what the students of the project day thought of her case. Honestly? Too easy.
 97 meeting 4 !asked-advice How would a twenty-year-old send a shoe back? They wouldn't, I said.
154 meeting 3 First coffee, first napkin.
293 call    3 Called her with greetings from Pekka. Busy, friendly, "ask again".
""",
)

PEOPLE = (_PEKKA, _HENRI, _NIINA)
