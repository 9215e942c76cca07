"""Which documents hold what the signs of a query ask for."""

from dataclasses import replace

import pytest

from kb.documents import Phrasings
from kb.search.searcher import Searcher
from kb.text.spelling import make_speller
from tests.builders import make_guidance, make_section
from tests.kb.search.small_searcher import BY_MEANING, EMBEDDER, slugs_of
from tests.kb.small_snapshot import make_searcher


@pytest.fixture
def small() -> Searcher:
    """For the query `eld` all but `asked` have cosine 1 or 0.71."""
    return make_searcher(
        EMBEDDER,
        [
            make_guidance("asked", "Rån", "rån", asked_as=Phrasings(("röd bil",), ())),
            make_guidance("bin", "Eld i papperskorg", "eld"),
            make_guidance("law", "Lagen", "Enligt 10 kap. 2 § OSL, SoL och 4–6 §§."),
            make_guidance("other", "Eld", "eld i en korg av papper, skolor"),
            make_guidance("warned", "Eld", "eld i svart korg", recommendation="avråds", evidence=()),
        ],
        models=BY_MEANING,
    )


def test_only_what_holds_the_phrase_is_found_in_text_title_or_a_way_to_ask(small: Searcher) -> None:
    assert slugs_of(small.search_guidance('"korg av papper"').hits) == ["other"]
    assert slugs_of(small.search_guidance("”eld i papperskorg”").hits) == ["bin"]
    assert slugs_of(small.search_guidance('"röd bil"').hits) == ["asked"]


def test_what_holds_the_phrase_is_listed_however_little_else_speaks_for_it(small: Searcher) -> None:
    (hit,) = small.search_guidance('"röd bil"').hits
    assert hit.relevance < 0.02


def test_a_phrase_that_no_document_holds_is_told(small: Searcher) -> None:
    found = small.search_guidance('"papper av korg" eld')
    assert (found.is_answered, found.hits, found.missing_phrases) == (False, (), ("papper av korg",))


def test_phrases_that_never_meet_in_a_document_are_all_told(small: Searcher) -> None:
    assert small.search_guidance('"röd bil" "korg av papper"').missing_phrases == ("röd bil", "korg av papper")


def test_what_has_the_word_in_any_inflection_is_left_out(small: Searcher) -> None:
    found = small.search_guidance("eld -skola")
    assert (slugs_of(found.hits), found.signs.left_out) == (["bin"], ("skola",))
    assert sum(found.facets["kind"].values()) == 1
    assert slugs_of(small.search_guidance('eld -"korg av papper"').hits) == ["bin"]


def test_what_is_advised_against_is_told_when_it_alone_holds_the_phrase(small: Searcher) -> None:
    found = small.search_guidance('"svart korg"')
    assert (found.hits, slugs_of(found.advised_against)) == ((), ["warned"])


def test_the_phrase_is_what_is_marked_and_its_passage_comes_first() -> None:
    sections = (make_section("I korthet", "Eld, eld."), make_section("Så gör ni", "Eld i en korg av papper."))
    searcher = make_searcher(EMBEDDER, [make_guidance("a", "Brand", sections=sections)], models=BY_MEANING)
    (hit,) = searcher.search_guidance('eld "korg av papper"').hits
    first = hit.passages[0]
    assert [first.text[start:end] for start, end in first.highlights] == ["korg av papper"]


@pytest.mark.parametrize("query", ["OSL 10:2", "10 kap. 2 § OSL", "5 §", "SoL", "socialtjänstlagen", "2009:400"])
def test_a_section_or_a_statute_alone_is_found_where_it_is_named(small: Searcher, query: str) -> None:
    assert slugs_of(small.search_guidance(query).hits) == ["law"]


def test_a_section_is_marked(small: Searcher) -> None:
    (hit,) = small.search_guidance("OSL 10:2").hits
    marked = [passage.text[start:end] for passage in hit.passages for start, end in passage.highlights]
    assert marked == ["10 kap. 2 §"]


def test_a_misspelt_query_is_suggested_with_its_signs(small: Searcher) -> None:
    known = replace(small, speller=make_speller({"eld": 1, "i": 1, "papperskorg": 1}))
    found = known.search_guidance('paperskorg "eld i" -skola')
    assert found.suggestion == 'papperskorg "eld i" -skola'


def test_a_description_has_no_signs(small: Searcher) -> None:
    assert small.ask("Det brinner: -eld -korg").query.signs.left_out == ()
    assert small.search_guidance("det brinner\n-eld").signs.left_out == ()


@pytest.mark.parametrize("query", ["4 §", "LOV 3", "SoL", "LVU", "2023:196", "OSL 10:15 a", '"sociala insatsgrupper"'])
def test_the_shipped_content_answers_what_it_names(searcher: Searcher, query: str) -> None:
    assert searcher.search_guidance(query).hits


def test_a_shipped_section_is_found_however_it_is_written(searcher: Searcher) -> None:
    both = [slugs_of(searcher.search_guidance(query).hits) for query in ("OSL 10:15 a", "10 kap. 15 a § OSL")]
    assert both[0][:3] == both[1][:3]
    assert both[0][0] == "sekretess-och-uppgiftsdelning"


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("hvordan forebygger vi vold mod kvinder", "freda"),
        ("innbrudd i boliger", "grannsamverkan"),
        ("mobning i skolen", "mobbningsprevention"),
        ("tyveri fra butikker", "trygg-handel-kopcentrum"),
    ],
)
def test_the_shipped_content_answers_neighbours(searcher: Searcher, query: str, slug: str) -> None:
    assert slug in slugs_of(searcher.search_guidance(query, n=5).hits)


def test_a_place_in_english_is_neither_mended_nor_another(searcher: Searcher) -> None:
    found = searcher.search_guidance("youth gangs in Gothenburg")
    assert found.suggestion is None
    assert "=götebor" in " ".join(searcher.analyse("Gothenburg").features)
