"""German headers: Outlook, Windows Mail, Thunderbird, and spreadsheets made by hand."""

from __future__ import annotations

WORDS = {
    "name": """name|vollständiger name|anzeigename|ansprechpartner|kontakt|kontaktperson|person|vor und nachname|vorname und nachname|kontaktname
        |vorname nachname|ganzer name|voller name|teilnehmer|ansprechpartnerin|mitglied|angezeigter name|name des kontakts""",
    "family-given": "nachname vorname|name vorname|nach und vorname|familienname vorname",
    "given": "vorname|vornamen|rufname",
    "family": "nachname|familienname|zuname|nachnamen",
    "additional": "weitere vornamen|# vorname|zweiter vorname|mittelname|zweitname|zweite vornamen|weiterer vorname",
    "prefix": "anrede|namenspräfix|präfix|akademischer titel|akad titel|titel anrede|grad",
    "suffix": "suffix|namenssuffix|namenszusatz|nachgestellter titel",
    "nickname": "spitzname|kosename|kurzname",
    "title-or-prefix": "titel",
    "title": "position|funktion|berufsbezeichnung|arbeitstitel|stellung|rolle|tätigkeit|stelle|jobtitel|aufgabe|amt",
    "title-too": "beruf",
    "organization": """firma|unternehmen|organisation|arbeitgeber|firmenname|betrieb|gesellschaft|unternehmensname|institution|verein|kunde|firmierung
        |schule|universität|hochschule|name der firma""",
    "department": "abteilung|bereich|organisationseinheit",
    "email": """email|email adresse|email #|email adresse #|email # adresse|primäre email adresse|sekundäre email adresse|mail|mailadresse|weitere email
        |email adressen|erste email adresse|zweite email adresse|emailadresse|emailadresse #|weitere email adresse|mail adresse|primäre email""",
    "phone": """telefon|telefonnummer|tel|fon|telefon #|tel nr|rufnummer|telefonnr|festnetz|telefonnummer #|haupttelefon|nummer|telefon nr|tel #
        |fernsprecher|festnetznummer|telefonnummern|durchwahl""",
    "phone:mobile": """mobil|mobiltelefon|handy|handynummer|mobilnummer|mobiltelefon #|mobil tel nr|mobil #|handy nr|mobilfunk|handynr|mobil tel
        |mobilfunknummer|handy #|mobiltelefonnummer|natel|mobilnr""",
    "phone:main": "telefon firma|zentrale|telefonzentrale|firmentelefon|hauptnummer",
    "phone:fax": "fax|faxnummer|fax nummer|telefax|fax #|telefaxnummer|fax nr",
    "phone:pager": "pager|pager nummer",
    "phone:car": "autotelefon",
    "phone:assistant": "telefon assistent|telefon assistentin",
    "phone:callback": "rückmeldung|rückruf",
    "phone:radio": "funktelefon",
    "phone:tty": "telefon für hörbehinderte",
    "phone:telex": "telex",
    "url": """webseite|website|homepage|internetseite|webadresse|internet|webseite #|internetadresse|web|seite|webauftritt|link|links|webseiten""",
    "url:linkedin": "linkedin profil|linkedinprofil",
    "url:xing": "xing|xing profil|xing url",
    "address": "adresse|anschrift|postanschrift|vollständige adresse|postadresse|adressen|wohnadresse",
    "address.po-box": "postfach|adresse postfach",
    "address.extended": "adresszusatz|zusatz|etage|wohnung|adressenzusatz",
    "address.street": """straße|strasse|straße #|straße und hausnummer|straße nr|adresse #|straße hausnr|str|straße hausnummer|adresszeile
        |adresszeile #|straße u hausnummer|strasse und nr|straße und nr""",
    "address.city": "ort|stadt|wohnort|gemeinde|ortschaft",
    "address.region": "bundesland|region|kanton|bundesland kanton|provinz|bundesstaat",
    "address.postal-code": "plz|postleitzahl",
    "address.country": "land|land region|staat",
    "birthday": "geburtsdatum|geboren|geburtstag|geb datum|geb|geboren am|gebdatum",
    "birthday.year": "geburtsjahr",
    "birthday.month": "geburtsmonat",
    "event:Anniversary": "jahrestag|hochzeitstag",
    "relation:Spouse": "partner|ehepartner|ehefrau|ehemann|partnerin|lebenspartner",
    "relation:Child": "kinder|kind",
    "relation:Manager": "name des der vorgesetzten|vorgesetzter|vorgesetzte|chef|name des r vorgesetzten|vorgesetzte r",
    "relation:Assistant": "name assistent|assistent|assistent in|assistentin|sekretariat",
    "im": "messenger name|sofortnachrichten|chat|imadresse",
    "field": """branche|branchen|kategorie|kategorien|gruppe|gruppen|stichwort|stichwörter|schlagwort|schlagwörter|fachgebiet|fachbereich|label|labels
        |tätigkeitsfeld|interessen|themen|geschäftsfeld|fachrichtung|schlagworte""",
    "step": "stufe|kundenstufe",
    "step-or-line": "phase|status|kundenphase|kundenstatus|stadium|verkaufsphase",
    "importance-or-filled-in": "priorität",
    "importance-or-line": "a b c|abc|abc klasse|abc klassifizierung|wichtigkeit|bedeutung|einstufung",
    "hope": "hoffnung|hoffnungen",
    "met": "kennengelernt|wie kennengelernt|wo kennengelernt|getroffen|veranstaltung|kennengelernt bei|woher|getroffen bei",
    "met_on": "kennengelernt am|getroffen am|verbunden am|kontakt seit|verbunden seit",
    "last-contact": "letzter kontakt|zuletzt kontaktiert|letztes treffen|zuletzt getroffen|letzte aktivität|zuletzt gesehen",
    "via": "empfohlen von|vorgestellt von|über|vermittelt von|empfehlung|empfehlung von",
    "every": "kontaktintervall",
    "notes": """notizen|notiz|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|beschreibung|sonstiges|info|infos|hinweis|hinweise|memo
        |zusatzinformationen|weitere informationen""",
    "photo": "foto|bild",
    "phonetic-given": "vorname yomi",
    "phonetic-family": "nachname yomi",
    "stand-in": "email angezeigter name|email # angezeigter name",
    "filled-in": """email typ|email # typ|vertraulichkeit|privat|geschlecht|internet frei gebucht|initialen|sprache|abrechnungsinformation
        |reisekilometer|verzeichnisserver|firma yomi""",
    "ignore": "nr|zeile|lfd nr|lfdnr|laufende nummer",
}

PLACES = {
    "work": "geschäftlich|dienstlich|arbeit|beruflich|büro|firma|gesch|dienst|geschäft",
    "home": "privat|zuhause|zu hause|persönlich|private|privater|privates",
    "other": "weitere|weiterer|weiteres|weiteres e|weiteres r|andere|sonstige|sonstiges|sonstiger",
    "school": "schule",
}

STARTS = {"privat": "home", "geschäfts": "work", "dienst": "work", "firmen": "work", "büro": "work"}
