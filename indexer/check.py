"""The content, checked: every fault of a run, not the first."""

from collections.abc import Sequence

from indexer.checks import CHECKS, Check
from indexer.content.fault import Fault
from indexer.content.read_content import Content


def check_content(content: Content, checks: Sequence[Check] = CHECKS) -> list[Fault]:
    """All faults and warnings, by path and line, each once."""
    found = {*content.faults, *(fault for check in checks for fault in check(content))}
    return sorted(found)


def errors_among(faults: Sequence[Fault]) -> list[Fault]:
    """The faults that stop a build."""
    return [fault for fault in faults if not fault.is_warning]
