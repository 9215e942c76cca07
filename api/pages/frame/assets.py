"""The static files: addresses that change with their content, headers that let browsers keep them, what is missing."""

import hashlib
from functools import lru_cache
from pathlib import Path

from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

STATIC = Path(__file__).parents[1] / "static"
STYLES = (
    "site.css",
    "vendor/designsystemet-theme.css",
    "vendor/designsystemet.css",
    "parts.css",
    "charts.css",
    "explore.css",
    "print.css",
)
"""In the order of the cascade: site.css names its base layer first, so that the design system's come over it."""
HASH_CHARS = 12
KEPT = "public, max-age=31536000, immutable"


def asset_url(name: str) -> str:
    """The address of a static file with the hash of its content, so that it may be kept for ever.

    Raises
    ------
    FileNotFoundError : there is no such file
    """
    path = STATIC / name
    return f"/static/{name}?v={_hash(path, path.stat().st_mtime_ns)}"


def style_urls() -> list[str]:
    """The stylesheets of every page, those of them that are there."""
    return [asset_url(name) for name in STYLES if (STATIC / name).is_file()]


def missing_styles() -> list[str]:
    """The stylesheets that `make assets` has not yet brought."""
    return [name for name in STYLES if not (STATIC / name).is_file()]


class KeptFiles(StaticFiles):
    """Static files; an address with the hash of the content never changes, any other is asked for anew."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        query = scope["query_string"].decode("latin-1")
        is_whole = answer.status_code in (200, 304) and asset_url(path).endswith(f"?{query}")
        answer.headers["Cache-Control"] = KEPT if is_whole else "no-cache"
        return answer


@lru_cache(maxsize=128)
def _hash(path: Path, _mtime_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_CHARS]
