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
from api.pages.frame.assets import STATIC, KeptFiles
from api.progress_stream import LINES
from api.reminders.daily import make_post, remind_daily
from api.reminders.follow_ups import ask_daily
from api.retention import erase_daily
from api.routers import EVERY, PAGES
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
    app.router.routes.extend([*EVERY.routes, MCP_ROUTE])
    app.state.page_routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    app.state.paths = frozenset(route.path for route in app.state.page_routes)
    app.mount("/static", KeptFiles(directory=STATIC), name="static")
    return app


def _make_sender(settings: Settings) -> Sender | None:
    post = make_post(settings)
    return Sender(post.mail, post.base_url) if post else None
