"""Reads one file of a stranger's in a process of its own: `python -m kb.reading.worker FORMAT MEMORY_BYTES CPU_S`.

The file comes on standard input; the answer, JSON of `text`, or of `fault` and `message`, goes to standard output.
Whatever else goes wrong ends the process without an answer. Nothing of the file goes anywhere else.
"""

import json
import resource
import sys
from collections.abc import Callable, Sequence

from kb.errors import DescriptionRejected
from kb.reading.text_checks import check_text

OUT_OF_MEMORY = 3
"""Exit code; to write an answer takes memory."""


def main(arguments: Sequence[str]) -> int:
    """Read standard input as the format says and answer: 0, or OUT_OF_MEMORY without an answer."""
    file_format, memory_bytes, cpu_s = arguments
    read = _find_reader(file_format)
    limit_process(int(memory_bytes), int(cpu_s))
    try:
        answer = {"text": check_text(read(sys.stdin.buffer.read()))}
    except DescriptionRejected as error:
        answer = {"fault": type(error).__name__, "message": str(error)}
    except MemoryError:
        return OUT_OF_MEMORY
    json.dump(answer, sys.stdout)
    return 0


def _find_reader(file_format: str) -> Callable[[bytes], str]:
    """What reads the format; nothing else is imported, and all of it before the limits, so that Python may cache it."""
    if file_format == "pdf":
        from kb.reading.pdf.read_pdf import read_pdf

        return read_pdf
    from kb.reading.read_office import read_office

    return read_office


def limit_process(memory_bytes: int, cpu_s: int) -> None:
    """Limits that the process cannot lift; no file may be written, and no crash leaves its memory on disk."""
    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_CPU: cpu_s,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
