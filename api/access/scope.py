"""Where an account may act: a municipality, a county, as an expert, or everywhere."""

from dataclasses import dataclass

from api.store.accounts import ScopeKind


@dataclass(frozen=True, slots=True)
class Scope:
    """code : of the municipality (four digits) or county (two), the slug of the expert, empty for all"""

    kind: ScopeKind
    code: str = ""

    def covers(self, municipality_code: str) -> bool:
        """Whether the municipality is within it; the first two digits of its code are its county's.

        >>> Scope("county", "14").covers("1490")
        True
        """
        match self.kind:
            case "all":
                return True
            case "municipality":
                return municipality_code == self.code
            case "county":
                return municipality_code[:2] == self.code
            case "expert":
                return False
