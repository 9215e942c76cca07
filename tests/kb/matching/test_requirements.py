"""What methods ask of a municipality, and what is known to speak against it."""

import pytest

from kb.matching.requirements import LACKS, Requirement, list_requirements
from kb.search.searcher import Searcher
from tests.builders import make_guidance
from tests.kb.matching.two_areas import BORAS

DOCUMENT = make_guidance(
    "a", requires=("Tillgång till jurist", "Utbildade ledare och tolk", "Små kommuner bör gå ihop")
)


def test_requirements_are_the_documents_words_in_its_order() -> None:
    assert [asked.text for asked in list_requirements(DOCUMENT, (), None)] == list(DOCUMENT.requires)
    assert all(not asked.lacks and asked.population is None for asked in list_requirements(DOCUMENT, (), None))


def test_what_the_municipality_lacks_is_named_where_it_is_asked_for() -> None:
    asked = list_requirements(DOCUMENT, ("tolk", "utbildad personal", "jurist", "budget"), None)
    assert [requirement.lacks for requirement in asked] == [("jurist",), ("tolk", "utbildad personal"), ()]


def test_the_population_stands_beside_a_requirement_that_names_size_alone() -> None:
    assert list_requirements(DOCUMENT, (), BORAS) == (
        Requirement("Tillgång till jurist", (), None, None),
        Requirement("Utbildade ledare och tolk", (), None, None),
        Requirement("Små kommuner bör gå ihop", (), 114872, 2024),
    )


@pytest.mark.parametrize("lack", LACKS)
def test_the_shipped_guidance_asks_for_everything_that_may_be_lacking(searcher: Searcher, lack: str) -> None:
    documents = searcher.snapshot.guidance.values()
    asked = [r for document in documents for r in list_requirements(document, LACKS, None) if lack in r.lacks]
    assert len(asked) >= 3
