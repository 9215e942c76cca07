"""What is expected for a problem, with the prices of its plan."""

from kb.national.expected.interval import Interval
from kb.national.expected.plan_sizes import SizedProblem
from kb.national.expected.problem import expect_of_problem
from tests.kb.national.expected.test_expect import make_method, make_size


def test_a_method_that_the_plan_prices_has_kronor_for_each_avoided_where_the_gain_is_sure() -> None:
    sized = SizedProblem(make_size(Interval(400, 400)), {"saker": 100_000, "osaker": 5_000})
    methods = [make_method(slug, "minskar mycket", "hög") for slug in ("saker", "utan")]
    methods.append(make_method("osaker", "minskar", "låg"))
    told = expect_of_problem(sized, methods, Interval(0.5, 1))
    assert told.size == sized.size
    assert {one.expected.document.slug: (one.kronor, one.price) for one in told.effects} == {
        "saker": (100_000, Interval(100_000 / 200, 100_000 / 50)),  # 400 * 0.5 and 400 * 0.5 * 0.25 fewer
        "utan": (None, None),
        "osaker": (5_000, None),
    }
