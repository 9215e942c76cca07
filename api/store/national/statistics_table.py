"""Public numbers of municipalities, as whoever runs the service has loaded them."""

from datetime import datetime

from sqlalchemy import Float, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.base import Base
from api.store.instant import Instant
from kb.national.statistics.read_statistics import MAX_MEASURE_CHARS, MAX_URL_CHARS


class StatisticRow(Base):
    """One number. area : slug of the problem area whose size it is, empty for none; loaded : when the file was"""

    __tablename__ = "statistics"

    municipality_code: Mapped[str] = mapped_column(String(4), primary_key=True)
    measure: Mapped[str] = mapped_column(String(MAX_MEASURE_CHARS), primary_key=True, index=True)
    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    value: Mapped[float] = mapped_column(Float)
    area: Mapped[str] = mapped_column(String(100))
    source_url: Mapped[str] = mapped_column(String(MAX_URL_CHARS))
    loaded: Mapped[datetime] = mapped_column(Instant)
