"""`kb check --strict`: the editorial rules on top of the others."""

import re
from collections.abc import Callable

from indexer.checks import CHECKS, STRICT_CHECKS
from tests.content_folder import ContentFolder

Run = Callable[..., tuple[int, str, str]]


def test_editorial_rules_are_held_to_only_when_asked_for(run: Run, folder: ContentFolder) -> None:
    assert run("check", "--content", folder.path)[0] == 0
    code, out, err = run("check", "--content", folder.path, "--strict")
    assert code == 1
    assert f"{folder.path}/editorial/terms.csv:1: list is missing; terms.csv; add it" in out
    assert err.startswith("6 documents, ")


def test_every_strict_fault_has_the_form_of_the_others(run: Run, folder: ContentFolder) -> None:
    _, out, _ = run("check", "--content", folder.path, "--strict")
    faults = {re.fullmatch(r"[^:]+\.(?:md|csv):[1-9]\d*: ([^;]+); [^;]+; .+", line) for line in out.splitlines()}
    assert None not in faults
    assert len({match[1] for match in faults if match}) > len(["list is missing", "section too short"])


def test_ordinary_faults_are_told_as_well(run: Run, folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "kind: metod", "kind: metodik")
    _, out, _ = run("check", "--content", folder.path, "--strict")
    assert "kind has an unknown value; metodik" in out


def test_a_rule_is_either_ordinary_or_strict() -> None:
    assert not {*CHECKS} & {*STRICT_CHECKS}
