"""How errors are told in the OpenAPI description."""

from typing import Any

from api.schemas.service import ProblemDetails

_JSON: dict[str, Any] = {"content": {"application/problem+json": {"schema": ProblemDetails.model_json_schema()}}}
Answers = dict[int | str, dict[str, Any]]

UNAVAILABLE: Answers = {
    500: {"description": "Något gick fel i tjänsten", **_JSON},
    503: {"description": "Inget index att svara ur", **_JSON},
}
REJECTED: Answers = {422: {"description": "Går inte att läsa", **_JSON}, **UNAVAILABLE}
KEY_REJECTED: Answers = {403: {"description": "Nyckeln gäller inte", **_JSON}, **REJECTED}
NOT_FOUND: Answers = {404: {"description": "Finns inte", **_JSON}, **REJECTED}
BODY_REJECTED: Answers = {
    400: {"description": "Inte UTF-8", **_JSON},
    413: {"description": "För stort", **_JSON},
    **REJECTED,
}
UPLOAD_REJECTED: Answers = {
    **BODY_REJECTED,
    415: {"description": "Filen har ett format som inte läses", **_JSON},
    503: {"description": "Inget index att svara ur, eller för många filer läses just nu", **_JSON},
}
