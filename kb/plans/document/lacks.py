"""What is missing in the plan, a line a kind of thing."""

from kb.plans.document.telling import Telling
from kb.plans.document.words import Words, name_some
from kb.plans.working.check_adoption import Lack, LackKey, list_lacks

MAX_NAMED = 3
MAX_NAME_CHARS = 60
OF_MEASURES: frozenset[LackKey] = frozenset({"no_responsible", "no_end", "no_cost"})
"""What each measure may lack: where all do, none is named."""


def list_lack_lines(telling: Telling) -> tuple[str, ...]:
    """What lacks, by kind: what the law asks for first. An adopted plan is held against the day of its decision."""
    plan = telling.plan
    by_kind: dict[LackKey, list[Lack]] = {}
    for lack in list_lacks(plan.read, plan.adoption.day if plan.adoption else plan.today):
        by_kind.setdefault(lack.key, []).append(lack)
    n_measures = len(plan.read.chosen)
    return tuple(_tell(key, lacks, n_measures, telling.words) for key, lacks in by_kind.items())


def _tell(key: LackKey, lacks: list[Lack], n_measures: int, words: Words) -> str:
    is_of_all = key in OF_MEASURES and len(lacks) == n_measures > MAX_NAMED
    about = words["every_measure"] if is_of_all else name_some([_name(lack, words) for lack in lacks], MAX_NAMED, words)
    return f"{words[f'lack_{key}'].format(about=about)}."


def _name(lack: Lack, words: Words) -> str:
    name = words.get(f"part_{lack.about}", lack.about) or words["without_title"]
    return name if len(name) <= MAX_NAME_CHARS else f"{name[:MAX_NAME_CHARS]}…"
