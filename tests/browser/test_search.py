"""Search: results are filtered, ordered and paged; a misspelling is caught; when nothing fits it says so."""

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.accessibility import find_violations
from tests.browser.visitor import Visitor


def test_the_way_through_the_pages_of_results(visitor: Visitor) -> None:
    _search(visitor, "skola")
    first = _names(visitor).all_inner_texts()
    visitor.page.get_by_role("link", name=visitor.t["next"]).click()
    expect(visitor.page.get_by_role("link", name=f"{visitor.t['page']} 2")).to_have_attribute("aria-current", "page")
    second = _names(visitor).all_inner_texts()
    assert len(first) == 10
    assert set(first).isdisjoint(second)
    visitor.page.get_by_role("link", name=visitor.t["previous"]).click()
    expect(_names(visitor)).to_have_text(first)


def test_the_best_evidence_first(visitor: Visitor) -> None:
    _search(visitor, "skola")
    visitor.click("sort_evidence")
    expect(visitor.page.locator(".sort strong")).to_have_text(visitor.t["sort_evidence"])
    shown = _hits(visitor).locator(".evidence").evaluate_all("badges => badges.map(badge => badge.dataset.rating)")
    order = ["stark", "god", "begränsad", "svag", "oklar", "ingen"]
    assert shown == sorted(shown, key=order.index)
    assert len(set(shown)) > 1


def test_a_filter_is_chosen_and_taken_away(visitor: Visitor) -> None:
    _search(visitor, "skola")
    all_hits = visitor.page.locator("#antal").inner_text()
    strong = visitor.page.get_by_role("checkbox", name=visitor.t["rating_stark"])
    n_strong = strong.locator("xpath=..").locator(".option-n").inner_text()
    strong.check()
    if visitor.page.locator(".without-script").is_visible():
        visitor.click("filters_apply")
    expect(visitor.page.locator(".chips")).to_be_visible()
    expect(_hits(visitor)).to_have_count(int(n_strong.strip("()")))
    expect(_hits(visitor).locator("[data-rating=stark]")).to_have_count(int(n_strong.strip("()")))
    visitor.page.reload()
    expect(visitor.page.get_by_role("checkbox", name=visitor.t["rating_stark"])).to_be_checked()
    visitor.click("filters_clear")
    expect(visitor.page.locator("#antal")).to_have_text(all_hits)


def test_a_filter_is_told_of_and_keeps_the_focus(page: Page) -> None:
    page.goto("/sok?q=skola")
    before = page.locator("#antal").inner_text()
    page.get_by_role("checkbox", name="Stark").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").first).not_to_have_text(before)
    expect(page.get_by_role("checkbox", name="Stark")).to_be_focused()
    assert find_violations(page) == []


def test_a_hit_keeps_the_focus_when_the_list_comes_late(page: Page) -> None:
    page.goto("/sok?q=skola")
    held = _choose_and_hold(page, "Oklar")
    hit = page.locator("ol.hits li").filter(has=page.locator("[data-rating=oklar]")).first.get_by_role("link").first
    name = hit.inner_text()
    hit.focus()
    held.continue_()
    expect(page.locator(".chips")).to_be_visible()
    expect(page.get_by_role("link", name=name, exact=True).first).to_be_focused()


def test_where_the_hit_is_gone_from_the_list_the_focus_is_in_the_field(page: Page) -> None:
    page.goto("/sok?q=skola")
    held = _choose_and_hold(page, "Stark")
    page.locator("ol.hits li").filter(has=page.locator("[data-rating=oklar]")).first.get_by_role("link").first.focus()
    held.continue_()
    expect(page.locator(".chips")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_going_back_undoes_a_filter(page: Page) -> None:
    page.goto("/sok?q=skola")
    before = page.locator("#antal").inner_text()
    page.get_by_role("checkbox", name="Stark").check()
    expect(page.locator("#antal")).not_to_have_text(before)
    page.go_back()
    expect(page.locator("#antal")).to_have_text(before)
    expect(page.get_by_role("checkbox", name="Stark")).not_to_be_checked()


def test_a_misspelling_has_a_suggestion(visitor: Visitor) -> None:
    _search(visitor, "skadegörlese")
    visitor.page.get_by_role("link", name="skadegörelse", exact=True).click()
    expect(visitor.page.get_by_role("searchbox")).to_have_value("skadegörelse")
    expect(_hits(visitor).first).to_be_visible()


def test_when_nothing_fits_it_asks_what_would_help(visitor: Visitor) -> None:
    _search(visitor, "vilken temperatur har solens yta")
    expect(visitor.heading("nothing_fits")).to_be_visible()
    expect(visitor.page.get_by_text(visitor.t["which_assumed_cause"])).to_be_visible()
    expect(_hits(visitor)).to_have_count(0)


def test_what_is_advised_against_is_shown_apart(visitor: Visitor) -> None:
    _search(visitor, "skrämma unga med besök i fängelse")
    warning = visitor.page.locator("article.avoid")
    expect(warning).to_contain_text(visitor.t["advised_against_lead"])
    name = warning.get_by_role("heading").inner_text()
    expect(_names(visitor).filter(has_text=name)).to_have_count(0)


def test_a_passage_leads_to_its_place_in_the_document(visitor: Visitor) -> None:
    _search(visitor, "klotter")
    passage = _hits(visitor).first.locator("blockquote a, .passage a").first
    heading = passage.inner_text()
    passage.click()
    visitor.page.wait_for_url("**/vagledning/*#*")
    anchor = visitor.page.url.partition("#")[2]
    expect(visitor.page.locator(f"[id='{anchor}']")).to_contain_text(heading)
    expect(visitor.page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def _search(visitor: Visitor, question: str) -> None:
    visitor.page.goto("/sok")
    visitor.page.get_by_role("searchbox").fill(question)
    visitor.click("search_button")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text(question)


def test_where_to_turn_is_shown_and_the_rest_of_it_unfolded(visitor: Visitor) -> None:
    _search(visitor, "min dotter blir slagen av sin pojkvän")
    expect(visitor.heading("urgent_heading")).to_be_visible()
    visitor.page.get_by_text(visitor.t["urgent_more"], exact=True).click()
    expect(visitor.page.locator('.urgent a[href="tel:116111"]')).to_be_visible()


def test_where_to_turn_can_be_read_by_everyone(page: Page) -> None:
    page.goto("/sok?q=min dotter blir slagen av sin pojkvän")
    page.get_by_text("Visa fler nummer", exact=True).click()
    assert find_violations(page) == []


def _hits(visitor: Visitor) -> Locator:
    return visitor.page.locator("ol.hits > li")


def _names(visitor: Visitor) -> Locator:
    return _hits(visitor).get_by_role("heading", level=2)


def _choose_and_hold(page: Page, rating: str) -> Route:
    """The request for the new list once the filter is chosen, not yet answered."""
    held: list[Route] = []
    page.route("**/sok?*rating=*", lambda route: held.append(route))
    with page.expect_request("**/sok?*rating=*"):
        page.get_by_role("checkbox", name=rating).check()
    return held[0]
