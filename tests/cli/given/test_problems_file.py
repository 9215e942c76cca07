"""--problems: the problems of a former answer, merged, dropped or renamed in its file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.given.problems_file import read_problems_file
from kb.errors import AdjustmentRejected
from kb.problems.adjust import Adjustment

Run = Callable[..., tuple[int, str, str]]
DESCRIPTION = "Klotter på skolans fasad.\n\nNarkotika säljs öppet i parken.\n"


def write(folder: Path, value: Any) -> Path:
    file = folder / "problem.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


def test_no_file_is_no_adjustment() -> None:
    assert read_problems_file(None) is None


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "Klotter", "units": [0, 2]}, {"units": [1]}],
        {"problems": [{"title": "Klotter", "units": [0, {"position": 2, "text": "å"}]}, {"units": [1]}]},
    ],
)
def test_the_whole_answer_and_its_list_of_problems_are_read_alike(tmp_path: Path, value: Any) -> None:
    assert read_problems_file(write(tmp_path, value)) == [Adjustment("Klotter", (0, 2)), Adjustment(None, (1,))]


def test_a_cause_an_area_and_how_sure_the_answer_was_are_read(tmp_path: Path) -> None:
    problem = {"title": None, "units": [1], "cause": "Dålig sikt.", "certainty": 0.4, "area": "skadegorelse"}
    assert read_problems_file(write(tmp_path, [problem])) == [
        Adjustment(None, (1,), "Dålig sikt.", certainty=0.4, area="skadegorelse")
    ]


@pytest.mark.parametrize("value", ["", "{", "{}", "[1]", '[{"units": ["Nils"]}]', '[{"title": "Nils"}]', "\xff"])
def test_what_is_no_such_file_is_told_without_its_text(tmp_path: Path, value: str) -> None:
    with pytest.raises(AdjustmentRejected, match=r"^problem\.json: .*; give what `kb match --json` wrote") as refused:
        read_problems_file(write(tmp_path, value))
    assert "Nils" not in str(refused.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AdjustmentRejected, match=r"^borta\.json: no such file; give what"):
        read_problems_file(tmp_path / "borta.json")


def test_an_edited_answer_is_matched_planned_and_manned_as_it_was_edited(
    run: Run, small_snapshots: Path, tmp_path: Path
) -> None:
    description = tmp_path / "lagesbild.md"
    description.write_text(DESCRIPTION, encoding="utf-8")
    answer = json.loads(run("match", description, "--json", "--snapshots", small_snapshots)[1])
    answer["problems"] = [problem for problem in answer["problems"] if problem["title"] == "Klotter"]
    answer["problems"][0]["title"] = "Nedklottrad skola"
    edited = ("--problems", write(tmp_path, answer), "--snapshots", small_snapshots)
    told = run("match", description, *edited)[1]
    assert told.count("\nProblem ") == 1
    assert "Problem 1: Nedklottrad skola" in told
    assert "## 1. Nedklottrad skola\n" in run("plan", description, *edited)[1]
    assert "• Nedklottrad skola (passar " in run("team", description, *edited)[1]


def test_a_cause_that_was_written_is_told_and_planned(run: Run, small_snapshots: Path, tmp_path: Path) -> None:
    description = tmp_path / "lagesbild.md"
    description.write_text(DESCRIPTION, encoding="utf-8")
    problems = write(tmp_path, [{"units": [0], "cause": "Ingen äger väggen."}])
    edited = ("--problems", problems, "--snapshots", small_snapshots)
    assert "Ingen äger väggen." in run("match", description, *edited)[1]
    assert "Ingen äger väggen." in run("plan", description, *edited)[1]


def test_a_problem_that_is_still_uncertain_is_asked_about(run: Run, small_snapshots: Path, tmp_path: Path) -> None:
    description = tmp_path / "lagesbild.md"
    description.write_text(DESCRIPTION, encoding="utf-8")
    problems = write(tmp_path, [{"units": [0], "certainty": 0.4}])
    told = run("match", description, "--problems", problems, "--snapshots", small_snapshots)[1]
    assert "Osäkert: stämmer det?" in told


def test_positions_of_another_text_are_refused(run: Run, small_snapshots: Path, tmp_path: Path) -> None:
    description = tmp_path / "lagesbild.md"
    description.write_text(DESCRIPTION, encoding="utf-8")
    problems = write(tmp_path, [{"units": [9]}])
    code, out, err = run("match", description, "--problems", problems, "--snapshots", small_snapshots)
    assert (code, out) == (1, "")
    assert err.startswith("kb: problems[0].units[0]: no unit 9, there are 2 from 0; ")
