"""A sentence cut where it may go over to another matter."""

import pytest

from kb.problems.clauses import MAX_CLAUSES, cut_clauses


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Det klottras på skolan.", ["Det klottras på skolan."]),
        ("Knark, rån och klotter nämns.", ["Knark,", "rån", "och klotter nämns."]),
        ("Inga inbrott men mycket klotter.", ["Inga inbrott", "men mycket klotter."]),
        ("Theft, and they sell drugs", ["Theft,", "and they sell drugs"]),
        ("ord-och-bild", ["ord-och-bild"]),
    ],
)
def test_a_sentence_is_cut_at_commas_and_conjunctions(sentence: str, clauses: list[str]) -> None:
    assert cut_clauses(sentence) == clauses
    assert " ".join(clauses) == sentence


def test_an_endless_enumeration_is_left_whole() -> None:
    sentence = ", ".join(["klotter"] * (MAX_CLAUSES + 1))
    assert cut_clauses(sentence) == [sentence]
