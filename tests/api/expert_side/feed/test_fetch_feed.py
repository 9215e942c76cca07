"""A calendar is fetched from the public internet, within a size and a time, and nothing else can be reached by it."""

import socket
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from api.expert_side.feed.fetch_feed import MAX_BYTES, Network, fetch_feed
from api.store.experts.errors import FeedRejected
from tests.api.expert_side.feed.calendar_server import (
    HOST,
    PUBLIC,
    CalendarServer,
    answer,
    lead_to,
    run_calendar_server,
)

ADDRESS = f"https://{HOST}/a.ics"
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[CalendarServer]:
    with run_calendar_server(tmp_path) as server:
        server.answers["/a.ics"] = answer(CALENDAR)
        yield server


def fault_of(address: str, network: Network) -> str:
    with pytest.raises(FeedRejected) as told:
        fetch_feed(address, network)
    assert "; " in str(told.value)  # the way out
    assert HOST not in str(told.value)
    return told.value.key


def test_a_calendar_is_fetched_from_the_number_that_was_looked_up(server: CalendarServer) -> None:
    assert fetch_feed(ADDRESS, server.network()) == CALENDAR
    assert server.reached == [PUBLIC]


@pytest.mark.parametrize(
    "numbers", [("127.0.0.1",), ("10.0.0.1",), ("169.254.169.254",), ("::1",), (PUBLIC, "10.0.0.1")]
)
def test_a_name_with_a_number_that_is_not_public_is_never_connected_to(
    server: CalendarServer, numbers: Sequence[str]
) -> None:
    server.numbers[HOST] = numbers
    assert fault_of(ADDRESS, server.network()) == "private"
    assert server.reached == []


def test_a_number_for_a_name_is_looked_up_as_one() -> None:
    assert fault_of("https://127.0.0.1/a.ics", Network()) == "private"
    assert fault_of("https://[::1]/a.ics", Network()) == "private"
    assert fault_of("https://0x7f.1/a.ics", Network()) == "private"
    assert fault_of("https://localhost/a.ics", Network()) == "private"


def test_a_name_that_changes_after_the_look_up_gains_nothing(server: CalendarServer) -> None:
    looked_up: list[str] = []

    def rebind(host: str) -> Sequence[str]:
        looked_up.append(host)
        return (PUBLIC,) if len(looked_up) == 1 else ("127.0.0.1",)

    known = server.network()
    assert fetch_feed(ADDRESS, Network(rebind, known.connect, known.trust)) == CALENDAR
    assert (looked_up, server.reached) == ([HOST], [PUBLIC])


@pytest.mark.parametrize("leads_to", ["/a.ics", "a.ics", ADDRESS, "https://annan.example.se/a.ics"])
def test_a_redirect_is_followed(server: CalendarServer, leads_to: str) -> None:
    server.answers["/b.ics"] = lead_to(leads_to)
    assert fetch_feed(f"https://{HOST}/b.ics", server.network()) == CALENDAR


