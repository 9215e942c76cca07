"""Measure the product: python -m benchmarks NAME [options]; without a name, what there is to measure."""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from benchmarks.commands import COMMANDS
from kb.errors import KbError


def main(arguments: Sequence[str]) -> int:
    """Measure what the first argument names: 0, 1 for a fault that has an explanation, 2 for a name that is none."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print("\n".join(list_commands()))
        return 0
    name, *options = arguments
    if name not in COMMANDS:
        print(f"benchmarks: {name!r} is no measure; one of {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    measure: Callable[[Sequence[str]], int] = import_module(f"benchmarks.{COMMANDS[name].module}").main
    try:
        return measure(options)
    except KbError as error:
        print(f"benchmarks {name}: {error}", file=sys.stderr)
        return 1


def list_commands() -> Iterator[str]:
    yield "python -m benchmarks NAME [options]; --help after a name tells its options"
    yield from (f"  {name:18} {command.told}" for name, command in COMMANDS.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
