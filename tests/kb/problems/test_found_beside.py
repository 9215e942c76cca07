"""What is told beside the largest problem: neither swallowed by it nor made up of its leftovers."""

from kb.problems.read_problems import read_problems
from kb.search.searcher import Searcher


def areas_of(text: str, searcher: Searcher) -> list[str]:
    return [problem.areas[0].slug for problem in read_problems(text, searcher).problems]


def test_one_sentence_under_a_heading_of_its_own_is_no_mention_in_passing(searcher: Searcher) -> None:
    text = """## Narkotika

Unga säljer narkotika öppet på torget. Boende hittar sprutor i parken. Langningen pågår varje kväll vid stationen.

## Bränder

Någon tänder eld på papperskorgar och containrar vid skolan nästan varje vecka.
"""
    assert "anlagda-brander" in areas_of(text, searcher)


def test_two_neighbouring_sentences_of_different_matters_are_two_problems(searcher: Searcher) -> None:
    text = "Rektorn: pojkar i nian rånar yngre elever. Hemtjänsten: två brukare har lurats av falska hantverkare."
    assert "bedrageri-aldre" in areas_of(text, searcher)
    assert len(areas_of(text, searcher)) == 2


def test_what_only_adds_to_a_sentence_is_not_cut_from_it(searcher: Searcher) -> None:
    units = read_problems("Unga säljer narkotika öppet på torget, mest på kvällar och helger.", searcher).units
    assert len(units) == 1
