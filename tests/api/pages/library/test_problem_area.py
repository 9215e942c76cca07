"""A problem area's page: signs and questions, methods by evidence, what is advised against, gaps and experts."""

from pathlib import Path

from fastapi.testclient import TestClient

from kb.documents import Guidance, Library
from tests.api.conftest import Publish, make_app
from tests.api.pages.read_page import Page, read_page
from tests.builders import make_area, make_evidence, make_expert, make_guidance


def _show(snapshots: Path, publish_library: Publish, *documents: Guidance) -> Page:
    area = make_area("narkotika", signs=("Möten i porten",), questions=("Vid vilka tider?",))
    publish_library(snapshots, "a", Library(documents, (area,), (make_expert("rad", problem_areas=("narkotika",)),)))
    return read_page(TestClient(make_app(snapshots)).get("/problemomrade/narkotika").text)


def _methods(page: Page) -> list[str]:
    return [link for link in page.links() if link.startswith("/vagledning/")]


def test_methods_stand_by_evidence_and_the_unassessed_last(tmp_path: Path, publish_library: Publish) -> None:
    weak, strong = (make_guidance(rating, evidence=(make_evidence(rating),)) for rating in ("svag", "stark"))
    law = make_guidance("lag", kind="juridik", evidence=(), recommendation=None)
    assert _methods(_show(tmp_path, publish_library, law, weak, strong)) == [
        "/vagledning/stark",
        "/vagledning/svag",
        "/vagledning/lag",
    ]


def test_what_is_advised_against_and_gaps_stand_apart(tmp_path: Path, publish_library: Publish) -> None:
    warned = make_guidance("skram", recommendation="avråds", evidence=(make_evidence("svag"),))
    gap = make_guidance("lucka", kind="lucka", evidence=(), recommendation=None)
    page = _show(tmp_path, publish_library, gap, make_guidance("metod"), warned)
    assert _methods(page) == ["/vagledning/metod", "/vagledning/skram", "/vagledning/lucka"]
    assert {"Avråds", "Här saknar kunskapsbanken en metod"} <= {heading.text for heading in page.all("h2")}


def test_signs_questions_and_experts_are_shown(tmp_path: Path, publish_library: Publish) -> None:
    page = _show(tmp_path, publish_library, make_guidance("metod"))
    text = page.all("main")[0].text
    assert "Möten i porten" in text
    assert "Vid vilka tider?" in text
    assert make_expert("rad").organisation in text
