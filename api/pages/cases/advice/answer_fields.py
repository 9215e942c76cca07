"""The form of a follow-up: what was typed in it, read."""

from collections.abc import Mapping

from api.cases.advice.answer_follow_up import MAX_TEXT_CHARS
from api.store.cases.follow_ups import Answer
from api.store.cases.tables import USED

ANSWER_NAMES = ("used", "helped", "quality", "text")
POINTS = ("1", "2", "3", "4", "5")


def read_answer(typed: Mapping[str, str]) -> Answer | None:
    """The answer, None where something lacks: `list_answer_faults` tells what."""
    used = next((word for word in USED if word == typed["used"]), None)
    if used is None or list_answer_faults(typed):
        return None
    return Answer(used, int(typed["helped"]), int(typed["quality"]), typed["text"])


def list_answer_faults(typed: Mapping[str, str]) -> dict[str, str]:
    """Field -> key of what is wrong with it."""
    faults = {} if typed["used"] in USED else {"used": "advice_fault_choose"}
    faults |= {name: "advice_fault_choose" for name in ("helped", "quality") if typed[name] not in POINTS}
    return faults | ({"text": "advice_fault_long"} if len(typed["text"]) > MAX_TEXT_CHARS else {})
