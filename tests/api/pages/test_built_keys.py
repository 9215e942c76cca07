"""Keys that the templates build from a closed list have words: a key that is missing would show nothing at all."""

from collections.abc import Sequence
from typing import Any, get_args

import pytest

from api.languages import Language, load_strings
from kb.matching.constraints import Constraint
from kb.matching.requirements import LACKS
from kb.plans.formats import FORMATS
from kb.plans.rematch import ChangeKind
from kb.problems.details import DETAIL_KINDS
from kb.problems.statute import PARTS
from kb.search.facets import EXPERT_FACETS, GUIDANCE_FACETS, Facet
from kb.staffing.assignment import Uncovered
from kb.vocabulary import MEETING_FORMATS, RATINGS, SUPPORT_LANGUAGES, SupportForm

LISTS: dict[str, Sequence[str]] = {
    "change_": get_args(ChangeKind),
    "download_": tuple(FORMATS),
    "excluded_": get_args(Constraint),
    "lack_": LACKS,
    "language_": SUPPORT_LANGUAGES,
    "meeting_": MEETING_FORMATS,
    "part_": PARTS,
    "part_question_": PARTS,
    "rating_": RATINGS,
    "support_": get_args(SupportForm),
    "told_": DETAIL_KINDS,
    "uncovered_": get_args(Uncovered),
}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("prefix", LISTS)
def test_every_value_of_a_closed_list_has_words(prefix: str, language: Language) -> None:
    strings = load_strings(language)
    assert [value for value in LISTS[prefix] if not strings.get(prefix + value)] == []


@pytest.mark.parametrize("language", get_args(Language))
def test_every_facet_that_is_shown_and_every_value_with_a_place_has_words(language: Language) -> None:
    strings = load_strings(language)
    facets: tuple[Facet[Any], ...] = (*GUIDANCE_FACETS.values(), *EXPERT_FACETS.values())
    keys = [facet.title for facet in facets if facet.title]
    keys += [f"{facet.values}_{value}" for facet in facets for value in facet.order]
    assert [key for key in keys if not strings.get(key)] == []
