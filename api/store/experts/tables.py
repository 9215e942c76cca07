"""What an organisation has said of its expert, and what the expert is booked for. An expert is known by its slug."""

from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Boolean, Date, Float, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import Print, words_of
from api.store.base import Base, Id
from api.store.cases.tables import Slug
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant
from kb.vocabulary import MEETING_FORMATS, MeetingFormat

Purpose = Literal["publication", "contact", "quality"]
"""publication: to be shown and matched; contact: to be asked through the service; quality: answers are counted"""
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
AbsenceSource = Literal["form", "feed"]
ABSENCE_SOURCES: tuple[AbsenceSource, ...] = get_args(AbsenceSource)
BookingState = Literal["held", "confirmed", "cancelled"]
BOOKING_STATES: tuple[BookingState, ...] = get_args(BookingState)


class ExpertInvitation(Base):
    """A link by which an organisation takes its profile in hand. token_hash : of what stands in its address"""

    __tablename__ = "expert_invitations"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    address: Mapped[str] = mapped_column(EncryptedText)
    token_hash: Mapped[str] = mapped_column(Print, unique=True)
    created: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(Id)
    expires: Mapped[datetime] = mapped_column(Instant)
    used: Mapped[datetime | None] = mapped_column(Instant)


class ExpertReview(Base):
    """What the organisation says of its profile. changes : field -> what it should be, as JSON; settled by an editor"""

    __tablename__ = "expert_reviews"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    is_right: Mapped[bool] = mapped_column(Boolean)
    changes: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)
    settled: Mapped[datetime | None] = mapped_column(Instant)


class ExpertConsent(Base):
    """A consent to one purpose, until it is withdrawn; rows stay, for they are the proof of both.

    given, given_by : None for a withdrawal of what was never consented to, as a profile that stands on another basis
    """

    __tablename__ = "expert_consents"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    purpose: Mapped[Purpose] = mapped_column(words_of(*PURPOSES))
    given: Mapped[datetime | None] = mapped_column(Instant)
    given_by: Mapped[str | None] = mapped_column(Id)
    withdrawn: Mapped[datetime | None] = mapped_column(Instant)
    withdrawn_by: Mapped[str | None] = mapped_column(Id)


class ExpertCalendar(Base):
    """What the organisation has said of the expert's time. confirmed : the day when it last did

    feed_address : of an iCalendar that tells when it is away; feed_fault : why it was not read last, None if it was
    changed_times : goes up by one for each booking, so that two of them never see the same
    """

    __tablename__ = "expert_calendars"

    expert_slug: Mapped[str] = mapped_column(Slug, primary_key=True)
    hours_per_month: Mapped[int] = mapped_column(Integer)
    parallel_cases: Mapped[int] = mapped_column(Integer)
    confirmed: Mapped[date] = mapped_column(Date)
    confirmed_by: Mapped[str] = mapped_column(Id)
    feed_address: Mapped[str | None] = mapped_column(EncryptedText)
    feed_read: Mapped[datetime | None] = mapped_column(Instant)
    feed_fault: Mapped[str | None] = mapped_column(String(60))
    reminded: Mapped[datetime | None] = mapped_column(Instant)
    changed_times: Mapped[int] = mapped_column(Integer)


class ExpertAbsence(Base):
    """Days when the expert is away, both ends included."""

    __tablename__ = "expert_absences"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    source: Mapped[AbsenceSource] = mapped_column(words_of(*ABSENCE_SOURCES))


class Booking(Base):
    """Hours of an expert that a case has. held_until : when a hold runs out; n_changes : iCalendar's SEQUENCE

    run_out_told : when it was told that the hold has run out
    """

    __tablename__ = "bookings"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    ask_id: Mapped[str | None] = mapped_column(Id, ForeignKey("case_asks.id", ondelete="SET NULL"), index=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    hours: Mapped[float] = mapped_column(Float)
    form: Mapped[MeetingFormat | None] = mapped_column(words_of(*MEETING_FORMATS))
    state: Mapped[BookingState] = mapped_column(words_of(*BOOKING_STATES))
    held_until: Mapped[datetime | None] = mapped_column(Instant)
    n_changes: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime] = mapped_column(Instant)
    changed: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[str] = mapped_column(Id)
    run_out_told: Mapped[datetime | None] = mapped_column(Instant)