@pytest.mark.parametrize(
    ("leads_to", "key"),
    [
        ("https://inne.example.se/a.ics", "private"),
        ("https://169.254.169.254/latest/meta-data", "private"),
        (f"http://{HOST}/a.ics", "address"),
        ("file:///etc/passwd", "address"),
        (f"https://{HOST}:22/", "address"),
        ("https://anna:hemligt@annan.example.se/", "address"),
        ("/b.ics", "redirects"),
        ("", "redirects"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_is(server: CalendarServer, leads_to: str, key: str) -> None:
    server.numbers |= {"inne.example.se": ("10.0.0.1",), "169.254.169.254": ("169.254.169.254",)}
    server.answers["/b.ics"] = lead_to(leads_to)
    assert fault_of(f"https://{HOST}/b.ics", server.network()) == key
    assert set(server.reached) == {PUBLIC}


@pytest.mark.parametrize(("n", "key"), [(3, ""), (4, "redirects")])
def test_at_most_three_redirects_are_followed(server: CalendarServer, n: int, key: str) -> None:
    for number in range(n):
        server.answers[f"/{number}"] = lead_to(f"/{number + 1}")
    server.answers[f"/{n}"] = answer(CALENDAR)
    if key:
        assert fault_of(f"https://{HOST}/0", server.network()) == key
        assert len(server.asked) == 4
    else:
        assert fetch_feed(f"https://{HOST}/0", server.network()) == CALENDAR


@pytest.mark.parametrize(
    ("kind", "more"),
    [("text/html", {}), ("application/octet-stream", {}), ("text/calendar", {"Content_Encoding": "gzip"})],
)
def test_what_is_no_calendar_is_not_read(server: CalendarServer, kind: str, more: dict[str, str]) -> None:
    server.answers["/a.ics"] = answer(CALENDAR, kind, **more)
    assert fault_of(ADDRESS, server.network()) == "kind"


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "401 Unauthorized", "204 No Content"])
def test_another_answer_than_the_calendar_is_told(server: CalendarServer, status: str) -> None:
    server.answers["/a.ics"] = answer(b"", status=status)
    assert fault_of(ADDRESS, server.network()) == "status"


@pytest.mark.parametrize("tells_length", [True, False])
def test_a_calendar_may_be_as_large_as_the_limit_and_no_larger(server: CalendarServer, tells_length: bool) -> None:
    def send(n_bytes: int) -> None:
        def say(connection: socket.socket) -> None:
            length = f"Content-Length: {n_bytes}\r\n" if tells_length else ""
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n{length}\r\n"
            connection.sendall(head.encode() + b"a" * n_bytes)

        server.answers["/a.ics"] = say

    send(MAX_BYTES)
    assert len(fetch_feed(ADDRESS, server.network())) == MAX_BYTES
    send(MAX_BYTES + 1)
    assert fault_of(ADDRESS, server.network()) == "large"


def test_a_calendar_that_is_cut_short_is_not_taken_for_a_whole_one(server: CalendarServer) -> None:
    server.answers["/a.ics"] = answer(CALENDAR, Content_Length="999")
    assert fault_of(ADDRESS, server.network()) == "unreachable"


def test_a_server_that_says_a_byte_at_a_time_is_cut_off(server: CalendarServer) -> None:
    ended = threading.Event()

    def drip(connection: socket.socket) -> None:
        try:
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            while not ended.wait(0.05):
                connection.sendall(b"X-A: b\r\n")
        except OSError:
            ended.set()

    server.answers["/a.ics"] = drip
    assert fault_of(ADDRESS, server.network(time_s=0.5)) == "slow"
    assert ended.wait(10)


def test_a_server_that_says_nothing_is_cut_off(server: CalendarServer) -> None:
    said = threading.Event()

    def wait(_: socket.socket) -> None:
        said.wait(10)

    server.answers["/a.ics"] = wait
    assert fault_of(ADDRESS, server.network(time_s=0.5)) == "slow"
    said.set()


def test_names_that_take_too_long_to_look_up_are_cut_off() -> None:
    waits = threading.Event()

    def never(_: str) -> Sequence[str]:
        waits.wait(10)
        return ()

    assert fault_of(ADDRESS, Network(resolve=never, time_s=0.2)) == "slow"
    waits.set()


def test_a_name_that_is_not_there_is_told() -> None:
    assert fault_of(ADDRESS, Network(resolve=lambda _: ())) == "unreachable"


def test_a_certificate_of_another_name_or_of_nobody_known_is_refused(server: CalendarServer) -> None:
    known = server.network()
    assert fault_of("https://tredje.example.se/a.ics", known) == "unreachable"
    assert fault_of(ADDRESS, Network(known.resolve, known.connect)) == "unreachable"
    assert server.asked == []


def test_a_server_that_is_not_there_is_told(server: CalendarServer) -> None:
    def refuse(ip: str, timeout_s: float) -> socket.socket:
        raise ConnectionRefusedError(ip)

    assert fault_of(ADDRESS, Network(server.network().resolve, refuse)) == "unreachable"
