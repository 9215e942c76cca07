"""The app: settings in, a FastAPI application out."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from api.accounts.services import make_services
from api.asks.periodic import post_periodically
from api.assistants.http import MCP_ROUTE, open_mcp
from api.cases.allocation.allocator import Allocator
from api.errors import add_error_handlers
from api.expert_side.daily import keep_calendars_daily
from api.expert_side.feed.fetch_feed import fetch_feed
from api.expert_side.remind import Sender
from api.given.read_description import MAX_UPLOAD_BYTES, UPLOAD_PATHS, UPLOAD_PATTERNS, FileReader
from api.middleware.body_limit import BodyLimit
from api.middleware.cross_origin import CrossOrigin
from api.middleware.head_requests import HeadRequests
from api.middleware.language_switch import LanguageSwitch
from api.middleware.security import SecurityHeaders
from api.middleware.unexpected_errors import UnexpectedErrors
from api.national.let_out_needs import let_out_daily
from api.pages.account.account import router as account_page
from api.pages.account.link import router as link_page
from api.pages.account.provider import router as provider_pages
from api.pages.account.sign_in import router as sign_in_page
from api.pages.cases.advice.desk_page import router as desk_advice_page
from api.pages.cases.advice.follow_up_page import router as follow_up_page
from api.pages.cases.advice.page import router as case_advice_page
from api.pages.cases.advice.quality_page import router as quality_page
from api.pages.cases.allocation.confirm import router as allocation_confirmed
from api.pages.cases.allocation.page import router as allocation_page
from api.pages.cases.answer_page import router as case_answer
from api.pages.cases.asking.ask import router as case_ask
from api.pages.cases.asking.list_page import router as case_list
from api.pages.cases.asking.own_steps import router as case_own_steps
from api.pages.cases.bookings_page import router as case_bookings
from api.pages.cases.desk.desk_page import router as case_desk
from api.pages.cases.desk.handle import router as case_handle
from api.pages.cases.experts_page import router as case_experts
from api.pages.cases.thread.history import router as case_history
from api.pages.cases.thread.show_case import router as case_page
from api.pages.cases.thread.write import router as case_write
from api.pages.exchange.list_page import router as exchange_page
from api.pages.exchange.review_desk import router as practice_review
from api.pages.expert_side.consents_page import router as consents_page
from api.pages.expert_side.invitation import router as invitation_page
from api.pages.expert_side.invite import router as invite_page
from api.pages.expert_side.my_calendar import router as my_calendar_page
from api.pages.expert_side.my_profile import router as my_profile_page
from api.pages.expert_side.my_quality import router as my_quality_page
from api.pages.expert_side.review_desk import router as review_desk
from api.pages.experts.experts import router as experts_page
from api.pages.feeds.news import router as news
from api.pages.feeds.opensearch import router as opensearch
from api.pages.feeds.sitemap import router as sitemap
from api.pages.feeds.widget import router as widget_pages
from api.pages.frame.assets import STATIC, KeptFiles
from api.pages.learning.judge import router as judge_pages
from api.pages.learning.judgements_page import router as judgements_page
from api.pages.library.about import router as about_pages
from api.pages.library.comparison import router as comparison_page
from api.pages.library.evidence_map import router as evidence_map_page
from api.pages.library.gaps import router as gaps_page
from api.pages.library.guidance import router as guidance_page
from api.pages.library.methods import router as methods_page
from api.pages.library.problem_area import router as problem_area_page
from api.pages.library.ranking import router as ranking_page
from api.pages.match.match import router as match_page
from api.pages.national.effect_page import router as national_effect
from api.pages.national.map_page import router as national_map
from api.pages.national.needs import router as needs_page
from api.pages.national.priority_page import router as national_priority
from api.pages.national.start import router as national_start
from api.pages.national.use import router as use_page
from api.pages.plans.compare import router as compare_page
from api.pages.plans.exchange.exchange_page import router as plan_exchange
from api.pages.plans.exchange.practice_page import router as plan_practice
from api.pages.plans.plan import router as plan_page
from api.pages.plans.saved.adoption import router as saved_adoption
from api.pages.plans.saved.begin import router as saved_begin
from api.pages.plans.saved.comments_page import router as saved_comments
from api.pages.plans.saved.documents import router as saved_documents
from api.pages.plans.saved.editor import router as saved_editor
from api.pages.plans.saved.follow_up_page import router as saved_follow_up
from api.pages.plans.saved.list_page import router as saved_list
from api.pages.plans.saved.sharing import router as saved_sharing
from api.pages.plans.saved.take_home import router as saved_take_home
from api.pages.plans.saved.versions import router as saved_versions
from api.pages.search.search import router as search_page
from api.pages.search.start import router as start_page
from api.progress_stream import LINES
from api.reminders.daily import make_post, remind_daily
from api.reminders.follow_ups import ask_daily
from api.retention import erase_daily
from api.routes.allocations import router as allocations
from api.routes.cases.advice import router as case_advice_api
from api.routes.cases.allocation import router as case_allocations
from api.routes.cases.asks import router as case_asks_api
from api.routes.cases.bookings import router as case_bookings_api
from api.routes.cases.cases import router as cases_api
from api.routes.cases.desk_advice import router as desk_advice_api
from api.routes.cases.follow_ups import router as follow_ups_api
from api.routes.cases.steps import router as case_steps_api
from api.routes.cases.thread import router as case_thread_api
from api.routes.comparison import router as comparison
from api.routes.exchange.agreements import router as agreements_api
from api.routes.exchange.practice import router as practice_api
from api.routes.exchange.published import router as published_practice_api
from api.routes.expert_side.invitation import router as invitation_api
from api.routes.expert_side.my_calendar import router as my_calendar_api
from api.routes.expert_side.my_profile import router as my_profile_api
from api.routes.experts import router as experts
from api.routes.guidance import router as guidance
from api.routes.health import router as health
from api.routes.learning.feedback import router as feedback_api
from api.routes.match import router as match
from api.routes.national.effect import router as national_effect_api
from api.routes.national.needs import router as needs_api
from api.routes.national.priority import router as national_priority_api
from api.routes.national.use import router as use_api
from api.routes.plans import router as plans
from api.routes.problem_areas import router as problem_areas
from api.routes.saved.adoption import router as saved_adoption_api
from api.routes.saved.comments import router as saved_comments_api
from api.routes.saved.document import router as saved_document_api
from api.routes.saved.plan import router as saved_plan_api
from api.routes.saved.plans import router as saved_plans_api
from api.routes.saved.sharing import router as saved_sharing_api
from api.routes.saved.versions import router as saved_versions_api
from api.routes.search import router as search
from api.routes.snapshot import router as snapshot
from api.routes.team import router as team
from api.routes.widget import router as widget_files
from api.serving import Serving
from api.settings import Settings
from api.store.database import Database
from api.told_experts import ToldExperts
from api.use.counter import UseCounter, write_kept, write_use
from api.widget.bundle import build_bundle
from api.widget.releases import keep_release
from kb.embedding.load import load_embedder
from kb.errors import KbError
from kb.models.models import load_models

ROUTES = (
    search,
    match,
    plans,
    saved_plans_api,
    saved_plan_api,
    saved_document_api,
    saved_versions_api,
    saved_comments_api,
    saved_sharing_api,
    saved_adoption_api,
    cases_api,
    case_steps_api,
    case_thread_api,
    case_asks_api,
    case_bookings_api,
    case_advice_api,
    desk_advice_api,
    follow_ups_api,
    national_effect_api,
    national_priority_api,
    team,
    allocations,
    case_allocations,
    guidance,
    comparison,
    experts,
    invitation_api,
    my_profile_api,
    my_calendar_api,
    problem_areas,
    needs_api,
    use_api,
    feedback_api,
    published_practice_api,
    practice_api,
    agreements_api,
    snapshot,
    health,
    widget_files,
)
PAGES = (
    start_page,
    search_page,
    match_page,
    plan_page,
    compare_page,
    guidance_page,
    problem_area_page,
    about_pages,
    ranking_page,
    widget_pages,
    news,
    opensearch,
    sitemap,
    evidence_map_page,
    gaps_page,
    methods_page,
    comparison_page,
    experts_page,
    exchange_page,
)
EXPERT_SIDE_PAGES = (
    invite_page,
    invitation_page,
    my_profile_page,
    consents_page,
    my_calendar_page,
    my_quality_page,
    review_desk,
)
"""As those of accounts."""
ACCOUNT_PAGES = (sign_in_page, link_page, provider_pages, account_page)
"""Pages that are for nobody to find: no sitemap has them."""
SAVED_PLAN_PAGES = (
    saved_adoption,
    saved_begin,
    saved_comments,
    saved_documents,
    saved_editor,
    saved_follow_up,
    saved_list,
    saved_sharing,
    saved_take_home,
    saved_versions,
    plan_exchange,
    plan_practice,
)
"""Pages of what a municipality has saved: for nobody to find either."""
CASE_PAGES = (
    case_ask,  # before the page of a case, whose id its address would be taken for
    case_list,
    case_desk,
    case_own_steps,
    case_handle,
    case_write,
    case_history,
    case_page,
    case_experts,
    case_bookings,
    case_answer,
    allocation_page,
    allocation_confirmed,
)
"""Pages of cases: for who takes part in them, or was sent a link."""
ADVICE_PAGES = (case_advice_page, desk_advice_page, follow_up_page, quality_page)
"""Pages of advice that was given in cases, and of what came of it."""
LEARNING_PAGES = (judge_pages, judgements_page, practice_review)
"""Pages of what is said of answers: one's own, and those that editors read; and what municipalities tell, reviewed."""
NATIONAL_PAGES = (national_start, national_priority, national_map, national_effect, needs_page, use_page)
"""The national view: for advisors."""
PRIVATE_PAGES = (
    *ACCOUNT_PAGES,
    *SAVED_PLAN_PAGES,
    *CASE_PAGES,
    *ADVICE_PAGES,
    *EXPERT_SIDE_PAGES,
    *LEARNING_PAGES,
    *NATIONAL_PAGES,
)
API_VERSION = "0.2.0"
"""Raised when the shape of an answer changes; told in docs/api.md."""
DESCRIPTION = "Från en beskriven lokal problembild till metoder med ärlig evidens och experter som kan hjälpa."
_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def create_app(
    settings: Settings, today: Callable[[], date] = date.today, now: Callable[[], datetime] = utc_now
) -> FastAPI:
    """The service over the snapshots of the settings; today, now : asked for day and moment of every request."""

    @asynccontextmanager
    async def open_all(app: FastAPI) -> AsyncIterator[None]:
        with suppress(KbError):  # told by /readyz and by every request until a snapshot is published
            app.state.serving.searcher  # noqa: B018  opened now, so that the first request does not wait
        try:
            app.state.database.open()
        except (KbError, OSError) as error:  # visitors need no database: they are served all the same
            _log.error("nobody can sign in, nothing can be saved: %s", error)
        retention = asyncio.create_task(erase_daily(app.state.database, now))
        reminders = asyncio.create_task(remind_daily(app.state.database, make_post(settings), today, now))
        needs = asyncio.create_task(let_out_daily(app.state.database, app.state.serving, today, now))
        use = asyncio.create_task(write_use(app.state.use, today))
        follow_ups = asyncio.create_task(ask_daily(app.state.database, make_post(settings), today, now))
        calendars = asyncio.create_task(
            keep_calendars_daily(app.state.database, _make_sender(settings), today, now, app.state.fetch_feed)
        )
        letters = asyncio.create_task(
            post_periodically(app.state.database, app.state.serving, app.state.sign_in_services.mail, settings, now)
        )
        async with open_mcp(app, settings.public_url):
            yield
        for task in (retention, reminders, needs, use, follow_ups, calendars, letters):
            task.cancel()
        write_kept(app.state.use, today)
        app.state.database.close()

    app = FastAPI(title="Till handling", version=API_VERSION, description=DESCRIPTION, lifespan=open_all)
    app.state.database = Database(settings.places)
    app.state.serving = Serving(
        settings.snapshots,
        load_embedder(settings.model),
        load_models(),
        told=ToldExperts(app.state.database, today, now),
        with_demo=settings.demo,
    )
    app.state.sign_in_services = make_services(settings)
    app.state.fetch_feed = fetch_feed
    app.state.today = today
    app.state.now = now
    app.state.public_url = settings.public_url
    app.state.case_mail = settings.case_mail
    app.state.max_body_bytes = settings.max_body_bytes
    app.state.count_unanswered = settings.count_unanswered
    app.state.widget_keys = settings.widget_keys
    app.state.widget_files = settings.widget_files
    if settings.widget_files:
        keep_release(build_bundle(), settings.widget_files)
    app.state.file_reader = FileReader(settings.readers)
    app.state.use = UseCounter(app.state.database, is_on=settings.count_use)
    app.state.allocator = Allocator(settings.allocations)
    app.add_middleware(
        BodyLimit,
        max_bytes=settings.max_body_bytes,
        max_upload_bytes=MAX_UPLOAD_BYTES,
        upload_paths=(*UPLOAD_PATHS, *UPLOAD_PATTERNS),
    )
    app.add_middleware(UnexpectedErrors)
    app.add_middleware(LanguageSwitch)
    app.add_middleware(
        GZipMiddleware,
        minimum_size=1_000,
        compresslevel=6,
        # a packed stream comes in one piece, at its end
        exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, LINES),
    )
    app.add_middleware(HeadRequests)
    app.add_middleware(CrossOrigin, search_origins=settings.widget_origins)
    app.add_middleware(SecurityHeaders)  # the last one added is the first one met
    add_error_handlers(app)
    for router in (*ROUTES, *PAGES, *PRIVATE_PAGES):
        app.include_router(router)
    app.router.routes.append(MCP_ROUTE)
    app.state.page_routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    app.state.paths = frozenset(route.path for route in app.state.page_routes)
    app.mount("/static", KeptFiles(directory=STATIC), name="static")
    return app


def _make_sender(settings: Settings) -> Sender | None:
    post = make_post(settings)
    return Sender(post.mail, post.base_url) if post else None
