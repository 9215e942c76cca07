"""The pages for search engines (https://schema.org), as JSON-LD; a data block, which no browser runs.

Experts are roles at organisations, and are told as services: never as persons.
"""

import re
from collections.abc import Mapping
from typing import Any

from fastapi import Request

from api.languages import load_strings
from api.public_url import public_url
from kb.documents import Expert, Guidance, ProblemArea, Source

CONTEXT = "https://schema.org"
PUBLIC = frozenset({"statlig myndighet", "länsstyrelse", "polis", "kommun", "region"})
LinkedData = dict[str, Any]
_STEPS_HEADING = "Så gör ni"
_STEP = re.compile(r"(?m)^\d+\.\s+(.+(?:\n(?!\s*(?:\d+\.\s|$)).+)*)")
_LINK = re.compile(r"\[([^\]@]+)\]\([^)]*\)")
_CITATION = re.compile(r"\s*\[@[^\]]+\]")


def describe_site(request: Request) -> LinkedData:
    """The site and its search."""
    target = {"@type": "EntryPoint", "urlTemplate": public_url(request, "/sok?q={search_term_string}")}
    search = {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
    return {"@context": CONTEXT, **_site(request), "inLanguage": "sv", "potentialAction": search}


def describe_guidance(document: Guidance, request: Request) -> LinkedData:
    """An article with its sources and dates; also a how-to when it has steps and is not advised against."""
    steps = [] if document.is_advised_against else _steps(document)
    kinds = ["Article", "HowTo"] if steps else ["Article"]
    numbered = [{"@type": "HowToStep", "position": number, "text": step} for number, step in enumerate(steps, 1)]
    warning = "Avråds: " if document.is_advised_against else ""
    return {
        **_article(document, request, f"/vagledning/{document.slug}"),
        "@type": kinds,
        "headline": warning + document.title,
        "name": warning + document.title,
        **({"step": numbered} if numbered else {}),
    }


def describe_problem_area(area: ProblemArea, request: Request) -> LinkedData:
    return _article(area, request, f"/problemomrade/{area.slug}")


def describe_expert(expert: Expert, counties: Mapping[str, str], request: Request) -> LinkedData:
    """The support as a service of its organisation; a government service when the organisation is public.

    counties : code -> name
    """
    is_public = expert.organisation_type in PUBLIC
    return {
        "@context": CONTEXT,
        "@type": "GovernmentService" if is_public else "Service",
        "name": f"{expert.name}, {expert.organisation}",
        "description": expert.summary,
        "url": public_url(request, f"/expert/{expert.slug}"),
        "sameAs": expert.way_in,
        "provider": {"@type": "GovernmentOrganization" if is_public else "Organization", "name": expert.organisation},
        "areaServed": {"@type": "Country", "name": "Sverige"}
        if not expert.counties
        else [{"@type": "AdministrativeArea", "name": counties[code]} for code in expert.counties],
    }


def _article(document: Guidance | ProblemArea, request: Request, path: str) -> LinkedData:
    return {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": document.title,
        "description": document.summary,
        "inLanguage": "sv",
        "url": public_url(request, path),
        "mainEntityOfPage": public_url(request, path),
        "dateModified": document.reviewed.isoformat(),
        "expires": document.review_by.isoformat(),
        "publisher": {
            "@type": "Organization",
            "name": load_strings("sv")["site_name"],
            "url": public_url(request, "/"),
        },
        "isPartOf": _site(request),
        "citation": [_cite(source) for source in document.sources],
    }


def _site(request: Request) -> LinkedData:
    return {"@type": "WebSite", "name": load_strings("sv")["site_name"], "url": public_url(request, "/")}


def _cite(source: Source) -> LinkedData:
    cited: LinkedData = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }
    if source.year:
        cited["datePublished"] = str(source.year)
    if source.url:
        cited["url"] = source.url
    return cited


def _steps(document: Guidance) -> list[str]:
    """The numbered steps of the section that has them, in plain words."""
    sections = [section.markdown for section in document.sections if section.heading == _STEPS_HEADING]
    return [_plain(step) for markdown in sections for step in _STEP.findall(markdown)]


def _plain(markdown: str) -> str:
    text = _LINK.sub(r"\1", _CITATION.sub("", markdown))
    return " ".join(text.replace("**", "").replace("*", "").split())
