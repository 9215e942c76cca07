"""What a form of the editor sends: the version that it was made of, and a text for each field that it shows."""

import re
from collections.abc import Mapping

from starlette.datastructures import FormData

from api.pages.frame.form_fields import list_typed
from kb.plans.plan import Plan
from kb.plans.working.edit import TidyEdits, tidy_edits

_PATH = re.compile(r"(title|summary|follow_up|statute/.+|problems/.+)")


def read_base(fields: FormData) -> int:
    """The version that the form was made of; one that no plan has where it does not tell."""
    told = fields.get("base")
    return int(told) if isinstance(told, str) and re.fullmatch(r"\d{1,9}", told) else -1


def read_edits(fields: FormData, draft: Plan) -> TidyEdits:
    """The fields of the plan that the form sends, and what is wrong with some.

    Where a field shows what the draft has, and is sent as it was, nothing is written in it.
    """
    shown = _list_shown(draft)
    texts = read_texts(fields).items()
    return tidy_edits(draft, {path: "" if text == shown.get(path) else text for path, text in texts})


def read_texts(fields: FormData) -> Mapping[str, str]:
    """Path -> what was typed."""
    return {name: text for name, text in list_typed(fields) if _PATH.fullmatch(name)}


def _list_shown(draft: Plan) -> Mapping[str, str]:
    """Path -> what of the draft stands in the field while nothing is written there."""
    titles = {f"problems/{n}/title": problem.title for n, problem in enumerate(draft.problems, 1)}
    return {"follow_up": str(draft.follow_up), **titles}
