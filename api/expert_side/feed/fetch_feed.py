"""The calendar at an address, fetched so that nothing but the public internet can be reached by it.

A name is looked up once, every number that it has must be public, and the connection goes to one of those numbers: a
name that changes between two look-ups gains nothing. A redirect is a new address and is checked as the first.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urljoin

from api.expert_side.feed.addresses import PORT, FeedAddress, is_public, read_feed_address
from api.store.experts.errors import FeedRejected

MAX_BYTES = 1_000_000
MAX_REDIRECTS = 3
TIME_S = 10.0
"""Of all of it: names looked up, redirects followed, the calendar read."""
KIND = "text/calendar"
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {"Accept": KIND, "Accept-Encoding": "identity", "User-Agent": "till-handling", "Connection": "close"}


def resolve_name(host: str) -> Sequence[str]:
    """The numbers that the name has."""
    found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def open_socket(ip: str, timeout_s: float) -> socket.socket:
    """A connection to the number."""
    return socket.create_connection((ip, PORT), timeout_s)


@dataclass(frozen=True, slots=True)
class Network:
    """How names and numbers are reached; a test has a network of its own."""

    resolve: Callable[[str], Sequence[str]] = resolve_name
    connect: Callable[[str, float], socket.socket] = open_socket
    trust: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)
    time_s: float = TIME_S


def fetch_feed(address: str, network: Network | None = None) -> bytes:
    """What the address answers, a calendar by its kind.

    Raises
    ------
    FeedRejected : "address", "private", "redirects", "slow", "unreachable", "status", "kind" or "large"
    """
    network = network or Network()
    deadline = time.monotonic() + network.time_s
    for _ in range(1 + MAX_REDIRECTS):
        answer = _ask(read_feed_address(address), network, deadline)
        if isinstance(answer, bytes):
            return answer
        address = urljoin(address, answer)
    raise FeedRejected("redirects", f"the calendar's address leads on more than {MAX_REDIRECTS} times; give the last")


def _ask(asked: FeedAddress, network: Network, deadline: float) -> bytes | str:
    """The calendar, or the address that the answer leads on to."""
    ip = _choose_number(asked.host, network, deadline)
    try:
        answer = _talk(ip, asked, network, deadline)
    except (FeedRejected, OSError, HTTPException) as error:
        _left(deadline)  # what is cut off looks as if it had ended
        if isinstance(error, FeedRejected):
            raise
        fault = f"the calendar's server does not answer as it should ({type(error).__name__})"
        raise FeedRejected("unreachable", f"{fault}; look at the address, or wait and try again") from None
    _left(deadline)
    return answer


def _talk(ip: str, asked: FeedAddress, network: Network, deadline: float) -> bytes | str:
    with network.connect(ip, _left(deadline)) as plain, _wrap(plain, asked.host, network) as wrapped:
        stop = threading.Timer(_left(deadline), _cut, (wrapped,))
        stop.daemon = True
        stop.start()
        try:
            wrapped.do_handshake()
            with closing(_send(wrapped, asked)) as answer:
                return _read(answer)
        finally:
            stop.cancel()


def _choose_number(host: str, network: Network, deadline: float) -> str:
    """One of the numbers of the name, all of which are public."""
    numbers = _resolve_in_time(host, network, deadline)
    if not numbers:
        raise FeedRejected("unreachable", "the calendar's server has no address; look at how it is spelled")
    if not all(map(is_public, numbers)):
        raise FeedRejected("private", "the calendar's server is not on the public internet; give one that is")
    return numbers[0]


def _resolve_in_time(host: str, network: Network, deadline: float) -> Sequence[str]:
    """As the system looks names up, which has no limit of its own."""
    found: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found.put(network.resolve(host))
        except (OSError, UnicodeError):
            found.put(())

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return found.get(timeout=_left(deadline))
    except queue.Empty:
        raise _slow() from None


def _wrap(plain: socket.socket, host: str, network: Network) -> ssl.SSLSocket:
    return network.trust().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


def _cut(wrapped: ssl.SSLSocket) -> None:
    """End it whatever it is doing: a server that sends one byte at a time never meets a limit for each."""
    with suppress(OSError):
        socket.socket.shutdown(wrapped, socket.SHUT_RDWR)


def _send(wrapped: ssl.SSLSocket, asked: FeedAddress) -> HTTPResponse:
    connection = HTTPConnection(asked.host)
    connection.sock = wrapped
    connection.request("GET", asked.path, headers=_HEADERS)
    return connection.getresponse()


def _read(answer: HTTPResponse) -> bytes | str:
    if answer.status in _REDIRECTS:
        return answer.headers.get("Location", "")
    if answer.status != 200:
        raise FeedRejected("status", f"the calendar's server answers {answer.status}; look at the address")
    if answer.headers.get_content_type() != KIND or answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FeedRejected("kind", f"what the address answers is no {KIND}; give the address of an iCalendar")
    raw = answer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise FeedRejected("large", f"the calendar has more than {MAX_BYTES} bytes; share fewer years of it")
    if answer.length:
        raise HTTPException("cut short")
    return raw


def _left(deadline: float) -> float:
    """Seconds until the deadline.

    Raises
    ------
    FeedRejected : there are none
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise _slow()
    return left


def _slow() -> FeedRejected:
    return FeedRejected("slow", f"the calendar's server takes more than {TIME_S:.0f} s; wait and try again")
