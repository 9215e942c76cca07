"""What the import contracts refuse: each fault is put by hand into a copy of the tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.root import ROOT

pytestmark = pytest.mark.slow

PACKAGES = ("kb", "indexer", "api", "cli", "training", "benchmarks")
FAULTS = {
    "a room knows one above it": (
        "kb/text/words.py",
        "from kb.search.searcher import Searcher",
        "kb.text is not allowed to import kb.search",
    ),
    "the ground knows a room": (
        "kb/documents.py",
        "from kb.text.words import normalize",
        "kb.documents is not allowed to import kb.text",
    ),
    "the core knows the service": ("kb/errors.py", "import api.settings", "kb is not allowed to import api"),
    "the indexer knows the service": (
        "indexer/build.py",
        "import api.settings",
        "indexer is not allowed to import api",
    ),
    "training knows benchmarks": (
        "training/record.py",
        "import benchmarks.speed",
        "training.record -> benchmarks.speed",
    ),
    "training knows the service": ("training/record.py", "import api.settings", "training.record -> api.settings"),
    "a page knows a route": (
        "api/pages/search/start.py",
        "from api.routes.search import router as other",
        "api.pages.search.start -> api.routes.search",
    ),
    "a family of pages knows another": (
        "api/pages/library/about.py",
        "from api.pages.experts.experts import router as other",
        "api.pages.library is not allowed to import api.pages.experts",
    ),
    "what is shown knows a verb": (
        "cli/shown/text.py",
        "from cli.commands import check",
        "cli.shown is not allowed to import cli.commands",
    ),
    "two modules of a folder know each other": (
        "kb/staffing/outcome.py",
        "from kb.staffing.allocate_cases import allocate_cases",
        "No cycles are allowed in kb.staffing.",
    ),
    "a folder deep down and what it knows know each other": (
        "kb/reading/lines.py",
        "from kb.reading.pdf.layout import lay_out",
        "No cycles are allowed in kb.reading.",
    ),
    "the core knows a web framework": ("kb/search/query.py", "import fastapi", "kb.search.query -> fastapi"),
    "a library is named twice": ("kb/search/query.py", "import faiss", "kb.search.query -> faiss"),
    "a room is in no layer": ("kb/another.py", "", "- kb.another"),
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code and its contracts."""
    folder = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=_all_but_code)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture(scope="module")
def told_of_all(tree: Path) -> str:
    """What is told of the tree as it is."""
    return _lint(tree)[1]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_is_put_in_breaks_a_contract(tree: Path, told_of_all: str, fault: str) -> None:
    name, line, told = FAULTS[fault]
    path = tree / name
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    code, output = _lint(tree)
    if before is None:
        path.unlink()
    else:
        path.write_text(before, encoding="utf-8")
    assert told not in told_of_all
    assert (code, told in output) == (1, True)


def _lint(tree: Path) -> tuple[int, str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def _all_but_code(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".py") and not (Path(folder) / name).is_dir()]
