"""Two who write in one plan, in any order: what one was told is saved stands until the other has seen it and writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.store.database import Database
from api.store.plans.save import Saved
from tests.api.store.plans.saved import ANNA, BO, read, save, save_new
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, OWN, PROBLEM

PATHS = (
    "title",
    "summary",
    f"{PROBLEM}/goal",
    f"{MEASURE}/responsible",
    f"{OWN}/title",
    f"{INDICATOR}/value-2027-03-31",
)
TEXTS = ("", "1", "2", "3")
EDITS = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(TEXTS), min_size=1, max_size=4)
STEPS = st.lists(st.tuples(st.sampled_from((ANNA, BO)), EDITS, st.booleans()), max_size=8)
"""Who saves what, and whether the page is opened anew before that."""


@dataclass(slots=True)
class Screen:
    """What one of the two sees. base : the version; shown : path -> text"""

    base: int = 0
    shown: dict[str, str] = field(default_factory=dict)

    def open(self, database: Database, plan_id: str) -> None:
        opened = read(database, plan_id)
        self.base, self.shown = opened.version, dict(opened.plan.written)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_save_changes_what_it_does_not_send_or_its_sender_has_not_seen(
    database: Database, steps: list[tuple[str, dict[str, str], bool]]
) -> None:
    plan_id = save_new(database)
    screens = {ANNA: Screen(), BO: Screen()}
    for who, edits, is_opened in steps:
        screen = screens[who]
        if is_opened:
            screen.open(database, plan_id)
        before = dict(read(database, plan_id).plan.written)
        saved = save(database, plan_id, screen.base, edits, who)
        after = dict(read(database, plan_id).plan.written)
        assert after == {path: text for path, text in _expect(before, screen.shown, edits).items() if text}
        _check_told(saved, before, screen.shown, edits)
        screen.open(database, plan_id)  # as the script does with what it is told
    _check_history(database, plan_id)


def _expect(before: Mapping[str, str], shown: Mapping[str, str], edits: Mapping[str, str]) -> dict[str, str]:
    """What was there, with the edits of fields that stood as their writer saw them."""
    free = {path: text for path, text in edits.items() if before.get(path, "") == shown.get(path, "")}
    return {**before, **free}


def _check_told(saved: Saved, before: Mapping[str, str], shown: Mapping[str, str], edits: Mapping[str, str]) -> None:
    """Both texts are told of what the other has written and these edits write otherwise; and all the other wrote."""
    changed = {p: before.get(p, "") for p in PATHS if before.get(p, "") != shown.get(p, "")}
    differ = {p for p, text in edits.items() if p in changed and text not in (changed[p], shown.get(p, ""))}
    assert {(told.path, told.theirs, told.mine) for told in saved.conflicts} == {
        (path, changed[path], edits[path]) for path in differ
    }
    assert dict(saved.others) == changed


def _check_history(database: Database, plan_id: str) -> None:
    """Every version can be read, from none on."""
    last = read(database, plan_id)
    assert read(database, plan_id, 0).plan.written == {}
    assert read(database, plan_id, last.version).plan == last.plan
