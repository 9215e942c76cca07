"""A dataset in BEIR form: corpus.jsonl, queries.jsonl and qrels/test.tsv in a folder."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Dataset:
    """corpus : id -> (title, text); queries : id -> text; judgements : query id -> document id -> grade."""

    name: str
    corpus: Mapping[str, tuple[str, str]]
    queries: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]


def read_dataset(folder: Path) -> Dataset:
    """The dataset in folder; queries without a judgement are left out.

    Raises
    ------
    ValueError : a file is missing or a line is not as BEIR has it
    """
    judgements: dict[str, dict[str, int]] = {}
    path = folder / "qrels" / "test.tsv"
    if not path.is_file():
        raise ValueError(f"{path}: missing; a BEIR folder has corpus.jsonl, queries.jsonl and qrels/test.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            judgements.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    corpus = {row["_id"]: (str(row.get("title", "")), str(row["text"])) for row in _read(folder / "corpus.jsonl")}
    queries = {row["_id"]: str(row["text"]) for row in _read(folder / "queries.jsonl") if row["_id"] in judgements}
    return Dataset(folder.name, corpus, queries, judgements)


def _read(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise ValueError(f"{path}: missing; a BEIR folder has corpus.jsonl, queries.jsonl and qrels/test.tsv")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            rows.append({**row, "_id": str(row["_id"]), "text": str(row["text"])})
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: not a BEIR line ({error!r}); it needs _id and text") from error
    return rows
