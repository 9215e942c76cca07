"""Where somebody in danger can turn."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from api.languages import Language
from api.schemas.schema import Schema
from kb.registers import HelpLine


class HelpLineOut(Schema):
    """Where to turn: number is empty where the municipality has its own, hours where the source tells none.

    checked: the day on which number and hours were read at source_url. ..._en: in English
    told: all of it as one line, in the language of the answer
    """

    number: str
    name: str
    name_en: str
    for_whom: str
    for_whom_en: str
    hours: str
    hours_en: str
    told: str
    source_url: str
    checked: date


def urgent_out(lines: Sequence[HelpLine], language: Language) -> list[HelpLineOut]:
    """Help lines in the shape of the API, in their order."""
    return [HelpLineOut(**{**asdict(line), "told": _tell(line, language)}) for line in lines]


def _tell(line: HelpLine, language: Language) -> str:
    name, hours, for_whom = (
        (line.name_en, line.hours_en, line.for_whom_en) if language == "en" else (line.name, line.hours, line.for_whom)
    )
    return f"{' '.join(filter(None, (line.number, name)))}{f', {hours}' if hours else ''}. {for_whom}."
