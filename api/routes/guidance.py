"""One guidance document, whole, and those that are like it."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.deps import CurrentSearcher
from api.routes.answers import NOT_FOUND
from api.schemas.documents import GuidanceOut, SimilarOut, guidance_out, similar_out
from api.use.note_use import note_use
from kb.errors import UnknownSlug
from kb.search.similar import find_similar

router = APIRouter(prefix="/v1", tags=["innehåll"])


@router.get("/guidance/{slug}", summary="En vägledning", responses=NOT_FOUND)
def show_guidance(
    request: Request, searcher: CurrentSearcher, slug: Annotated[str, Path(examples=["sspf"])]
) -> GuidanceOut:
    document = searcher.snapshot.guidance.get(slug)
    if document is None:
        raise UnknownSlug(f"no guidance {slug!r}; search with /v1/search")
    note_use(request, "document", slug)
    return guidance_out(document)


@router.get("/guidance/{slug}/similar", summary="Liknande vägledningar", responses=NOT_FOUND)
def list_similar(searcher: CurrentSearcher, slug: Annotated[str, Path(examples=["sspf"])]) -> list[SimilarOut]:
    return [similar_out(similar) for similar in find_similar(slug, searcher)]
