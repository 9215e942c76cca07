"""A letter of a case."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass

from api.accounts.mail import CalendarPart


@dataclass(frozen=True, slots=True)
class Letter:
    """reply_to : where an answer goes, empty for the sender; about : the ask or booking that it is of"""

    to: str
    subject: str
    text: str
    calendar: CalendarPart | None = None
    reply_to: str = ""
    about: str | None = None


def pack_letter(letter: Letter) -> str:
    """All of it but whom it is to, as it is kept."""
    calendar = letter.calendar and [letter.calendar.method, b64encode(letter.calendar.body).decode()]
    return json.dumps({"subject": letter.subject, "text": letter.text, "reply_to": letter.reply_to, "part": calendar})


def unpack_letter(to: str, body: str) -> Letter:
    """The letter again."""
    told = json.loads(body)
    calendar = CalendarPart(told["part"][0], b64decode(told["part"][1])) if told["part"] else None
    return Letter(to, told["subject"], told["text"], calendar, told["reply_to"])
