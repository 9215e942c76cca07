"""New and changed guidance as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import Language, load_strings
from api.public_url import public_url
from kb.overview.news import News, gather_news
from kb.search.searcher import Searcher
from kb.snapshot.generations import make_generation, read_earlier_generations

router = APIRouter(include_in_schema=False)

PATH = "/nytt.rss"
ATOM = "http://www.w3.org/2005/Atom"
Xml.register_namespace("atom", ATOM)


@router.get(PATH)
def show_news(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    feed = _write(_news(request, searcher), language, request)
    headers = {"Vary": "Accept-Language, Cookie", "Cache-Control": "max-age=3600"}
    return Response(feed, media_type="application/rss+xml; charset=utf-8", headers=headers)


def _news(request: Request, searcher: Searcher) -> Sequence[News]:
    """Gathered once a snapshot: to read the earlier ones takes a tenth of a second, and feeds are asked for often."""
    state, manifest = request.app.state, searcher.snapshot.manifest
    kept: tuple[str, Sequence[News]] | None = getattr(state, "news", None)
    if kept is None or kept[0] != manifest.id:
        earlier = read_earlier_generations(state.serving.folder, manifest)
        kept = manifest.id, gather_news(make_generation(manifest, searcher.snapshot.guidance), earlier)
        state.news = kept
    return kept[1]


def _write(news: Sequence[News], language: Language, request: Request) -> bytes:
    strings = load_strings(language)
    root = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(root, "channel")
    _add(channel, "title", f"{strings['site_name']}: {strings['news_title']}")
    _add(channel, "link", public_url(request, "/"))
    _add(channel, "description", strings["news_lead"])
    _add(channel, "language", "sv")  # the language of what the items tell
    _add(channel, f"{{{ATOM}}}link", "", href=public_url(request, PATH), rel="self", type="application/rss+xml")
    if news:
        _add(channel, "lastBuildDate", _instant(news[0].day))
    for item in news:
        _add_item(channel, item, strings, request)
    feed: bytes = Xml.tostring(root, "utf-8", xml_declaration=True)
    return feed


def _add_item(channel: Xml.Element, news: News, strings: dict[str, str], request: Request) -> None:
    item = Xml.SubElement(channel, "item")
    kind = strings["news_" + news.kind.replace(" ", "_")]
    is_warning = news.document.is_advised_against and news.kind != "now advised against"
    warning = f"{strings['advised_against']}: " if is_warning else ""
    _add(item, "title", f"{kind}: {warning}{news.document.title}")
    if news.kind != "withdrawn":
        _add(item, "link", public_url(request, f"/vagledning/{news.document.slug}"))
    change = ""
    if news.kind == "new evidence":
        before, after = (rating or strings["no_rating"] for rating in (news.before, news.after))
        change = f"{strings['evidence']}: {before} → {after}. "
    _add(item, "description", change + news.document.summary)
    _add(item, "guid", f"till-handling:{news.id}", isPermaLink="false")
    _add(item, "pubDate", _instant(news.day))


def _add(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = text


def _instant(day: date) -> str:
    """The day at midnight UTC, as RFC 822 writes it."""
    return format_datetime(datetime.combine(day, time(), UTC))
