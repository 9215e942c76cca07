"""How a plan is written as a document."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.plans.labels import LABELS

Command = TypeVar("Command", bound=Callable[..., Any])


def document_options(command: Command) -> Command:
    """The command with --template and --words."""
    template = click.option(
        "--template",
        type=click.Path(path_type=Path),
        help="Word file of your own (.docx, .dotx) whose styles, header and footer a .docx gets.",
    )
    words = click.option(
        "--words", type=click.Choice(tuple(LABELS)), default="sv", show_default=True, help="Language of the document."
    )
    return template(words(command))
