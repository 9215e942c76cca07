"""What editors have taken, made into judged queries for content/examples and into tasks for the content.

A judged query teaches the search, so it is made of short questions alone, never of what was described or masked, and
only where something was said to be right: an example without an answer says that the service has none. All that was
said to be wrong is a task for whoever writes the document.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.store.learning.tables import Feedback, FeedbackAbout
from kb.privacy import count_masks

MAX_QUESTION_CHARS = 200
"""A longer text is a description: an example is never written with the words of one."""
GRADE = 2
"""Of what somebody found right; an editor who would put it first writes 3."""
FOLDERS: Mapping[FeedbackAbout, str] = {"hit": "content/guidance", "problem": "content/problem-areas"}


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """unclear : slugs that some found right and others wrong, for an editor to place"""

    query: str
    relevant: tuple[str, ...]
    avoid: tuple[str, ...]
    unclear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContentTask:
    """document : its file; wrong : what it was no answer to, each with why, empty where that was not told"""

    about: FeedbackAbout
    document: str
    n_wrong: int
    n_right: int
    wrong: tuple[tuple[str, str], ...]


def judge_queries(rows: Iterable[Feedback]) -> list[JudgedQuery]:
    """The queries of hits that were judged, those alike as one, in the order they were first judged."""
    verdicts: dict[str, dict[str, set[bool]]] = defaultdict(lambda: defaultdict(set))
    queries: dict[str, str] = {}
    for row in rows:
        if row.about == "hit" and _may_teach(row.asked):
            key = " ".join(row.asked.casefold().split())
            queries.setdefault(key, row.asked)
            verdicts[key][row.slug].add(row.is_right)
    judged = [_judge(queries[key], told) for key, told in verdicts.items()]
    return [one for one in judged if one.relevant]


def list_tasks(rows: Iterable[Feedback]) -> list[ContentTask]:
    """The documents that were no answer, the one that was so most often first."""
    of_document: dict[tuple[FeedbackAbout, str], list[Feedback]] = defaultdict(list)
    for row in rows:
        of_document[row.about, row.slug].append(row)
    tasks = [_make_task(about, slug, said) for (about, slug), said in of_document.items()]
    return sorted((task for task in tasks if task.n_wrong), key=lambda task: (-task.n_wrong, task.document))


def write_examples(judged: Iterable[JudgedQuery]) -> str:
    """JSON Lines as content/examples has them; an example is read without its `unclear`."""
    return "".join(_write(_describe(one)) for one in judged)


def write_tasks(tasks: Iterable[ContentTask]) -> str:
    """JSON Lines, a document each."""
    return "".join(
        _write(
            {
                "document": task.document,
                "about": task.about,
                "n_wrong": task.n_wrong,
                "n_right": task.n_right,
                "wrong": [{"asked": asked, "reason": reason} for asked, reason in task.wrong],
            }
        )
        for task in tasks
    )


def _may_teach(asked: str) -> bool:
    return len(asked) <= MAX_QUESTION_CHARS and "\n" not in asked and not count_masks(asked)


def _judge(query: str, verdicts: Mapping[str, set[bool]]) -> JudgedQuery:
    def pick(wanted: set[bool]) -> tuple[str, ...]:
        return tuple(slug for slug, told in verdicts.items() if told == wanted)

    return JudgedQuery(query, pick({True}), pick({False}), pick({True, False}))


def _make_task(about: FeedbackAbout, slug: str, said: Sequence[Feedback]) -> ContentTask:
    wrong = tuple((row.asked, row.reason or "") for row in said if not row.is_right)
    return ContentTask(about, f"{FOLDERS[about]}/{slug}.md", len(wrong), len(said) - len(wrong), wrong)


def _describe(one: JudgedQuery) -> dict[str, object]:
    told: dict[str, object] = {"query": one.query, "relevant": dict.fromkeys(one.relevant, GRADE), "avoid": one.avoid}
    return told | ({"unclear": one.unclear} if one.unclear else {})


def _write(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
