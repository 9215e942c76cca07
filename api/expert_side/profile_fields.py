"""A profile field by field, as its organisation is shown it and an editor writes it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kb.documents import Expert
from kb.snapshot.snapshot import Snapshot

NATIONWIDE = "hela landet"


@dataclass(frozen=True, slots=True)
class _Field:
    """place : where it stands in the front matter of the profile; read : what the profile says, as text"""

    place: str
    read: Callable[[Expert, Snapshot], str]


@dataclass(frozen=True, slots=True)
class ShownField:
    """name : key of its words after `expert_side_field_`; text : what is shown, empty where nothing is published"""

    name: str
    place: str
    text: str


def _join(values: Iterable[str]) -> str:
    return "\n".join(values)


def _name_areas(expert: Expert, snapshot: Snapshot) -> str:
    return _join(snapshot.problem_areas[slug].title for slug in expert.problem_areas)


def _name_methods(expert: Expert, snapshot: Snapshot) -> str:
    return _join(f"{snapshot.guidance[method.slug].title}: {method.level}" for method in expert.methods)


def _name_counties(expert: Expert, snapshot: Snapshot) -> str:
    names = {town.county_code: town.county_name for town in snapshot.registers.municipalities}
    return _join(names.get(code, code) for code in expert.counties) or NATIONWIDE


def _name_conflicts(expert: Expert, snapshot: Snapshot) -> str:
    names = {town.code: town.name for town in snapshot.registers.municipalities}
    return _join(names.get(code, code) for code in expert.conflict_municipalities)


def _tell_text(expert: Expert, _: Snapshot) -> str:
    return "\n\n".join(f"{section.heading}\n{section.text}".strip() for section in expert.sections)


FIELDS: Mapping[str, _Field] = {
    "name": _Field("name", lambda expert, _: expert.name),
    "organisation": _Field("organisation", lambda expert, _: expert.organisation),
    "summary": _Field("summary", lambda expert, _: expert.summary),
    "text": _Field("(texten under ---)", _tell_text),
    "problem_areas": _Field("problem_areas", _name_areas),
    "methods": _Field("methods", _name_methods),
    "counties": _Field("counties", _name_counties),
    "support": _Field("support", lambda expert, _: _join(expert.support)),
    "formats": _Field("formats", lambda expert, _: _join(expert.formats)),
    "languages": _Field("languages", lambda expert, _: _join(expert.languages)),
    "limits": _Field("limits", lambda expert, _: _join(expert.limits)),
    "conflicts": _Field("conflicts.municipalities", _name_conflicts),
    "way_in": _Field("contact.way_in", lambda expert, _: expert.way_in),
    "mailbox": _Field("contact.mailbox", lambda expert, _: expert.mailbox or ""),
    "phone": _Field("contact.phone", lambda expert, _: expert.phone or ""),
    "cost": _Field("terms.cost", lambda expert, _: expert.terms.cost or ""),
    "travel": _Field("terms.travel", lambda expert, _: expert.terms.travel or ""),
    "response_time": _Field("terms.response_time", lambda expert, _: expert.terms.response_time or ""),
    "deputy": _Field("terms.deputy", lambda expert, _: expert.terms.deputy or ""),
}
"""In the order in which they are asked about: a new one is a line here and its words in the strings."""


def show_fields(expert: Expert, snapshot: Snapshot) -> list[ShownField]:
    """What the profile says, field by field."""
    return [ShownField(name, field.place, field.read(expert, snapshot)) for name, field in FIELDS.items()]
