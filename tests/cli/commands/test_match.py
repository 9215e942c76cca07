"""`kb match`: a description to methods and experts, and every way in which a description cannot be read."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.snapshot.pointer import read_pointer
from tests.kb.reading.make_docx import make_docx, paragraph
from tests.kb.reading.make_pdf import Text, make_pdf, make_scan

pytestmark = pytest.mark.day

Run = Callable[..., tuple[int, str, str]]
Match = Callable[..., tuple[int, str, str]]
DESCRIPTION = "Klotter på skolans fasad.\n\nUngdomar använder narkotika i parken, ring 070-174 06 71.\n"


@pytest.fixture
def match(run: Run, small_snapshots: Path, tmp_path: Path) -> Match:
    """`kb match` of a file with that content against the small content."""

    def match_content(content: str | bytes, *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / "lagesbild.md"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return run("match", path, *arguments, "--snapshots", small_snapshots)

    return match_content


def _as_json(match: Match, content: str, *arguments: str) -> dict[str, Any]:
    code, out, err = match(content, *arguments, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_each_problem_gets_its_methods_and_experts_with_the_reason(match: Match) -> None:
    code, out, err = match(DESCRIPTION)
    assert (code, err) == (0, "")
    klotter, narkotika = sorted(out.split("\nProblem ")[1:], key=lambda told: told.split(": ", 1)[1])
    assert ": Klotter\n" in klotter
    assert "• Snabb sanering av klotter  [sanering]" in klotter
    assert "ni skriver: ”Klotter på skolans fasad.”" in klotter
    assert "dokumentet säger: ”I korthet: Snabb sanering av klotter: klotter på skolans fasad.”" in klotter
    assert "gemensamt: klotter, skolans, fasad" in klotter
    assert "• Rådgivare mot skadegörelse, Brå" in klotter
    assert "ledig hela perioden, 10 tim/månad\n" in klotter
    assert "kan metoderna: sanering" in klotter
    assert ": Narkotika\n" in narkotika
    assert "• Fältarbete i parken  [faltarbete]" in narkotika


def test_personal_data_is_masked_and_counted_and_never_repeated(match: Match) -> None:
    _, out, _ = match(DESCRIPTION)
    assert out.startswith("Maskerat i texten: 1 telefon. Ta bort uppgifterna ur underlaget också.\n")
    assert "ring [telefon]." in out
    found = _as_json(match, DESCRIPTION)
    assert found["masked"] == {"telefon": 1}
    assert "06 71" not in out + json.dumps(found)


def test_json_has_the_shape_of_the_api(match: Match, small_snapshots: Path) -> None:
    found = _as_json(match, DESCRIPTION, "--from", "2030-03-01", "--to", "2030-03-31")
    assert found["answered"] is True
    assert found["snapshot"] == read_pointer(small_snapshots)
    assert found["period"] == {"from": "2030-03-01", "to": "2030-03-31"}
    assert found["municipality"] is None
    by_title = {problem["title"]: problem for problem in found["problems"]}
    assert set(by_title) == {"Klotter", "Narkotika"}
    problem = by_title["Klotter"]
    assert [unit["text"] for unit in problem["units"]] == ["Klotter på skolans fasad."]
    assert problem["uncertain"] is False
    assert [method["slug"] for method in problem["methods"]] == ["sanering"]
    assert [expert["slug"] for expert in problem["experts"]] == ["radgivare"]
    assert problem["experts"][0]["free"] == [{"from": "2030-03-01", "to": "2030-03-31"}]
    assert problem["methods"][0]["reason"]["shared_terms"] == ["klotter", "skolans", "fasad"]


def test_explain_adds_what_each_signal_is_worth(match: Match) -> None:
    assert "poäng: " not in match(DESCRIPTION)[1]
    assert "      poäng: " in match(DESCRIPTION, "--explain")[1]


FILES = {
    "text": "Klotter på skolans fasad.\n\nDet säljs narkotika i parken varje kväll.\n".encode(),
    "Word": make_docx(paragraph("Klotter på skolans fasad.") + paragraph("Det säljs narkotika i parken varje kväll.")),
    "PDF": make_pdf(
        [Text(text="Klotter på skolans fasad."), Text(text="Det säljs narkotika i parken varje kväll.", y=700)]
    ),
}


@pytest.mark.parametrize("kind", ["Word", "PDF"])
def test_a_file_is_known_by_its_content_whatever_its_name(match: Match, kind: str) -> None:
    code, out, err = match(FILES[kind])
    assert (code, err) == (0, "")
    assert out == match(FILES["text"])[1]
    assert ": Klotter\n" in out
    assert "\n  ”Klotter på skolans fasad.”\n" in out
    assert ": Narkotika\n" in out
    assert "\n  ”Det säljs narkotika i parken varje kväll.”\n" in out


@pytest.mark.parametrize("kind", FILES)
def test_standard_input_is_read_for_a_dash(
    kind: str, run: Run, small_snapshots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FILES[kind])))
    code, out, _ = run("match", "-", "--snapshots", small_snapshots)
    assert code == 0
    assert ": Klotter\n" in out


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_text_in_another_encoding_is_read_like_one_in_utf_8(match: Match, encoding: str) -> None:
    assert match(DESCRIPTION.encode(encoding)) == match(DESCRIPTION)


def test_an_expert_may_not_advise_a_municipality_it_has_a_conflict_with(match: Match) -> None:
    _, out, _ = match("Klotter på skolans fasad.", "--municipality", "Malmö")
    assert "Ingen expert passar tillräckligt bra." in out
    found = _as_json(match, "Klotter på skolans fasad.", "--municipality", "1490")
    assert found["municipality"] == "Borås"
    assert [expert["slug"] for expert in found["problems"][0]["experts"]] == ["radgivare"]


def test_what_leaves_nobody_free_is_told_with_what_to_drop(match: Match) -> None:
    _, out, _ = match("Klotter på skolans fasad.", "--from", "2030-02-01", "--to", "2030-02-28")
    assert "Era val lämnar ingen kvar av 1 expert." in out
    assert "Utan --from 2030-02-01 --to 2030-02-28: 1 expert" in out
    (problem,) = _as_json(match, "Klotter på skolans fasad.", "--from", "2030-02-01", "--to", "2030-02-28")["problems"]
    assert problem["experts_filtered_out"] == {
        "n_found": 1,
        "without": {"period": 1},
        "excludes": {"period": 1},
    }


def test_an_expert_who_is_away_is_named_with_the_day_of_return(match: Match) -> None:
    _, out, _ = match("Klotter på skolans fasad.", "--from", "2030-02-01", "--to", "2030-02-28")
    assert "Experter, februari 2030" in out
    assert "Skulle passa men är upptagen, åter 1 mars 2030: Rådgivare mot skadegörelse, Brå" in out


def test_an_expert_who_is_away_for_a_part_is_named_with_the_days_that_are_free(match: Match) -> None:
    _, out, _ = match("Klotter på skolans fasad.", "--from", "2030-01-20", "--to", "2030-03-10")
    assert "ledig 20–31 januari 2030, 1–10 mars 2030, 10 tim/månad" in out


def test_a_description_of_no_problem_gets_questions(match: Match) -> None:
    text = "Vi vill ansöka om bygglov för altan."
    code, out, _ = match(text)
    assert code == 0
    assert out.startswith("Inget passar tillräckligt bra. Det här skulle hjälpa:\n")
    found = _as_json(match, text)
    assert (found["answered"], found["problems"]) == (False, [])
    assert found["questions"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the description is empty; describe at least one problem"),
        (b" \n\n1234 !\n", "the description has no words; describe at least one problem"),
        (b"klotter " * 250_000, "the description has 1999999 characters; at most 1000000 are read"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            "the description is an image; save it as .docx, .odt, .xlsx, .csv, PDF, Markdown or text and send that",
        ),
        (make_scan(1), "the description is a PDF where 1 of 1 pages are pictures without text"),
    ],
    ids=["empty", "no words", "2 MB", "image", "scan"],
)
def test_a_description_that_cannot_be_read_is_told(match: Match, content: bytes, told: str) -> None:
    code, out, err = match(content)
    assert (code, out) == (1, "")
    assert err.startswith(f"kb: {told}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(("name", "way_out"), [("Bårås", "; did you mean Borås?"), ("9999", "")])
def test_an_unknown_municipality_is_told_with_the_nearest(match: Match, name: str, way_out: str) -> None:
    code, out, err = match(DESCRIPTION, "--municipality", name)
    assert (code, out) == (1, "")
    assert err.startswith(f"kb: unknown municipality {name!r}{way_out}")


def test_a_period_that_ends_before_it_begins_is_told(match: Match) -> None:
    code, out, err = match(DESCRIPTION, "--from", "2030-03-31", "--to", "2030-03-01")
    assert (code, out) == (1, "")
    assert err == "kb: the period ends 2030-03-01, before it begins 2030-03-31; swap the two days\n"


@pytest.mark.parametrize("name", ["borta.md", "."])
def test_a_file_that_is_not_there_is_told(run: Run, small_snapshots: Path, name: str) -> None:
    code, out, err = run("match", name, "--snapshots", small_snapshots)
    assert (code, out) == (1, "")
    assert (
        err
        == f"kb: {name}: no such file; give .docx, .odt, .xlsx, .csv, PDF, Markdown or text, or - for standard input\n"
    )


def test_what_the_municipality_lacks_is_one_of_a_closed_list(match: Match) -> None:
    code, _, err = match(DESCRIPTION, "--lacks", "tur")
    assert code == 2
    assert "'jurist'" in err
    assert match(DESCRIPTION, "--lacks", "jurist", "--lacks", "tolk")[0] == 0


def test_who_cannot_meet_so_is_left_out_and_told_to_advisors(match: Match) -> None:
    assert any(problem["experts"] for problem in _as_json(match, DESCRIPTION)["problems"])
    found = _as_json(match, DESCRIPTION, "--language", "en", "--excluded")
    assert [p["experts"] for p in found["problems"]] == [[]] * len(found["problems"])
    assert [item["constraint"] for item in found["excluded"]] == ["language"]
    assert "Ger inte stöd på det språket" in match(DESCRIPTION, "--language", "en", "--excluded")[1]
    assert "Alla experter får frågas." in match(DESCRIPTION, "--excluded")[1]


def test_a_form_that_does_not_exist_is_refused(match: Match) -> None:
    code, _, err = match(DESCRIPTION, "--form", "brev")
    assert code == 2
    assert "'på plats', 'digitalt'" in err
