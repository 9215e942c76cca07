"""What the form of a description asks for, or what is wrong with its fields, all of it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from starlette.datastructures import FormData, UploadFile

from api.given.read_description import FileReader
from api.pages.frame.fault import Fault, name_fault
from api.pages.frame.form_fields import find_file, read_typed
from api.schemas.matching.description import MAX_DESCRIPTION_CHARS
from api.statuses import status_of
from kb.errors import DescriptionRejected, DescriptionTooLarge, KbError, UnknownMunicipality
from kb.matching.help_request import HelpRequest, make_help_request
from kb.matching.requirements import LACKS
from kb.reading.plain_text import read_plain_text
from kb.registers import Registers
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

Choice = TypeVar("Choice", bound=str)
NAMES = ("text", "municipality", "from", "to", "meeting", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """typed : name of a field -> what was typed; text : the description as Markdown, that of the file if one was sent

    help_request : of the fields that can be read; faults : name of a field -> what is wrong with it
    """

    typed: Mapping[str, str]
    text: str
    help_request: HelpRequest
    faults: Mapping[str, Fault]
    has_file: bool

    @property
    def has_text(self) -> bool:
        """Whether there is a text to match, whatever is wrong with the other fields."""
        return not self.faults.keys() & {"text", "file"}

    def with_fault(self, field: str, fault: Fault) -> "Asked":
        """The same with one fault more."""
        return replace(self, faults={**self.faults, field: fault})


def read_asked(fields: FormData, today: date, registers: Registers, reader: FileReader) -> Asked:
    """What is asked for. Waits for a file to be read: call it from a thread."""
    typed, upload = read_typed(fields, NAMES), find_file(fields)
    faults: dict[str, Fault] = {}
    text = _read_text(typed["text"], upload, reader, faults)
    days = [_read_day(typed[name], name, faults) for name in ("from", "to")]
    found = _make_request(typed["municipality"].strip(), days, registers, today, faults=faults)
    form, language = _choose(typed["meeting"], MEETING_FORMATS), _choose(typed["language"], SUPPORT_LANGUAGES)
    lacks = tuple(lack for lack in LACKS if lack in fields.getlist("lacks"))
    help_request = replace(found, form=form, language=language, lacks=lacks)
    return Asked(typed=typed, text=text, help_request=help_request, faults=faults, has_file=upload is not None)


def _read_text(typed: str, upload: UploadFile | None, reader: FileReader, faults: dict[str, Fault]) -> str:
    if not typed.strip() and not upload:
        faults["text"] = Fault("fault_empty")
        return ""
    if len(typed) > MAX_DESCRIPTION_CHARS:
        faults["text"] = Fault("fault_long", status=status_of(DescriptionTooLarge).code)
        return ""
    try:
        text = reader.choose(typed, upload)
        return text if upload else read_plain_text(text.encode())
    except KbError as error:
        faults["file" if upload else "text"] = name_fault(error)
        return ""


def _choose(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice of a list that was made; none where it does not matter, or no form offers it."""
    return next((choice for choice in choices if choice == typed), None)


def _read_day(typed: str, name: str, faults: dict[str, Fault]) -> date | None:
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        faults[name] = Fault("fault_day")
        return None


def _make_request(
    municipality: str, days: Sequence[date | None], registers: Registers, today: date, *, faults: dict[str, Fault]
) -> HelpRequest:
    """days : the first and the last; what is wrong is told in faults, and left out of the request."""
    first, last = days
    try:
        return make_help_request(municipality, registers, today, first=first, last=last)
    except UnknownMunicipality as error:
        faults["municipality"] = name_fault(error, registers.near_names(municipality))
        return _make_request("", days, registers, today, faults=faults)  # the period may be wrong too
    except DescriptionRejected:
        faults.setdefault("to", Fault("fault_period"))
        return _make_request(municipality, (None, None), registers, today, faults=faults)
