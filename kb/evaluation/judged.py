"""A set of judged problem descriptions (JSON Lines), run against a searcher.

A line: id, kind, query, relevant (slug -> grade 1-3), avoid (slugs), as in the shared development set. A line of kind
`utanfor` has no answer here: the right thing is to refuse.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kb.errors import KbError
from kb.evaluation.bootstrap import Interval, bootstrap_interval
from kb.evaluation.metrics import count_avoided, ndcg, recall, success

OUTSIDE = "utanfor"
DEPTH = 10

Rank = Callable[[str], Sequence[str] | None]
"""Text -> slugs, best first, at least DEPTH if there are; None when it is refused."""


class JudgedFileDamaged(KbError):
    """A file of judged queries cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuery:
    id: str
    kind: str
    query: str
    relevant: Mapping[str, int]
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Means over n queries in [0, 1]; avoid is a count. intervals : measure -> its 95 % interval."""

    ndcg: float
    success: float
    recall: float
    avoid: int
    n: int
    intervals: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Refusals:
    """correct of n_outside queries without an answer; false: refused among the n_inside others."""

    correct: int
    n_outside: int
    false: int
    n_inside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """missing: slugs of the judgements that the content does not have, left out of the measures."""

    overall: Scores
    by_kind: Mapping[str, Scores]
    refusals: Refusals
    missing: tuple[str, ...]
    per_query: Mapping[str, float]


def read_judged(path: Path) -> list[JudgedQuery]:
    """The judged queries of a file.

    Raises
    ------
    JudgedFileDamaged : no such file, or a line that is not as described above
    """
    if not path.is_file():
        raise JudgedFileDamaged(f"{path}: no such file; give a JSON Lines file of judged queries")
    queries = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise JudgedFileDamaged(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            queries.append(_read_line(path, number, line))
    if not queries:
        raise JudgedFileDamaged(f"{path}: no judged query in it")
    return queries


def evaluate(queries: Sequence[JudgedQuery], rank: Rank, known: frozenset[str]) -> Evaluation:
    """The measures of a ranking function. known: the slugs of the content."""
    rankings = {query.id: rank(query.query) for query in queries}
    inside = [query for query in queries if query.kind != OUTSIDE]
    outside = [query for query in queries if query.kind == OUTSIDE]
    judged = [(q, {s: g for s, g in q.relevant.items() if s in known}) for q in inside]
    rows = [(q, grades, rankings[q.id] or ()) for q, grades in judged if grades]
    by_kind: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_kind[row[0].kind].append(row)
    refusals = Refusals(
        sum(rankings[q.id] is None for q in outside),
        len(outside),
        sum(rankings[q.id] is None for q in inside),
        len(inside),
    )
    missing = sorted({slug for query in inside for slug in query.relevant if slug not in known})
    per_query = {query.id: ndcg(ranking, grades, DEPTH) for query, grades, ranking in rows}
    kinds = {kind: _score(of_kind) for kind, of_kind in sorted(by_kind.items())}
    return Evaluation(
        overall=_score(rows), by_kind=kinds, refusals=refusals, missing=tuple(missing), per_query=per_query
    )


_Row = tuple[JudgedQuery, Mapping[str, int], Sequence[str]]


def _score(rows: Sequence[_Row]) -> Scores:
    measures = {
        "ndcg@10": [ndcg(ranking, grades, DEPTH) for _, grades, ranking in rows],
        "success@3": [success(ranking, grades) for _, grades, ranking in rows],
        "recall@10": [recall(ranking, grades, DEPTH) for _, grades, ranking in rows],
    }
    means = {name: float(np.mean(values)) if values else 0.0 for name, values in measures.items()}
    avoided = sum(count_avoided(ranking, query.avoid) for query, _, ranking in rows)
    intervals = {name: bootstrap_interval(values) for name, values in measures.items()}
    return Scores(
        ndcg=means["ndcg@10"],
        success=means["success@3"],
        recall=means["recall@10"],
        avoid=avoided,
        n=len(rows),
        intervals=intervals,
    )


def _read_line(path: Path, number: int, line: str) -> JudgedQuery:
    try:
        row = json.loads(line)
        relevant = {str(slug): _grade(grade) for slug, grade in row["relevant"].items()}
        avoid = row.get("avoid") or []
        if not isinstance(avoid, list):
            raise TypeError(f"avoid {avoid!r} is not a list")
        return JudgedQuery(
            id=str(row["id"]),
            kind=str(row["kind"]),
            query=str(row["query"]),
            relevant=relevant,
            avoid=tuple(map(str, avoid)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise JudgedFileDamaged(
            f"{path}:{number}: not a judged query ({error!r}); it needs id, kind, query and relevant"
        ) from error


def _grade(value: object) -> int:
    if value not in (1, 2, 3):
        raise ValueError(f"grade {value!r} is not 1, 2 or 3")
    return int(str(value))
