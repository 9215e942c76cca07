"""No text is embedded twice, and what is remembered of a query is not taken for a passage."""

from kb.embedding.remembering import RememberingEmbedder
from tests.fakes.embedder import CountingEmbedder


def test_each_text_is_embedded_once_and_comes_back_where_it_was_asked_for() -> None:
    counting = CountingEmbedder("eld", "is")
    remembering = RememberingEmbedder(counting)
    first = remembering.embed_queries(["eld", "is", "eld"])
    assert first.tolist() == [[1, 0], [0, 1], [1, 0]]
    assert remembering.embed_queries(["is"]).tolist() == [[0, 1]]
    assert counting.asked == {"eld": 1, "is": 1}


def test_what_is_known_from_before_is_not_embedded() -> None:
    counting = CountingEmbedder("eld")
    known = counting.embed_passages(["eld"])[0]
    remembering = RememberingEmbedder(counting, passages={"rök": known})
    assert remembering.embed_passages(["rök"]).tolist() == [[1]]
    assert remembering.embed_queries(["rök"]).tolist() == [[0]]


def test_no_text_is_an_array_without_rows() -> None:
    assert RememberingEmbedder(CountingEmbedder("eld", "is")).embed_passages([]).shape == (0, 2)
