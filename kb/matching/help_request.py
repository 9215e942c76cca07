"""A request from what an asker gives: a municipality's name or code, and the days and the way that help is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.documents import Period
from kb.matching.period import choose_period
from kb.matching.requirements import Lack
from kb.registers import Municipality, Registers
from kb.vocabulary import MeetingFormat, SupportLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """Who asks, for when, and how they want to meet; None: not known, or it does not matter, and is not tested.

    municipality decides reach and conflicts; form and language are those that the support is to be given in
    lacks : what the municipality says that it lacks of what methods require
    """

    municipality: Municipality | None
    period: Period
    lacks: tuple[Lack, ...] = ()
    form: MeetingFormat | None = None
    language: SupportLanguage | None = None


def make_help_request(
    municipality: str | None,
    registers: Registers,
    today: date,
    *,
    first: date | None = None,
    last: date | None = None,
    lacks: Sequence[Lack] = (),
    form: MeetingFormat | None = None,
    language: SupportLanguage | None = None,
) -> HelpRequest:
    """The request; without a municipality, reach and conflicts are not tested.

    first, last : the days that help is needed, as `choose_period` takes them
    lacks : what the municipality says that it lacks

    Raises
    ------
    UnknownMunicipality : no municipality has that name or code
    DescriptionRejected : the period would end before it begins
    """
    town = registers.find_municipality(municipality) if municipality else None
    return HelpRequest(
        municipality=town, period=choose_period(first, last, today), lacks=tuple(lacks), form=form, language=language
    )
