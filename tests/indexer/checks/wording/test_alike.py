"""How alike two texts are, with shares worked by hand."""

import pytest

from indexer.checks.wording.alike import AlikePair, AlikeText, find_alike, find_shingles
from indexer.content.editorial_list import EditorialList, Row
from tests.content_folder import ContentFolder

WORDS = [f"ord{letter}" for letter in "abcdefghijklmnop"]


def allow(folder: ContentFolder, *texts: str) -> EditorialList:
    return EditorialList(folder.path, tuple(Row(2, {"text": text}) for text in texts), ())


def compare(folder: ContentFolder, first: str, second: str, *allowed: str) -> list[AlikePair]:
    entries = folder.read().of("guidance")
    return list(
        find_alike([AlikeText(entries[0], 7, first), AlikeText(entries[1], 9, second)], allow(folder, *allowed))
    )


def test_the_same_text_in_two_documents_is_wholly_alike_and_told_at_the_second(folder: ContentFolder) -> None:
    (pair,) = compare(folder, " ".join(WORDS[:8]), " ".join(WORDS[:8]))
    assert (pair.likeness, pair.first.line, pair.second.line) == (1.0, 7, 9)


def test_likeness_is_the_share_of_all_three_word_sequences_that_both_have(folder: ContentFolder) -> None:
    (pair,) = compare(folder, " ".join(WORDS[:10]), " ".join([*WORDS[:9], "annat"]))
    assert pair.likeness == 7 / (8 + 8 - 7)


def test_half_alike_is_alike_and_less_is_not(folder: ContentFolder) -> None:
    first = " ".join(WORDS[:8])  # 6 sequences
    assert compare(folder, first, " ".join([*WORDS[:6], "a", "b"])) != []  # 4 / (6 + 6 - 4) = 0.5
    assert compare(folder, first, " ".join([*WORDS[:6], "a", "b", "c"])) == []  # 4 / (6 + 7 - 4)


def test_a_text_that_stands_inside_a_longer_one_is_told_by_its_share(folder: ContentFolder) -> None:
    part = " ".join(WORDS[:12])  # 10 sequences
    (pair,) = compare(folder, part, f"{part} " + " ".join(f"annat{n}" for n in range(20)))
    assert pair.likeness == 10 / 10


def test_a_short_text_is_alike_by_chance(folder: ContentFolder) -> None:
    assert compare(folder, " ".join(WORDS[:7]), " ".join(WORDS[:7])) == []


def test_texts_of_one_document_may_be_alike(folder: ContentFolder) -> None:
    entry = folder.read().of("guidance")[0]
    text = " ".join(WORDS)
    assert list(find_alike([AlikeText(entry, 1, text), AlikeText(entry, 2, text)], allow(folder))) == []


def test_of_three_copies_each_later_one_is_told_once(folder: ContentFolder) -> None:
    entries = folder.read().of("guidance")
    texts = [AlikeText(entry, line, " ".join(WORDS)) for line, entry in enumerate(entries)]
    assert [pair.second.line for pair in find_alike(texts, allow(folder))] == [1, 2]


def test_allowed_wording_does_not_count(folder: ContentFolder) -> None:
    text = " ".join(WORDS)
    assert compare(folder, text, text, text) == []
    assert compare(folder, text, text, " ".join(WORDS[:5])) != []


def test_a_template_is_found_though_name_and_numbers_differ(folder: ContentFolder) -> None:
    first = "Snabb sanering av klotter passar när ni har 3 platser och klotter varje vecka hela året"
    second = "Snabb fältarbete i parken passar när ni har 14 platser och fältarbete varje vecka hela året"
    entries = {entry.file.slug: entry for entry in folder.read().of("guidance")}
    texts = [AlikeText(entries["sanering"], 1, first), AlikeText(entries["faltarbete"], 2, second)]
    (pair,) = find_alike(texts, allow(folder))
    shared, n_first, n_second = 9, 12, 12
    assert pair.likeness >= shared / (n_first + n_second - shared)


@pytest.mark.parametrize("text", ["", "två ord"])
def test_fewer_than_three_words_have_no_sequence(text: str) -> None:
    assert find_shingles(text) == set()
