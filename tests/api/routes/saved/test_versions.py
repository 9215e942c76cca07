"""The versions of a plan are listed, read, and taken up again by whoever has read the last one."""

import pytest
from fastapi.testclient import TestClient

from tests.kb.plans.working.small_work import MEASURE

RESTORE = "/versions/1/restoration"


def test_versions_are_listed_the_last_first_and_in_part(service: TestClient, here: str) -> None:
    assert [told["number"] for told in service.get(f"{here}/versions").json()] == [3, 2, 1]
    assert [told["number"] for told in service.get(f"{here}/versions", params={"before": 3}).json()] == [2, 1]


def test_a_version_is_read_with_what_its_save_changed(service: TestClient, here: str) -> None:
    told = service.get(f"{here}/versions/2").json()
    assert told["written"][f"{MEASURE}/cost"] == "1000"
    assert f"{MEASURE}/end" not in told["written"]
    assert told["changes"] == {f"{MEASURE}/cost": {"before": "", "after": "1000"}}
    assert service.get(f"{here}/versions/0").json() == {"number": 0, "written": {}, "changes": {}}
    assert service.get(f"{here}/versions/4").status_code == 404


def test_a_version_is_taken_up_again_as_a_new_one_and_once(service: TestClient, here: str) -> None:
    headers = {"If-Match": '"3"', "Idempotency-Key": "again"}
    for _ in range(2):
        answer = service.post(here + RESTORE, headers=headers)
        assert (answer.status_code, answer.headers["etag"]) == (200, '"4"')
    written = service.get(here).json()["written"]
    assert f"{MEASURE}/cost" not in written
    assert written["title"] == "Torget"


def test_a_plan_that_others_have_written_since_is_not_restored_unread(service: TestClient, here: str) -> None:
    answer = service.post(here + RESTORE, headers={"If-Match": '"2"'})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (412, "PlanChanged")
    assert service.get(here).headers["etag"] == '"3"'


@pytest.mark.parametrize("tag", ["", "x", '"-1"'])
def test_what_was_read_must_be_told(service: TestClient, here: str, tag: str) -> None:
    assert service.post(here + RESTORE, headers={"If-Match": tag}).status_code == 404
    assert service.post(here + RESTORE).status_code == 422
