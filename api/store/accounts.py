"""Accounts, how they sign in, and what is known of it."""

from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.base import Base, Id
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant

Role = Literal["coordinator", "expert", "advisor", "editor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
ScopeKind = Literal["municipality", "county", "expert", "all"]
SCOPE_KINDS: tuple[ScopeKind, ...] = get_args(ScopeKind)
PRINT_CHARS = 64
MAX_WORD_CHARS = 20
ATTEMPTS_WITHIN = timedelta(minutes=15)
"""How long an attempt counts; then its print is cleared away."""
Print = String(PRINT_CHARS)
"""The column type of a print by the vault, and of a SHA-256 in hex."""


def words_of(*words: str) -> Enum:
    """The column type of one of a few words, checked here: a new word is then no new schema."""
    return Enum(*words, native_enum=False, create_constraint=False, validate_strings=True, length=MAX_WORD_CHARS)


class Account(Base):
    """Somebody who may sign in, as what, and for where.

    email_print : what the address is looked up by; subject_print : the person at the sign-in service, once known
    scope_code : of a municipality (four digits) or county (two), the slug of an expert, empty for all
    """

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    email_print: Mapped[str] = mapped_column(Print, unique=True)
    email: Mapped[str] = mapped_column(EncryptedText)
    subject_print: Mapped[str | None] = mapped_column(Print, unique=True)
    role: Mapped[Role] = mapped_column(words_of(*ROLES))
    scope_kind: Mapped[ScopeKind] = mapped_column(words_of(*SCOPE_KINDS))
    scope_code: Mapped[str] = mapped_column(String(100))
    created: Mapped[datetime] = mapped_column(Instant)
    disabled: Mapped[datetime | None] = mapped_column(Instant)


class SignIn(Base):
    """A browser that is signed in, until it expires or is signed out. token_hash : of what the cookie holds"""

    __tablename__ = "sign_ins"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    account_id: Mapped[str] = mapped_column(Id, ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(Print, unique=True)
    created: Mapped[datetime] = mapped_column(Instant)
    seen: Mapped[datetime] = mapped_column(Instant)
    expires: Mapped[datetime] = mapped_column(Instant, index=True)


class SignInLink(Base):
    """A link that signs in once. token_hash : of what stands in its address"""

    __tablename__ = "sign_in_links"

    token_hash: Mapped[str] = mapped_column(Print, primary_key=True)
    account_id: Mapped[str] = mapped_column(Id, ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    created: Mapped[datetime] = mapped_column(Instant)
    expires: Mapped[datetime] = mapped_column(Instant, index=True)
    used: Mapped[datetime | None] = mapped_column(Instant)


class SignInAttempt(Base):
    """That a link was asked for, or an answer judged, to count how often.

    who_print : of the network address, or of the e-mail address, each for its purpose
    """

    __tablename__ = "sign_in_attempts"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    who_print: Mapped[str] = mapped_column(Print, index=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
