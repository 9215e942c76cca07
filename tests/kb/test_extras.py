"""Which extra brings what, and how one that is missing is told."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from typing import Any, get_args

import pytest

from kb.extras import MODULES, Extra, require_extra
from tests.root import ROOT

OWN = re.compile(r"till-handling\[(.+)\]")


def test_each_extra_is_told_with_the_modules_that_it_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed_by = packages_distributions()
    told = {extra: {_plain(installed_by[module][0]) for module in modules} for extra, modules in MODULES.items()}
    declared = project["optional-dependencies"]
    assert told == {extra: set(_distributions(declared, extra)) for extra in get_args(Extra)}


def test_no_extra_repeats_what_is_always_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = set(_named(project["dependencies"]))
    repeated = [
        name
        for extra in get_args(Extra)
        for name in _distributions(project["optional-dependencies"], extra)
        if name in core
    ]
    assert repeated == []


@pytest.mark.parametrize("extra", get_args(Extra))
def test_an_extra_that_is_installed_is_no_fault(extra: Extra) -> None:
    require_extra(extra, "this")


def _distributions(declared: dict[str, Any], extra: str) -> Iterator[str]:
    """The names of an extra and of the extras of ours that it installs."""
    for requirement in declared[extra]:
        if own := OWN.fullmatch(requirement):
            for other in own[1].split(","):
                yield from _distributions(declared, other)
        else:
            yield from _named([requirement])


def _named(requirements: Iterable[str]) -> Iterator[str]:
    return (_plain(re.split(r"[=<>\[]", requirement)[0]) for requirement in requirements)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
