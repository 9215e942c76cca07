"""docs/cli.md from the commands' own help: python -m cli.reference > docs/cli.md."""

import sys
from collections.abc import Iterator, Sequence

import click

from api.settings import Settings, name_variable
from cli.main import kb_command

INTRO = """\
# The command `kb`

Written by `python -m cli.reference > docs/cli.md`; a test compares them.

Results go to standard output, progress and messages to standard error. Exit codes: 0 done, 1 a fault in content or
input, 2 wrong use. [Settings](#settings) of the environment stand in for options that are left out.
"""
SETTINGS = """\
## Settings

Variables of the environment. An option goes before its variable; one that is empty counts as left out. A value that
cannot be used is told when the service starts, with its variable, and nothing is served.

| variable | without it | what |
|---|---|---|
"""
WIDTH = 100


def write_reference() -> str:
    """The help of every verb and the settings, as Markdown."""
    context = kb_command.make_context("kb", [], resilient_parsing=True, max_content_width=WIDTH, terminal_width=WIDTH)
    named = list(_list_commands(kb_command, context))
    helps = [_write_help(command, at) for command, at in named]
    return "\n".join([INTRO, *helps, SETTINGS + _write_settings([command for command, _ in named])])


def _list_commands(group: click.Group, at: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Every command of the group and of those within it, each with its place."""
    for name in group.list_commands(at):
        if command := group.get_command(at, name):
            here = click.Context(command, info_name=name, parent=at)
            yield command, here
            if isinstance(command, click.Group):
                yield from _list_commands(command, here)


def _write_help(command: click.Command, at: click.Context) -> str:
    return f"## {at.command_path}\n\n```text\n{command.get_help(at)}\n```\n"


def _write_settings(commands: Sequence[click.Command]) -> str:
    """A row a variable, as the service tells of it, else as the option that it stands in for."""
    options = [option for command in commands for option in command.params if isinstance(option, click.Option)]
    rows = {str(option.envvar): _write_row(option.default, option.help) for option in options if option.envvar}
    for name, field in Settings.model_fields.items():
        rows[name_variable(name)] = _write_row(field.default, field.description)
    rows["KB_TODAY"] = _write_row(
        None, "The day (2027-03-31) that every verb takes for today, to see now what it says then."
    )
    return "".join(f"| `{variable}` {rows[variable]}" for variable in sorted(rows))


def _write_row(default: object, what: str | None) -> str:
    shown = ", ".join(default) if isinstance(default, tuple | frozenset) else default
    return f"| {f'`{shown}`' if shown else ''} | {what} |\n"


if __name__ == "__main__":
    sys.stdout.write(write_reference())
