"""What must hold of every page; each check gives its faults."""

import json
from collections.abc import Callable, Iterator
from itertools import pairwise

from benchmarks.site.answer import Answer
from benchmarks.site.html import Element

Check = Callable[[Answer], Iterator[str]]
MIN_TO_COMPRESS = 1_000
DATA = "application/ld+json"


def check_page(answer: Answer) -> list[str]:
    """All faults of a page."""
    return [fault for check in CHECKS for fault in check(answer)]


def _head(answer: Answer) -> Iterator[str]:
    html = answer.html
    if not any(element.attributes.get("lang") for element in html.all("html")):
        yield "no lang on <html>"
    if not any(element.text.strip() for element in html.all("title")):
        yield "no title"
    named = {meta.attributes.get("name"): meta.attributes.get("content", "").strip() for meta in html.all("meta")}
    yield from (f"no meta {name}" for name in ("description", "viewport") if not named.get(name))
    if "user-scalable=no" in named.get("viewport", "") or "maximum-scale" in named.get("viewport", ""):
        yield "the viewport keeps readers from zooming"
    canonical = [
        link.attributes.get("href", "") for link in html.all("link") if link.attributes.get("rel") == "canonical"
    ]
    if len(canonical) != 1 or not canonical[0].startswith("http") or "?" in canonical[0]:
        yield f"canonical should be one whole address without a query, is {canonical}"


def _headings(answer: Answer) -> Iterator[str]:
    levels = [int(heading.tag[1]) for heading in answer.html.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    yield from (f"h{level} follows h{before}" for before, level in pairwise([0, *levels]) if level > before + 1)


def _names(answer: Answer) -> Iterator[str]:
    """Images, links, buttons and fields say what they are."""
    html = answer.html
    yield from (
        f"<img src={e.attributes.get('src')}> without alt" for e in html.all("img") if "alt" not in e.attributes
    )
    for element in html.all("a", "button"):
        if not _is_named(element):
            yield f"<{element.tag} {element.attributes.get('href', '')}> without text"
    labelled = {label.attributes.get("for") for label in html.all("label")}
    for control in html.all("input", "textarea", "select"):
        is_shown = control.attributes.get("type") not in ("hidden", "submit")
        is_inside = any(parent.tag == "label" for parent in control.parents)
        if is_shown and not is_inside and control.attributes.get("id") not in labelled and not _is_named(control):
            yield f"<{control.tag} name={control.attributes.get('name')}> without label"


def _is_named(element: Element) -> bool:
    return bool(
        element.text.strip() or element.attributes.get("aria-label") or element.attributes.get("aria-labelledby")
    )


def _ids(answer: Answer) -> Iterator[str]:
    ids = [element.attributes["id"] for element in answer.html.elements if "id" in element.attributes]
    yield from (f"id {name!r} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1}))


def _inline(answer: Answer) -> Iterator[str]:
    """Nothing that a strict policy refuses; a data block is no script, but has to be readable."""
    html = answer.html
    yield from (f"<style> in the page: {style.text[:40]!r}" for style in html.all("style"))
    for element in html.elements:
        for name in element.attributes:
            if name == "style" or name.startswith("on"):
                yield f"<{element.tag} {name}>"
    for script in (script for script in html.all("script") if "src" not in script.attributes):
        if script.attributes.get("type") != DATA:
            yield "a script in the page"
            continue
        try:
            json.loads(script.text)
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


CHECKS: tuple[Check, ...] = (_head, _headings, _names, _ids, _inline, _headers)
