"""Who may ask what: a table of every route and all who may ask, and each of them asked."""

from collections.abc import Iterator, Mapping

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.access.current_account import find_signed_in
from api.accounts.keys import create_key
from api.saved_plans.link_cookie import COOKIE
from api.store.accounts import ROLES, Account, Role
from api.store.api_keys import KeyScope
from api.store.base import new_id
from api.store.database import Database
from api.store.plans.tables import SavedPlan
from tests.api.advised_case import save_advised_case
from tests.api.booked_case import save_booked_case
from tests.api.conftest import make_app
from tests.api.every_route import fill_path, list_routes
from tests.api.examples import Description, send_example
from tests.api.signed_in import token_of
from tests.api.store.learning.said import keep_said
from tests.api.whole_case import EXPERT, save_whole_case
from tests.api.whole_plan import N_VERSIONS, WholePlan, save_whole_plan
from tests.fakes.moments import NOON
from tests.store import database_in, make_account, make_sign_in

LINKS = ("link to read", "link to write", "calendar")
KEYS = ("key to read", "key to write", "key of another municipality", "key of a widget")
WHO = ("visitor", *ROLES, "coordinator elsewhere", *LINKS, *KEYS)
"""Roles are of the plan's municipality, its county or the whole country; advisors have been let read it."""
EVERYONE = frozenset(WHO)
ACCOUNTS = frozenset({*ROLES, "coordinator elsewhere"})
COORDINATORS = frozenset({"coordinator", "coordinator elsewhere"})
OWNS = frozenset({"coordinator"})
WRITES_PLANS = OWNS | {"link to write", "key to write"}
COMMENTS = WRITES_PLANS | {"advisor", "link to read"}
READS = COMMENTS | {"key to read"}
BY_FORM = frozenset({"key to read", "key to write"})
"""Keys send no forms: what they write they write by the API."""
OF_ONE_PLAN: Mapping[str, frozenset[str]] = {
    "GET /planer/{plan_id}": READS,
    "POST /planer/{plan_id}": WRITES_PLANS - BY_FORM,
    "GET /planer/{plan_id}/plan.json": READS,
    "GET /planer/{plan_id}/dokument": READS,
    "POST /planer/{plan_id}/dokument": READS,
    "GET /planer/{plan_id}/jamfor": READS,
    "GET /planer/{plan_id}/radera": OWNS,
    "POST /planer/{plan_id}/radera": OWNS,
    "GET /planer/{plan_id}/versioner": READS,
    "GET /planer/{plan_id}/versioner/{number}": READS,
    "POST /planer/{plan_id}/versioner": WRITES_PLANS - BY_FORM,
    "GET /planer/{plan_id}/kommentarer": READS,
    "POST /planer/{plan_id}/kommentarer": COMMENTS - BY_FORM,
    "POST /planer/{plan_id}/kommentarer/klar": WRITES_PLANS - BY_FORM,
    "POST /planer/{plan_id}/kommentarer/oppna": WRITES_PLANS - BY_FORM,
    "POST /planer/{plan_id}/kommentarer/bort": OWNS,
    "GET /planer/{plan_id}/dela": OWNS,
    "POST /planer/{plan_id}/dela": OWNS,
    "POST /planer/{plan_id}/dela/aterkalla": OWNS,
    "POST /planer/{plan_id}/dela/radgivare": OWNS,
    "GET /planer/{plan_id}/anta": OWNS,
    "POST /planer/{plan_id}/anta": OWNS,
    "POST /planer/{plan_id}/revidera": OWNS,
    "GET /planer/{plan_id}/uppfoljning": READS,
    "POST /planer/{plan_id}/uppfoljning": WRITES_PLANS - BY_FORM,
    "GET /v1/plans/{plan_id}": READS,
    "GET /v1/plans/{plan_id}/plan.json": READS,
    "GET /v1/plans/{plan_id}/document": READS,
    "POST /v1/plans/{plan_id}/document": READS,
    "PATCH /v1/plans/{plan_id}": WRITES_PLANS,
    "DELETE /v1/plans/{plan_id}": OWNS,
    "GET /v1/plans/{plan_id}/versions": READS,
    "GET /v1/plans/{plan_id}/versions/{number}": READS,
    "POST /v1/plans/{plan_id}/versions/{number}/restoration": WRITES_PLANS,
    "GET /v1/plans/{plan_id}/comments": READS,
    "POST /v1/plans/{plan_id}/comments": COMMENTS,
    "PATCH /v1/plans/{plan_id}/comments/{part_id}": WRITES_PLANS,
    "DELETE /v1/plans/{plan_id}/comments/{part_id}": OWNS,
    "GET /v1/plans/{plan_id}/links": OWNS,
    "POST /v1/plans/{plan_id}/links": OWNS,
    "DELETE /v1/plans/{plan_id}/links/{part_id}": OWNS,
    "GET /v1/plans/{plan_id}/advisors": OWNS,
    "PUT /v1/plans/{plan_id}/advisors": OWNS,
    "POST /v1/plans/{plan_id}/adoption": OWNS,
    "POST /v1/plans/{plan_id}/revision": OWNS,
    "GET /v1/plans/{plan_id}/follow-up": READS,
    "POST /v1/plans/{plan_id}/follow-up": WRITES_PLANS,
}
"""Who may do what with a plan of their municipality."""
ASKS = frozenset({"coordinator"})
ADVISES = frozenset({"advisor"})
TAKES_PART = ASKS | ADVISES | {"expert"}
OF_ONE_CASE: Mapping[str, frozenset[str]] = {
    "GET /arenden/{case_id}": TAKES_PART,
    "POST /arenden/{case_id}/meddelanden": TAKES_PART,
    "GET /arenden/{case_id}/filer/{file_id}": TAKES_PART,
    "GET /arenden/{case_id}/historik": ASKS | ADVISES,
    "GET /arenden/{case_id}/andra": ASKS,
    "POST /arenden/{case_id}/andra": ASKS,
    "POST /arenden/{case_id}/avsluta": ASKS,
    "GET /arenden/{case_id}/hantera": ADVISES,
    "POST /arenden/{case_id}/hantera/{step}": ADVISES,
    "GET /v1/cases/{case_id}": TAKES_PART,
    "PUT /v1/cases/{case_id}/wish": ASKS,
    "GET /v1/cases/{case_id}/events": ASKS | ADVISES,
    "GET /v1/cases/{case_id}/messages": TAKES_PART,
    "POST /v1/cases/{case_id}/messages": TAKES_PART,
    "POST /v1/cases/{case_id}/messages/{part_id}/files": ASKS,  # who wrote it
    "GET /v1/cases/{case_id}/files/{part_id}": TAKES_PART,
    "GET /v1/cases/{case_id}/advisors": ADVISES,
    "POST /v1/cases/{case_id}/taking": ADVISES,
    "POST /v1/cases/{case_id}/assignment": ADVISES,
    "POST /v1/cases/{case_id}/passing": ADVISES,
    "POST /v1/cases/{case_id}/merging": ADVISES,
    "POST /v1/cases/{case_id}/splitting": ADVISES,
    "POST /v1/cases/{case_id}/declining": ADVISES,
    "POST /v1/cases/{case_id}/ending": ASKS | ADVISES,
    "POST /v1/cases/{case_id}/reopening": ADVISES,
    "PUT /v1/cases/{case_id}/weights": ADVISES,
}
"""Who may do what with a case of their municipality or county, or that they are asked in."""
IN_CASE = frozenset({"coordinator", "advisor", "expert"})
OF_BOOKED_CASE: Mapping[str, frozenset[str]] = {
    "GET /arenden/{case_id}/experter": ADVISES,
    "POST /arenden/{case_id}/experter": ADVISES,
    "POST /arenden/{case_id}/experter/aterta": ADVISES,
    "POST /arenden/{case_id}/experter/igen": ADVISES,
    "POST /arenden/{case_id}/experter/boka": ADVISES,
    "POST /arenden/{case_id}/experter/bekrafta": ADVISES,
    "POST /arenden/{case_id}/experter/flytta": ADVISES,
    "POST /arenden/{case_id}/experter/avboka": ADVISES,
    "GET /fraga-expert/{token}": EVERYONE,
    "POST /fraga-expert/{token}": EVERYONE - {*KEYS},
    "GET /v1/cases/{case_id}/asks": ADVISES,
    "POST /v1/cases/{case_id}/asks": ADVISES,
    "DELETE /v1/cases/{case_id}/asks/{ask_id}": ADVISES,
    "POST /v1/asks/{token}/answer": EVERYONE,
    "GET /v1/cases/{case_id}/bookings": IN_CASE,
    "POST /v1/cases/{case_id}/bookings": ADVISES,
    "PATCH /v1/cases/{case_id}/bookings/{booking_id}": ADVISES,
    "DELETE /v1/cases/{case_id}/bookings/{booking_id}": ADVISES,
}
"""Who may do what with the experts of a case of their municipality."""
OF_ADVICE: Mapping[str, frozenset[str]] = {
    "GET /arenden/{case_id}/rad": IN_CASE,
    "POST /arenden/{case_id}/rad": frozenset({"advisor", "expert"}),
    "GET /arenden/{case_id}/rad/{advice_id}": frozenset({"advisor"}),
    "POST /arenden/{case_id}/rad/{advice_id}": frozenset({"advisor"}),
    "POST /arenden/{case_id}/rad/{advice_id}/bort": frozenset({"advisor"}),
    "POST /arenden/{case_id}/uppfoljning": OWNS,
    "GET /uppfoljning/{token}": EVERYONE,
    "POST /uppfoljning/{token}": EVERYONE - {*KEYS},
    "GET /min-kvalitet": frozenset({"expert"}),
    "GET /arbetsbord/rad": frozenset({"advisor"}),
    "GET /arbetsbord/rad/fil": frozenset({"advisor"}),
    "GET /arbetsbord/kvalitet": frozenset({"advisor"}),
    "GET /nationellt": frozenset({"advisor"}),
    "GET /nationellt/prioritering": frozenset({"advisor"}),
    "GET /nationellt/prioritering/fil": frozenset({"advisor"}),
    "GET /v1/national/priority": frozenset({"advisor"}),
    "GET /nationellt/karta": frozenset({"advisor"}),
    "GET /nationellt/effekt": frozenset({"advisor"}),
    "GET /v1/national/effect": frozenset({"advisor"}),
    "GET /nationellt/behov": frozenset({"advisor"}),
    "GET /nationellt/behov/fil": frozenset({"advisor"}),
    "GET /v1/national/needs": frozenset({"advisor"}),
    "GET /nationellt/anvandning": frozenset({"editor"}),  # and advisors of the whole country
    "GET /v1/national/use": frozenset({"editor"}),
    "GET /v1/use": EVERYONE,  # a key that was not given out is refused by another error
    "GET /v1/cases/{case_id}/advice": IN_CASE,
    "POST /v1/cases/{case_id}/advice": frozenset({"advisor", "expert"}),
    "PATCH /v1/cases/{case_id}/advice/{advice_id}": frozenset({"advisor"}),
    "DELETE /v1/cases/{case_id}/advice/{advice_id}": frozenset({"advisor"}),
    "GET /v1/advice": frozenset({"advisor"}),
    "GET /v1/quality": frozenset({"advisor"}),
    "GET /v1/cases/{case_id}/follow-ups": frozenset({"coordinator", "advisor"}),
    "POST /v1/cases/{case_id}/follow-ups/{months}": OWNS,
    "POST /v1/follow-ups/{token}": EVERYONE,
    "GET /v1/my-quality": frozenset({"expert"}),
}
"""Who may do what with advice of a case of their municipality, which the advisor wrote down and the expert gave."""
OF_CASES: Mapping[str, frozenset[str]] = {
    "GET /arenden": COORDINATORS,
    "POST /arenden": COORDINATORS,
    "GET /arenden/nytt": COORDINATORS,
    "POST /arenden/nytt": COORDINATORS,
    "GET /arbetsbord": ADVISES,
    "GET /v1/cases": COORDINATORS | ADVISES,
    "POST /v1/cases": COORDINATORS,
    "GET /fordelning": ADVISES,
    "POST /fordelning": ADVISES,
    "POST /fordelning/bekrafta": ADVISES,
    "POST /v1/case-allocations": ADVISES,
    "POST /v1/case-allocations/confirmed": ADVISES,
    **OF_ONE_CASE,
    **OF_BOOKED_CASE,
    **OF_ADVICE,
}
"""All routes of cases."""
ORGANISATIONS, INVITE, EDIT = frozenset({"expert"}), frozenset({"advisor", "editor"}), frozenset({"editor"})
OF_EXPERTS: Mapping[str, frozenset[str]] = {
    "GET /expert/{slug}/bjud-in": INVITE,
    "POST /expert/{slug}/bjud-in": INVITE,
    "GET /expert-inbjudan/{token}": EVERYONE,
    "POST /expert-inbjudan": EVERYONE - {*KEYS},
    "GET /min-profil": ORGANISATIONS,
    "POST /min-profil": ORGANISATIONS,
    "POST /min-profil/stammer": ORGANISATIONS,
    "GET /min-profil/samtycken": ORGANISATIONS,
    "POST /min-profil/samtycken": ORGANISATIONS,
    "GET /min-profil/kvitto/{consent_id}": ORGANISATIONS,
    "GET /min-kalender": ORGANISATIONS,
    "POST /min-kalender": ORGANISATIONS,
    "POST /min-kalender/bekrafta": ORGANISATIONS,
    "POST /min-kalender/las": ORGANISATIONS,
    "GET /profilgranskning": EDIT,
    "POST /profilgranskning": EDIT,
    "GET /v1/my-profile": ORGANISATIONS,
    "POST /v1/my-profile/reviews": ORGANISATIONS,
    "PUT /v1/my-profile/consents/{purpose}": ORGANISATIONS,
    "GET /v1/my-calendar": ORGANISATIONS,
    "PUT /v1/my-calendar": ORGANISATIONS,
    "POST /v1/my-calendar/confirmation": ORGANISATIONS,
    "POST /v1/my-calendar/feed-reading": ORGANISATIONS,
    "POST /v1/experts/{slug}/invitation": INVITE,
}
"""Who may what with the experts' own side; whose profile it is goes by the account."""
OF_LEARNING: Mapping[str, frozenset[str]] = {
    "POST /omdome": EVERYONE,
    "GET /omdome/{feedback_id}": EVERYONE,
    "POST /omdome/{feedback_id}/skal": EVERYONE,
    "GET /omdomen": EDIT,
    "POST /omdomen": EDIT,
    "POST /v1/feedback": EVERYONE,
    "GET /v1/feedback": EDIT,
    "POST /v1/feedback/{feedback_id}/review": EDIT,
    "GET /v1/unanswered-words": EDIT,
}
"""Who may what with what is said of answers: anyone says it, by a form of this site, editors read it."""
OF_EXCHANGE: Mapping[str, frozenset[str]] = {
    "GET /erfarenheter": EVERYONE,
    "GET /erfarenheter/{practice_id}": EVERYONE,
    "GET /granska-erfarenheter": EDIT,
    "POST /granska-erfarenheter": EDIT,
    "GET /planer/{plan_id}/utbyte": OWNS,
    "POST /planer/{plan_id}/utbyte": OWNS,
    "POST /planer/{plan_id}/utbyte/aterta": OWNS,
    "POST /planer/{plan_id}/erfarenheter": OWNS,
    "GET /planer/{plan_id}/erfarenheter/{practice_id}": OWNS,
    "POST /planer/{plan_id}/erfarenheter/{practice_id}": OWNS,
    "POST /planer/{plan_id}/erfarenheter/{practice_id}/aterta": OWNS,
    "GET /v1/accounts-of-practice": EVERYONE,
    "GET /v1/accounts-of-practice/submitted": EDIT,
    "GET /v1/accounts-of-practice/{practice_id}": EVERYONE,
    "POST /v1/accounts-of-practice/{practice_id}/review": EDIT,
    "GET /v1/plans/{plan_id}/accounts-of-practice": OWNS,
    "POST /v1/plans/{plan_id}/accounts-of-practice": OWNS,
    "PUT /v1/plans/{plan_id}/accounts-of-practice/{practice_id}": OWNS,
    "POST /v1/plans/{plan_id}/accounts-of-practice/{practice_id}/submission": OWNS,
    "POST /v1/plans/{plan_id}/accounts-of-practice/{practice_id}/withdrawal": OWNS,
    "GET /v1/agreements": COORDINATORS | ADVISES,
    "GET /v1/plans/{plan_id}/agreement": OWNS,
    "PUT /v1/plans/{plan_id}/agreement": OWNS,
    "DELETE /v1/plans/{plan_id}/agreement": OWNS,
}
"""Who may what with what municipalities tell each other: all read what is published, its own municipality writes."""
ROUTES: Mapping[str, frozenset[str]] = {
    "GET /": EVERYONE,
    "POST /fraga": EVERYONE,
    "GET /sok": EVERYONE,
    "GET /forslag": EVERYONE,
    "GET /matcha": EVERYONE,
    "POST /matcha": EVERYONE,
    "GET /plan": EVERYONE,
    "POST /plan": EVERYONE,
    "GET /plan/jamfor": EVERYONE,
    "POST /plan/jamfor": EVERYONE,
    "GET /vagledning/{slug}": EVERYONE,
    "GET /problemomrade/{slug}": EVERYONE,
    "GET /expert/{slug}": EVERYONE,
    "GET /experter": EVERYONE,
    "POST /experter": EVERYONE,
    "GET /evidenskarta": EVERYONE,
    "GET /kunskapsluckor": EVERYONE,
    "GET /metoder": EVERYONE,
    "GET /jamfor": EVERYONE,
    "GET /om": EVERYONE,
    "GET /tillganglighet": EVERYONE,
    "GET /integritet": EVERYONE,
    "GET /rangordning": EVERYONE,
    "GET /widget": EVERYONE,
    "GET /widget/kontroll": EVERYONE,
    "POST /widget/kontroll": EVERYONE,
    "GET /nytt.rss": EVERYONE,
    "GET /opensearch.xml": EVERYONE,
    "GET /sitemap.xml": EVERYONE,
    "GET /robots.txt": EVERYONE,
    "GET /docs": EVERYONE,
    "GET /docs/oauth2-redirect": EVERYONE,
    "GET /healthz": EVERYONE,
    "POST /mcp": EVERYONE,
    "GET /openapi.json": EVERYONE,
    "GET /readyz": EVERYONE,
    "GET /redoc": EVERYONE,
    "any /static": EVERYONE,
    "POST /v1/allocations": EVERYONE,
    "GET /v1/compare": EVERYONE,
    "GET /v1/experts": EVERYONE,
    "GET /v1/guidance/{slug}": EVERYONE,
    "GET /v1/guidance/{slug}/similar": EVERYONE,
    "POST /v1/match": EVERYONE,
    "POST /v1/plans": EVERYONE,
    "GET /v1/problem-areas": EVERYONE,
    "GET /v1/search": EVERYONE,
    "GET /v1/snapshot": EVERYONE,
    "POST /v1/team": EVERYONE,
    "GET /widget/kb-search.{rest}": EVERYONE,
    "GET /logga-in": EVERYONE,
    "POST /logga-in": EVERYONE - {*KEYS},
    "GET /logga-in/lank/{token}": EVERYONE,
    "POST /logga-in/lank": EVERYONE - {*KEYS},
    "GET /logga-in/tjanst": EVERYONE,
    "GET /logga-in/tjanst/svar": EVERYONE,
    "GET /konto": ACCOUNTS,
    "POST /konto/logga-ut": ACCOUNTS,
    "POST /konto/logga-ut-overallt": ACCOUNTS,
    "POST /konto/webblasare": ACCOUNTS,
    "POST /konto/paminnelser": ACCOUNTS,
    "GET /konto/data": ACCOUNTS,
    "GET /konto/radera": ACCOUNTS,
    "POST /konto/radera": ACCOUNTS,
    "GET /planer": COORDINATORS | {"advisor"},
    "POST /planer": COORDINATORS,
    "POST /planer/oppna": COORDINATORS,
    "GET /delad/{token}": EVERYONE,
    "GET /kalender/{token}.ics": EVERYONE,
    "GET /v1/plans": COORDINATORS | {"advisor", *BY_FORM, "key of another municipality"},
    "POST /v1/plans/saved": COORDINATORS | {"key to write", "key of another municipality"},
    "GET /v1/plans/erased": COORDINATORS,
    **OF_ONE_PLAN,
    **OF_CASES,
    **OF_EXPERTS,
    **OF_LEARNING,
    **OF_EXCHANGE,
}
"""Method and path -> who may."""
READ_BY_POST = frozenset({"POST /planer/{plan_id}/dokument", "POST /v1/plans/{plan_id}/document", "POST /arenden/nytt"})
"""They are sent a template, or a match, and write nothing."""
WRITES = frozenset(r for r in ROUTES if r.startswith("POST /") and ROUTES[r] != EVERYONE) - READ_BY_POST | {
    "POST /logga-in",
    "POST /logga-in/lank",
    "POST /fraga-expert/{token}",
    "POST /expert-inbjudan",
}
"""Forms that write: each is refused without its token."""
REFUSED = frozenset({"SignInNeeded", "RoleRefused", "FormExpired", "UnknownPlan", "UnknownCase"})
"""What somebody is told who may not; the others are told of something else, or nothing."""
Headers = Mapping[str, str]
TYPED = {
    "base": str(N_VERSIONS),
    "version": "1",
    "day": "2026-11-20",
    "body": "Kommunstyrelsen",
    "used_for": "read",
    "days": "7",
    "text": "Vem?",
    "advisors": "read",
    "wish": "Hjälp",
    "title": "Torget",
    "priority": "2",
    "hours": "4",
    "floor": "0",
}
"""What is typed in the forms of a plan and of a case."""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service without an index: who may ask is known before what is answered."""
    folder = tmp_path_factory.mktemp("roles")
    with TestClient(make_app(folder / "snapshots", state=folder / "state"), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def description(service: TestClient) -> Description:
    described: Description = service.get("/openapi.json").json()
    return described


@pytest.fixture(scope="module")
def accounts(service: TestClient) -> Mapping[str, Headers]:
    return _make_accounts(service)


def _make_accounts(service: TestClient) -> Mapping[str, Headers]:
    """Who -> the headers of a browser that is signed in, with the token of its forms, or of a program with a key."""
    database, name = database_in(service), new_id()
    cookies: dict[str, str] = {
        role: make_sign_in(database, make_account(database, f"{role}@{name}.se", role, **_scope_of(role)))
        for role in ROLES
    }
    elsewhere = make_account(database, f"elsewhere@{name}.se", scope_code="0180")
    cookies["coordinator elsewhere"] = make_sign_in(database, elsewhere)
    scopes: Mapping[str, tuple[KeyScope, str | None]] = {
        "key to read": ("plans:read", "1490"),
        "key to write": ("plans:write", "1490"),
        "key of another municipality": ("plans:write", "0180"),
        "key of a widget": ("widget", None),
    }
    keys = {who: create_key(database, who, scope, "*", NOON, town)[1] for who, (scope, town) in scopes.items()}
    return {
        "visitor": _browser(database, FORM_COOKIE, "visitor"),
        **{who: _browser(database, SIGN_IN_COOKIE, cookie) for who, cookie in cookies.items()},
        **{who: {"authorization": f"Bearer {shown}"} for who, shown in keys.items()},
    }


def _scope_of(role: Role) -> dict[str, str]:
    """An expert is of a profile, the others of the municipality."""
    return {"scope_kind": "expert", "scope_code": EXPERT} if role == "expert" else {}


def _browser(database: Database, name: str, cookie: str, others: str = "") -> dict[str, str]:
    return {"cookie": f"{name}={cookie}{others}", CSRF_HEADER: token_of(database, cookie)}


def _save_case(service: TestClient, headers: Headers) -> dict[str, str]:
    """What stands in addresses of a case that who asks may have begun."""
    with database_in(service).reading() as session:
        accounts = session.scalars(select(Account).where(Account.role == "coordinator", Account.scope_code == "1490"))
        by = {account.id for account in accounts}
    cookie = headers.get("cookie", "").partition("=")[2]
    account = find_signed_in(database_in(service), cookie, NOON)
    whole = save_whole_case(database_in(service), account.id if account and account.id in by else "a" * 32)
    return whole.names


def _save_plan(service: TestClient) -> WholePlan:
    """A plan that advisors may read."""
    plan = save_whole_plan(database_in(service))
    with database_in(service).session() as session:
        session.get_one(SavedPlan, plan.id).advisors = "read"
    return plan


def _follow(service: TestClient, plan: WholePlan) -> Mapping[str, Headers]:
    """Who -> the headers of a browser that has followed the link."""
    links = dict(zip(LINKS, (plan.reader, plan.writer, plan.calendar), strict=True))
    return {
        who: _browser(database_in(service), FORM_COOKIE, who.replace(" ", ""), f"; {COOKIE}={link.token}")
        for who, link in links.items()
    }


def _ask(service: TestClient, route: str, plan: WholePlan, headers: Headers, description: Description) -> Response:
    names = plan.names | ({"token": plan.calendar.token} if "ics" in route else {})
    if route in OF_BOOKED_CASE:
        booked = save_booked_case(database_in(service))
        names |= booked.names | {"token": booked.token}
    elif route in OF_ADVICE:
        names = save_advised_case(database_in(service)).names
    elif "case_id" in route:
        case = _save_case(service, headers)
        names |= case | ({"part_id": case["file_id"]} if route.startswith("GET") else {})
    if route in OF_LEARNING:
        names |= {"feedback_id": keep_said(database_in(service))}
    service.cookies.clear()
    if " /v1/plans/" in route or (
        " /v1/" in route and any(route in table for table in (OF_CASES, OF_EXPERTS, OF_LEARNING, OF_EXCHANGE))
    ):
        return send_example(service, route, description, names, headers)
    method, path = route.split(" ")
    typed = {"csrf": headers.get(CSRF_HEADER, ""), "comment": plan.comment_id, "link": plan.reader.id, **TYPED}
    data = typed if method == "POST" else None
    return service.request(method, fill_path(path, names), headers=headers, data=data, follow_redirects=False)


def _is_refused(answer: Response) -> bool:
    is_error = answer.headers.get("content-type") == "application/problem+json"
    return is_error and answer.json()["type"].split("/")[-1] in REFUSED


def test_every_route_is_in_the_table(service: TestClient) -> None:
    app = service.app
    assert isinstance(app, FastAPI)
    assert set(list_routes(app.routes)) == set(ROUTES)


@pytest.mark.parametrize("route", [route for route in ROUTES if not route.startswith("any ")])
def test_each_is_let_in_or_refused_as_the_table_says(
    service: TestClient, accounts: Mapping[str, Headers], description: Description, route: str
) -> None:
    """Each with a plan of its own where something is written."""
    plan, let_in = _save_plan(service), set()
    if route.startswith("POST /konto"):  # which ends sign-ins and accounts
        accounts = _make_accounts(service)
    for who in WHO:
        if not route.startswith("GET "):
            plan = _save_plan(service)
        headers = {**accounts, **_follow(service, plan)}[who]
        if not _is_refused(_ask(service, route, plan, headers, description)):
            let_in.add(who)
    assert let_in == ROUTES[route]


@pytest.mark.parametrize("route", sorted(WRITES))
def test_what_a_browser_writes_is_refused_without_its_token(
    service: TestClient, accounts: Mapping[str, Headers], description: Description, route: str
) -> None:
    who = next(role for role in ("coordinator", *ROLES) if role in ROUTES[route])
    cookie = {"cookie": accounts[who]["cookie"], CSRF_HEADER: "0" * 64}
    answer = _ask(service, route, _save_plan(service), cookie, description)
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (403, "FormExpired")
