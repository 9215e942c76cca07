"""The command `kb`: its verbs, and how a fault becomes a message and an exit code."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from kb.errors import KbError

VERBS = {
    "account": "cli.commands.account",
    "advice": "cli.commands.advice",
    "allocate": "cli.commands.allocate",
    "case": "cli.commands.case",
    "check": "cli.commands.check",
    "database": "cli.commands.database",
    "demo": "cli.commands.demo",
    "eval": "cli.commands.evaluate",
    "expert": "cli.commands.expert",
    "feedback": "cli.commands.feedback",
    "gaps": "cli.commands.gaps",
    "index": "cli.commands.index",
    "key": "cli.commands.key",
    "match": "cli.commands.match",
    "mcp": "cli.commands.mcp",
    "model": "cli.commands.model",
    "plan": "cli.commands.plan",
    "plans": "cli.commands.plans",
    "document": "cli.commands.plan",
    "rematch": "cli.commands.plan",
    "rollback": "cli.commands.snapshots",
    "schema": "cli.commands.schema",
    "search": "cli.commands.search",
    "serve": "cli.commands.serve",
    "snapshots": "cli.commands.snapshots",
    "statistics": "cli.commands.statistics",
    "team": "cli.commands.team",
    "widget": "cli.commands.widget",
}
"""Verb -> the module that has it, imported when it is used: `kb search` must not wait for a web framework."""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return sorted(VERBS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(VERBS[cmd_name]), f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="till-handling")
def kb_command() -> None:
    """From a described problem to methods that work and people who can help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 1 a fault in content or input, 2 wrong use."""
    try:
        result = kb_command.main(args=arguments, prog_name="kb", standalone_mode=False)
    except KbError as error:
        click.echo(f"kb: {error}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("kb: interrupted", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        click.echo(f"kb: {error.filename or 'file'}: {error.strerror or error}; mend that, or name another", err=True)
        return 1
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    sys.exit(main())
