"""Whether a source expression of a policy lets a browser load an address (Content Security Policy Level 3, 6.7.2)."""

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, unquote, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)"
    r"(?::(?P<port>\d+|\*))?(?P<path>/[^?#]*)?",
    re.IGNORECASE,
)


def allows(sources: Sequence[str], url: str, page: str | None = None) -> bool:
    """Whether any of the sources matches the address; page: the address of the page, for 'self' and bare hosts.

    >>> allows(["'self'", "*.kb.example"], "https://a.kb.example/v1/search", "https://intranet.example/")
    True
    """
    target, own = urlsplit(url), urlsplit(page) if page else None
    return any(_matches(source, target, own) for source in sources)


def _matches(source: str, target: SplitResult, page: SplitResult | None) -> bool:
    if source == "*":
        return target.scheme in DEFAULT_PORTS
    if source.startswith("'"):
        return source.lower() == "'self'" and page is not None and _is_same_origin(target, page)
    if scheme := re.fullmatch(r"([a-z][a-z0-9+.-]*):", source, re.IGNORECASE):
        return _scheme_matches(scheme[1].lower(), target.scheme)
    parts = _HOST.fullmatch(source)
    if parts is None:
        return False
    scheme_asked = (parts["scheme"] or (page.scheme if page else "https")).lower()
    return (
        _scheme_matches(scheme_asked, target.scheme)
        and _host_matches(parts["host"].lower(), (target.hostname or "").lower())
        and _port_matches(parts["port"], target)
        and _path_matches(parts["path"], target.path or "/")
    )


def _is_same_origin(target: SplitResult, page: SplitResult) -> bool:
    is_upgrade = _scheme_matches(page.scheme, target.scheme)
    if target.hostname != page.hostname or not is_upgrade:
        return False
    both_default = _port(target) == DEFAULT_PORTS.get(target.scheme) and _port(page) == DEFAULT_PORTS.get(page.scheme)
    return _port(target) == _port(page) or both_default


def _scheme_matches(asked: str, met: str) -> bool:
    return asked == met or (asked == "http" and met == "https")


def _host_matches(pattern: str, host: str) -> bool:
    if pattern == "*":
        return True
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def _port_matches(port: str | None, target: SplitResult) -> bool:
    if port == "*":
        return True
    if port is None:
        return _port(target) == DEFAULT_PORTS.get(target.scheme)
    return int(port) == _port(target) or (port == "80" and target.scheme == "https" and _port(target) == 443)


def _port(address: SplitResult) -> int | None:
    return address.port or DEFAULT_PORTS.get(address.scheme)


def _path_matches(pattern: str | None, path: str) -> bool:
    """A path that ends in / stands for all below it; any other for itself alone."""
    if not pattern or pattern == "/":
        return True
    asked, met = unquote(pattern), unquote(path)
    return met.startswith(asked) if asked.endswith("/") else met == asked
