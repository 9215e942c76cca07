"""How errors are told in the OpenAPI description."""

from typing import Any

from api.schemas import ProblemDetails

_JSON: dict[str, Any] = {"content": {"application/problem+json": {"schema": ProblemDetails.model_json_schema()}}}
NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"description": "Finns inte", **_JSON}}
REJECTED: dict[int | str, dict[str, Any]] = {
    413: {"description": "För stort", **_JSON},
    422: {"description": "Går inte att läsa", **_JSON},
    503: {"description": "Inget index är publicerat", **_JSON},
}
