"""Finnish headers: Outlook, Thunderbird, and spreadsheets made by hand."""

from __future__ import annotations

WORDS = {
    "name": """nimi|koko nimi|näytettävä nimi|näyttönimi|yhteyshenkilö|yhteyshenkilön nimi|henkilö|kontakti|henkilön nimi
        |kontaktin nimi|kontaktihenkilö|osallistuja|yhteystieto|jäsen|nimi etunimi sukunimi|etunimi sukunimi|etunimi ja sukunimi
        |etu ja sukunimi|osallistujan nimi|kaveri|tuttu""",
    "family-given": "sukunimi etunimi|sukunimi ja etunimi|suku ja etunimi|sukunimi etunimet|nimi sukunimi etunimi",
    "given": "etunimi|etunimet|kutsumanimi|yhteyshenkilön etunimi",
    "family": "sukunimi|yhteyshenkilön sukunimi|suku nimi",
    "additional": "toinen nimi|toiset nimet|muut etunimet|toinen etunimi|keskimmäinen nimi|muut nimet",
    "prefix": "puhuttelu|etuliite|nimen etuliite|arvo",
    "suffix": "jälkiliite|nimen jälkiliite|loppuliite",
    "nickname": "lempinimi|lisänimi|kutsumanimi lempinimi",
    "title-or-prefix": "titteli",
    "title": """tehtävänimike|ammattinimike|tehtävä|asema|nimike|rooli|työtehtävä|toimi|ammattinimi|virka|toimenkuva|tittelinsä
        |asema yrityksessä|vastuualue|työnimike""",
    "title-too": "ammatti",
    "organization": """yritys|organisaatio|yrityksen nimi|työnantaja|firma|yhtiö|järjestö|työpaikka|organisaation nimi|taho|asiakas|yhteisö
        |toimija|yritys organisaatio|asiakasyritys|yritys ja organisaatio|koulu|oppilaitos|yritys tai organisaatio|toiminimi""",
    "department": "osasto|yksikkö|tiimi|toimiala yksikkö",
    "email": """sähköposti|sähköpostiosoite|sähköposti #|sähköpostiosoite #|ensisijainen sähköposti|toissijainen sähköposti|s posti|sposti
        |ensisijainen sähköpostiosoite|toissijainen sähköpostiosoite|maili|meili|meiliosoite|sähköpostit|sähköpostiosoitteet|s postiosoite
        |vaihtoehtoinen sähköposti""",
    "email.label": "sähköposti # tyyppi|sähköpostin tyyppi",
    "phone": """puhelin|puhelinnumero|puh|puhelin #|puhelinnumero #|puh nro|puhelinnro|puhnro|p|puhelimet|puhelinnumerot|ensisijainen puhelin
        |numero|puhelinnumerosi|puh numero|puh #|lankapuhelin|lankanumero|toinen puhelin|pnro|puhelin nro""",
    "phone.label": "puhelin # tyyppi|puhelimen tyyppi",
    "phone:mobile": """matkapuhelin|matkapuhelinnumero|kännykkä|gsm|matkapuhelin #|kännykkänumero|mobiili|matkapuh|matkapuh nro|gsm numero
        |kännykkä #|mobiilipuhelin|matkapuhelinnro|älypuhelin|känny""",
    "phone:main": "vaihde|yrityksen puhelinvaihde|puhelinvaihde|yrityksen puhelin|yrityksen puhelinnumero",
    "phone:fax": "faksi|faksinumero|fax|faksin numero|telefaksi",
    "phone:pager": "hakulaite|hakulaitteen numero",
    "phone:car": "autopuhelin",
    "phone:assistant": "avustajan puhelinnumero|avustajan puhelin",
    "phone:callback": "takaisinsoitto",
    "phone:radio": "radiopuhelin",
    "phone:telex": "teleksi",
    "phone:tty": "tty tdd puhelin",
    "url": """verkkosivu|kotisivu|verkkosivusto|www sivu|nettisivu|web sivu|kotisivut|verkkosivut|nettisivut|internet sivu|verkkosivu #
        |www osoite|verkko osoite|verkkosoite|sivusto|linkki|web sivut|www sivut|internetsivut|linkit""",
    "url:linkedin": "linkedin profiili|linkedin osoite|linkedin linkki",
    "address": "osoite|postiosoite|osoitetiedot|koko osoite|osoitteet",
    "address.po-box": "postilokero|pl|osoite postilokero",
    "address.extended": "huoneisto|asunto|c o|kerros",
    "address.street": "katuosoite|lähiosoite|katu|lähiosoite #|osoite #|jakeluosoite|katuosoite #|osoiterivi|osoiterivi #|kadunnimi",
    "address.city": "postitoimipaikka|kaupunki|kunta|paikkakunta|postitoimip|kotikunta|kotipaikka|kaupunki kunta",
    "address.region": "maakunta|lääni|sijaintitiedot|osavaltio|alue|provinssi",
    "address.postal-code": "postinumero|postinro|postinr|postinum|posti nro",
    "address.country": "maa|maa alue|valtio",
    "birthday": "syntymäpäivä|syntymäaika|syntynyt|synttärit|syntpvm|synt|syntymäpv",
    "birthday.year": "syntymävuosi",
    "birthday.month": "syntymäkuukausi",
    "event:Anniversary": "vuosipäivä|hääpäivä|merkkipäivä",
    "relation:Spouse": "puoliso|kumppani",
    "relation:Child": "lapset|lapsi",
    "relation:Manager": "vastuuhenkilön nimi|esimies|esihenkilö|johtaja|vastuuhenkilö",
    "relation:Assistant": "avustajan nimi|avustaja|sihteeri|assistentti",
    "im": "pikaviestin|pikaviestiosoite",
    "field": """ala|alat|toimiala|toimialat|ryhmä|ryhmät|luokat|luokka|tunniste|tunnisteet|avainsanat|kategoria|kategoriat|tagit
        |jäsenyys ryhmissä|opiskeluala|koulutusala|kiinnostuksen kohteet|aihe|aiheet|osaaminen|osaamisalue|liiketoiminta ala|tagi
        |asiasanat|toimialue""",
    "step": "porras|askel|asiakkuuden porras|asiakkuusporras|asiakkuuden portaat|asiakkuus",
    "step-or-line": "vaihe|tila|status|asiakkuuden vaihe|asiakasvaihe|myyntivaihe|asiakkuuden tila|asiakastila|suhteen vaihe",
    "importance-or-filled-in": "prioriteetti",
    "importance-or-line": "a b c|abc|abc luokka|abc luokitus|tärkeysaste|tärkeysluokka|tärkeysjärjestys|luokitus",
    "hope": "toive|toiveet",
    "met": """tapaaminen|tapaamispaikka|mistä tunnen|tavattu|missä tavattu|mistä tutustuttu|kohtaaminen|missä tavattiin|mistä tuttu
        |miten tavattu|miten tutustuttu|tutustuttu|mistä kontakti|tapahtuma""",
    "met_on": "tavattu pvm|tapaamispäivä|tapaamispvm|milloin tavattu|tapaamisen pvm|kohtaamispäivä|tavattiin|yhteys luotu",
    "last-contact": """viimeksi|viimeksi tavattu|viimeksi nähty|viimeksi yhteydessä|viimeksi oltu yhteydessä|viimeksi puhuttu|viimeksi juteltu
        |tavattu viimeksi|nähty viimeksi|yhteydessä viimeksi|viimeisin yhteydenotto|viimeinen yhteydenotto|viimeisin kontakti
        |viimeinen kontakti|viimeisin tapaaminen|viimeinen tapaaminen|viime tapaaminen|viime kontakti|viime yhteydenotto
        |edellinen tapaaminen|edellinen yhteydenotto|viimeisin yhteys|viimeisin yhteydenpito|viimeisin aktiviteetti""",
    "via": "suosittelija|esittelijä|suositteli|kenen kautta|kautta|esitteli|viittaaja|kuka esitteli",
    "every": "yhteydenpitoväli|yhteydenpito|yhteydenpidon väli",
    "notes": """muistiinpanot|muistiinpano|lisätiedot|lisätieto|huomautukset|huomiot|kommentit|kommentti|muistilaput|muuta|huom|muistilappu
        |kuvaus|lisätietoja|selite|huomioitavaa|muut tiedot|tiedot|huomautus|viesti""",
    "photo": "kuva|valokuva",
    "phonetic-given": "etunimi yomi",
    "phonetic-family": "sukunimi yomi",
    "stand-in": "näytettävä sähköpostinimi|näytettävä sähköpostinimi #",
    "filled-in": """sähköpostin laji|sähköposti # n laji|luottamuksellisuus|yksityinen|sukupuoli|vapaat ja varatut ajat
        |nimikirjaimet|kieli|laskutustiedot|matka|yritys yomi""",
    "ignore": "nro|rivi|järjestysnumero",
}

PLACES = {
    "work": "työ|työn|työpaikan|työpaikka|yritys|yrityksen|toimisto|työssä|virka",
    "home": "koti|kodin|yksityinen|henkilökohtainen|oma|kotona|siviili",
    "other": "muu|muun|muut|toinen",
    "school": "koulu|oppilaitos",
}

STARTS = {"työ": "work", "koti": "home", "virka": "work", "koulu": "school"}
