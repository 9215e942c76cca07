"""`python -m tests.core_only VERB ...`: the command as it is where no extra is installed."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from cli.main import main
from kb.extras import MODULES

MISSING = frozenset(module for modules in MODULES.values() for module in modules) | {
    "starlette",
    "transformers",
}
"""What the extras bring, and what that brings in turn."""


class _WithoutExtras(MetaPathFinder):
    """A finder that does not find what is missing, and for all else asks another."""

    def __init__(self, finder: Any) -> None:
        self._finder = finder

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name.partition(".")[0] in MISSING:
            return None
        spec: ModuleSpec | None = self._finder.find_spec(name, path, target)
        return spec

    def __getattr__(self, name: str) -> Any:
        return getattr(self._finder, name)


if __name__ == "__main__":
    already = sorted(MISSING.intersection(sys.modules))
    if already:
        sys.exit(f"imported with the command, before a verb needs it: {', '.join(already)}")
    sys.meta_path[:] = [_WithoutExtras(finder) for finder in sys.meta_path]
    sys.exit(main(sys.argv[1:]))
