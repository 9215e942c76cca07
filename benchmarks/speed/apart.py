"""A measurement in a process of its own, so that its peak memory is its own."""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def run_apart(measure: Callable[..., T], *arguments: Any) -> tuple[T, float]:
    """What measure returns for the arguments in a new process, and that process's peak resident memory in MB.

    measure : a function of a module, which the new process imports; with its arguments and result it must be picklable.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_measure_peak, measure, arguments).result()


def _measure_peak(measure: Callable[..., T], arguments: tuple[Any, ...]) -> tuple[T, float]:
    result = measure(*arguments)
    return result, round(_find_peak_mb(), 1)


def _find_peak_mb() -> float:
    """VmHWM where Linux tells it: ru_maxrss is there no less than what the calling process held at its start."""
    status = Path("/proc/self/status")
    if status.is_file():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        if kilobytes := next((line.split()[1] for line in lines if line.startswith("VmHWM:")), None):
            return int(kilobytes) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS, else kilobytes
    return peak / (1024**2 if sys.platform == "darwin" else 1024)
