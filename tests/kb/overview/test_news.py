"""News: every document by its day of review, with what has changed since the generation that had another review."""

from datetime import UTC, date, datetime

from kb.documents import Guidance
from kb.overview.news import News, gather_news
from kb.snapshot.generations import Generation
from tests.builders import make_evidence, make_guidance

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def generation(day: int, *documents: Guidance) -> Generation:
    """A generation built on a day of August 2026."""
    created = datetime(2026, 8, day, 10, tzinfo=UTC)
    return Generation(f"s{day}", created, {document.slug: document for document in documents})


def test_without_earlier_generations_a_document_is_reviewed() -> None:
    document = make_guidance("sspf", reviewed=JUNE)
    assert gather_news(generation(9, document), []) == [
        News(id="sspf/2026-06-01", kind="reviewed", document=document, day=JUNE)
    ]


def test_the_newest_review_comes_first_and_one_day_is_by_title() -> None:
    documents = [make_guidance("c", "C", reviewed=JUNE), make_guidance("b", "B", reviewed=JULY)]
    documents.append(make_guidance("a", "A", reviewed=JUNE))
    assert [news.document.slug for news in gather_news(generation(9, *documents), [])] == ["b", "a", "c"]
    assert [news.document.slug for news in gather_news(generation(9, *documents), [], most=1)] == ["b"]


def test_a_document_that_an_earlier_generation_lacks_is_new() -> None:
    old, new = make_guidance("old", reviewed=JUNE), make_guidance("new", reviewed=JULY)
    found = gather_news(generation(9, old, new), [generation(8, old)])
    assert [(news.document.slug, news.kind) for news in found] == [("new", "new"), ("old", "reviewed")]


def test_another_rating_is_told_with_both() -> None:
    before = make_guidance("sspf", reviewed=JUNE, evidence=(make_evidence("svag"),))
    after = make_guidance("sspf", reviewed=JULY, evidence=(make_evidence("god"),))
    (news,) = gather_news(generation(9, after), [generation(8, before)])
    assert (news.kind, news.before, news.after) == ("new evidence", "svag", "god")


def test_what_has_become_advised_against_is_told_before_its_rating() -> None:
    before = make_guidance("sspf", reviewed=JUNE, evidence=(make_evidence("svag"),))
    after = make_guidance("sspf", reviewed=JULY, evidence=(make_evidence("god"),), recommendation="avråds")
    (news,) = gather_news(generation(9, after), [generation(8, before)])
    assert news.kind == "now advised against"


def test_a_correction_without_a_review_is_no_news() -> None:
    before = make_guidance("sspf", "SSPF", reviewed=JUNE)
    after = make_guidance("sspf", "SSPF i kommunen", reviewed=JUNE)
    (news,) = gather_news(generation(9, after), [generation(8, before)])
    assert (news.kind, news.id) == ("reviewed", "sspf/2026-06-01")


def test_the_change_stays_news_after_later_generations() -> None:
    before = make_guidance("sspf", reviewed=JUNE, evidence=(make_evidence("svag"),))
    after = make_guidance("sspf", reviewed=JULY, evidence=(make_evidence("god"),))
    (news,) = gather_news(generation(9, after), [generation(8, after), generation(7, before)])
    assert news.kind == "new evidence"


def test_what_is_withdrawn_is_news_of_the_first_generation_without_it() -> None:
    kept, gone = make_guidance("kept", reviewed=JUNE), make_guidance("gone", reviewed=JUNE)
    found = gather_news(generation(9, kept), [generation(8, kept), generation(7, kept, gone)])
    assert found[0] == News(id="gone/withdrawn/2026-08-08", kind="withdrawn", document=gone, day=date(2026, 8, 8))
    assert [news.document.slug for news in found] == ["gone", "kept"]


def test_what_has_come_back_is_not_withdrawn() -> None:
    document = make_guidance("sspf", reviewed=JUNE)
    found = gather_news(generation(9, document), [generation(8), generation(7, document)])
    assert [(news.document.slug, news.kind) for news in found] == [("sspf", "new")]


def test_an_id_does_not_depend_on_which_generations_are_kept() -> None:
    document = make_guidance("sspf", reviewed=JULY)
    (alone,) = gather_news(generation(9, document), [])
    (beside,) = gather_news(generation(9, document), [generation(8)])
    assert alone.id == beside.id
