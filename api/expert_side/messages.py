"""What organisations are sent by mail: what is public of their profile, and where to go on."""

from collections.abc import Mapping
from datetime import date

from api.languages import Language, load_strings

LANGUAGES: tuple[Language, ...] = ("sv", "en")
"""Both, for nobody has told which."""


def write_invitation(name: str, organisation: str, link: str) -> tuple[str, str]:
    """Subject and text of the invitation to the profile of that name."""
    told = {"name": name, "organisation": organisation, "link": link}
    return load_strings("sv")["expert_side_invitation_subject"], _write("expert_side_invitation_text", told)


def write_reminder(confirmed: date, hidden: date, link: str) -> tuple[str, str]:
    """Subject and text of what asks for the calendar to be confirmed. hidden : the day from when it is not shown"""
    told = {"confirmed": str(confirmed), "hidden": str(hidden), "link": link}
    return load_strings("sv")["reminder_mail_subject"], _write("expert_side_reminder_text", told)


def _write(key: str, told: Mapping[str, str]) -> str:
    return "\n\n---\n\n".join(load_strings(language)[key].format(**told) for language in LANGUAGES) + "\n"
