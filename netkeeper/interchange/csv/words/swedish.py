"""Swedish headers: Outlook, Thunderbird, and spreadsheets made by hand."""

from __future__ import annotations

WORDS = {
    "name": """namn|fullständigt namn|visningsnamn|kontaktperson|kontakt|hela namnet|person|kontaktnamn|visa|deltagare|medlem
        |för och efternamn|förnamn och efternamn|förnamn efternamn|personens namn|kompis""",
    "family-given": "efternamn förnamn|efter och förnamn|efternamn och förnamn",
    "given": "förnamn|tilltalsnamn|förnamnet",
    "family": "efternamn|släktnamn|efternamnet",
    "additional": "mellannamn|andra förnamn|andranamn",
    "prefix": "hälsning|tilltal|namnprefix|prefix",
    "suffix": "namnsuffix|suffix",
    "nickname": "smeknamn|öknamn|kallas",
    "title-or-prefix": "titel",
    "title": "befattning|position|roll|yrkestitel|jobbtitel|arbetstitel|tjänst|funktion|uppdrag|arbetsuppgift",
    "title-too": "yrke",
    "organization": """företag|organisation|bolag|arbetsgivare|företagsnamn|firma|organisationsnamn|förening|kund|företagets namn|företag organisation
        |skola|universitet|företagsnamnet""",
    "department": "avdelning|enhet|team",
    "email": """epost|epostadress|epost #|epostadress #|mejl|mejladress|mail|mailadress|ytterligare epost|primär epost|sekundär epost
        |epostadresser|mejl #|primär epostadress|sekundär epostadress|alternativ epost""",
    "phone": """telefon|telefonnummer|tfn|tel|telefon #|telefonnr|tel nr|tel #|tfn #|telefonnummer #|nummer|fast telefon|tlf|telnr|tfnnr
        |telefon nr|primär telefon|telefonnumret""",
    "phone:mobile": """mobil|mobiltelefon|mobilnummer|mobil #|mobiltelefon #|mobilnr|mobiltelefonnummer|mobil nr|mob|mobiltel|gsm""",
    "phone:main": "växel|företag växel|växelnummer|telefonväxel|huvudnummer|företagets telefon",
    "phone:fax": "fax|faxnummer|telefax|fax #",
    "phone:pager": "personsökare|sökare",
    "phone:car": "biltelefon",
    "phone:assistant": "telefon assistent",
    "phone:callback": "motringning",
    "phone:tty": "tty tdd telefon",
    "phone:telex": "telex",
    "url": """webbsida|webbplats|hemsida|webbadress|webb|hemsidor|webbplats #|webbsida #|internetadress|länk|länkar|webbsidor|hemsida #""",
    "url:linkedin": "linkedin profil|linkedinprofil|linkedin länk",
    "address": "adress|postadress|fullständig adress|adresser",
    "address.po-box": "box|postbox|adress box|boxadress",
    "address.extended": "lägenhet|lgh|våning|c o",
    "address.street": "gatuadress|gata|gatuadress #|adress rad #|adress #|utdelningsadress|adressrad|adressrad #|gata #",
    "address.city": "ort|postort|stad|kommun",
    "address.region": "region|län|landskap|landsdel stat|delstat|provins",
    "address.postal-code:work": "postadress arbete",
    "address.postal-code": "postnummer|postnr|post nr|postnr #",
    "address.country": "land|land region",
    "birthday": "födelsedag|födelsedatum|född|fyller år|födelsedagen",
    "birthday.year": "född år|födelseår",
    "birthday.month": "född månad|födelsemånad",
    "birthday.day": "född dag",
    "event:Anniversary": "årsdag|bröllopsdag",
    "relation:Spouse": "make maka|make|maka|partner|sambo",
    "relation:Child": "barn",
    "relation:Manager": "namn chef|chef|chefens namn",
    "relation:Assistant": "namn assistent|assistent|assistentens namn",
    "im": "snabbmeddelanden|snabbmeddelande",
    "field": """bransch|branscher|område|kategori|kategorier|grupp|grupper|taggar|tagg|nyckelord|etikett|etiketter|intressen|verksamhetsområde
        |ämnesområde|intresseområde|studieområde""",
    "step": "steg|kundsteg|kundtrappa",
    "step-or-line": "fas|status|skede|kundfas|kundstatus|säljfas|läge",
    "importance-or-filled-in": "prioritet",
    "importance-or-line": "a b c|abc|abc klass|viktighet|betydelse|klassning",
    "hope": "förhoppning|förhoppningar|hopp",
    "met": "träffades|hur vi träffades|var vi träffades|träffad på|möte|träffad|evenemang|hur vi möttes|var träffades vi",
    "met_on": "träffades den|mötesdatum|ansluten|kontakt sedan|när vi träffades",
    "last-contact": "senaste kontakt|senast kontaktad|senaste möte|senast träffad|senast sedd|senaste aktivitet",
    "via": "presenterad av|rekommenderad av|genom|introducerad av|referens|hänvisad av",
    "every": "kontaktintervall",
    "notes": """anteckningar|anteckning|kommentar|kommentarer|övrigt|anmärkning|anmärkningar|beskrivning|noteringar|notering|info|övrig information
        |ytterligare information|meddelande""",
    "photo": "foto|bild",
    "phonetic-given": "förnamn yomi",
    "phonetic-family": "efternamn yomi",
    "stand-in": "epostnamn|epostnamn #",
    "filled-in": """eposttyp|eposttyp #|känslighet|privat|kön|ledig upptagen information för internet|initialer|språk
        |fakturering|reseersättning km|företag yomi""",
    "phone:home": "hem|bostad|telefon bostad",
    "phone:work": "arbete|jobb",
    "ignore": "nr|rad|löpnummer",
}

PLACES = {
    "work": "arbete|arbetet|jobb|jobbet|kontor|kontoret|företag|företaget",
    "home": "hem|privat|bostad|hemma|personlig",
    "other": "annan|annat|övrig|övriga|andra",
    "school": "skola",
}

STARTS = {
    "arbets": "work",
    "jobb": "work",
    "hem": "home",
    "privat": "home",
    "kontors": "work",
    "företags": "work",
    "bostads": "home",
}
