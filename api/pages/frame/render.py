"""Templates filled in the language of the request, inside the frame that all pages share."""

from pathlib import Path

from fastapi import Request
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates

from api.formats import (
    write_amount,
    write_day,
    write_days,
    write_list,
    write_month,
    write_number,
    write_percent,
    write_period,
    write_short_month,
)
from api.languages import Language, load_strings
from api.method_words import capitalize_first, in_language, tell_basis, tell_cost, tell_effect
from api.pages.charts.course_chart import course_chart
from api.pages.charts.evidence_chart import evidence_chart
from api.pages.frame.area_name import name_area
from api.pages.frame.assets import asset_url
from api.pages.frame.frame import make_frame
from api.pages.frame.list_labels import mark_labels
from api.pages.frame.markdown import render_markdown
from api.pages.frame.marks import mark_highlights
from api.pages.frame.method_links import link_methods
from api.reasons import tell_support
from api.schemas.matching.reason import reason_out
from kb.badge import find_badge
from kb.overview.comparison import is_comparable
from kb.plans.outline import tell_time
from kb.text.sentences import split_sentences

API_PATHS = ("/v1/", "/healthz", "/readyz", "/openapi.json", "/static/", "/mcp")

_templates = Jinja2Templates(Path(__file__).parents[1] / "templates")
_templates.env.filters["marked"] = mark_highlights
_templates.env.filters["mark_labels"] = mark_labels
_templates.env.filters["markdown"] = render_markdown
_templates.env.filters["capitalize_first"] = capitalize_first
_templates.env.filters["number"] = write_number
_templates.env.filters["amount"] = write_amount
_templates.env.filters["percent"] = write_percent
_templates.env.filters["day"] = write_day
_templates.env.filters["days"] = write_days
_templates.env.filters["month"] = write_month
_templates.env.filters["short_month"] = write_short_month
_templates.env.filters["period"] = write_period
_templates.env.filters["and_list"] = write_list
_templates.env.filters["sentences"] = split_sentences
_templates.env.filters["area_name"] = name_area
_templates.env.filters["reason_out"] = reason_out
_templates.env.globals["tell_support"] = tell_support
_templates.env.globals["evidence_chart"] = evidence_chart
_templates.env.globals["course_chart"] = course_chart
_templates.env.globals["in_language"] = in_language
_templates.env.globals["tell_basis"] = tell_basis
_templates.env.globals["tell_cost"] = tell_cost
_templates.env.globals["tell_effect"] = tell_effect
_templates.env.globals["find_badge"] = find_badge
_templates.env.globals["is_comparable"] = is_comparable
_templates.env.globals["link_methods"] = link_methods
_templates.env.globals["tell_time"] = tell_time
_templates.env.globals["asset"] = asset_url
_templates.env.trim_blocks = True
_templates.env.lstrip_blocks = True


def render_page(request: Request, name: str, language: Language, status: int = 200, **values: object) -> Response:
    """The template as a page: `t` has the strings, `frame` what is around the content."""
    shared = {"t": load_strings(language), "frame": make_frame(request, language)}
    page = _templates.TemplateResponse(request, name, {**shared, **values}, status_code=status)
    page.headers["Cache-Control"] = "no-cache"
    page.headers["Vary"] = "Accept-Language, Cookie"
    return page


def is_for_a_person(request: Request) -> bool:
    """Whether the answer is read in a browser: the path is no program's, and HTML is asked for."""
    asked = request.headers.get("accept", "")
    return "text/html" in asked and not request.url.path.startswith(API_PATHS)
