"""The documentation tells of every command and route, as they are."""

from pathlib import Path

from api.app import create_app
from api.settings import Settings
from cli.reference import write_reference
from kb.plans.formats import FORMATS
from kb.search.facets import GUIDANCE_FACETS

DOCS = Path(__file__).parent.parent / "docs"


def test_the_command_reference_is_the_commands_own_help() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == write_reference(), (
        "run python -m cli.reference > docs/cli.md"
    )


def test_every_route_is_documented(tmp_path: Path) -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    paths = create_app(Settings(snapshots=tmp_path)).openapi()["paths"]
    assert [path for path in paths if f"{path}`" not in text and f"{path}?" not in text] == []


def test_every_form_of_a_plan_is_documented() -> None:
    assert [form for form in FORMATS if f"`{form}`" not in _row_of("/v1/plans")] == []


def test_every_facet_of_the_guidance_is_documented() -> None:
    assert [facet for facet in GUIDANCE_FACETS if f"`{facet}`" not in _row_of("/v1/search")] == []


def test_no_document_names_a_path_of_a_machine() -> None:
    root = DOCS.parent
    texts = [path.read_text(encoding="utf-8") for path in (*DOCS.rglob("*.md"), root / "README.md", root / "Makefile")]
    assert not any(f"/{folder}/" in text for text in texts for folder in ("work", "root", "opt"))


def _row_of(path: str) -> str:
    """What the table of routes says of a path."""
    lines = (DOCS / "api.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("|") and path in line)
