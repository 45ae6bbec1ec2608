"""Whole cards the way phones and programs write them: each is made up, its habits are real."""

from __future__ import annotations

from tests.interchange.vcards import read, read_one


def _crlf(text: str) -> bytes:
    return text.lstrip("\n").replace("\n", "\r\n").encode()


ANDROID_21 = r"""
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=56=69=72=74=61=6E=65=6E;=C3=85=73=61=20=4D=61=72=69=61=20=
=4C=6F=75=69=73=65;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85=73=61=20=56=69=72=74=61=6E=65=6E
X-PHONETIC-FIRST-NAME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85
TEL;CELL;PREF:+358405550101
TEL;WORK;FAX:014555
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4D=C3=B6=6B=6B=69):0401
EMAIL;WORK:asa@valio.example
ORG:Valio
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=4B=61=74=75=20=33;=4A=79=76=C3=A4=73=6B=79=6C=C3=A4;;=
=34=30=31=30=30;
BDAY:--04-12
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;=C3=85=6B=65;1;;;;
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=45=6E=73=69=6E=0D=0A=73=69=74=74=65=6E
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/4QBYRXhpZgAATU0AKgAA
 AAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAA

SOUND;X-IRMC-N:;;;;
END:VCARD
"""


def test_an_android_phone() -> None:
    found = read_one(_crlf(ANDROID_21))
    contact = found.contact
    assert (contact.name, contact.name_parts.given) == ("Åsa Virtanen", "Åsa Maria Louise")
    assert [(phone.value, phone.label) for phone in contact.phones] == [
        ("+358405550101", "mobile"),
        ("014555", "work fax"),
        ("0401", "Mökki"),
    ]
    assert (contact.addresses[0].locality, contact.addresses[0].postal_code) == ("Jyväskylä", "40100")
    assert (str(contact.birthday), contact.notes) == ("--04-12", "Ensin\nsitten")
    assert found.unknown_properties == (
        "X-PHONETIC-FIRST-NAME:Å",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Åke;1;;;;",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/4QBYRXhpZgAATU0AKgAAAAgAAgESAAMAAAABAAEAAIdpAAQAAAABAAAA",
    )
    assert found.remarks == ()


ICLOUD = r"""
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.1//EN
N:Virtanen;Anna;;;
FN:Anna Virtanen
ORG:Valio Oy;Brändi;
item1.EMAIL;type=INTERNET;type=pref:anna@valio.example
item1.X-ABLabel:_$!<Work>!$_
TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:+358 40 555 0101
item2.ADR;type=HOME;type=pref:;;Katu 1\nB 2;Helsinki;;00100;Suomi
item2.X-ABADR:fi
item3.URL;type=pref:https\://valio.example
item3.X-ABLabel:_$!<HomePage>!$_
item4.X-ABDATE;type=pref:2010-06-05
item4.X-ABLabel:_$!<Anniversary>!$_
item5.X-ABRELATEDNAMES:Jenny
item5.X-ABLabel:_$!<Spouse>!$_
BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-02-29
X-SOCIALPROFILE;type=linkedin;x-userid=anna:http://www.linkedin.com/in/anna
IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:anna
PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&10&10&a==:AAAA
 BBBB
UID:5f3c
END:VCARD
"""


def test_an_iphone() -> None:
    found = read_one(_crlf(ICLOUD))
    contact = found.contact
    assert (contact.organization, str(contact.birthday), contact.uid) == ("Valio Oy", "--02-29", "5f3c")
    assert [(email.value, email.label) for email in contact.emails] == [("anna@valio.example", "work")]
    assert [(phone.value, phone.label) for phone in contact.phones] == [("+358 40 555 0101", "iPhone")]
    assert [(url.value, url.label) for url in contact.urls] == [("https://valio.example", "HomePage")]
    assert (contact.addresses[0].label, contact.addresses[0].street) == ("home", "Katu 1\nB 2")
    assert found.unknown_properties == (
        "ORG:Valio Oy;Brändi;",
        "item2.X-ABADR:fi",
        "item4.X-ABDATE;type=pref:2010-06-05",
        "item4.X-ABLabel:_$!<Anniversary>!$_",
        "item5.X-ABRELATEDNAMES:Jenny",
        "item5.X-ABLabel:_$!<Spouse>!$_",
        "X-SOCIALPROFILE;type=linkedin;x-userid=anna:http://www.linkedin.com/in/anna",
        "IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:anna",
        "PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&10&10&a==:AAAABBBB",
    )


OUTLOOK_21 = """
BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=fi;CHARSET=Windows-1252:M\xe4ki;Pekka;;Hra
FN;CHARSET=Windows-1252:Pekka M\xe4ki
ORG;CHARSET=Windows-1252:Yritys Oy, The;Myynti
TITLE:Johtaja
TEL;WORK;VOICE:(09) 555 1234
TEL;CELL;VOICE:BusinessPhone
ADR;WORK;PREF;CHARSET=Windows-1252:;;Mets\xe4tie 3\\;B;Espoo;;02100;Suomi
LABEL;WORK;PREF;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Mets=E4tie 3=0D=0A=
02100 Espoo
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
URL;WORK:http://yritys.example
X-MS-ANNIVERSARY:20110113
EMAIL;PREF;INTERNET:pekka@yritys.example
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 AAAABBBB
 CCCC

X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://s.example/x" ver="1.0"><fld prop="name"/></card>
REV:20120305T131933Z
END:VCARD
"""


