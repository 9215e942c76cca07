"""What documents say of themselves."""

from datetime import date

import pytest

from kb.documents import Period
from tests.builders import make_evidence, make_expert, make_guidance


def test_guidance_is_rated_by_its_main_outcome_never_by_its_best() -> None:
    aside = make_evidence("stark", for_areas=())
    assert make_guidance("a", evidence=(aside, make_evidence("svag"), make_evidence("god"))).rating == "svag"


def test_where_no_outcome_speaks_for_an_area_the_first_is_the_main_one() -> None:
    evidence = (make_evidence("svag", for_areas=()), make_evidence("god", for_areas=()))
    assert make_guidance("a", evidence=evidence).rating == "svag"


def test_guidance_without_evidence_has_no_rating() -> None:
    assert make_guidance("a", evidence=()).rating is None


@pytest.mark.parametrize(
    ("day", "is_published"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_profile_is_published_from_its_first_to_its_last_day(day: date, is_published: bool) -> None:
    expert = make_expert("x", published_since=date(2026, 1, 1), publication_review_by=date(2026, 6, 30))
    assert expert.is_published(day) is is_published


def test_a_withdrawn_profile_is_not_published_from_that_day_on() -> None:
    expert = make_expert("x", publication_withdrawn=date(2026, 3, 1))
    assert expert.is_published(date(2026, 2, 28))
    assert not expert.is_published(date(2026, 3, 1))


def test_periods_that_share_a_day_overlap() -> None:
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert march.overlaps(Period(date(2026, 3, 31), date(2026, 4, 30)))
    assert Period(date(2026, 2, 1), date(2026, 3, 1)).overlaps(march)
    assert not march.overlaps(Period(date(2026, 4, 1), date(2026, 4, 30)))
