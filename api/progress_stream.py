"""An answer that tells how far it has come: lines of JSON, sent as the work goes on, the last one the result.

Each line is an object: `{"stage": "matching", "done": 1, "total": 4}`, and last `{"result": ...}`, or `{"error": ...}`
in the shape of every error, since the status has been sent by then.
"""

import json
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Thread

from fastapi import Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from api.problem_details import describe_error, write_problem
from kb.progress import Progress

LINES = "application/x-ndjson"
_Queue = SimpleQueue[bytes | None]


def wants_lines(request: Request) -> bool:
    """Whether the request asks for lines of JSON."""
    return LINES in request.headers.get("accept", "")


def stream_progress(request: Request, work: Callable[[Progress], BaseModel]) -> StreamingResponse:
    """The steps that work tells of, each as it is told, and what it returns.

    The work has a thread of its own and is done also when the reader has gone: it is over in seconds.
    """
    lines: _Queue = SimpleQueue()
    Thread(target=_run, args=(request, work, lines), daemon=True).start()
    return StreamingResponse(_take(lines), media_type=LINES, headers={"Cache-Control": "no-store"})


def _run(request: Request, work: Callable[[Progress], BaseModel], lines: _Queue) -> None:
    def tell(stage: str, done: int, total: int) -> None:
        lines.put(json.dumps({"stage": stage, "done": done, "total": total}).encode())

    try:
        lines.put(b'{"result":' + work(tell).model_dump_json(by_alias=True).encode() + b"}")
    except Exception as error:
        lines.put(b'{"error":' + bytes(write_problem(request, describe_error(request, error)).body) + b"}")
    finally:
        lines.put(None)


def _take(lines: _Queue) -> Iterator[bytes]:
    while (line := lines.get()) is not None:
        yield line + b"\n"
