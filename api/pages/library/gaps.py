"""The gap map: where the knowledge base is thin, what it says that it lacks, and what should have been reviewed."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.pages.charts.svg import write_key
from api.pages.frame.area_name import sort_areas
from api.pages.frame.render import render_page
from api.pages.library.gap_map_svg import draw_cover, draw_gap_map, tell_gap
from kb.documents import Library
from kb.overview.gap_map import Axis, Cover, map_gaps
from kb.overview.gaps import find_gaps
from kb.overview.overdue import Collection, find_overdue

FOLDERS: Mapping[Collection, str] = {
    "guidance": "vagledning",
    "problem-areas": "problemomrade",
    "experts": "expert",
}
COVERS: tuple[Cover, ...] = ("covered", "thin", "none")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/kunskapsluckor")
def show_gaps(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    axis: Annotated[Axis, Query(alias="by")] = "level",
) -> Response:
    snapshot, t = searcher.snapshot, load_strings(language)
    library = Library(
        tuple(snapshot.guidance.values()), tuple(snapshot.problem_areas.values()), tuple(snapshot.experts.values())
    )
    rows = map_gaps(library.guidance, sort_areas(library.problem_areas, t), axis)
    coverage = find_gaps(library, snapshot.registers.municipalities, today)
    return render_page(
        request,
        "gaps.html",
        language,
        axis=axis,
        rows=rows,
        drawing=draw_gap_map(rows, axis, t),
        coverage={area.slug: area for area in coverage.areas},
        stated=[document for document in library.guidance if document.kind == "lucka"],
        overdue=[(item, f"/{FOLDERS[item.collection]}/{item.slug}") for item in find_overdue(library, today)],
        next_review=min((document.review_by for document in library.guidance), default=None),
        n_documents=len(library.guidance),
        keys={cover: write_key(draw_cover(cover, 1, 1)) for cover in COVERS},
        tell_gap=tell_gap,
    )
