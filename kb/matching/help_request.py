"""A request from what an asker gives: a municipality's name or code, and the days and the way that help is needed."""

from collections.abc import Sequence
from datetime import date

from kb.matching.experts import Request
from kb.matching.period import choose_period
from kb.matching.requirements import Lack
from kb.registers import Registers
from kb.vocabulary import MeetingFormat, SupportLanguage


def make_request(
    municipality: str | None,
    first: date | None,
    last: date | None,
    today: date,
    registers: Registers,
    lacks: Sequence[Lack] = (),
    *,
    form: MeetingFormat | None = None,
    language: SupportLanguage | None = None,
) -> Request:
    """The request; without a municipality, reach and conflicts are not tested.

    lacks : what the municipality says that it lacks

    Raises
    ------
    UnknownMunicipality : no municipality has that name or code
    DescriptionRejected : the period would end before it begins
    """
    town = registers.find_municipality(municipality) if municipality else None
    return Request(town, choose_period(first, last, today), tuple(lacks), form, language)
