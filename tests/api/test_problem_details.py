"""What is told of many faults."""

from api.problem_details import MAX_FAULTS, tell_faults


def make_faults(n: int) -> list[dict[str, object]]:
    return [{"loc": ("body", "lacks", i), "msg": "unknown", "input": "HEMLIG"} for i in range(n)]


def test_each_fault_has_its_place_and_no_value() -> None:
    assert tell_faults(make_faults(2)) == "body.lacks.0: unknown; body.lacks.1: unknown"


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are() -> None:
    told = tell_faults(make_faults(190_000))
    assert told.endswith(
        f"body.lacks.{MAX_FAULTS - 1}: unknown; and {190_000 - MAX_FAULTS} more; mend these and send it again"
    )