def test_outlook() -> None:
    found = read_one(OUTLOOK_21.lstrip("\n").replace("\n", "\r\n").encode("windows-1252"))
    contact = found.contact
    assert (contact.name, contact.name_parts.family) == ("Pekka Mäki", "Mäki")
    assert (contact.organization, contact.title) == ("Yritys Oy, The", "Johtaja")
    assert [(phone.value, phone.label) for phone in contact.phones] == [
        ("(09) 555 1234", "work"),
        ("BusinessPhone", "mobile"),
    ]
    assert (contact.addresses[0].label, contact.addresses[0].street) == ("work", "Metsätie 3;B")
    assert contact.updated == "2012-03-05T13:19:33Z"
    assert found.unknown_properties == (
        "ORG:Yritys Oy\\, The;Myynti",
        "LABEL;TYPE=WORK;TYPE=PREF:Metsätie 3\\n02100 Espoo",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
        "X-MS-ANNIVERSARY:20110113",
        "PHOTO;ENCODING=b;TYPE=JPEG:AAAABBBBCCCC",
        'X-MS-OL-DESIGN:<card xmlns="http://s.example/x" ver="1.0"><fld prop="name"/></card>',
    )
    assert found.remarks == ()


GOOGLE = r"""
BEGIN:VCARD
VERSION:3.0
FN:Leena Korhonen
N:Korhonen;Leena;;;
EMAIL;TYPE=INTERNET;TYPE=HOME:leena@example.org
item1.EMAIL;TYPE=INTERNET:leena@mokki.example
item1.X-ABLabel:Mökki
TEL;TYPE=CELL:+358 50 555 0102
item2.TEL:+1 415 555 0134
item2.X-ABLabel:Google Voice
ORG:Kesko
item3.URL:http\://www.google.com/profiles/1
item3.X-ABLabel:PROFILE
BDAY:19800322
PHOTO:https://photos.example/x
CATEGORIES:myContacts,* starred,Opiskelijat
NOTE:Tavattu\nSlushissa
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:
N:;;;;
EMAIL;TYPE=INTERNET:someone@example.org
CATEGORIES:myContacts
END:VCARD
"""


def test_google() -> None:
    first, second = read(_crlf(GOOGLE)).contacts
    assert [(email.value, email.label) for email in first.contact.emails] == [
        ("leena@example.org", "home"),
        ("leena@mokki.example", "Mökki"),
    ]
    assert [(phone.value, phone.label) for phone in first.contact.phones] == [
        ("+358 50 555 0102", "mobile"),
        ("+1 415 555 0134", "Google Voice"),
    ]
    assert first.contact.urls[0].value == "http://www.google.com/profiles/1"
    assert (first.contact.fields, first.contact.notes) == (("opiskelijat",), "Tavattu\nSlushissa")
    assert first.unknown_properties == ("PHOTO:https://photos.example/x",)
    assert (second.contact.name, second.contact.fields, second.line) == ("someone@example.org", (), 19)


def test_a_chat_programs_share() -> None:
    found = read_one(
        _crlf(
            """
BEGIN:VCARD
VERSION:3.0
N:;Pekka;;;
FN:Pekka
item1.TEL;waid=358405550103:+358 40 5550103
item1.X-ABLabel:Mobile
X-WA-BIZ-NAME:Pekka Oy
END:VCARD"""
        )
    )
    assert [(phone.value, phone.label) for phone in found.contact.phones] == [("+358 40 5550103", "Mobile")]
    assert found.unknown_properties == ("X-WA-BIZ-NAME:Pekka Oy",)


def test_an_address_book_on_a_server() -> None:
    found = read_one(
        _crlf(
            r"""
BEGIN:VCARD
VERSION:4.0
PRODID:-//Sabre//Sabre VObject 4.5.4//EN
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;PREF=1:Maija Lehto
N:Lehto;Maija;;;PhD,MBA
BDAY:--0203
ANNIVERSARY:20090808
GENDER:F
EMAIL;PID=1.1;TYPE="HOME,INTERNET":maija@example.org
TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+358-40-555-0104;ext=102
ORG;TYPE=work:Lehto & Co
CATEGORIES:food,health/tech
NOTE;LANGUAGE=fi:Pitkä muistiinpano\, jossa on pilkku.
RELATED;TYPE=friend:urn:uuid:f81d4fae
CLIENTPIDMAP:1;urn:uuid:53e374d9
REV;VALUE=DATE-AND-TIME:20260101T000000Z
END:VCARD"""
        )
    )
    contact = found.contact
    assert (contact.name, contact.name_parts.suffix) == ("Maija Lehto", "PhD, MBA")
    assert (contact.emails[0].label, contact.phones[0].value) == ("home", "+358-40-555-0104;ext=102")
    assert (contact.fields, contact.updated) == (("food", "health/tech"), "2026-01-01T00:00:00Z")
    assert found.unknown_properties == (
        "ANNIVERSARY:20090808",
        "GENDER:F",
        "RELATED;TYPE=friend:urn:uuid:f81d4fae",
        "CLIENTPIDMAP:1;urn:uuid:53e374d9",
    )


def test_an_old_phone() -> None:
    found = read_one(
        _crlf(
            """
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Nyk=C3=A4nen;V=C3=A4in=C3=B6
TEL;PREF;CELL;VOICE;ENCODING=8BIT:+358405550105
X-NICKNAME;CHARSET=UTF-8:V\u00e4iski
X-CLASS:private
X-IRMC-LUID:000200000102
REV:20081015T120000
END:VCARD"""
        )
    )
    assert found.contact.name == "Väinö Nykänen"
    assert [(phone.value, phone.label) for phone in found.contact.phones] == [("+358405550105", "mobile")]
    assert found.unknown_properties == ("X-NICKNAME:Väiski", "X-CLASS:private", "X-IRMC-LUID:000200000102")
