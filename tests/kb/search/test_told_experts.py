"""What is told of experts after the snapshot was built: withdrawn profiles and calendars."""

from datetime import date

import numpy as np

from kb.documents import Period, ToldAvailability
from kb.matching.expert_list import list_experts_for
from kb.matching.help_request import make_help_request
from kb.matching.matcher import Matcher
from kb.search.searcher import Searcher
from kb.search.told_experts import with_availability, without_experts
from tests.builders import TODAY

WITHDRAWN = "tranemo-est"
TOLD = ToldAvailability(TODAY, 12, 2, (Period(date(2027, 1, 1), date(2027, 1, 31)),))


def test_a_withdrawn_profile_is_as_if_it_had_never_been(searcher: Searcher) -> None:
    narrowed = without_experts(searcher, {WITHDRAWN})
    assert WITHDRAWN in searcher.snapshot.experts
    assert WITHDRAWN not in narrowed.snapshot.experts
    assert WITHDRAWN not in narrowed.experts.slugs
    assert WITHDRAWN not in {passage.slug for passage in narrowed.experts.index.passages}
    assert len(narrowed.experts.slugs) == len(searcher.experts.slugs) - 1


def test_it_answers_neither_search_nor_match(searcher: Searcher) -> None:
    narrowed, text = without_experts(searcher, {WITHDRAWN}), "EST effektiv samordning för trygghet i Tranemo"
    for asked, is_there in ((searcher, True), (narrowed, False)):
        found = {hit.document.slug for hit in asked.search_experts(text, n=200).hits}
        anybody = make_help_request(None, asked.snapshot.registers, TODAY)
        listed = list_experts_for(text, {}, Matcher(asked, anybody, TODAY)).listed
        matched = {item.expert.slug for item in listed}
        assert (WITHDRAWN in found, WITHDRAWN in matched) == (is_there, is_there)


def test_the_vectors_of_the_others_stay_their_own(searcher: Searcher) -> None:
    narrowed = without_experts(searcher, {WITHDRAWN})
    before, after = searcher.experts.index, narrowed.experts.index
    slug = before.slugs[-1]
    first, last = (int(index.starts[index.position(slug)]) for index in (before, after))
    np.testing.assert_array_equal(
        before.vectors.vectors(np.array([first], np.int64)), after.vectors.vectors(np.array([last], np.int64))
    )


def test_all_of_them_may_be_withdrawn(searcher: Searcher) -> None:
    nobody = without_experts(searcher, set(searcher.snapshot.experts))
    anybody = make_help_request(None, nobody.snapshot.registers, TODAY)
    matched = Matcher(nobody, anybody, TODAY).match("Det klottras på skolans fasad varje vecka.")
    assert nobody.list_experts({}) == []
    assert [problem.experts.everyone for problem in matched.problems] == [()]
    assert nobody.search_experts("klotter").hits == ()


def test_a_slug_that_is_no_expert_changes_nothing(searcher: Searcher) -> None:
    assert without_experts(searcher, {"finns-inte"}) is searcher


def test_what_is_told_of_time_stands_in_place_of_the_contents_own(searcher: Searcher) -> None:
    told = with_availability(searcher, {WITHDRAWN: TOLD, "finns-inte": TOLD})
    assert told.snapshot.experts[WITHDRAWN].availability == TOLD
    (document,) = [expert for expert in told.experts.documents if expert.slug == WITHDRAWN]
    assert document.availability == TOLD
    assert with_availability(told, {WITHDRAWN: None}).snapshot.experts[WITHDRAWN].availability is None
    assert "finns-inte" not in told.snapshot.experts
