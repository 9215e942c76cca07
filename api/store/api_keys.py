"""Keys of programs and widgets."""

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import Print, words_of
from api.store.base import Base, Id
from api.store.instant import Instant

KeyScope = Literal["widget", "plans:read", "plans:write"]
KEY_SCOPES: tuple[KeyScope, ...] = get_args(KeyScope)
ANY_ORIGIN = "*"


class ApiKey(Base):
    """What a program shows to be let in. key_hash : of the key, which is told once, when it is made

    name : what the key is for, in the words of who made it; origin : the site whose pages may use it, `*` for any
    municipality_code : whose plans it opens; of a widget, whose pages have it, None where that is not told
    """

    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    key_hash: Mapped[str] = mapped_column(Print, unique=True)
    name: Mapped[str] = mapped_column(String(100))
    scope: Mapped[KeyScope] = mapped_column(words_of(*KEY_SCOPES))
    origin: Mapped[str] = mapped_column(String(300))
    municipality_code: Mapped[str | None] = mapped_column(String(4))
    created: Mapped[datetime] = mapped_column(Instant)
    revoked: Mapped[datetime | None] = mapped_column(Instant)
