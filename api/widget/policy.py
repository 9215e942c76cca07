"""A page's security policies, read from what a webmaster pastes: a header, all headers, server settings or HTML."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lxml import etree
from lxml.html import HTMLParser

from api.widget.errors import PolicyRejected

_FETCH = """
child-src connect-src default-src fenced-frame-src font-src frame-src img-src manifest-src media-src object-src
prefetch-src script-src script-src-attr script-src-elem style-src style-src-attr style-src-elem worker-src
"""
_OTHER = """
base-uri block-all-mixed-content form-action frame-ancestors navigate-to plugin-types referrer reflected-xss report-to
report-uri require-sri-for require-trusted-types-for sandbox trusted-types upgrade-insecure-requests webrtc
"""
_KEYWORDS = "none self strict-dynamic unsafe-eval unsafe-hashes unsafe-inline wasm-unsafe-eval report-sample"
FETCH_DIRECTIVES = frozenset(_FETCH.split())
SOURCE_DIRECTIVES = FETCH_DIRECTIVES | {"base-uri", "form-action", "frame-ancestors"}
DIRECTIVES = FETCH_DIRECTIVES | frozenset(_OTHER.split())
KEYWORDS = frozenset(_KEYWORDS.split())
IGNORED_IN_META = frozenset({"frame-ancestors", "report-uri", "sandbox"})
MAX_CHARS = 1_000_000
MAX_SHOWN = 60
_NAME = r"content-security-policy(?P<report>-report-only)?"
_SEPARATOR = r"[\"']?(?:\s*:\s*|\s+value\s*=\s*|\s+)"
_VALUE = r"(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\n]*(?:\n[ \t]+[^\n]*)*))"
_HEADER = re.compile(rf"(?<![\w-]){_NAME}(?![\w-]){_SEPARATOR}{_VALUE}", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype|html|head|meta|body)\b", re.IGNORECASE)
_OTHER_HEADERS = re.compile(r"(?:HTTP/[\d.]+ \d+.*|[\w-]+:\s.*)(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Slip:
    """What a browser does not read as it was meant. kind: a key of the strings, without csp_slip_."""

    kind: str
    met: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """directives: name -> sources, in the order written; is_report_only: it stops nothing, it reports."""

    directives: Mapping[str, tuple[str, ...]]
    is_report_only: bool = False
    slips: tuple[Slip, ...] = ()


def read_policies(text: str) -> tuple[Policy, ...]:
    """The policies of the text, all of which a browser would apply; none when the page has none.

    Raises
    ------
    PolicyRejected : too long, or no policy, headers or HTML that can be recognised
    """
    if len(text) > MAX_CHARS:
        raise PolicyRejected(f"{len(text)} characters; at most {MAX_CHARS} are read, paste the header alone")
    if _HTML.search(text):
        return tuple(_read_html(text))
    found = list(_HEADER.finditer(text))
    if found:
        return tuple(
            policy
            for match in found
            for policy in _read_header(match["quoted"] or match["bare"] or "", bool(match["report"]))
        )
    if text.strip() and all(_OTHER_HEADERS.fullmatch(line) for line in text.strip().splitlines()):
        return ()
    policies = tuple(_read_header(text, is_report_only=False))
    if not any(policy.directives.keys() & DIRECTIVES for policy in policies):
        raise PolicyRejected(
            "no Content-Security-Policy in the text; paste the header, as in `Content-Security-Policy: "
            "default-src 'self'`, or the HTML of the page"
        )
    return policies


def write_policy(directives: Mapping[str, tuple[str, ...]]) -> str:
    """The directives as the value of a header.

    >>> write_policy({"default-src": ("'self'",), "upgrade-insecure-requests": ()})
    "default-src 'self'; upgrade-insecure-requests"
    """
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _read_html(text: str) -> Iterator[Policy]:
    for name, value in _list_metas(text):
        if name.endswith("-report-only"):
            yield Policy({}, True, (Slip("meta_report_only", name),))
            continue
        policy = _read_policy(value, is_report_only=False)
        ignored = [name for name in policy.directives if name in IGNORED_IN_META]
        kept = {name: sources for name, sources in policy.directives.items() if name not in ignored}
        yield Policy(kept, False, (*policy.slips, *(Slip("ignored_in_meta", name) for name in ignored)))


def _list_metas(text: str) -> Iterator[tuple[str, str]]:
    """Name in small letters and content of each meta element that has a policy."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True)  # huge: any depth of elements; the length is bounded above
    page = etree.HTML(text.encode(errors="replace"), parser)
    for meta in page.iter("meta") if page is not None else ():
        name = meta.get("http-equiv", "").strip().lower()
        if name.startswith("content-security-policy"):
            yield name, meta.get("content", "")


def _read_header(value: str, is_report_only: bool) -> Iterator[Policy]:
    """A comma parts policies, also where a semicolon was meant."""
    parts = value.split(",")
    for position, part in enumerate(parts):
        policy = _read_policy(part, is_report_only)
        is_remainder = position > 0 and not policy.directives.keys() & DIRECTIVES
        slips = (Slip("comma", _short(part.strip())),) if is_remainder else policy.slips
        yield Policy({} if is_remainder else policy.directives, is_report_only, slips)


def _read_policy(text: str, is_report_only: bool) -> Policy:
    directives: dict[str, tuple[str, ...]] = {}
    slips: list[Slip] = []
    for part in text.split(";"):
        name, *sources = part.split() or [""]
        if name.lower() in directives:
            slips.append(Slip("twice", name.lower()))
        elif name:
            directives[name.lower()] = tuple(sources)
            slips += _find_slips(name.lower(), sources)
    return Policy(directives, is_report_only, tuple(slips))


def _find_slips(name: str, sources: list[str]) -> Iterator[Slip]:
    if name not in DIRECTIVES:
        near = get_close_matches(name, DIRECTIVES, 1)
        yield Slip("unknown", _short(name), near[0] if near else "")
    if name not in SOURCE_DIRECTIVES:
        return
    for source in sources:
        bare = source.strip("'\"").lower()
        if bare in DIRECTIVES:
            yield Slip("semicolon", bare)
        elif source.lower() in KEYWORDS or source.startswith('"'):
            yield Slip("unquoted", _short(source), f"'{bare}'" if bare in KEYWORDS else bare)
        elif source.startswith("'") and re.search(r"[./]", bare) and not re.match(r"(nonce|sha\d+)-", bare):
            yield Slip("quoted", _short(source), bare)


def _short(text: str) -> str:
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
