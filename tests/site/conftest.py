"""The whole site over the shipped content, opened once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.site.answer import Answer
from tests.site.crawl import crawl
from tests.site.parts import Part, fetch_part


@dataclass(frozen=True, slots=True)
class Site:
    """answers : every page; parts : address -> what the pages fetch."""

    client: TestClient
    answers: Sequence[Answer]
    parts: Mapping[str, Part]

    def parts_of(self, answer: Answer) -> list[Part]:
        return [self.parts[path] for path in answer.parts()]


@pytest.fixture(scope="package")
def site(snapshots: Path, embedder: Embedder) -> Iterator[Site]:
    """Every page, on the day TODAY."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)  # read once for all tests
        app = make_app(snapshots)
    with TestClient(app) as client:
        answers = list(crawl(client))
        paths = dict.fromkeys(path for answer in answers for path in answer.parts())
        yield Site(client, answers, {path: fetch_part(client, path) for path in paths})
