"""A server that is killed while four book the same expert's hours has kept what it said, on both databases."""

from api.store.places import Places
from benchmarks.bookings.kills import kill_often

N_KILLS = 5


def test_what_was_booked_is_there_once_and_never_more_than_there_is(places: Places) -> None:
    figures = kill_often(places, N_KILLS, longest_s=0.5).tell()
    assert figures["faults"] == []
    assert figures["n_kills"] == N_KILLS
    assert figures["n_booked"] >= N_KILLS
