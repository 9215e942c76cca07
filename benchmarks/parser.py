"""The options of a command."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def make_parser(name: str, description: str | None) -> ArgumentParser:
    """A parser without options yet, which tells how the command of that name is called."""
    prog = f"python -m benchmarks {name}"
    return ArgumentParser(prog=prog, description=description, formatter_class=RawDescriptionHelpFormatter)
