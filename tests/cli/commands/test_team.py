"""`kb team`: the smallest team for a description, in words and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
DESCRIPTION = "Klotter på skolans fasad.\n\nUngdomar använder narkotika i parken, ring 070-174 06 71.\n"
MARCH = ("--from", "2027-03-01", "--to", "2027-03-31")


@pytest.fixture
def team(run: Run, small_snapshots: Path, tmp_path: Path) -> Run:
    """`kb team` of that description against the small content, whose one expert is for graffiti, 10 hours a month."""

    def form(*arguments: str, text: str = DESCRIPTION) -> tuple[int, str, str]:
        path = tmp_path / "lagesbild.md"
        path.write_text(text, encoding="utf-8")
        return run("team", path, *MARCH, *arguments, "--snapshots", small_snapshots)

    return form


def test_members_hours_reasons_and_what_is_left_are_told(team: Run) -> None:
    code, out, err = team("--hours", "4")
    assert (code, err) == (0, "")
    masked, head, proof, *_ = out.split("\n")
    assert masked == "Maskerat i texten: 1 telefon. Ta bort uppgifterna ur underlaget också."
    assert head == "1 expert täcker 1 av 2 problem, mars 2027, 4 timmar per problem"
    assert proof == "Inget bättre finns: varje mål är bevisat."
    assert "Rådgivare mot skadegörelse, Brå" in out
    assert "tar 4 timmar, har 10 timmar i perioden\n" in out
    assert "• Klotter (passar 0." in out
    assert "ni skriver: ”Klotter på skolans fasad.”" in out
    assert "ersättare: ingen" in out
    assert "Utan expert\n  • Narkotika: ingen av experterna arbetar med detta och passar tillräckligt bra" in out
    assert "174" not in out


def test_hours_that_nobody_has_are_told(team: Run) -> None:
    _, out, _ = team("--hours", "10.5")
    assert "0 experter täcker 0 av 2 problem, mars 2027, 10,5 timmar per problem" in out
    assert "• Klotter: de som passar har inte tid" in out


def test_json_has_the_shape_of_the_api(team: Run) -> None:
    code, out, _ = team("--json")
    found = json.loads(out)
    assert code == 0
    titles = [problem["title"] for problem in found["problems"]]
    assert [member["problems"] for member in found["members"]] == [[titles.index("Klotter")]]
    assert found["members"][0]["free_hours"] == 10
    assert found["problems"][titles.index("Narkotika")]["uncovered"] == "no_match"
    assert found["period"] == {"from": "2027-03-01", "to": "2027-03-31"}


def test_a_text_about_nothing_gets_questions(team: Run) -> None:
    code, out, _ = team(text="Vi äter tårta med många ljus på kalaset.")
    assert code == 0
    assert out.startswith("Inget passar tillräckligt bra.")


def test_with_no_time_what_is_not_proved_is_told(run: Run, snapshots: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken.")
    _, out, _ = run("team", path, *MARCH, "--time-limit", "0", "--snapshots", snapshots)
    assert "Tiden tog slut innan det bästa var bevisat:\n" in out


@pytest.mark.parametrize("options", [("--hours", "0"), ("--min-match", "0.2"), ("--from", "snart")])
def test_an_option_out_of_its_range_is_wrong_use(team: Run, options: tuple[str, str]) -> None:
    code, out, err = team(*options)
    assert (code, out) == (2, "")
    assert options[0] in err


def test_a_file_that_is_not_there_is_told(run: Run, small_snapshots: Path) -> None:
    code, _, err = run("team", "nope.md", "--snapshots", small_snapshots)
    assert code == 1
    assert err.startswith("kb: nope.md: no such file; ")


def test_a_misspelt_municipality_is_told_with_the_nearest(team: Run) -> None:
    code, _, err = team("--municipality", "Mallmö")
    assert code == 1
    assert "did you mean Malmö?" in err


def test_who_does_not_speak_the_language_is_not_in_the_team_and_told_to_advisors(team: Run) -> None:
    found = json.loads(team("--language", "en", "--excluded", "--json")[1])
    assert (found["members"], [item["constraint"] for item in found["excluded"]]) == ([], ["language"])
    assert "Ger inte stöd på det språket" in team("--language", "en", "--excluded")[1]
