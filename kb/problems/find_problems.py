"""The problems that a description tells of: its telling units grouped, each group named and rated for sureness."""

from collections.abc import Sequence

import numpy as np

from kb.models.logistic_model import LogisticModel
from kb.problems.name_problem import name_problem
from kb.problems.problem import SURE, Problem
from kb.problems.read_unit import ReadUnit
from kb.problems.segments import MAX_TELLING, group_units, lean_on_context
from kb.problems.statute import is_cause
from kb.search.searcher import Searcher

MAX_PROBLEMS = 20
MIN_TELLING = 0.4
"""Probability from which a unit counts as telling a problem."""
MIN_FIGURE = 0.5
"""Probability that it is about a problem area from which a figure is shown, uncertain, where no words tell one."""
SHARE_NEEDED, MOST_NEEDED, SMALL = 0.55, 2.5, 1.2
"""What a group must have to say, in sentences that surely tell: such a share of what the largest has beyond SMALL, or
so much. In a text of a few sentences nothing is a mention in passing; in a long one a single sentence mostly is. F1 on
benchmarks/datasets/lagesbilder is 0.84 to 0.86 with these and with 0.4 of all that the largest has."""
MAX_MENTIONS, MENTION = 2, 0.5
"""So many mentions in passing beside one problem are shown as uncertain ones, at most so certain."""
PLAIN = 0.85
"""Certainty from which what stands under a heading of its own is no mention, however short."""
MIN_NAMED, UNNAMED = 0.45, 0.55
"""An area less likely than this names nothing without doubt, however surely a problem is told: at most so certain."""
MIN_CERTAINTY = 0.3
"""Certainty from which a group is shown at all, as uncertain or not."""


def find_problems(units: Sequence[ReadUnit], searcher: Searcher) -> list[Problem]:
    """At most MAX_PROBLEMS, the one with most to say first, uncertain ones last; none when nothing tells of one."""
    telling = _choose_telling(lean_on_context(units))
    groups = sorted(group_units(telling), key=_mass, reverse=True)
    rated = [(group, rate_group(group, searcher.models.problem)) for group in groups]
    likely = [(group, certainty) for group, certainty in rated if certainty >= MIN_CERTAINTY]
    kept = _leave_out_mentions(likely, telling)
    return [
        name_problem(fill_gaps(group, units, telling), searcher, certainty=certainty)
        for group, certainty in sorted(kept, key=lambda pair: pair[1] < SURE)[:MAX_PROBLEMS]
    ]


def _mass(group: Sequence[ReadUnit]) -> float:
    return sum(item.tells for item in group)


def _leave_out_mentions(
    rated: Sequence[tuple[list[ReadUnit], float]], telling: Sequence[ReadUnit]
) -> list[tuple[list[ReadUnit], float]]:
    """The groups with something to say beside the largest, or a heading of their own; a few mentions as uncertain."""
    largest = max((_mass(group) for group, _ in rated), default=0.0)
    least = min(MOST_NEEDED, SHARE_NEEDED * (largest - SMALL))
    is_told = [
        _mass(group) >= least or (certainty >= PLAIN and _has_own_heading(group, telling)) for group, certainty in rated
    ]
    told = [pair for pair, counts in zip(rated, is_told, strict=True) if counts]
    mentions = [
        (group, min(certainty, MENTION))
        for (group, certainty), counts in zip(rated, is_told, strict=True)
        if not counts
    ]
    return told + mentions if len(told) < 2 and len(mentions) <= MAX_MENTIONS else told


def _has_own_heading(group: Sequence[ReadUnit], telling: Sequence[ReadUnit]) -> bool:
    """Whether all of the group stands under one heading, and all that tells a problem there is of the group."""
    heading = group[0].unit.heading
    inside = [item.unit.position for item in telling if item.unit.heading == heading]
    return bool(heading) and inside == [item.unit.position for item in group]


def _choose_telling(units: Sequence[ReadUnit]) -> list[ReadUnit]:
    """The units that tell a problem in words; where none does, the figures that are surely of an area."""
    told = [item for item in units if _tells(item)]
    if not any(item.tells >= SURE for item in told):
        told = [item for item in units if _tells(item) or _is_figure(item)]
    if len(told) > MAX_TELLING:
        least = sorted(item.tells for item in told)[-MAX_TELLING]
        told = [item for item in told if item.tells >= least][:MAX_TELLING]
    return told


def _tells(item: ReadUnit) -> bool:
    return item.tells >= MIN_TELLING and float(item.areas.max(initial=0.0)) > 0


def _is_figure(item: ReadUnit) -> bool:
    return item.stance == "number" and float(item.areas.sum()) >= MIN_FIGURE


def rate_group(group: Sequence[ReadUnit], model: LogisticModel) -> float:
    """How sure it is, in [0, 1], that the units tell of a problem in the area that they are likeliest about."""
    features = find_features(group)
    certainty = model.probability(features)
    return certainty if features["area"] >= MIN_NAMED else min(certainty, UNNAMED)


def find_features(group: Sequence[ReadUnit]) -> dict[str, float]:
    """What the model weighs, by name."""
    tells = np.array([item.tells for item in group])
    return {
        "tells": float(tells.max()),
        "tells_mean": float(tells.mean()),
        "n_units": float(np.log(len(group))),
        "area": float(weigh_areas(group).max()),
    }


def weigh_areas(group: Sequence[ReadUnit]) -> np.ndarray:
    """float64 array (n_problem_areas,): the units' areas on the average, each as it tells."""
    weights = np.array([item.tells for item in group])
    return np.asarray(weights @ np.stack([item.areas for item in group]) / weights.sum(), np.float64)


def fill_gaps(group: Sequence[ReadUnit], units: Sequence[ReadUnit], telling: Sequence[ReadUnit]) -> list[ReadUnit]:
    """The group with what stands between two of its units in a paragraph, or tells a figure or a cause after one."""
    taken = {item.unit.position for item in telling}
    inside = {item.unit.position: item for item in group}
    for item in group:
        position = item.unit.position + 1
        between: list[ReadUnit] = []
        while position < len(units) and position not in taken and units[position].unit.block == item.unit.block:
            if units[position].stance in ("denied", "over") and not _tells_cause(units[position]):
                break
            between.append(units[position])
            position += 1
        closed = position in inside and units[position].unit.block == item.unit.block
        for other in between:
            if closed or (other is between[0] and (_belongs(other, item) or _tells_cause(other))):
                inside[other.unit.position] = other
    return [inside[position] for position in sorted(inside)]


def _tells_cause(item: ReadUnit) -> bool:
    """Whether a sentence tells why: "Det beror på att ingen vuxen är där" denies nothing."""
    return item.unit.form == "sentence" and is_cause(item.unit.text)


def _belongs(figure: ReadUnit, before: ReadUnit) -> bool:
    """Whether a sentence is a figure of what the one before it tells: of the same area, or of none by itself."""
    if figure.stance != "number" or figure.unit.form != "sentence":
        return False
    return float(figure.areas.sum()) < MIN_FIGURE or bool(figure.areas.argmax() == before.areas.argmax())
