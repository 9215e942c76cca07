"""The real server in a process of its own, as `kb serve` runs it, to be asked and to be killed."""

import math
import multiprocessing
import os
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from api.store.places import Places

MOST_TO_START_S = 120.0
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["api.app", "cli.commands.serve", "uvicorn"])  # read once, not once a kill


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: ForkServerProcess

    def read_cpu_ms(self) -> float:
        """Milliseconds of the processor that it has spent, in steps of ten; NaN where Linux does not tell."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.is_file():
            return math.nan
        in_user, in_kernel = stat.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
        return 1000 * (int(in_user) + int(in_kernel)) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        """End it as `kill -9` does, at whatever it is doing."""
        self.process.kill()
        self.process.join()


def start_server(places: Places) -> Server:
    """A server that answers. It has no index, which saved plans need none of.

    Raises
    ------
    TimeoutError : it does not answer
    """
    port = _find_free_port()
    process = _context.Process(target=_serve, args=(places.folder, places.database_url or "", port), daemon=True)
    process.start()
    _wait_until_alive(port)
    return Server(port, process)


@contextmanager
def run_server(places: Places) -> Iterator[Server]:
    """A server that answers until the block ends."""
    server = start_server(places)
    try:
        yield server
    finally:
        server.kill()


def _serve(folder: Path, database_url: str, port: int) -> None:
    """What the process runs until it is killed."""
    from cli.main import main

    os.environ.update({"KB_STATE": str(folder), "KB_DATABASE_URL": database_url})
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)  # where it listens is known
    main(["serve", "--snapshots", str(folder / "no-index"), "--port", str(port)])


def _find_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _wait_until_alive(port: int) -> None:
    until = time.monotonic() + MOST_TO_START_S
    while time.monotonic() < until:
        with suppress(OSError, HTTPException), closing(HTTPConnection("127.0.0.1", port, timeout=1)) as connection:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.02)
    raise TimeoutError(f"the server does not answer after {MOST_TO_START_S:.0f} s; try `kb serve` by itself")
