"""Invitations of bookings that are confirmed, moved or cancelled: to the organisation and to who asked for help."""

from collections.abc import Iterator
from email.utils import parseaddr

from fastapi import BackgroundTasks, Request

from api.access.current_account import now_of
from api.accounts.mail import CalendarPart
from api.accounts.services import services_of
from api.asks.address import find_known_address
from api.asks.letters import write_booking
from api.asks.names import Names, names_of
from api.formats import write_amount
from api.languages import load_strings
from api.outbox.send import post_later
from api.public_url import public_url
from api.store.cases.find_case import find_case
from api.store.cases.tables import Case
from api.store.experts.asking import find_booking_address, find_email
from api.store.experts.tables import Booking
from api.store.session import Session
from kb.icalendar.invitation import Invitation, Method, write_invitation

UID = "{booking_id}@till-handling"


def invite(request: Request, session: Session, row: Booking, tasks: BackgroundTasks) -> None:
    """Once the request is answered, tell the calendars of both of a booking that is confirmed, or of its new days."""
    _tell(request, session, row, tasks, "REQUEST")


def call_off(request: Request, session: Session, row: Booking, tasks: BackgroundTasks) -> None:
    """Once the request is answered, take the invitation back."""
    _tell(request, session, row, tasks, "CANCEL")


def _tell(request: Request, session: Session, row: Booking, tasks: BackgroundTasks, method: Method) -> None:
    mail = services_of(request).mail
    if mail is None:
        return
    case, names = find_case(session, row.case_id), names_of(request)
    addresses = list(dict.fromkeys(_list_addresses(session, row, case, names)))
    title = load_strings("sv")["booking_invitation"].format(
        expert=names.role(row.expert_slug), town=names.town(case.municipality_code), code=case.code
    )
    link = public_url(request, f"/arenden/{case.id}")
    invitation = _make_invitation(row, title, link, parseaddr(mail.sender)[1], addresses)
    part = CalendarPart(method, write_invitation(method, invitation, now_of(request)))
    letters = [write_booking(row, to, title, case.code, link, part) for to in addresses]
    post_later(request, session, tasks, case.id, letters)


def _make_invitation(row: Booking, title: str, link: str, organiser: str, addresses: list[str]) -> Invitation:
    t = load_strings("sv")
    return Invitation(
        uid=UID.format(booking_id=row.id),
        sequence=row.n_changes,
        first=row.first,
        last=row.last,
        title=title,
        text=t["booking_invitation_text"].format(hours=write_amount(row.hours, t)),
        url=link,
        organiser=organiser,
        organiser_name=t["site_name"],
        attendees=addresses,
    )


def _list_addresses(session: Session, row: Booking, case: Case, names: Names) -> Iterator[str]:
    """The organisation's, where one is known, and the asker's."""
    profile = names.searcher.snapshot.experts.get(row.expert_slug) if names.searcher else None
    known = find_known_address(session, profile) if profile else None
    yield from filter(None, [find_booking_address(session, row) or known])
    yield from filter(None, [find_email(session, case.created_by)])
