"""The widget's files: named for their content and kept by browsers for a year, or under the name that follows along."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.widget.bundle import build_bundle
from api.widget.releases import LATEST, find_file

router = APIRouter(include_in_schema=False)

FOR_A_YEAR = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"


@router.get("/widget/kb-search.{rest}")
def show_widget_file(request: Request, rest: str) -> Response:
    name = f"kb-search.{rest}"
    file = find_file(name, build_bundle(), request.app.state.widget_files)
    if file is None:
        raise HTTPException(404, "no such version of the widget; /widget names today's")
    lifetime = FOR_AN_HOUR if name == LATEST else FOR_A_YEAR
    return Response(file.content, media_type=file.media_type, headers={"Cache-Control": lifetime})
