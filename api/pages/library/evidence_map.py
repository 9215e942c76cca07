"""The evidence map: where there are methods, and how sure the evidence is."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.pages.charts.rating_marks import draw_disc, draw_harm
from api.pages.charts.svg import write_key
from api.pages.frame.area_name import sort_areas
from api.pages.frame.method_links import count_methods
from api.pages.frame.render import render_page
from api.pages.library.evidence_map_svg import draw_evidence_map, link_cell, tell_cell, tell_effects
from kb.overview.evidence_map import map_evidence
from kb.vocabulary import APPROACHES, RATINGS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/evidenskarta")
def show_evidence_map(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    snapshot, t = searcher.snapshot, load_strings(language)
    rows = map_evidence(snapshot.guidance.values(), sort_areas(snapshot.problem_areas.values(), t))
    return render_page(
        request,
        "evidence_map.html",
        language,
        rows=rows,
        drawing=draw_evidence_map(rows, t),
        approaches=APPROACHES,
        keys={rating: write_key(draw_disc(rating, 11, 11, 10)) for rating in RATINGS},
        harm_key=write_key(draw_harm(3, 3)),
        count_methods=count_methods,
        link_cell=link_cell,
        tell_cell=tell_cell,
        tell_effects=tell_effects,
    )
