"""Where the command finds content, snapshots and model: options first, then the environment, then the usual folders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.search.searcher import Searcher

Command = TypeVar("Command", bound=Callable[..., Any])
_FOLDER = click.Path(path_type=Path)


def content_option(command: Command) -> Command:
    return click.option(
        "--content",
        type=_FOLDER,
        default=Path("content"),
        envvar="KB_CONTENT",
        show_default=True,
        help="Content folder.",
    )(command)


def snapshots_option(command: Command) -> Command:
    return click.option(
        "--snapshots",
        type=_FOLDER,
        default=Path("snapshots"),
        envvar="KB_SNAPSHOTS",
        show_default=True,
        help="Folder of index snapshots.",
    )(command)


def model_option(command: Command) -> Command:
    return click.option(
        "--model",
        type=_FOLDER,
        default=None,
        envvar="KB_MODEL",
        help="A sentence-transformers model folder instead of the one that ships.",
    )(command)


def demo_option(help_text: str) -> Callable[[Command], Command]:
    """The switch of the demonstration, the same for what builds a snapshot and for what serves it."""
    return click.option("--demo", is_flag=True, envvar="KB_DEMO", help=help_text)


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, in the shapes of the API.")(command)


def open_searcher_at(snapshots: Path, model: Path | None) -> Searcher:
    """A searcher of the current snapshot."""
    from kb.embedding.load import load_embedder
    from kb.models.models import load_models
    from kb.search.open_searcher import open_searcher
    from kb.snapshot.open_snapshot import open_current

    return open_searcher(open_current(snapshots), load_embedder(model), load_models())
