"""What a person fills in to find experts; every field may be left empty."""

from collections.abc import Collection
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.search import MAX_QUERY_CHARS

MAX_FIELD_CHARS = 100


class ExpertsForm(BaseModel):
    """q: the help that is needed; first and last: months as 2027-03; page: from 1."""

    model_config = ConfigDict(populate_by_name=True)

    q: Annotated[str, Field(max_length=MAX_QUERY_CHARS)] = ""
    municipality: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    county: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    first: Annotated[str, Field(alias="from", max_length=MAX_FIELD_CHARS)] = ""
    last: Annotated[str, Field(alias="to", max_length=MAX_FIELD_CHARS)] = ""
    problem_area: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    method: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    format: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    language: Annotated[str, Field(max_length=MAX_FIELD_CHARS)] = ""
    page: Annotated[int, Field(ge=1)] = 1

    def keeping(self, names: Collection[str]) -> Self:
        """The same with the text and these fields alone, from the first page; names as in an address."""
        filled = self.filled_in()
        return type(self).model_validate({name: filled[name] for name in filled if name in {"q", *names}})

    def filled_in(self) -> dict[str, str]:
        """Name in an address -> value, for every field but the page that is not empty."""
        fields = self.model_dump(by_alias=True, exclude={"page"})
        return {name: value.strip() for name, value in fields.items() if value.strip()}
