"""The message of a reminder: kinds and days with the address of the plan, and nothing that stands in the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.languages import Language, load_strings
from kb.plans.working.due import Stage
from kb.plans.working.reminders import ReminderKey

LANGUAGES: tuple[Language, ...] = ("sv", "en")
"""Both, for nobody has told which."""


@dataclass(frozen=True, slots=True)
class Line:
    """day : of what is soon or late"""

    plan_id: str
    key: ReminderKey
    stage: Stage
    day: date


def write_message(lines: Sequence[Line], base_url: str) -> tuple[str, str]:
    """Subject and text."""
    parts = [_write_part(lines, base_url, load_strings(language)) for language in LANGUAGES]
    return load_strings("sv")["reminder_mail_subject"], "\n\n---\n\n".join(parts) + "\n"


def _write_part(lines: Sequence[Line], base_url: str, t: Mapping[str, str]) -> str:
    plans = [_write_plan([line for line in lines if line.plan_id == plan], plan, base_url, t) for plan in _list(lines)]
    return "\n\n".join((t["reminder_mail_lead"], *plans, t["reminder_mail_end"].format(link=f"{base_url}/konto")))


def _write_plan(lines: Sequence[Line], plan_id: str, base_url: str, t: Mapping[str, str]) -> str:
    told = [f"- {t[f'reminder_mail_{line.key}_{line.stage}'].format(day=line.day)}" for line in lines]
    return "\n".join((f"{base_url}/planer/{plan_id}", *told))


def _list(lines: Sequence[Line]) -> list[str]:
    """The plans, each once."""
    return list(dict.fromkeys(line.plan_id for line in lines))
