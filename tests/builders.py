"""Documents for tests: everything that a test does not care about has a plain value."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kb.documents import (
    Basis,
    Evidence,
    Expert,
    Guidance,
    Period,
    Phrasings,
    ProblemArea,
    Section,
    Source,
    Terms,
    ToldAvailability,
)
from kb.vocabulary import Certainty, Effect, Rating

TODAY = date(2026, 11, 22)
SOURCE = Source(id="kalla", title="En källa", publisher="Brå", year=2024, url="https://bra.se/", kind="myndighet")


BASIS = Basis(design="översikt", studies=3, described=None, countries=(), independence="oberoende")
KNOWN: Mapping[Rating, tuple[Effect, Certainty]] = {
    "stark": ("minskar", "hög"),
    "god": ("minskar", "måttlig"),
    "begränsad": ("minskar", "låg"),
    "svag": ("minskar", "mycket låg"),
    "oklar": ("inte känt", "mycket låg"),
}
"""An effect and a certainty that are graded so."""


def make_evidence(rating: Rating = "oklar", **changed: Any) -> Evidence:
    """One outcome with that grade, which speaks for the area of the builders' documents."""
    effect, certainty = KNOWN[rating]
    fields: dict[str, Any] = {
        "outcome": "Brott",
        "outcome_en": None,
        "wanted": "minskar",
        "effect": effect,
        "certainty": certainty,
        "basis": BASIS,
        "finding": "Inte mätt.",
        "outside": (),
        "mechanism": None,
        "moderators": None,
        "implementation": None,
        "cost": None,
        "year": 2024,
        "origin": "svensk",
        "sources": ("kalla",),
        "for_areas": ("narkotika",),
    }
    return Evidence(**{**fields, **changed})


def make_section(heading: str, text: str) -> Section:
    """A section of level 2 without citations."""
    return Section(
        heading=heading, anchor=heading.lower().replace(" ", "-"), level=2, markdown=text, text=text, citations=()
    )


def make_guidance(slug: str, title: str = "", text: str = "", **changed: Any) -> Guidance:
    """A method with one section."""
    fields: dict[str, Any] = {
        "slug": slug,
        "title": title or slug,
        "kind": "metod",
        "summary": title or slug,
        "primary_areas": ("narkotika",),
        "secondary_areas": (),
        "prevention_level": "selektiv",
        "approach": "social",
        "age_from": None,
        "age_to": None,
        "target_groups": ("unga",),
        "settings": ("skola",),
        "run_by": ("skola",),
        "partners": (),
        "evidence": (make_evidence(),),
        "evidence_summary": "Inte mätt.",
        "cost": None,
        "time_to_start": None,
        "requires": (),
        "recommendation": "prövas",
        "statutory": False,
        "related": (),
        "unverified": (),
        "sources": (SOURCE,),
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "verified": True,
        "asked_as": Phrasings((), ()),
        "sections": (make_section("I korthet", text or title or slug),),
    }
    return Guidance(**{**fields, **changed})


def make_area(slug: str, title: str = "", **changed: Any) -> ProblemArea:
    """A problem area."""
    fields: dict[str, Any] = {
        "slug": slug,
        "title": title or slug,
        "title_en": slug,
        "kind": "problemområde",
        "focus_areas": (),
        "summary": title or slug,
        "signs": ("tecken",),
        "questions": ("Vad händer?", "Var?", "Varför?"),
        "terms": (),
        "jargon": (),
        "related": (),
        "sources": (SOURCE,),
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "verified": True,
        "asked_as": Phrasings((), ()),
        "sections": (make_section("I korthet", title or slug),),
    }
    return ProblemArea(**{**fields, **changed})


def make_expert(
    slug: str,
    *,
    hours_per_month: int = 10,
    parallel_cases: int = 1,
    unavailable: tuple[Period, ...] = (),
    **changed: Any,
) -> Expert:
    """An expert of the whole country who has said that it is always free, but for when it is unavailable."""
    fields: dict[str, Any] = {
        "slug": slug,
        "name": f"Rådgivare {slug}",
        "organisation": "Brå",
        "organisation_type": "statlig myndighet",
        "summary": slug,
        "problem_areas": ("narkotika",),
        "methods": (),
        "counties": (),
        "support": ("kunskapshöjning",),
        "formats": ("digitalt",),
        "languages": ("sv",),
        "availability": ToldAvailability(TODAY, hours_per_month, parallel_cases, unavailable),
        "limits": (),
        "conflict_municipalities": (),
        "conflict_methods": (),
        "published_since": date(2026, 1, 1),
        "publication_review_by": date(2027, 12, 31),
        "publication_withdrawn": None,
        "legal_basis": "Rollprofil utan personuppgifter",
        "way_in": "https://bra.se/",
        "mailbox": None,
        "phone": None,
        "terms": Terms(),
        "checked": None,
        "sources": (SOURCE,),
        "reviewed": TODAY,
        "review_by": date(2027, 11, 22),
        "verified": True,
        "sections": (make_section("Kan hjälpa till med", slug),),
    }
    return Expert(**{**fields, **changed})
