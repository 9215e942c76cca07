"""What the documentation names in backticks is in the tree: files, modules, functions, commands; its pictures hold."""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from benchmarks.commands import COMMANDS
from cli.main import VERBS
from tests.root import ROOT

DOCS = ROOT / "docs"
ARCHITECTURE = DOCS / "architecture.md"
PACKAGES = ("kb", "indexer", "api", "cli", "training", "benchmarks", "tests")
FOLDERS = (*PACKAGES, "content", "docs", "packages")
DOCUMENTS = sorted({*DOCS.glob("*.md"), *DOCS.glob("decisions/*.md"), ROOT / "README.md"} - {DOCS / "cli.md"})
"""cli.md is the help of the commands, as they print it."""
MADE = {
    "api/pages/static/vendor/": "by `make assets`",
    "content/guidance/oppna-graffitivaggar.md": "what the editors' worked example makes",
    "content/utkast.yaml": "what a folder of content may not have",
    "kb-search.js": "served, from the modules of api/widget/source",
    "manifest.json": "in a snapshot",
    "config_sentence_transformers.json": "in a model's folder",
    "namn.md": "how an editor names a file",
}
"""What is named as a file and is no file of the tree, and where it is."""
RECORDED = DOCS / "quality.md"
"""Its table tells by which command each figure was measured, on the day of the figure."""
NAMED_ELSEWHERE = {
    "KB_TODAY": "the environment",
    "compute_distance_subset": "FAISS",
    "day": "the marks of pytest",
    "slow": "the marks of pytest",
    "today": "a parameter",
    "vectors.faiss": "a snapshot",
}
"""What the architecture names besides, and what has that name."""
SUFFIXES = r"py|md|toml|json|jsonl|csv|txt|css|js|html"
FILE = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./*-]*|[\w*-]+\.(?:{SUFFIXES})")
DOTTED = re.compile(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+")
IDENTIFIER = re.compile(r"[A-Za-z_]\w*(?:\.\w+)?")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)


@cache
def read_terms(document: Path) -> tuple[str, ...]:
    """What stands in backticks, outside fenced blocks."""
    return tuple(re.findall(r"`([^`\n]+)`", FENCE.sub("", document.read_text(encoding="utf-8"))))


@cache
def list_files() -> frozenset[str]:
    """The files of the folders that are named, and those beside them."""
    found = chain(ROOT.glob("*"), *(folder.rglob("*") for folder in map(ROOT.joinpath, FOLDERS)))
    return frozenset(path.relative_to(ROOT).as_posix() for path in found if "node_modules" not in path.parts)


def is_there(name: str) -> bool:
    """Whether a file or folder of the tree, or for a name without folders of any folder of it, is called so."""
    if "*" in name:
        return any(ROOT.glob(name))
    return (ROOT / name).exists() if "/" in name else any(Path(path).name == name for path in list_files())


@cache
def read_names(module: Path) -> frozenset[str]:
    """What a module defines: its own names, and those of its classes after the class's."""
    return frozenset(_list_names(ast.parse(module.read_text(encoding="utf-8")).body))


def _list_names(body: Sequence[ast.stmt], prefix: str = "") -> Iterator[str]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield prefix + statement.name
        if isinstance(statement, ast.ClassDef):
            yield from _list_names(statement.body, f"{statement.name}.")
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        nodes = chain.from_iterable(ast.walk(target) for target in targets if target)
        yield from (prefix + node.id for node in nodes if isinstance(node, ast.Name))


def resolves(dotted: str) -> bool:
    """Whether a dotted name is a package or module of ours, or is defined by one."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        path, rest = ROOT.joinpath(*parts[:end]), ".".join(parts[end:])
        if path.is_dir() and not rest:
            return True
        if path.with_suffix(".py").is_file():
            return not rest or rest in read_names(path.with_suffix(".py"))
    return False


@cache
def list_defined() -> frozenset[str]:
    """Every name that any module of the packages defines."""
    modules = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return frozenset(chain.from_iterable(map(read_names, modules)))


def find_wrong_command(command: str) -> str | None:
    """The command when it is ours and what it runs is not there; tests/benchmarks/test_main.py looks at measures."""
    match command.split():
        case ["python", "-m", module, *_] if not resolves(module):
            return command
        case ["kb", verb, *_] if verb not in VERBS:
            return command
        case ["make", target, *_] if target not in list_targets():
            return command
    return None


@cache
def list_targets() -> frozenset[str]:
    return frozenset(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = [term for term in read_terms(document) if FILE.fullmatch(term) and term not in MADE]
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_module_and_function_that_is_named_exists(document: Path) -> None:
    named = [match[0] for term in read_terms(document) if (match := DOTTED.match(term)) and "/" not in term]
    assert [name for name in named if not resolves(name)] == []


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d != RECORDED], ids=lambda path: path.name)
def test_every_command_that_is_named_can_be_run(document: Path) -> None:
    shown = re.findall(r"^ {4}((?:kb|make|python -m) .*)$", document.read_text(encoding="utf-8"), re.M)
    assert [wrong for command in (*read_terms(document), *shown) if (wrong := find_wrong_command(command))] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_it(document: Path) -> None:
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    links = [link for link in re.findall(r"(?<!`)\]\(([^)#`\s]+)[^)`\s]*\)(?!`)", text) if ":" not in link]
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_what_the_architecture_names_is_defined() -> None:
    named = [term for term in read_terms(ARCHITECTURE) if IDENTIFIER.fullmatch(term) and not DOTTED.fullmatch(term)]
    known = list_defined() | {*VERBS, *PACKAGES, *COMMANDS, *list_targets(), *NAMED_ELSEWHERE}
    assert [name for name in named if name not in known and not is_there(name)] == []


def test_the_architecture_pictures_the_layers_of_the_contracts() -> None:
    lines = [line.strip() for line in ARCHITECTURE.read_text(encoding="utf-8").splitlines()]
    for layers in _read_layers():
        places = [_find_line(lines, layer) for layer in layers]
        assert None not in places, layers[places.index(None)]
        assert places == sorted(place for place in places if place is not None)


def _find_line(lines: Sequence[str], layer: str) -> int | None:
    """The place of the line that a layer begins, followed by what is said of it."""
    return next((i for i, line in enumerate(lines) if re.match(rf"{re.escape(layer)}(  |$)", line)), None)


def _read_layers() -> Iterator[list[str]]:
    """The layers of each contract that has some, top first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers" and contract.get("containers") in (None, ["kb"], ["api"], ["api.pages"]):
            yield contract["layers"]


@pytest.mark.parametrize(
    ("name", "is_ours"),
    [
        ("kb.search", True),
        ("kb.search.searcher.Searcher.rate_areas", True),
        ("kb.search.answer.LIST_FLOOR", True),
        ("kb.search.searcher.Searcher.rank", False),
        ("kb.searching", False),
    ],
)
def test_a_name_resolves_to_a_package_a_module_or_what_one_defines(name: str, is_ours: bool) -> None:
    assert resolves(name) is is_ours


@pytest.mark.parametrize("command", ["kb serch x", "make tests", "python -m kb.reading.work"])
def test_a_command_that_is_none_is_found(command: str) -> None:
    assert find_wrong_command(command) == command
