"""Every route of the service, and what stands in its address when something is there."""

import re
from collections.abc import Iterable, Iterator, Mapping

from fastapi import APIRouter
from starlette.routing import Route


def list_routes(routes: Iterable[object]) -> Iterator[str]:
    """Method and path of each route, those of routers within as well; one of a kind that is not known has no path."""
    for route in routes:
        if isinstance(within := getattr(route, "original_router", None), APIRouter):
            yield from list_routes(within.routes)
        elif isinstance(route, Route):
            yield from (f"{method} {route.path}" for method in (route.methods or ()) if method != "HEAD")
        else:
            yield f"any {getattr(route, 'path', route)}"


def fill_path(path: str, names: Mapping[str, str]) -> str:
    """The path with a value for each of its names, `x` where none is told.

    >>> fill_path("/planer/{plan_id}/versioner/{number}", {"number": "1"})
    '/planer/x/versioner/1'
    """
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: names.get(found[1], "x"), path)
