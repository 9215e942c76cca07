"""Where a request comes from, to count how often."""

from fastapi import Request


def network_of(request: Request) -> str:
    """The network address that asks, empty where none is told."""
    return request.client.host if request.client else ""
