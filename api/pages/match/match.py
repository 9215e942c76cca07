"""The pages of a description: the form, and what fits it."""

from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.read_description import CurrentFileReader
from api.languages import Language, load_strings
from api.learning.unanswered import Unanswered
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import Fields, list_typed, read_typed
from api.pages.frame.private import render_private
from api.pages.match.adjusted_match import is_adjusted, match_adjusted
from api.pages.match.asked import NAMES, Asked, read_asked
from api.pages.match.match_values import list_match_values
from api.pages.match.moves import read_picked
from api.use.note_use import list_areas_met, note_match
from kb.errors import KbError
from kb.matching.matcher import Matcher
from kb.matching.period import choose_period
from kb.matching.requirements import LACKS
from kb.search.searcher import Searcher
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

OWN_NAMES = (*NAMES, "file", "lacks", "edit")
"""Fields that the form has itself, and the button that leads to it."""
FURTHER = ("follow_up", "take-to")
"""Fields that the page of the match hands on, or shows again as they were."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/matcha")
def show_form(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, reader: CurrentFileReader
) -> Response:
    nothing = replace(read_asked(FormData(), today, searcher.snapshot.registers, reader), faults={})
    return render_form(request, language, nothing, FormData(), today=today, searcher=searcher)


@router.post("/matcha")
def show_match(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    reader: CurrentFileReader,
    fields: Fields,
    note_unanswered: Unanswered,
) -> Response:
    asked = read_asked(fields, today, searcher.snapshot.registers, reader)
    if "edit" in fields:
        return render_form(request, language, replace(asked, faults={}), fields, today=today, searcher=searcher)
    if not asked.has_text or (asked.faults and not is_adjusted(asked.text, fields)):
        return render_form(request, language, asked, fields, today=today, searcher=searcher)
    try:
        made = match_adjusted(asked.text, fields, Matcher(searcher, asked.help_request, today))
        values = list_match_values(made, language, searcher)
    except KbError as error:
        faulty = asked.with_fault("text", name_fault(error))
        return render_form(request, language, faulty, fields, today=today, searcher=searcher)
    if not is_adjusted(asked.text, fields):
        note_match(request, list_areas_met(made.match))
        if not values["result"].answered:
            town = asked.help_request.municipality
            note_unanswered(asked.text, town.code if town else None)
    values |= {
        "typed_further": read_typed(fields, FURTHER),
        "unmoved": {*read_picked(fields)},
        "took": "take" in fields,
    }
    form = _list_form_values(asked, language, today, searcher)
    return render_private(request, "match.html", language, _choose_status(asked), **form, **values)


def render_form(
    request: Request, language: Language, asked: Asked, fields: FormData, *, today: date, searcher: Searcher
) -> Response:
    """The form with what was typed and what is wrong with it; the status is that of the first fault.

    fields : as they were sent; what the form has no field of its own for is carried on
    """
    form = _list_form_values(asked, language, today, searcher)
    carried = [(name, value) for name, value in list_typed(fields) if name not in OWN_NAMES]
    came_from = "plan" if request.query_params.get("from") == "plan" else ""
    return render_private(
        request, "describe.html", language, _choose_status(asked), **form, carried=carried, came_from=came_from
    )


def _choose_status(asked: Asked) -> int:
    return next((fault.status for fault in asked.faults.values()), 200)


def _list_form_values(asked: Asked, language: Language, today: date, searcher: Searcher) -> dict[str, Any]:
    """The values of the form's fields, on its own page and on that of the match."""
    return {
        "typed": asked.typed,
        "faults": spell_faults(asked.faults, load_strings(language)),
        "had_file": asked.has_file and bool(asked.faults),
        "municipalities": sorted(town.name for town in searcher.snapshot.registers.municipalities),
        "lacks": LACKS,
        "lacking": asked.help_request.lacks,
        "meeting_formats": MEETING_FORMATS,
        "languages": SUPPORT_LANGUAGES,
        "default_period": choose_period(None, None, today),
    }
