"""A measurement in a process of its own, so that its peak memory is its own."""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_apart(measure: Callable[..., T], *arguments: Any) -> tuple[T, float]:
    """What measure returns for the arguments in a new process, and that process's peak resident memory in MB.

    measure : a function of a module, which the new process imports; with its arguments and result it must be picklable.
    What the calling process holds is the floor of the figure, so it should hold little.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_measure_peak, measure, arguments).result()


def _measure_peak(measure: Callable[..., T], arguments: tuple[Any, ...]) -> tuple[T, float]:
    result = measure(*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes on Linux, bytes on macOS
    return result, round(peak / (1024**2 if sys.platform == "darwin" else 1024), 1)
