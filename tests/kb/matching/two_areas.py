"""A small world of two problem areas, fire and drugs, where who matches what can be worked out in the head.

An expert that names a paragraph's area matches it by MATCH; one that does not, not at all.
"""

from dataclasses import replace
from datetime import date
from math import exp, log
from typing import Any

from kb.documents import Expert, Period
from kb.matching.help_request import HelpRequest
from kb.registers import Municipality, Registers
from kb.search.searcher import Searcher
from tests.builders import make_area, make_expert
from tests.fakes.embedder import AxisEmbedder
from tests.kb.heads_by_hand import make_heads
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

BORAS = Municipality(
    code="1490",
    name="Borås",
    official_name="Borås kommun",
    county_code="14",
    county_name="Västra Götalands län",
    police_region="Väst",
    population=114872,
    population_year=2024,
)
MARCH = Period(date(2027, 3, 1), date(2027, 3, 31))
ANYBODY = HelpRequest(municipality=None, period=MARCH)
FIRE, DRUGS, NOTHING = "Någon tänder eld på skolan.", "De säljer knark i parken.", "Vi har en fin sjö och ett torg."
BY_TEXT, BY_AREA = 0.2, 0.5 / (1 + exp(-6))
"""The profile's relevance, and half the rating of an area whose title has the text's word: cosine 1."""
MATCH = 1 - (1 - BY_TEXT) * (1 - BY_AREA)
AREAS = (make_area("brand", "Eld"), make_area("narkotika", "Knark"))


def open_two_areas(*experts: Expert) -> Searcher:
    """A searcher of the two areas and these experts, whose register has Borås."""
    models = make_models(
        units=make_heads("brand", "narkotika"),
        problem_areas=weigh(cosine_title=12, intercept=-6, threshold=0.5),
        experts=weigh(intercept=log(BY_TEXT / (1 - BY_TEXT))),
    )
    searcher = make_searcher(AxisEmbedder("eld", "knark"), areas=AREAS, experts=experts, models=models)
    return replace(searcher, snapshot=replace(searcher.snapshot, registers=Registers((BORAS,), (), ())))


def fire_expert(slug: str, **changed: Any) -> Expert:
    return make_expert(slug, **{"problem_areas": ("brand",), **changed})


def drugs_expert(slug: str, **changed: Any) -> Expert:
    return make_expert(slug, **{"problem_areas": ("narkotika",), **changed})


def both_expert(slug: str, **changed: Any) -> Expert:
    return make_expert(slug, **{"problem_areas": ("brand", "narkotika"), **changed})
