"""Tables as programs write them, made up for the tests."""

from __future__ import annotations


def columns(text: str) -> list[str]:
    """Headers that are written with bars between them."""
    return text.split("|")


LINKEDIN = '''\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see
email addresses for connections who have allowed it, ""see"" our help."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Virtanen,https://www.linkedin.com/in/anna-virtanen,,Valio Oy,Brand lead,12 Mar 2024
"Pekka, MBA",Salo,https://www.linkedin.com/in/psalo,pekka@fazer.example,Fazer,"Head of ""Sweets""",7-Feb-22
,,,,,,30 Apr 2026
,,,,Ghost Oy,,1 May 2026
'''

LINKEDIN_OLD = """\
First Name,Last Name,Email Address,Company,Position,Connected On
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

Anna,Virtanen,,Valio Oy,Brand lead,12 Mar 2024
"""

GOOGLE = """\
First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,\
Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,\
E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,\
Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,\
Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,\
Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,\
Custom Field 1 - Value
Anna,Maria,Virtanen,Anna,,,Dr.,PhD,Ansku,Virtanen A,Valio Oy,Brand lead,Sales,--02-29,"Two
lines",https://photos.example/a.jpg,Design ::: Health/Tech ::: step:customer ::: * myContacts ::: * starred,\
Home,anna@home.example,* Work,anna@valio.example ::: av@valio.example,Mobile,+358 40 555 0101,Work Fax,014 123 456,\
Home,"Katu 3
40100 Jyväskylä
FI",Katu 3,Jyväskylä,PL 5,Keski-Suomi,40100,FI,A 5,Spouse,Jussi,Home Page,https://anna.example,Anniversary,2010-06-05,\
Shoe size,38
,,,,,,,,,,Kahvila Oy,,,,,,* myContacts,,,,,Main,014 555,,,Work,"Pelkkä katu
40100 Jyväskylä",,,,,,,,,,,,,,,
"""

GOOGLE_OLD = """\
Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,\
Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,\
Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,\
E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Phone 1 - Type,\
Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,\
Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,\
Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department,\
Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,Website 1 - Type,Website 1 - Value
Anna Virtanen,Anna,,Virtanen,,,,,,,,Ansku,,Salo,1980-02-29,,,,,,Baker,,Normal,Normal,,Hei,,,Imported 6/3 ::: * myContacts,\
* ,a@one.example ::: b@one.example,Andere,c@one.example,Other,Skype ::: ICQ ::: ,anna.v ::: 12345 ::: x,mobile ::: work,\
040 1 ::: 014 2,Home,,Katu 1 ::: Tie 2,Kuopio ::: Lahti,,,70100 ::: 15100,Suomi ::: ,,,Valio ::: Fazer,,Lead,Sales,,,,Blog,\
http://blog.example
"""

OUTLOOK_GOOGLE_HEADER = columns(
    "First Name|Middle Name|Last Name|Title|Suffix|Initials|Web Page|Gender|Birthday|Anniversary|Location|Language|"
    "Internet Free Busy|Notes|E-mail Address|E-mail 2 Address|E-mail 3 Address|Primary Phone|Home Phone|Home Phone 2|"
    "Mobile Phone|Pager|Home Fax|Home Address|Home Street|Home Street 2|Home Street 3|Home Address PO Box|Home City|"
    "Home State|Home Postal Code|Home Country|Spouse|Children|Manager's Name|Assistant's Name|Referred By|"
    "Company Main Phone|Business Phone|Business Phone 2|Business Fax|Assistant's Phone|Company|Job Title|Department|"
    "Office Location|Organizational ID Number|Profession|Account|Business Address|Business Street|Business Street 2|"
    "Business Street 3|Business Address PO Box|Business City|Business State|Business Postal Code|Business Country|"
    "Other Phone|Other Fax|Other Address|Other Street|Other Street 2|Other Street 3|Other Address PO Box|Other City|"
    "Other State|Other Postal Code|Other Country|Callback|Car Phone|ISDN|Radio Phone|TTY/TDD Phone|Telex|User 1|"
    "User 2|User 3|User 4|Keywords|Mileage|Hobby|Billing Information|Directory Server|Sensitivity|Priority|Private|"
    "Categories"
)

