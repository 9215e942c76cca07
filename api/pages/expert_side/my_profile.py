"""One's own profile, field by field: right, or to be changed. What is said goes to the editors."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import database_of, now_of
from api.access.signed_in import SignedIn
from api.access.token import new_token
from api.deps import ChosenLanguage
from api.expert_side.own_profile import own_profile, published_snapshot
from api.expert_side.profile_fields import FIELDS, show_fields
from api.expert_side.read_changes import tidy_changes
from api.languages import Language, load_strings
from api.pages.expert_side.addresses import PROFILE
from api.pages.expert_side.own_page import Organisation, render_own_page
from api.pages.frame.fault import Fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.experts.consents import has_withdrawn
from api.store.experts.reviews import MAX_CHARS, list_reviews, read_changes, send_review

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(PROFILE)
def show_profile(request: Request, account: Organisation, language: ChosenLanguage) -> Response:
    return _render(request, account, language)


@router.post(PROFILE)
def send(request: Request, account: Organisation, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """What is to be changed; where nothing is, all of it is right."""
    typed = _read_changes(fields)
    if faults := _find_faults(typed):
        spelled = spell_faults(faults, load_strings(language))
        return _render(request, account, language, 422, typed=typed, faults=spelled)
    return _send(request, account, tidy_changes(typed), fields)


@router.post(f"{PROFILE}/stammer")
def send_right(request: Request, account: Organisation, fields: CheckedFields) -> Response:
    """All of it is right."""
    return _send(request, account, {}, fields)


def _send(request: Request, account: SignedIn, changes: Mapping[str, str], fields: FormData) -> Response:
    slug, once = own_profile(request, account).slug, read_typed(fields, ("once",))["once"]
    with database_of(request).session() as session:
        send_review(session, slug, changes, account.id, now_of(request), once)
    return RedirectResponse(f"{PROFILE}?sparad={'andras' if changes else 'stammer'}#skickat", 303)


def _read_changes(fields: FormData) -> dict[str, str]:
    """Field -> what was typed, of those that are to be changed: chosen so, or with something typed all the same."""
    choices = read_typed(fields, [f"{name}-is" for name in FIELDS])
    texts = read_typed(fields, list(FIELDS))
    return {name: texts[name] for name in FIELDS if choices[f"{name}-is"] == "wrong" or texts[name].strip()}


def _find_faults(typed: Mapping[str, str]) -> dict[str, Fault]:
    empty = {name: Fault("expert_side_fault_empty") for name, text in typed.items() if not text.strip()}
    long = {name: Fault("expert_side_fault_long") for name, text in typed.items() if len(text.strip()) > MAX_CHARS}
    return {**empty, **long}


def _render(request: Request, account: SignedIn, language: Language, status: int = 200, **values: object) -> Response:
    expert = own_profile(request, account)
    with database_of(request).reading() as session:
        reviews = list_reviews(session, expert.slug)
        is_withdrawn = has_withdrawn(session, expert.slug, "publication")
    own = {
        "fields": show_fields(expert, published_snapshot(request)),
        "reviews": [(review, read_changes(review)) for review in reviews],
        "is_withdrawn": is_withdrawn,
        "typed": {},
        "once": new_token(),
        "max_chars": MAX_CHARS,
    }
    return render_own_page(request, PROFILE, "profile", account, language, status, **{**own, **values})
