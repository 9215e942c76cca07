"""What should have been reviewed by now."""

from datetime import date, timedelta

from kb.documents import Library
from kb.overview.overdue import find_overdue
from tests.builders import TODAY, make_area, make_expert, make_guidance

YESTERDAY = TODAY - timedelta(days=1)


def test_the_last_day_of_a_review_is_in_time_and_the_day_after_is_not() -> None:
    library = Library((make_guidance("a", review_by=TODAY), make_guidance("b", review_by=YESTERDAY)), (), ())
    assert [item.slug for item in find_overdue(library, TODAY)] == ["b"]


def test_every_collection_is_looked_through_the_longest_overdue_first() -> None:
    library = Library(
        (make_guidance("a", review_by=YESTERDAY),),
        (make_area("b", review_by=date(2025, 1, 1)),),
        (make_expert("c", review_by=date(2026, 1, 1)),),
    )
    found = [(item.collection, item.slug) for item in find_overdue(library, TODAY)]
    assert found == [("problem-areas", "b"), ("experts", "c"), ("guidance", "a")]


def test_a_profile_that_is_not_published_is_not_told_of() -> None:
    expert = make_expert("c", review_by=YESTERDAY, publication_review_by=YESTERDAY)
    assert find_overdue(Library((), (), (expert,)), TODAY) == ()
