"""How a long job tells how far it has come."""

from kb.progress import follow


def test_each_item_is_told_of_before_it_is_handed_out_and_all_when_they_are_done() -> None:
    told: list[object] = []
    for item in follow("matching", ["a", "b"], lambda *step: told.append(step)):
        told.append(item)
    assert told == [("matching", 0, 2), "a", ("matching", 1, 2), "b", ("matching", 2, 2)]


def test_nothing_to_do_is_done_at_once() -> None:
    told: list[object] = []
    assert list(follow("matching", [], lambda *step: told.append(step))) == []
    assert told == [("matching", 0, 0)]
