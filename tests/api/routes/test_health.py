"""/healthz says that the process lives, /readyz that it can answer; without a snapshot see test_serving.py."""

from fastapi.testclient import TestClient


def test_a_service_with_a_snapshot_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}
