"""Where the service is reached from outside, for links that must be whole: feeds, sitemaps, canonical addresses."""

from starlette.requests import Request


def public_url(request: Request, path: str = "") -> str:
    """The path as a whole address, by KB_PUBLIC_URL or else by the host that the request names."""
    base: str = request.app.state.public_url or str(request.base_url).rstrip("/")
    return base + path
