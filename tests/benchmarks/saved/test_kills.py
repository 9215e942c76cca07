"""A server that is killed while two write in a plan has kept all that it said it had, on both databases."""

from api.store.places import Places
from benchmarks.saved.kills import kill_often

N_KILLS = 5


def test_what_was_answered_is_there_whole_and_once_after_every_kill(places: Places) -> None:
    figures = kill_often(places, N_KILLS, longest_s=0.5).tell()
    assert figures["faults"] == []
    assert figures["n_kills"] == N_KILLS
    assert figures["n_saves_answered"] >= 2
