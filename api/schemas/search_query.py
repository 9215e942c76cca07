"""What a search in the guidance is asked with, by a program and in the address of a page."""

from pydantic import BaseModel, Field

from api.schemas.facet_filters import FacetFilters
from api.schemas.query import StrictQuery
from api.schemas.search import MAX_QUERY_CHARS
from kb.search.answer import Sort

MAX_PAGE = 1_000


class _Words(BaseModel):
    q: str = Field(max_length=MAX_QUERY_CHARS, examples=["ungar som kör epa på torget"])


class _Asked(FacetFilters, _Words):
    sort: Sort = "relevance"


class SearchQuery(_Asked, StrictQuery):
    """A page of a search: n hits after the first ones; key: of a widget on another site's page."""

    first: int = Field(default=0, ge=0)
    n: int = Field(default=10, ge=1, le=50)
    key: str = Field(default="", max_length=100, description="Nyckel för sökruta på en annan webbplats")


class SearchAsked(_Asked):
    """What the search page is asked for; what else stands in its address is nothing to it. page: from 1."""

    q: str = Field(default="", max_length=MAX_QUERY_CHARS)
    page: int = Field(default=1, ge=1, le=MAX_PAGE)
