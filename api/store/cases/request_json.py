"""What is asked in a case, as the JSON that is kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """wish : what help is wanted with; why_urgent : empty where nothing is; not_experts : slugs of those not to ask"""

    wish: str
    why_urgent: str
    not_experts: tuple[str, ...]


def write_request(wish: str, why_urgent: str, not_experts: Sequence[str]) -> str:
    kept = {"wish": wish, "why_urgent": why_urgent, "not_experts": list(not_experts)}
    return json.dumps(kept, ensure_ascii=False)


def read_request(kept: str) -> Request:
    """What `write_request` wrote."""
    read = json.loads(kept)
    return Request(read["wish"], read["why_urgent"], tuple(read["not_experts"]))