OUTLOOK_WEB_HEADER = columns(
    "First Name|Middle Name|Last Name|Title|Suffix|Nickname|Given Yomi|Surname Yomi|E-mail Address|E-mail 2 Address|"
    "E-mail 3 Address|Home Phone|Home Phone 2|Business Phone|Business Phone 2|Mobile Phone|Car Phone|Other Phone|"
    "Primary Phone|Pager|Business Fax|Home Fax|Other Fax|Company Main Phone|Callback|Radio Phone|Telex|TTY/TDD Phone|"
    "IMAddress|Job Title|Department|Company|Office Location|Manager's Name|Assistant's Name|Assistant's Phone|"
    "Company Yomi|Business Street|Business City|Business State|Business Postal Code|Business Country/Region|"
    "Home Street|Home City|Home State|Home Postal Code|Home Country/Region|Other Street|Other City|Other State|"
    "Other Postal Code|Other Country/Region|Personal Web Page|Spouse|Schools|Hobby|Location|Web Page|Birthday|"
    "Anniversary|Notes"
)

OUTLOOK_FI = columns(
    "Titteli|Etunimi|Toinen nimi|Sukunimi|Jälkiliite|Yritys|Osasto|Tehtävänimike|Lähiosoite (työ)|Lähiosoite (työ) 2|"
    "Postitoimipaikka (työ)|Sijaintitiedot (työ)|Postinumero (työ)|Maa/alue (työ)|Lähiosoite (koti)|Lähiosoite 2|"
    "Lähiosoite 3|Postitoimipaikka (koti)|Postinumero (koti)|Maa/alue (koti)|Lähiosoite (muu)|Postitoimipaikka (muu)|"
    "Avustajan puhelinnumero|Työfaksi|Työpuhelin|Työpuhelin 2|Takaisinsoitto|Autopuhelin|Yrityksen puhelinvaihde|"
    "Kotifaksi|Kotipuhelin|Kotipuhelin 2|ISDN|Matkapuhelin|Muu faksi|Muu puhelin|Hakulaite|Ensisijainen puhelin|"
    "Vuosipäivä|Syntymäpäivä|Yrityksen osoite (postilokero)|Luokat|Lapset|Sähköpostiosoite|Sähköpostin laji|"
    "Näytettävä sähköpostinimi|Sähköpostiosoite 2|Sähköposti 2:n laji|Kotiosoite (postilokero)|Muistilaput|"
    "Prioriteetti|Yksityinen|Ammatti|Luottamuksellisuus|Puoliso|Suosittelija|Web-sivu"
)

OUTLOOK_SV = columns(
    "Titel|Förnamn|Mellannamn|Efternamn|Namnsuffix|Företag|Avdelning|Befattning|Gatuadress, arbete|"
    "Gatuadress 2, arbete|Ort, arbete|Region, arbete|Postadress, arbete|Land, arbete|Gatuadress, hem|Hemort|"
    "Postnr, hem|Land, hem|Annan gata|Annan ort|Annat postnummer|Annat land|Telefon, assistent|Fax arbete|Arbete|"
    "Telefon 2, arbete|Företag, växel|Fax, hem|Hem|Telefon 2, hem|Mobiltelefon|Fax, annan|Telefon, annan|"
    "Personsökare|Telefon 1|Årsdag|Födelsedag|Arbetsadress, box|Kategorier|Barn|E-postadress|E-posttyp|E-postnamn|"
    "E-postadress 2|Anteckningar|Prioritet|Privat|Känslighet|Make maka|Webbsida"
)

