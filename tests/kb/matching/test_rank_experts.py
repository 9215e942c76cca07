"""Experts ranked by what they have written: any ids and texts, no field of this product's own."""

import numpy as np
import pytest

from kb.embedding.embedder import Embedder
from kb.matching.rank_experts import SIGNALS, Profile, Profiles, index_profiles, rank_experts
from kb.models.models import load_models
from tests.fakes.embedder import AxisEmbedder

MODEL = load_models().profiles
FIRE = Profile("brand", ("Anlagda bränder vid skolor.", "Varför unga tänder eld på bilar."))
FRAUD = Profile("bedrageri", ("Äldre luras på pengar i telefon.", "Bankbedrägerier och hur de stoppas."))
DRUGS = Profile("narkotika", ("Öppna drogscener i stadskärnor.", "Narkotika säljs av unga på torget."))
PEOPLE = (FIRE, FRAUD, DRUGS)


@pytest.fixture(scope="module")
def people(embedder: Embedder) -> Profiles:
    return index_profiles(PEOPLE, embedder, MODEL)


def test_each_text_finds_who_has_written_of_it(people: Profiles) -> None:
    texts = ("Bilar brinner om nätterna", "Någon ringer och säger sig vara från banken", "Knark säljs öppet på torget")
    assert [ranked[0].id for ranked in people.rank(texts)] == ["brand", "bedrageri", "narkotika"]


def test_everyone_is_ranked_best_first_with_a_score_from_0_to_1(people: Profiles) -> None:
    (ranked,) = people.rank(["Bilar brinner om nätterna"])
    scores = [item.score for item in ranked]
    assert {item.id for item in ranked} == {"brand", "bedrageri", "narkotika"}
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_same_texts_and_profiles_give_the_same_scores_in_any_company(embedder: Embedder, people: Profiles) -> None:
    fire, fraud = "Bilar brinner om nätterna", "Äldre luras i telefon"
    assert rank_experts([fire], PEOPLE, embedder) == people.rank([fraud, fire])[1:]
    assert rank_experts([fire], PEOPLE[::-1], embedder) == people.rank([fire])


def test_a_text_about_what_nobody_writes_of_scores_lower_than_one_that_somebody_does(people: Profiles) -> None:
    about, beside = people.score(["Anlagda bränder vid skolor", "Solens yta har femtusen graders temperatur"])
    assert about.max() > 10 * beside.max()


def test_a_text_without_words_matches_nobody_and_ties_are_by_id(people: Profiles) -> None:
    (ranked,) = people.rank(["!?"])
    assert [(item.id, item.score) for item in ranked] == [("bedrageri", 0), ("brand", 0), ("narkotika", 0)]


def test_the_direction_of_a_profile_is_the_mean_of_its_texts() -> None:
    embedder = AxisEmbedder("eld", "bil")
    profiles = index_profiles([Profile("a", ("eld", "bil")), Profile("b", ("bil",)), Profile("c", ())], embedder, MODEL)
    half = 1 / np.sqrt(2)
    assert np.allclose(profiles.directions, [[half, half], [0, 1], [0, 0]])
    signals = profiles.gather(["bil"])[0]
    direction, relative = SIGNALS.index("direction"), SIGNALS.index("relative_direction")
    assert np.allclose(signals[:, direction], [half, 1, 0])
    assert np.allclose(signals[:, relative], [half / 1, 1 / 1, 0])


def test_the_words_of_all_texts_count_together() -> None:
    profiles = index_profiles([Profile("a", ("eld", "bil")), Profile("b", ("bil",))], AxisEmbedder("eld"), MODEL)
    both, one = profiles.gather(["eld bil"])[0][:, SIGNALS.index("words")]
    assert both > one > 0
    assert profiles.gather(["eld bil"])[0][0, SIGNALS.index("relative_words")] == 1


def test_a_profile_without_texts_is_ranked_last() -> None:
    (ranked,) = rank_experts(["eld"], [Profile("a", ()), Profile("b", ("eld",))], AxisEmbedder("eld"))
    assert [item.id for item in ranked] == ["b", "a"]


def test_nobody_and_nothing_can_be_ranked() -> None:
    embedder = AxisEmbedder("eld")
    assert rank_experts([], [Profile("a", ("eld",))], embedder) == []
    assert rank_experts(["eld"], [], embedder) == [[]]


def test_an_id_that_two_profiles_have_is_refused() -> None:
    with pytest.raises(ValueError, match="1 ids are those of more than one profile, as 'a'; give each its own"):
        index_profiles([Profile("a", ("eld",)), Profile("a", ("bil",))], AxisEmbedder("eld"), MODEL)
