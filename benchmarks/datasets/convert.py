"""Sets of other forms to BEIR form: python -m benchmarks convert swefaq FILE OUT, squad DATA OUT, swequad DATA OUT.

Nothing converted is kept in the repository; of the question sets only what training never saw is taken.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.parser import make_parser
from training.sources import Pair, read_squad, read_swequad


def read_swefaq(path: Path) -> Iterable[Pair]:
    """(question, its answer) of a SweFAQ file; the answers of all questions are one corpus."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["question"], row["candidate_answers"][row["label"]]


def write_beir(pairs: Iterable[Pair], folder: Path) -> None:
    """Write the pairs as a corpus of their second texts, queries of their first, and the judgement that they match."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    found = list(pairs)
    names = {text: f"d{position}" for position, text in enumerate(dict.fromkeys(text for _, text in found))}
    _write(folder / "corpus.jsonl", ({"_id": name, "title": "", "text": text} for text, name in names.items()))
    _write(folder / "queries.jsonl", ({"_id": f"q{i}", "text": question} for i, (question, _) in enumerate(found)))
    rows = "".join(f"q{i}\t{names[text]}\t1\n" for i, (_, text) in enumerate(found))
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n" + rows, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Convert one set."""
    parser = make_parser("convert", __doc__)
    parser.add_argument("form", choices=["swefaq", "squad", "swequad"])
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.form == "swefaq":
        write_beir(read_swefaq(chosen.source), chosen.out)
    else:
        read = read_squad if chosen.form == "squad" else read_swequad
        write_beir(read(chosen.source, "measuring"), chosen.out)
    return 0


def _write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
