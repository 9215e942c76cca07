"""A parameter that there is not is told where it stands, with those that there are."""

import pytest
from pydantic import Field, ValidationError

from api.schemas.query import StrictQuery


class Asked(StrictQuery):
    q: str
    begin: int = Field(default=0, alias="from", ge=0)


def _faults(**sent: str) -> dict[str, str]:
    """name of a parameter -> what is wrong with it."""
    with pytest.raises(ValidationError) as rejected:
        Asked.model_validate(sent)
    return {str(fault["loc"][0]): fault["msg"] for fault in rejected.value.errors()}


def test_what_is_known_is_read() -> None:
    assert Asked.model_validate({"q": "epa", "from": "3"}).begin == 3


def test_an_unknown_parameter_is_told_with_the_known_by_their_names_in_the_address() -> None:
    assert _faults(q="epa", begin="3") == {"begin": "unknown parameter; choose among q, from"}


def test_every_other_fault_is_told_beside_it() -> None:
    assert _faults(lan="14", **{"from": "-1"}) == {
        "q": "Field required",
        "from": "Input should be greater than or equal to 0",
        "lan": "unknown parameter; choose among q, from",
    }
