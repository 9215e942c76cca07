"""What must hold of every page and axe does not look at; each check gives its faults."""

import json
from collections.abc import Callable, Iterator

from tests.site.answer import Answer

Check = Callable[[Answer], Iterator[str]]
MIN_TO_COMPRESS = 1_000
DATA = "application/ld+json"


def check_page(answer: Answer) -> list[str]:
    """All faults of a page."""
    return [fault for check in CHECKS for fault in check(answer)]


def _head(answer: Answer) -> Iterator[str]:
    named = {meta.get("name"): meta.get("content", "").strip() for meta in answer.html.iter("meta")}
    yield from (f"no meta {name}" for name in ("description", "viewport") if not named.get(name))
    canonical = answer.html.xpath("//link[@rel='canonical']/@href")
    if len(canonical) != 1 or not canonical[0].startswith("http") or "?" in canonical[0]:
        yield f"canonical should be one whole address without a query, is {canonical}"


def _once(answer: Answer) -> Iterator[str]:
    """axe asks for a first heading, not for one alone, and no longer for ids that stand once."""
    if (n_headings := len(answer.html.xpath("//h1"))) > 1:
        yield f"{n_headings} h1"
    ids = answer.ids()
    yield from (f"id {name!r} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1}))


def _inline(answer: Answer) -> Iterator[str]:
    """Nothing that a strict policy refuses; a data block is no script, but has to be readable."""
    yield from (f"<style> in the page: {style.text_content()[:40]!r}" for style in answer.html.iter("style"))
    for attribute in answer.html.xpath("//@style | //@*[starts-with(name(), 'on')]"):
        yield f"<{attribute.getparent().tag} {attribute.attrname}>"
    for script in answer.html.xpath("//script[not(@src)]"):
        if script.get("type") != DATA:
            yield "a script in the page"
            continue
        try:
            json.loads(script.text_content())
        except ValueError as error:
            yield f"data for search engines is not JSON: {error}"


def _headers(answer: Answer) -> Iterator[str]:
    headers = answer.headers
    policy = headers.get("content-security-policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        yield f"content-security-policy is {policy!r}"
    if headers.get("x-content-type-options") != "nosniff":
        yield "x-content-type-options is not nosniff"
    yield from (f"no {name}" for name in ("referrer-policy", "cache-control") if not headers.get(name))
    if len(answer.body) > MIN_TO_COMPRESS and headers.get("content-encoding") != "gzip":
        yield "not compressed"


CHECKS: tuple[Check, ...] = (_head, _once, _inline, _headers)
