"""Letters of what is asked, answered and booked: who, when, how much, and the address of the rest.

What a municipality wrote stands in none of them.
"""

from collections.abc import Mapping
from datetime import datetime

from api.accounts.mail import CalendarPart
from api.formats import write_amount, write_day, write_period
from api.languages import LANGUAGES, load_strings
from api.outbox.letter import Letter
from api.store.cases.tables import CaseAsk
from api.store.experts.tables import Booking


def write_question(ask: CaseAsk, expert: str, town: str, link: str, by: str) -> Letter:
    """To the organisation, with the link that it answers by. by : address of the advisor"""
    named = {"expert": expert, "town": town, "link": link, "by": by}
    return Letter(ask.address, *_write("booking_ask_mail", ask, ask.expires, named), about=ask.id)


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


def write_run_out(row: Booking, to: str, expert: str, code: str, link: str) -> Letter:
    """To the advisor: nobody confirmed the hold."""
    named = {"expert": expert, "code": code, "link": link}
    return Letter(to, *_write("booking_run_out_mail", row, row.changed, named))


def write_let_go(row: Booking, to: str, expert: str, code: str) -> Letter:
    """To the organisation: its hours are free again."""
    return Letter(to, *_write("booking_let_go_mail", row, row.changed, {"expert": expert, "code": code}))


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
