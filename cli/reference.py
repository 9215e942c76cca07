"""docs/cli.md from the commands' own help: python -m cli.reference > docs/cli.md."""

import sys

import click

from cli.main import kb_command

INTRO = """\
# The command `kb`

Written by `python -m cli.reference > docs/cli.md`; a test compares them.

Results go to standard output, progress and messages to standard error. Exit codes: 0 done, 1 a fault in content or
input, 2 wrong use. `KB_CONTENT`, `KB_SNAPSHOTS` and `KB_MODEL` stand in for the options of those names.
`KB_TODAY` (2027-03-31) is the day that every verb takes for today, so that what it prints then can be seen now.
"""
WIDTH = 100


def write_reference() -> str:
    """The help of every verb, as Markdown."""
    context = kb_command.make_context("kb", [], resilient_parsing=True, max_content_width=WIDTH, terminal_width=WIDTH)
    parts = [INTRO]
    for verb in kb_command.list_commands(context):
        command = kb_command.get_command(context, verb)
        if command is not None:
            inner = click.Context(command, info_name=verb, parent=context)
            parts.append(f"## kb {verb}\n\n```text\n{command.get_help(inner)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(write_reference())
