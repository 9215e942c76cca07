"""Which addresses a calendar may be fetched from."""

import pytest

from api.expert_side.feed.addresses import is_public, read_feed_address, tidy_address
from api.store.experts.errors import FeedRejected

NOT_PUBLIC = {
    "this machine": "127.0.0.1",
    "this machine, another of its numbers": "127.8.8.8",
    "this machine in IPv6": "::1",
    "any": "0.0.0.0",
    "a private network": "10.1.2.3",
    "another": "172.16.0.1",
    "a third": "192.168.1.1",
    "of a carrier": "100.64.0.1",
    "link-local, where clouds tell their secrets": "169.254.169.254",
    "link-local in IPv6": "fe80::1",
    "link-local with its zone": "fe80::1%eth0",
    "a private network in IPv6": "fd00::1",
    "multicast": "224.0.0.1",
    "multicast in IPv6": "ff02::1",
    "broadcast": "255.255.255.255",
    "for documents": "203.0.113.5",
    "this machine, mapped": "::ffff:127.0.0.1",
    "private, mapped": "::ffff:10.0.0.1",
    "private, by 6to4": "2002:0a00:0001::",
    "link-local, by NAT64": "64:ff9b::a9fe:a9fe",
}


@pytest.mark.parametrize("ip", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_a_number_that_is_not_of_the_public_internet_is_refused(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_a_number_of_the_public_internet_is_let_in(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kalender.ics",
        "http://kalender.example.se/a.ics",
        "file:///etc/passwd",
        "ftp://kalender.example.se/a.ics",
        "https://",
        "https:///a.ics",
        "https://anna:hemligt@kalender.example.se/a.ics",
        "https://kalender.example.se:8443/a.ics",
        "https://kalender.example.se:port/a.ics",
        "https://kalender.example.se/a b.ics",
        "https://kalender.example.se/a\r\nHost: annan.example.se",
        "https://[::1/a.ics",
        "https://kalender.example.se/" + "a" * 2000,
    ],
)
def test_an_address_that_is_none_for_a_calendar_is_refused(address: str) -> None:
    with pytest.raises(FeedRejected, match="give that of an iCalendar") as told:
        tidy_address(address)
    assert told.value.key == "address"
    assert address.split("?")[0] not in str(told.value) or not address  # it may carry a secret


def test_host_and_path_are_read_with_the_query() -> None:
    asked = read_feed_address("https://Kalender.example.se:443/rum/a.ics?nyckel=1")
    assert (asked.host, asked.path) == ("kalender.example.se", "/rum/a.ics?nyckel=1")


def test_an_address_without_a_path_asks_for_the_first_page() -> None:
    assert read_feed_address("https://kalender.example.se").path == "/"
