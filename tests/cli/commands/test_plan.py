"""`kb plan`, `kb document` and `kb rematch`."""

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from kb.plans.formats import FORMATS
from kb.plans.working.saved_work import write_working_plan
from tests.kb.plans.document.documents import CHOSEN, present
from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]
EXAMPLE = ROOT / "docs" / "examples" / "lagesbild-alvdala.md"


def test_a_plan_is_written_as_markdown_to_standard_output(run: Run, snapshots: Path) -> None:
    code, out, _ = run("plan", EXAMPLE, "--snapshots", snapshots, "--municipality", "Borås")
    assert code == 0
    assert out.startswith("# Utkast till åtgärdsplan, Borås\n")


@pytest.mark.parametrize(
    ("name", "start"),
    [("p.md", b"# Utkast"), ("p.docx", b"PK"), ("p.pdf", b"%PDF-"), ("p.xlsx", b"PK"), ("p.json", b"{")],
)
def test_the_form_of_the_file_follows_its_name(
    run: Run, snapshots: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    code, _, err = run("plan", EXAMPLE, "--snapshots", snapshots, "--out", tmp_path / name)
    assert (code, (tmp_path / name).read_bytes().startswith(start)) == (0, True)
    assert "problems, snapshot" in err


def test_another_form_is_wrong_use(run: Run, snapshots: Path, tmp_path: Path) -> None:
    code, _, err = run("plan", EXAMPLE, "--snapshots", snapshots, "--out", tmp_path / "p.odt")
    assert code == 2
    assert all(plan_format.suffix in err for plan_format in FORMATS.values())


def test_a_follow_up_after_two_years_is_a_fault(run: Run, snapshots: Path) -> None:
    code, _, err = run("plan", EXAMPLE, "--snapshots", snapshots, "--follow-up", "2999-01-01")
    assert code == 1
    assert "within two years" in err


def test_a_template_of_ones_own_is_poured_into_and_what_it_lacks_is_told(
    run: Run, snapshots: Path, tmp_path: Path
) -> None:
    template, out = tmp_path / "mall.docx", tmp_path / "p.docx"
    docx.Document().save(str(template))
    code, _, err = run("plan", EXAMPLE, "--snapshots", snapshots, "--out", out, "--template", template)
    assert (code, out.read_bytes()[:2]) == (0, b"PK")
    assert "template: no style Warning / Varning; Body Text is used" in err


def test_a_template_that_is_not_there_is_a_fault(run: Run, snapshots: Path, tmp_path: Path) -> None:
    code, _, err = run("plan", EXAMPLE, "--snapshots", snapshots, "--out", tmp_path / "p.docx", "--template", "borta")
    assert (code, "borta: no such file" in err) == (1, True)


@pytest.mark.parametrize(("words", "title"), [("sv", "Åtgärdsplan mot brott"), ("en", "Action plan against crime")])
def test_a_plan_that_was_taken_home_is_written_as_a_document(run: Run, tmp_path: Path, words: str, title: str) -> None:
    saved, out = tmp_path / "plan.json", tmp_path / "plan.docx"
    saved.write_bytes(write_working_plan(present(CHOSEN).working))
    code, _, err = run("document", saved, "--out", out, "--words", words)
    assert (code, docx.Document(str(out)).core_properties.title) == (0, title)
    assert "1 measures" in err


def test_markdown_has_the_draft_alone_and_is_no_document(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "plan.json"
    saved.write_bytes(write_working_plan(present(CHOSEN).working))
    code, _, err = run("document", saved, "--out", tmp_path / "plan.md")
    assert (code, ".docx, .pdf or .xlsx" in err) == (2, True)


def test_rematch_tells_that_nothing_has_changed(run: Run, snapshots: Path, tmp_path: Path) -> None:
    run("plan", EXAMPLE, "--snapshots", snapshots, "--out", tmp_path / "p.json")
    code, out, _ = run("rematch", tmp_path / "p.json", "--snapshots", snapshots)
    assert (code, out.startswith("Inget har ändrats")) == (0, True)


def test_a_plan_of_a_municipality_that_is_no_more_is_compared_too(run: Run, snapshots: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    run("plan", EXAMPLE, "--snapshots", snapshots, "--out", path)
    path.write_text(json.dumps({**json.loads(path.read_text()), "municipality": "Ankeborg"}))
    code, out, _ = run("rematch", path, "--snapshots", snapshots)
    assert (code, out.startswith("Inget har ändrats")) == (0, True)


def test_rematch_tells_of_an_expert_who_is_gone(run: Run, snapshots: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    run("plan", EXAMPLE, "--snapshots", snapshots, "--out", path)
    saved = json.loads(path.read_text())
    expert = next(expert for problem in saved["problems"] for expert in problem["experts"])
    expert["slug"] = "borta"
    path.write_text(json.dumps(saved))
    _, out, _ = run("rematch", path, "--snapshots", snapshots)
    assert "Experten finns inte längre [borta]" in out


def test_what_is_no_plan_is_a_fault(run: Run, snapshots: Path, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text("[]")
    for path in (tmp_path / "p.json", tmp_path / "none.json"):
        code, _, err = run("rematch", path, "--snapshots", snapshots)
        assert code == 1
        assert "kb plan" in err
