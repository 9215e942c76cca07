"""`kb eval`: a file of judged queries against the current snapshot."""

import json
from pathlib import Path

import click

from cli.settings import json_option, model_option, open_searcher_at, snapshots_option
from kb.evaluation.judged import Evaluation, Scores, read_judged
from kb.evaluation.searching import evaluate_searcher


@click.command("eval", epilog="Example: kb eval judged.jsonl --json")
@click.argument("file", type=click.Path(path_type=Path))
@snapshots_option
@model_option
@json_option
def eval_command(file: Path, snapshots: Path, model: Path | None, as_json: bool) -> int:
    """Measure the current snapshot on FILE, JSON Lines with id, kind, query, relevant and avoid."""
    queries = read_judged(file)
    searcher = open_searcher_at(snapshots, model)
    evaluation = evaluate_searcher(searcher, queries)
    click.echo(json.dumps(_as_json(evaluation), ensure_ascii=False, indent=2) if as_json else _as_text(evaluation))
    return 0


def _as_json(evaluation: Evaluation) -> dict[str, object]:
    refusals = evaluation.refusals
    return {
        "overall": _scores(evaluation.overall),
        "by_kind": {kind: _scores(scores) for kind, scores in evaluation.by_kind.items()},
        "refusals": {
            "correct": refusals.correct,
            "false": refusals.false,
            "n": refusals.n_outside,
            "n_inside": refusals.n_inside,
        },
        "missing_slugs": list(evaluation.missing),
    }


def _scores(scores: Scores) -> dict[str, object]:
    return {
        "ndcg@10": round(scores.ndcg, 4),
        "success@3": round(scores.success, 4),
        "recall@10": round(scores.recall, 4),
        "avoid@5": scores.avoid,
        "n": scores.n,
        "intervals": {name: [round(low, 4), round(high, 4)] for name, (low, high) in scores.intervals.items()},
    }


def _as_text(evaluation: Evaluation) -> str:
    lines = [f"{'kind':16} {'n':>3}  nDCG@10               success@3  recall@10  avoid@5"]
    lines += [_row(kind, scores) for kind, scores in [*evaluation.by_kind.items(), ("overall", evaluation.overall)]]
    refusals = evaluation.refusals
    lines.append(
        f"refused {refusals.correct} of {refusals.n_outside} outside, {refusals.false} of {refusals.n_inside} inside"
    )
    if evaluation.missing:
        lines.append(f"not in the content, left out: {', '.join(evaluation.missing)}")
    return "\n".join(lines)


def _row(kind: str, scores: Scores) -> str:
    low, high = scores.intervals["ndcg@10"]
    return (
        f"{kind:16} {scores.n:>3}  {scores.ndcg:.3f} [{low:.3f}, {high:.3f}]  {scores.success:9.3f}  "
        f"{scores.recall:9.3f}  {scores.avoid:7}"
    )
