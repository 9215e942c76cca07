"""Files that strangers made, read in a process of their own with limits on time and memory.

A parser that hangs, grows or crashes takes nothing down with it, and what it prints is not logged.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kb.errors import DescriptionDamaged, DescriptionRejected, DescriptionTooHeavy
from kb.reading.formats import Format
from kb.reading.worker import OUT_OF_MEMORY

WORKER = "kb.reading.worker"

_FAULTS = {fault.__name__: fault for fault in DescriptionRejected.__subclasses__()}
_ROOT = Path(__file__).parent.parent.parent
_KEPT_ENVIRONMENT = ("LD_LIBRARY_PATH", "PYTHONHOME")
"""All that the worker gets of the environment: keys and passwords of the service are not its business."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one reading: address space in bytes, time of the processor in whole seconds, time of the clock in seconds.

    Fifteen pages take 0.2 s of the processor's time; the rest is room for hundreds of pages on a slow machine.
    """

    memory_bytes: int = 1_000_000_000
    cpu_s: int = 10
    wall_s: float = 20


def read_apart(raw: bytes, file_format: Format, limits: Limits | None = None, worker: str = WORKER) -> str:
    """The file as Markdown.

    Raises
    ------
    DescriptionTooHeavy : over the limits
    DescriptionDamaged : the parser crashed
    DescriptionRejected : or another of its children, as the reader of the format says
    """
    limits = limits or Limits()
    command = [sys.executable, "-P", "-s", "-m", worker, file_format, str(limits.memory_bytes), str(limits.cpu_s)]
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and nothing of the file is in the command
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.wall_s,
            env={**environment, "PYTHONPATH": str(_ROOT)},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(limits) from error
    return _read_answer(done.returncode, done.stdout, limits)


def _read_answer(code: int, answer: bytes, limits: Limits) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _too_slow(limits)
    if code == OUT_OF_MEMORY:
        raise DescriptionTooHeavy(
            f"the description takes more than {limits.memory_bytes} bytes of memory to read; "
            "send a part of it, or its text without pictures"
        )
    if code:
        raise DescriptionDamaged(
            "the description is damaged or too large, so that reading it failed; save it anew, or send a part of it"
        )
    fields = json.loads(answer)
    if "fault" in fields:
        raise _FAULTS.get(fields["fault"], DescriptionRejected)(fields["message"])
    text: str = fields["text"]
    return text


def _too_slow(limits: Limits) -> DescriptionTooHeavy:
    return DescriptionTooHeavy(
        f"the description takes more than {limits.cpu_s} s to read; send a part of it, or its text as .docx"
    )
