"""What is decided by hand before the experts are allocated."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """given : id of a case -> slug of the expert that it is to have, perhaps beside others
    nobody : ids of cases that are to have nobody; out : slugs of experts that are not to be asked in any case
    """

    given: Mapping[str, str] = field(default_factory=dict)
    nobody: frozenset[str] = frozenset()
    out: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.given or self.nobody or self.out)


NOTHING_BY_HAND = ByHand()
