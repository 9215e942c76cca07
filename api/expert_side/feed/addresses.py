"""Which addresses a followed calendar may be fetched from: those of the public internet, by https, and no others."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from api.store.experts.errors import FeedRejected

MAX_CHARS = 2000
PORT = 443
_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses of IPv4 as a network of IPv6 alone has them (RFC 6052)."""
_FROM_CALENDARS = ("webcal://", "webcals://")
"""What calendars call the same address."""


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """path : with its query, as it is asked for"""

    host: str
    path: str


def tidy_address(text: str) -> str:
    """The address as it is kept and fetched.

    Raises
    ------
    FeedRejected : it is no https address that may be fetched

    >>> tidy_address(" webcal://kalender.example.se/a.ics ")
    'https://kalender.example.se/a.ics'
    """
    address = text.strip()
    for start in _FROM_CALENDARS:
        if address.lower().startswith(start):
            address = "https://" + address[len(start) :]
    read_feed_address(address)
    return address


def read_feed_address(address: str) -> FeedAddress:
    """The parts of the address; raises FeedRejected as `tidy_address`."""
    if len(address) > MAX_CHARS or not address.isascii() or not address.isprintable() or " " in address:
        raise _refuse("an address of at most 2000 plain signs is wanted")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise _refuse("it is no address") from None
    if parts.scheme.lower() != "https":
        raise _refuse("it does not begin with https://")
    if not parts.hostname or parts.username is not None or parts.password is not None or port not in (None, PORT):
        raise _refuse("a host without user, password or port of its own is wanted")
    path = parts.path or "/"
    return FeedAddress(parts.hostname, f"{path}?{parts.query}" if parts.query else path)


def is_public(ip: str) -> bool:
    """Whether the number is one of the public internet's; one that carries another inside is judged by that.

    >>> [is_public(ip) for ip in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    """
    address = ip_address(ip)
    carried = _find_carried(address) if isinstance(address, IPv6Address) else None
    if carried is not None:
        return is_public(str(carried))
    return address.is_global and not address.is_multicast


def _find_carried(address: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that traffic to this one ends at, None for one of IPv6's own."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _refuse(fault: str) -> FeedRejected:
    return FeedRejected("address", f"the calendar's address cannot be used: {fault}; give that of an iCalendar")
