"""How often what was used, day by day: no address, no account, no words."""

from datetime import date
from typing import Literal, get_args

from sqlalchemy import Boolean, Date, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import words_of
from api.store.base import Base
from api.store.cases.tables import Slug

UseKind = Literal["search", "unanswered", "match", "unmatched", "document"]
"""unanswered : a search that nothing fits; match : a description that was read; unmatched : a problem of one without a
method; document : guidance that was opened"""
USE_KINDS: tuple[UseKind, ...] = get_args(UseKind)


class UseCount(Base):
    """How often in a day, or with is_month in the month whose first day it is.

    key : id of the widget's key, empty for the service's own pages and API; what : slug of the guidance or of the
        problem area, empty where none is told
    """

    __tablename__ = "use_counts"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    is_month: Mapped[bool] = mapped_column(Boolean, primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[UseKind] = mapped_column(words_of(*USE_KINDS), primary_key=True)
    what: Mapped[str] = mapped_column(Slug, primary_key=True)
    n: Mapped[int] = mapped_column(Integer)
