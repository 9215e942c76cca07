"""Figures of needs as they were let out: of many municipalities each, and never changed. Nobody is named in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.base import Base
from api.store.cases.tables import Slug
from api.store.instant import Instant

Period = String(7)
"""The column type of "2026", a year, or "2026-h1", its first half."""
Key = String(10)


class NeedRelease(Base):
    """That the figures of a period were let out. n_figures : how many are shown"""

    __tablename__ = "need_releases"

    period: Mapped[str] = mapped_column(Period, primary_key=True)
    made: Mapped[datetime] = mapped_column(Instant)
    n_figures: Mapped[int] = mapped_column(Integer)


class NeedFigure(Base):
    """A figure that is shown. axis, key : as in kb.national.needs.figures; area : a slug, empty for any; n : from 5"""

    __tablename__ = "need_figures"

    period: Mapped[str] = mapped_column(Period, ForeignKey("need_releases.period"), primary_key=True)
    axis: Mapped[str] = mapped_column(Key, primary_key=True)
    area: Mapped[str] = mapped_column(Slug, primary_key=True)
    key: Mapped[str] = mapped_column(Key, primary_key=True)
    n: Mapped[int] = mapped_column(Integer)
