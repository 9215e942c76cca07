"""The service on a port of its own, for a browser to open."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

STOP_TIMEOUT_S = 20


@contextmanager
def serve(app: FastAPI) -> Iterator[str]:
    """Serve the app on a free port of the loopback; yields the origin: http://127.0.0.1:PORT.

    The socket listens before the server runs, so that the first request waits in line instead of being refused.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="live server")
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(STOP_TIMEOUT_S)
            assert not thread.is_alive(), "the server did not stop"
