"""A folder in BEIR form."""

from pathlib import Path

import pytest

from kb.evaluation.beir import Dataset, read_dataset


def write_folder(folder: Path, corpus: str = '{"_id": "d1", "title": "Torget", "text": "Bilar brinner"}\n') -> Path:
    (folder / "qrels").mkdir()
    (folder / "corpus.jsonl").write_text(corpus, encoding="utf-8")
    queries = '{"_id": "q1", "text": "bilbränder"}\n{"_id": "q2", "text": "ingen har bedömt"}\n'
    (folder / "queries.jsonl").write_text(queries, encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\n", encoding="utf-8")
    return folder


def test_texts_queries_and_grades_are_read_and_what_nobody_judged_is_left_out(tmp_path: Path) -> None:
    assert read_dataset(write_folder(tmp_path)) == Dataset(
        tmp_path.name, {"d1": ("Torget", "Bilar brinner")}, {"q1": "bilbränder"}, {"q1": {"d1": 2}}
    )


def test_ids_may_be_numbers_and_titles_missing(tmp_path: Path) -> None:
    assert read_dataset(write_folder(tmp_path, '{"_id": 1, "text": "a"}\n')).corpus == {"1": ("", "a")}


@pytest.mark.parametrize("line", ['{"_id": "d1"}', '{"text": "a"}', "[]", "{"])
def test_a_line_of_another_form_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"corpus.jsonl:2: not a BEIR line .* it needs _id and text"):
        read_dataset(write_folder(tmp_path, '{"_id": "d1", "text": "a"}\n' + line + "\n"))


@pytest.mark.parametrize("missing", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_folder_that_is_not_whole_is_refused(tmp_path: Path, missing: str) -> None:
    (write_folder(tmp_path) / missing).unlink()
    with pytest.raises(ValueError, match=rf"{missing}: missing; a BEIR folder has"):
        read_dataset(tmp_path)
