"""What a browser fetches with a page: its weight, and whether it is kept and compressed."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi.testclient import TestClient

MAX_GZIPPED = 60_000
"""Bytes of CSS and JavaScript of a page, compressed."""
MIN_TO_COMPRESS = 1_000
_COUNTED = ("text/css", "text/javascript", "application/javascript")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """n_gzipped : bytes when compressed; is_counted: whether it is CSS or JavaScript."""

    path: str
    status: int
    headers: Mapping[str, str]
    n_bytes: int
    n_gzipped: int

    @property
    def is_counted(self) -> bool:
        return self.headers.get("content-type", "").startswith(_COUNTED)


def fetch_part(client: TestClient, path: str) -> Part:
    answer = client.get(path)
    n_gzipped = len(gzip.compress(answer.content, 6))
    return Part(
        path=path,
        status=answer.status_code,
        headers=dict(answer.headers),
        n_bytes=len(answer.content),
        n_gzipped=n_gzipped,
    )


def check_part(part: Part) -> Iterator[str]:
    """Its faults."""
    if part.status != 200:
        yield f"{part.path}: {part.status}"
        return
    kept = part.headers.get("cache-control", "")
    if "immutable" not in kept or "max-age=31536000" not in kept:
        yield f"{part.path}: cache-control is {kept!r}, so that it is fetched again"
    if part.headers.get("x-content-type-options") != "nosniff":
        yield f"{part.path}: x-content-type-options is not nosniff"
    if part.n_bytes > MIN_TO_COMPRESS and part.headers.get("content-encoding") != "gzip":
        yield f"{part.path}: not compressed"


def weigh(parts: list[Part]) -> int:
    """Bytes of CSS and JavaScript, compressed."""
    return sum(part.n_gzipped for part in parts if part.is_counted)
