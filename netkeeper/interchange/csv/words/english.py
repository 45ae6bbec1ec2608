"""English headers: Google, Outlook, LinkedIn, Thunderbird, phones, mailing lists, and spreadsheets made by hand."""

from __future__ import annotations

WORDS = {
    "name": """name|full name|display name|contact name|contact|contact person|person|formatted name|participant|attendee|guest
        |member name|customer name|client name|name and surname|names|friend""",
    "family-given": "last first|last name first name|surname first name|last name and first name|name last first",
    "given": """first name|given name|forename|firstname|first|givenname|christian name|given names|first names|fname|first name s
        |contact first name|attendee first name""",
    "family": """last name|family name|surname|lastname|last|familyname|second name|lname|sn|contact last name
        |attendee last name|last name s""",
    "additional": "middle name|middle names|middle|additional name|additional names|middlename|mname|middle initial",
    "prefix": "name prefix|prefix|salutation|honorific|honorific prefix|courtesy title|mr ms|title of courtesy",
    "suffix": "name suffix|suffix|honorific suffix|generational suffix",
    "nickname": "nickname|nick name|alias|known as|goes by|short name|nick",
    "title-or-prefix": "title",
    "title": """job title|position|job|role|organization title|jobtitle|designation|function|job position|job role|work title
        |current position|job function|position title|organization # title""",
    "title-too": "occupation|headline|profession",
    "organization": """company|organization|organisation|company name|organization name|organisation name|employer|org|business
        |business name|account name|current company|workplace|firm|startup|affiliation|customer|client|company organization
        |organization # name|school|university|company school|associated company""",
    "department": """department|division|organization department|dept|unit|business unit|organization # department
        |organization unit""",
    "email": """email|email address|email #|email # address|email address #|primary email|secondary email|email # value|mail|emails
        |email addresses|alternate email|alternate email #|other email|e mail address|email id|contact email|invitee email
        |secondary email address|primary email address|additional email|second email|additional email address|screen email""",
    "email.label": "email # label|email label|email # type label|email label #",
    "phone": """phone|phone number|contact no|telephone|telephone number|tel|phone #|phone # value|phone number #|primary phone|tel #|phones
        |telephone #|contact number|phone no|tel no|phone numbers|number|contact phone|main number|landline|land line|alternate phone
        |secondary phone|yahoo phone|second phone|tel number|phone nr""",
    "phone.label": "phone # label|phone label|phone # type label|phone label #|phone type|phone # type",
    "phone:mobile": """mobile|mobile phone|cell|cell phone|cellphone|mobile number|cell number|mobile phone #|mobile #|gsm|mobile no
        |mobile phone number|cellular|cellular phone|mobile tel|handphone|cell #|general mobile|mobilephone|smartphone""",
    "phone:main": "company main phone|main phone|switchboard|company phone|main|organization main phone|general phone|company tel",
    "phone:fax": "fax|fax number|telefax|facsimile|fax #|fax no",
    "phone:home": "home",
    "phone:work": "work",
    "phone:pager": "pager|pager number|pager #",
    "phone:car": "car phone|car telephone",
    "phone:assistant": "assistants phone|assistant phone|assistant s phone",
    "phone:callback": "callback|callback phone",
    "phone:radio": "radio phone",
    "phone:isdn": "isdn",
    "phone:telex": "telex",
    "phone:tty": "tty tdd phone|tty tdd|tty phone",
    "phone:whatsapp": "whatsapp|whatsapp number|whats app",
    "phone:signal": "signal|signal number",
    "url": """website|web site|web page|webpage|homepage|home page|url|web|www|web address|url #|website #|web page #|website # value
        |site|link|blog|company website|links|web site address|profile url|website url|profile|websites|internet""",
    "url.label": "website # label|website label|url # label|url label|url label #|website # type",
    "url:linkedin": """linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin link|linked in|linkedin address|linkedin com
        |contact linkedin url|linkedin profile link|person linkedin url|linkedin page""",
    "url:twitter": "twitter|twitter url|twitter handle|twitter x|twitter profile",
    "url:facebook": "facebook|facebook url|facebook profile",
    "url:instagram": "instagram|instagram url|instagram handle",
    "url:github": "github|github url|github profile",
    "address": """address|postal address|mailing address|full address|address formatted|addresses|address # formatted|address full
        |home address formatted""",
    "address.label": "address # label|address label|address # type|address label #|address type",
    "address.po-box": "po box|address po box|address # po box|post office box|p o box|pobox|postbox",
    "address.extended": """extended address|address # extended address|address # extended|apartment|apt|floor|suite|unit number
        |address extended|apartment suite""",
    "address.street": """street|street address|address # street|street #|address line|address line #|street name|address street|street line
        |address #|street address line #|address street #""",
    "address.city": "city|town|locality|address # city|place|municipality|address city|city town|town city|suburb",
    "address.region": """state|region|province|county|address # region|state province|state region|address region|address state|territory
        |state or province|state province region""",
    "address.postal-code": """zip|zip code|postal code|postcode|post code|zipcode|zip postal code|postal|address # postal code|zip code #
        |address postal code|zip postcode|postal code zip|address zip""",
    "address.country": "country|country region|address # country|country name|nation|country or region|address country",
    "birthday": "birthday|birth date|date of birth|dob|birthdate|born|bday|birth day date|b day",
    "birthday.year": "birth year|year of birth|birthyear",
    "birthday.month": "birth month|month of birth|birthmonth",
    "birthday.day": "birth day|day of birth",
    "event:Anniversary": "anniversary|wedding anniversary|wedding day",
    "event": "event # value",
    "event.label": "event # label|event # type",
    "relation:Spouse": "spouse|partner|spouse partner|wife|husband|spouse name",
    "relation:Child": "children|child|kids",
    "relation:Manager": "managers name|manager|manager s name|boss|manager name|supervisor|reports to",
    "relation:Assistant": "assistants name|assistant|assistant s name|assistant name",
    "relation": "relation # value|related name # value",
    "relation.label": "relation # label|relation # type|related name # label",
    "im": "im # value|im|im #|imaddress|im address|instant messaging|messenger",
    "im.label": "im # service|im # label",
    "im:skype": "skype|skype id|skype name",
    "im:telegram": "telegram",
    "im:aim": "screen name|aim|aim screen name",
    "custom": "custom field # value|user defined field # value",
    "custom.label": "custom field # label|custom field # type|user defined field # type|user defined field # label",
    "field": """field|fields|tags|tag|categories|category|labels|label|groups|group|group membership|keywords|keyword|industry|sector
        |industries|interests|expertise|line of business|area|area of expertise|topics|contact groups|segment|member of
        |distribution lists|group memberships""",
    "step": "step|customer step|ladder step",
    "step-or-line": """stage|status|customer stage|customer status|lead status|lead stage|contact status|contact stage|lifecycle stage
        |pipeline stage|relationship status|relationship stage|ladder|phase""",
    "importance-or-filled-in": "priority",
    "importance-or-line": "importance level|a b c|abc|abc class|abc category|abc rating|rank|tier|rating|priority level|contact priority",
    "hope": "hope|hopes",
    "met": """met|met at|how we met|where we met|how you met|where met|met where|how met|introduction|where did we meet|context|origin
        |how i know them|how do i know""",
    "met_on": "connected on|met on|date met|first met|connected|connection date|when met|meeting date|connected at|linkedin connected on",
    "last-contact": """last contact|last contact date|last contacted|last contacted on|last contacted date|last contact on|date of last contact
        |last met|last met on|last meeting|last meeting date|last seen|last seen on|last in touch|last touch|last touchpoint|last spoke
        |last spoken|last talked|last interaction|last interaction date|last interacted|last activity|last activity date|last on
        |last communication|last conversation|most recent contact|most recent interaction|latest contact|latest interaction""",
    "via": "introduced by|via|referred by|referrer|referral|introducer|intro by|referred|recommended by",
    "every": "in touch every days|cadence|every|keep in touch|keep in touch every|contact frequency|frequency",
    "notes": """notes|note|comments|comment|description|remarks|remark|memo|info|additional info|other info|more info
        |biographical info|about|details|additional notes|additional information|information|background|background info|summary""",
    "photo": "photo|photo url|picture|avatar|image|photo link|profile picture|image url",
    "phonetic-given": "phonetic first name|given name yomi|given yomi|phonetic given name",
    "phonetic-additional": "phonetic middle name|additional name yomi",
    "phonetic-family": "phonetic last name|family name yomi|surname yomi|phonetic family name",
    "uid": "uid",
    "stand-in": "file as|email display name|email # display name|display as|save as",
    "filled-in": """email type|email # type|sensitivity|private|gender|internet free busy|directory server|initials|language
        |billing information|mileage|yomi name|organization # type|contact type|country code|maiden name""",
    "ignore": "im # type|no|nr|row|index",
}

PLACES = {
    "": "mailing",
    "billing": "billing",
    "shipping": "shipping",
    "work": "work|business|office|company|organization|organisation|job|professional|at work|w",
    "home": "home|private|personal|residential|residence|at home|h",
    "other": "other|another|additional",
    "school": "school|university",
}
"""What a phone or an address is for, as a word of its own in the header."""

STARTS = {"work": "work", "business": "work", "office": "work", "home": "home"}
"""The same at the beginning of a compound."""
