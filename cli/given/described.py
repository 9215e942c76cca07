"""What a command is given to match: a description in a file, and the options that say who asks and for what."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from cli.given.description_file import read_description_file
from cli.given.problems_file import read_problems_file
from cli.given.told import open_told_searcher_at
from cli.shown.progress import show_progress
from cli.today import read_today
from kb.matching.help_request import make_help_request
from kb.matching.match import Match
from kb.matching.matcher import Matcher

Command = TypeVar("Command", bound=Callable[..., Any])
MakeMatch = Callable[[], Match]
_WANTED = ("first", "last", "form", "language", "lacks")
"""Options as `make_help_request` takes them."""


def takes_match(command: Command) -> Callable[..., Any]:
    """The command with what makes its match, in place of FILE and the options that are read for that.

    These are --snapshots, --model and those of `request_options` and `problems_option`, perhaps `lacks_option`.
    """

    @wraps(command)
    def run(
        *, file: str, snapshots: Path, model: Path | None, municipality: str | None, problems: Path | None, **given: Any
    ) -> Any:
        wanted = {name: given.pop(name) for name in _WANTED if name in given}

        def make_match() -> Match:
            text = read_description_file(file)
            searcher, today = open_told_searcher_at(snapshots, model, "match"), read_today()
            help_request = make_help_request(municipality, searcher.snapshot.registers, today, **wanted)
            return Matcher(searcher, help_request, today).match(text, read_problems_file(problems), show_progress)

        return command(make_match, **given)

    return run
