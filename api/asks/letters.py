"""Letters of what is asked, answered and booked: who, when, how much, and the address of the rest.

What a municipality wrote stands in none of them.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from api.access.errors import MailNotSent
from api.accounts.mail import CalendarPart, MailServer
from api.formats import write_amount, write_day, write_period
from api.languages import LANGUAGES, load_strings
from api.store.cases.tables import CaseAsk
from api.store.experts.tables import Booking

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    to: str
    subject: str
    text: str
    calendar: CalendarPart | None = None


def send_letters(mail: MailServer, letters: Iterable[Letter]) -> bool:
    """Whether all were taken; one that was not is logged, without whom it was for, and the next one sent."""
    taken = [_send(mail, letter) for letter in letters]
    return all(taken)


def write_question(ask: CaseAsk, expert: str, town: str, link: str, by: str) -> Letter:
    """To the organisation, with the link that it answers by. by : address of the advisor"""
    named = {"expert": expert, "town": town, "link": link, "by": by}
    return Letter(ask.address, *_write("booking_ask_mail", ask, ask.expires, named))


def write_answer(ask: CaseAsk, to: str, expert: str, code: str, link: str, *, is_booked: bool) -> Letter:
    """To the advisor. is_booked : whether the answer holds or books hours"""
    key = f"booking_answer_mail_{'yes_full' if ask.state == 'yes' and not is_booked else ask.state}"
    named = {"expert": expert, "code": code, "link": link}
    return Letter(to, *_write(key, ask, ask.expires, named, subject="booking_answer_mail_subject"))


def write_booking(row: Booking, to: str, title: str, code: str, link: str, calendar: CalendarPart) -> Letter:
    """What goes with the invitation, or with the message that takes it back."""
    key = "booking_cancel_mail" if calendar.method == "CANCEL" else "booking_mail"
    subject, text = _write(key, row, row.changed, {"title": title, "code": code, "link": link})
    return Letter(to, subject, text, calendar)


def _send(mail: MailServer, letter: Letter) -> bool:
    try:
        mail.send(letter.to, letter.subject, letter.text, calendar=letter.calendar)
    except MailNotSent as error:
        _log.error("a letter of a case was not sent: %s", error)
        return False
    return True


def _write(
    key: str, told: CaseAsk | Booking, until: datetime, named: Mapping[str, str], subject: str = ""
) -> tuple[str, str]:
    """Subject and text, in both languages, for nobody has told which."""
    parts = []
    for language in LANGUAGES:
        t = load_strings(language)
        values = {
            "period": write_period(told, t),
            "hours": write_amount(told.hours, t),
            "until": write_day(until.date(), t),
            **named,
        }
        parts.append(t[f"{key}_text"].format(**values))
    titled = load_strings("sv")[subject or f"{key}_subject"]
    return titled.format(**named), "\n\n---\n\n".join(parts) + "\n"
