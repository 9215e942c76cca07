"""A message of a case: what happened, the code, the link, and nothing that stands in the case."""

from collections.abc import Mapping

from api.languages import Language, load_strings
from api.store.cases.events import CaseEventKind

LANGUAGES: tuple[Language, ...] = ("sv", "en")
"""Both, for nobody has told which."""
ABOVE = "##- Svara ovanför den här raden / Reply above this line -##"
"""What stands first in what can be answered by mail, and is where an answer ends."""


def write_mail(what: CaseEventKind, code: str, link: str, *, can_answer: bool) -> tuple[str, str]:
    """Subject and text."""
    parts = [_write_part(what, code, link, load_strings(language), can_answer) for language in LANGUAGES]
    head = f"{ABOVE}\n\n" if can_answer else ""
    subject = load_strings("sv")["case_mail_subject"].format(code=code)
    return subject, head + "\n\n---\n\n".join(parts) + "\n"


def _write_part(what: CaseEventKind, code: str, link: str, t: Mapping[str, str], can_answer: bool) -> str:
    told = t[f"case_event_{what.removeprefix('case.')}"]
    lines = [t["case_mail_lead"].format(code=code), f"- {told}", link]
    lines += [t["case_mail_answer"]] if can_answer else []
    return "\n\n".join((*lines, t["case_mail_end"]))
