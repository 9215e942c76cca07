"""What the form of experts narrows the list by, in the words of the page."""

from collections.abc import Iterable, Mapping

from api.formats import write_period
from api.pages.experts.expert_options import Options, Strings
from api.schemas.experts_form import ExpertsForm
from kb.documents import Period
from kb.registers import Municipality
from kb.search.facets import EXPERT_FACETS

FIELDS: Mapping[str, tuple[str, ...]] = {"period": ("from", "to")}
"""A choice that stands in several fields of the form; any other has the field of its name."""


def name_choices(
    form: ExpertsForm, town: Municipality | None, period: Period | None, options: Options, t: Strings
) -> dict[str, str]:
    """Choice -> "Språk (Engelska)" for all in force; a county beside a municipality, which says it, is not.

    period : None where no month is chosen
    """
    filled = form.filled_in()
    names = {"municipality": f"{t['experts_town']} ({town.name})"} if town else {}
    if period:
        names["period"] = f"{t['filtered_out_period']} ({write_period(period, t)})"
    for field in options:
        if field in filled and not (field == "county" and town):
            names[field] = f"{t[EXPERT_FACETS[field].title]} ({_label(options, field, filled[field])})"
    return names


def keep_choices(form: ExpertsForm, names: Iterable[str]) -> ExpertsForm:
    """The form with these choices alone."""
    return form.keeping([field for name in names for field in FIELDS.get(name, (name,))])


def _label(options: Options, field: str, value: str) -> str:
    return next((option.label for option in options[field] if option.value == value), value)
