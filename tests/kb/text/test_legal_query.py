"""A query that names statutes or sections and nothing else."""

import pytest

from kb.text.legal_query import read_legal_query


@pytest.mark.parametrize("text", ["10 kap. 2 § OSL", "OSL 10:2", "enligt OSL 10 kap 2 §"])
def test_the_section_with_its_chapter_is_what_is_asked_for(text: str) -> None:
    legal = read_legal_query(text)
    assert legal is not None
    assert [statute.short for statute in legal.statutes] == [("OSL",)]
    assert legal.features == ("=§10:2",)


@pytest.mark.parametrize("text", ["sekretess i OSL", "4 § lägesbild", "klotter", "lagen", "2 kap"])
def test_any_other_word_makes_it_another_query(text: str) -> None:
    assert read_legal_query(text) is None
