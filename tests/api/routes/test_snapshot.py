"""/v1/snapshot: which index answers, and nothing of where it lies."""

from fastapi.testclient import TestClient

from kb.search.searcher import Searcher


def test_the_served_snapshot_is_told(client: TestClient, searcher: Searcher) -> None:
    manifest = searcher.snapshot.manifest
    assert client.get("/v1/snapshot").json() == {
        "id": manifest.id,
        "content_hash": manifest.content_hash,
        "model_id": manifest.model_id,
        "created": manifest.created,
        "n_documents": dict(manifest.n_documents),
        "n_passages": dict(manifest.n_passages),
        "demo": False,
    }
