"""What the database holds after a kill, against what the editors were told. Every fault is a line."""

from collections.abc import Iterable, Iterator, Mapping

from api.store.database import Database
from api.store.plans.comments import list_comments
from api.store.plans.list_plans import Wanted, list_plans
from api.store.plans.open import list_versions, open_plan
from api.store.plans.save import name_plan
from api.store.plans.written_json import load_changes
from api.store.session import Session
from benchmarks.saved.editors import BOTH
from benchmarks.saved.journal import Journal, Once
from kb.plans.working.working_plan import Written

ALL = 1_000_000
HALVES = {
    "a plan without its draft": "SELECT id FROM plans WHERE id NOT IN (SELECT plan_id FROM plan_drafts)",
    "a plan without its fields": "SELECT id FROM plans WHERE id NOT IN (SELECT plan_id FROM plan_fields)",
    "a plan that nobody saved": "SELECT id FROM plans WHERE id NOT IN"
    " (SELECT thing FROM audit WHERE action = 'plan.saved')",
    "a save that is told twice": "SELECT thing FROM audit WHERE action = 'plan.saved'"
    " GROUP BY thing HAVING COUNT(*) > 1",
    "a save without its plan": "SELECT thing FROM audit WHERE action = 'plan.saved'"
    " AND thing NOT IN (SELECT id FROM plans)",
    "an adopted plan without its decision": "SELECT id FROM plans WHERE state = 'adopted'"
    " AND id NOT IN (SELECT plan_id FROM plan_adoptions)",
    "a decision on a plan that is a draft": "SELECT plan_id FROM plan_adoptions"
    " WHERE plan_id NOT IN (SELECT id FROM plans WHERE state = 'adopted')",
    "a request that made nothing": "SELECT made FROM plan_requests WHERE made NOT IN (SELECT id FROM plans)"
    " AND made NOT IN (SELECT id FROM plan_comments)",
}
"""What is half there -> the ids of such."""


def find_halves(database: Database) -> list[str]:
    """What was written without what belongs to it."""
    with database.engine.connect() as connection:
        found = {name: connection.exec_driver_sql(query).all() for name, query in HALVES.items()}
    return [f"{name}: {row[0]}" for name, rows in found.items() for row in rows]


def find_losses(database: Database, plan_id: str, journals: Iterable[Journal]) -> list[str]:
    """What the plan of the two editors should hold and does not."""
    with database.reading() as session:
        states, faults = _replay(session, plan_id)
        for journal in journals:
            faults += [*_check_saves(journal, states), *_check_own_fields(journal, states)]
    return faults


def find_doubles(database: Database, plan_ids: Iterable[str], made: Iterable[Once]) -> list[str]:
    """What was said to be made and is not there, or is there twice. plan_ids : where comments stand"""
    with database.reading() as session:
        comments = [comment.text for plan_id in plan_ids for comment in list_comments(session, plan_id)]
        counted = {once: _count(session, once, comments) for once in made}
    return [f"{once.kind} {once.text}: there {n} times" for once, n in counted.items() if n != 1]


def find_undecided(database: Database, adopted: Iterable[str]) -> list[str]:
    """The plans of those adopted that are not."""
    with database.reading() as session:
        return [
            f"plan {plan_id}: not adopted"
            for plan_id in adopted
            if (opened := open_plan(session, plan_id)).row.state != "adopted" or opened.adoption is None
        ]


def _replay(session: Session, plan_id: str) -> tuple[list[Written], list[str]]:
    """What was written in each version, from 0 on, and what in the versions does not fit together."""
    opened, begun = open_plan(session, plan_id), open_plan(session, plan_id, 0)
    states: list[Written] = [dict(begun.plan.written)]
    faults = []
    for number, version in enumerate(reversed(list_versions(session, plan_id, most=ALL)), 1):
        changes = load_changes(version.edits)
        if version.number != number or version.n_edits != len(changes):
            faults.append(f"version {version.number}: the {number}th, with {len(changes)} of {version.n_edits} edits")
        faults += [f"version {number}: {path} was another" for path in changes if not _follows(path, changes, states)]
        written = {**states[-1], **{path: after for path, (_, after) in changes.items()}}
        states.append({path: text for path, text in written.items() if text})
    if (opened.version, dict(opened.plan.written)) != (len(states) - 1, states[-1]):
        faults.append(f"the plan is version {opened.version} and not what its {len(states) - 1} versions make")
    if opened.row.title != name_plan(opened.plan):
        faults.append("the plan is listed under another title")
    return states, faults


def _follows(path: str, changes: Mapping[str, tuple[str, str]], states: list[Written]) -> bool:
    return states[-1].get(path, "") == changes[path][0]


def _check_saves(journal: Journal, states: list[Written]) -> Iterator[str]:
    """Every save that was answered has its fields in the version that was told."""
    for save in journal.saves:
        held = states[save.version] if save.version < len(states) else {}
        yield from (
            f"version {save.version}: lost {path}" for path in save.fields if held.get(path) != save.fields[path]
        )


def _check_own_fields(journal: Journal, states: list[Written]) -> Iterator[str]:
    """What this editor alone writes is as it was last said to be saved, or whole as it was being saved."""
    sending = {path: text for path, text in journal.sending.items() if path != BOTH}
    before, after = journal.mine, {**journal.mine, **sending}
    now = {path: states[-1].get(path) for path in after}
    if now not in ({path: before.get(path) for path in after}, after):
        yield f"the fields of one editor are neither as saved nor as being saved: {sorted(now)}"


def _count(session: Session, once: Once, comments: list[str]) -> int:
    if once.kind == "comment":
        return comments.count(once.text)
    return list_plans(session, Wanted("", words=once.text)).n
