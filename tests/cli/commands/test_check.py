"""`kb check`: every fault on a line of its own, and whether there was any as the exit code."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

Run = Callable[..., tuple[int, str, str]]
SANERING = "guidance/sanering.md"


def test_content_without_faults_exits_0_and_says_nothing_on_standard_output(run: Run, folder: ContentFolder) -> None:
    assert run("check", "--content", folder.path) == (0, "", "6 documents, 0 faults, 0 warnings\n")


def test_a_fault_is_told_as_path_line_fault_value_and_way_out_with_exit_code_1(run: Run, folder: ContentFolder) -> None:
    path = folder.change(SANERING, "kind: metod", "kind: metodik")
    code, out, err = run("check", "--content", folder.path)
    assert code == 1
    assert out == f"{path}:3: kind has an unknown value; metodik; did you mean 'metod'?\n"
    assert err == "6 documents, 1 faults, 0 warnings\n"


def test_all_faults_of_a_run_are_told_and_each_on_one_line(run: Run, folder: ContentFolder) -> None:
    folder.change(SANERING, "kind: metod", "kind: |\n  flera\n  rader")
    folder.change(SANERING, "Inga kända.", "Se [här](faltarbet.md) och <b>här</b>. [@bra-2023]")
    folder.change("guidance/faltarbete.md", "review_by: 2099-01-01", "review_by: 2025-13-01")
    folder.change("problem-areas/klotter.md", "## Fakta", "## Fakt")
    folder.change("experts/radgivare.md", "review_by: 2099-01-01\ncontact", "review_by: 2026-01-01\ncontact")
    (folder.path / "registers" / "area-changes.csv").unlink()
    code, out, err = run("check", "--content", folder.path)
    assert code == 1
    lines = out.splitlines()
    faults = [re.sub(r"^[^:]+/([^:/]+):\d+: ([^;]+);.*", r"\1 \2", line) for line in lines]
    assert sorted(faults) == [
        "faltarbete.md value that cannot be read",
        "klotter.md heading is missing",
        "klotter.md unknown heading",
        "radgivare.md warning: publication run out",
        "registers register damaged",
        "sanering.md HTML in Markdown",
        "sanering.md HTML in Markdown",
        "sanering.md dead link",
        "sanering.md kind has an unknown value",
    ]
    assert err == "6 documents, 8 faults, 1 warnings\n"


def test_every_line_has_the_same_form(run: Run, folder: ContentFolder) -> None:
    folder.change(SANERING, "## Juridik", "## Juridk")
    folder.change(SANERING, "cost:\n  text: Ingen kostnad publicerad.\n  searched: 2025-01-01\n", "")
    _, out, _ = run("check", "--content", folder.path)
    assert len(out.splitlines()) == len(["heading is missing", "unknown heading", "no cost"])
    for line in out.splitlines():
        assert re.fullmatch(r"[^:]+\.md:[1-9]\d*: (warning: )?[^;]+; [^;]+; .+", line)


def test_warnings_alone_exit_0_and_can_be_left_out(run: Run, folder: ContentFolder) -> None:
    path = folder.change(SANERING, "cost:\n  text: Ingen kostnad publicerad.\n  searched: 2025-01-01\n", "")
    code, out, err = run("check", "--content", folder.path)
    assert (code, err) == (0, "6 documents, 0 faults, 1 warnings\n")
    assert out == f"{path}:2: warning: no cost; nothing; nobody sees what it costs; add it\n"
    assert run("check", "--content", folder.path, "--no-warnings") == (0, "", err)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "no front matter"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"---\na: &a [1]\nb: [*a, *a]\n---\n", "YAML anchor or alias"),
        (b"---\na: " + b"[" * 100_000 + b"\n---\n", "YAML nested too deep"),
        (b"---\ntitle: 'a\n---\n", "YAML that cannot be read"),
        (b"---\ntitle: a\ntitle: b\n---\n", "field given twice"),
        (b"a" * 300_000, "file too large"),
    ],
)
def test_no_file_makes_the_check_fall_over(run: Run, folder: ContentFolder, raw: bytes, told: str) -> None:
    (folder.path / SANERING).write_bytes(raw)
    code, out, err = run("check", "--content", folder.path)
    assert code == 1
    assert f"{folder.path / SANERING}:" in out
    assert told in out
    assert "Traceback" not in err


def test_an_empty_or_missing_folder_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("check", "--content", tmp_path / "nowhere")
    assert code == 1
    assert out.count("no document; empty or missing folder; add a .md file") == 3
    assert err == "0 documents, 4 faults, 0 warnings\n"


def test_what_is_due_by_a_day_is_listed_and_is_no_fault(run: Run, folder: ContentFolder) -> None:
    path = folder.change(SANERING, "review_by: 2099-01-01", "review_by: 2031-06-01")
    told = f"2031-06-01 {path}; redaktör\n"
    assert run("check", "--content", folder.path, "--due", "2031-06-01") == (
        0,
        told,
        "1 documents to review by 2031-06-01\n",
    )
    assert run("check", "--content", folder.path, "--due")[:2] == (0, "")


def test_a_day_that_is_none_is_refused_with_how_to_write_it(run: Run, folder: ContentFolder) -> None:
    code, _, err = run("check", "--content", folder.path, "--due", "juni")
    assert code == 2
    assert "write it as 2027-05-31" in err
