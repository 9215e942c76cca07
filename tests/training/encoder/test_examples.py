"""What the encoder learns from is what was judged, with the prompts that it will meet."""

import json
import random

from training.encoder.examples import (
    Texts,
    asked_examples,
    draw_answer,
    group_examples,
    judged_examples,
    pair_examples,
)

TEXTS = {
    "ljus": Texts(("Ljus. Lampor.", "Ljus. Kostar lite."), ("mörk gångtunnel",)),
    "vakt": Texts(("Vakt. Folk.",)),
    "mur": Texts(("Mur. Sten.",)),
}


def _judge(relevant: dict[str, int], avoid: list[str]) -> list[str]:
    return [json.dumps({"query": "mörkt", "relevant": relevant, "avoid": avoid})]


def test_a_better_grade_is_drawn_more_often_and_a_low_one_never() -> None:
    (example,) = judged_examples(_judge({"ljus": 3, "vakt": 2, "mur": 1}, []), TEXTS, {})
    assert example.query == "query: mörkt"
    assert example.answers["passage: Ljus. Lampor."] == 4 * example.answers["passage: Vakt. Folk."]
    assert not any("Mur" in text for text in example.answers)
    assert example.related == {"ljus", "vakt", "mur"}


def test_sections_together_are_drawn_as_often_as_the_summary_and_phrasings_are_queries() -> None:
    (example,) = judged_examples(_judge({"ljus": 2}, []), TEXTS, {})
    assert example.answers["passage: Ljus. Kostar lite."] == example.answers["passage: Ljus. Lampor."]
    assert "query: mörk gångtunnel" in example.answers


def test_what_is_avoided_or_confused_is_a_wrong_answer_unless_it_is_relevant() -> None:
    (example,) = judged_examples(_judge({"ljus": 3, "vakt": 1}, ["mur"]), TEXTS, {"mörkt": ["vakt", "okänd"]})
    assert example.wrong == ("passage: Mur. Sten.",)


def test_a_query_without_a_useful_document_teaches_nothing() -> None:
    assert list(judged_examples(_judge({"ljus": 1}, ["mur"]), TEXTS, {})) == []
    assert list(judged_examples(_judge({}, []), TEXTS, {})) == []


def test_a_phrasing_is_never_its_own_answer() -> None:
    (example,) = asked_examples({"ljus": TEXTS["ljus"]})
    assert example.query == "query: mörk gångtunnel"
    assert example.query not in example.answers


def test_the_others_of_a_group_look_as_if_they_answered() -> None:
    first, _ = group_examples([[("när?", "nu"), ("var?", "här")]])
    assert (first.answers, first.wrong) == ({"passage: nu": 1.0}, ("passage: här",))


def test_pairs_that_mean_the_same_are_asked_both_ways() -> None:
    there, back = pair_examples([("bil", "car")], both_ways=True)
    assert (there.query, list(back.answers)) == ("query: bil", ["passage: bil"])


def test_answers_are_drawn_by_their_weights() -> None:
    (example,) = judged_examples(_judge({"ljus": 3, "vakt": 2}, []), TEXTS, {})
    chance = random.Random(0)
    drawn = [draw_answer(example, chance) for _ in range(300)]
    assert drawn.count("passage: Ljus. Lampor.") > 2 * drawn.count("passage: Vakt. Folk.") > 0
