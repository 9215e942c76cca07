"""Swedish or English: as chosen on the site, else by Accept-Language (RFC 9110, section 12.5.4), else Swedish."""

import re

from starlette.requests import Request

from api.languages import LANGUAGE_COOKIE, LANGUAGES, Language


def read_language(request: Request) -> Language:
    """The language that was chosen on the site, else the one that the browser prefers."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    by_header = choose_language(request.headers.get("accept-language", ""))
    return next((language for language in LANGUAGES if language == chosen), by_header)


def choose_language(accept_language: str) -> Language:
    """The language that the header prefers.

    >>> choose_language("en-GB, en; q=0.9, sv;q=0.4")
    'en'
    """
    best: Language = "sv"
    best_quality = 0.0
    for part in accept_language.split(","):
        name, _, quality = re.sub(r"\s", "", part.lower()).partition(";q=")
        language = name.split("-")[0]
        weight = _quality(quality)
        for known in LANGUAGES:
            if weight > best_quality and language == known:
                best, best_quality = known, weight
    return best


def _quality(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