OUTLOOK_DE = columns(
    "Anrede|Vorname|Weitere Vornamen|Nachname|Suffix|Firma|Abteilung|Position|Straße geschäftlich|"
    "Straße geschäftlich 2|Ort geschäftlich|Region geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|"
    "Straße privat|Ort privat|Bundesland/Kanton privat|Postleitzahl privat|Land/Region privat|Weitere Straße|"
    "Weiterer Ort|Weiteres/r Bundesland/Kanton|Weitere Postleitzahl|Weiteres/e Land/Region|Telefon Assistent|"
    "Fax geschäftlich|Telefon geschäftlich|Telefon geschäftlich 2|Rückmeldung|Autotelefon|Telefon Firma|Fax privat|"
    "Telefon privat|Telefon privat 2|Mobiltelefon|Weiteres Fax|Weiteres Telefon|Haupttelefon|Geburtstag|Kategorien|"
    "E-Mail-Adresse|E-Mail-Typ|E-Mail: Angezeigter Name|E-Mail 2: Adresse|E-Mail 2: Typ|Jahrestag|Notizen|Ort|"
    "Postfach geschäftlich|Priorität|Privat|Vertraulichkeit|Partner|Webseite"
)

THUNDERBIRD = columns(
    "First Name|Last Name|Display Name|Nickname|Primary Email|Secondary Email|Screen Name|Work Phone|Home Phone|"
    "Fax Number|Pager Number|Mobile Number|Home Address|Home Address 2|Home City|Home State|Home ZipCode|"
    "Home Country|Work Address|Work Address 2|Work City|Work State|Work ZipCode|Work Country|Job Title|Department|"
    "Organization|Web Page 1|Web Page 2|Birth Year|Birth Month|Birth Day|Custom 1|Custom 2|Custom 3|Custom 4|Notes"
)

THUNDERBIRD_FI = columns(
    "Etunimi|Sukunimi|Näytettävä nimi|Lempinimi|Ensisijainen sähköposti|Toissijainen sähköposti|Näyttönimi|"
    "Työpuhelin|Kotipuhelin|Faksin numero|Hakulaitteen numero|Matkapuhelinnumero|Kotiosoite|Kotiosoite 2|"
    "Kotikaupunki|Kodin lääni|Kodin postinumero|Kotimaa|Työosoite|Työosoite 2|Työpaikan kaupunki|Työpaikan lääni|"
    "Työpaikan postinumero|Työpaikan maa|Ammattinimi|Osasto|Järjestö|Verkkosivu 1|Verkkosivu 2|Syntymävuosi|"
    "Syntymäkuukausi|Syntymäpäivä|Oma 1|Oma 2|Oma 3|Oma 4|Muistiinpanot"
)

THUNDERBIRD_SV = columns(
    "Förnamn|Efternamn|Visa|Smeknamn|E-post|Ytterligare e-post|Telefon arbete|Telefon privat|Faxnummer|Personsökare|"
    "Mobiltelefon|Adress privat (rad 1)|Adress privat (rad 2)|Stad privat|Landsdel (Stat) privat|Postnummer privat|"
    "Land privat|Adress arbete (rad 1)|Stad arbete|Postnummer arbete|Land arbete|Titel|Avdelning|Organisation|"
    "Webbplats privat|Webbplats arbete|Född år|Född månad|Född dag|Anteckningar"
)

THUNDERBIRD_DE = columns(
    "Vorname|Nachname|Anzeigename|Spitzname|Primäre E-Mail-Adresse|Sekundäre E-Mail-Adresse|Messenger-Name|"
    "Tel. dienstlich|Tel. privat|Fax-Nummer|Pager-Nummer|Mobil-Tel.-Nr.|Privat: Adresse|Privat: Adresse 2|"
    "Privat: Ort|Privat: Bundesland|Privat: PLZ|Privat: Land|Dienstlich: Adresse|Dienstlich: Adresse 2|"
    "Dienstlich: Ort|Dienstlich: PLZ|Arbeitstitel|Abteilung|Organisation|Webseite 1|Webseite 2|Geburtsjahr|"
    "Geburtsmonat|Geburtstag|Benutzerdef. 1|Notizen"
)
