"""A fault in the content: where it is, what it is, the value met, and the way out."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Fault:
    """One line of `kb check`. A warning tells what an omission costs; it does not stop a build."""

    path: Path
    line: int
    fault: str
    value: str
    way_out: str
    is_warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.is_warning else ""
        told = "; ".join(" ".join(part.split()) for part in (self.fault, self.value, self.way_out))
        return f"{self.path}:{self.line}: {kind}{told}"
