"""Answers that wait to be counted, and the groups that they were counted in. A group is of many answers and names none:
it is never opened again, and stays when a case of it is erased."""

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import words_of
from api.store.base import Base, Id
from api.store.cases.tables import Slug
from api.store.instant import Instant

Series = Literal["expert", "county"]
"""expert: of all who had the expert's advice; county: of the municipalities there, area by area"""
SERIES: tuple[Series, ...] = get_args(Series)


class QualityWaiting(Base):
    """That an answer is not counted yet in a series. key : slug of the expert or code of the county

    area : of the case, empty in an expert's series
    """

    __tablename__ = "quality_waiting"

    case_id: Mapped[str] = mapped_column(Id, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    months: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    series: Mapped[Series] = mapped_column(words_of(*SERIES), primary_key=True)
    key: Mapped[str] = mapped_column(Slug, primary_key=True)
    area: Mapped[str] = mapped_column(Slug)


class QualityGroup(Base):
    """Answers counted together. area : empty in an expert's series, and for areas that are too rare to stand alone

    used_sum : of 2 for yes, 1 for partly, 0 for no; ..._squares : the sum of the squares, for the spread
    """

    __tablename__ = "quality_groups"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    series: Mapped[Series] = mapped_column(words_of(*SERIES))
    key: Mapped[str] = mapped_column(Slug, index=True)
    area: Mapped[str] = mapped_column(Slug)
    made: Mapped[datetime] = mapped_column(Instant)
    n: Mapped[int] = mapped_column(Integer)
    used_sum: Mapped[int] = mapped_column(Integer)
    used_squares: Mapped[int] = mapped_column(Integer)
    helped_sum: Mapped[int] = mapped_column(Integer)
    helped_squares: Mapped[int] = mapped_column(Integer)
    quality_sum: Mapped[int] = mapped_column(Integer)
    quality_squares: Mapped[int] = mapped_column(Integer)
