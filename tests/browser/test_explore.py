"""The maps of evidence and of gaps, and the experts: a cell leads to what it counts, filters to whom they name."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.in_page import ask_page
from tests.browser.layout import find_misfits
from tests.browser.open_pages import NewPage
from tests.browser.visitor import Visitor


@pytest.mark.parametrize(
    ("path", "counted"),
    [
        ("/evidenskarta", "ol[data-list=primary] > li"),
        ("/kunskapsluckor", "ol[data-list=primary] > li, ol[data-list=secondary] > li"),
    ],
)
def test_a_cell_of_a_map_leads_to_the_methods_that_it_counts(visitor: Visitor, path: str, counted: str) -> None:
    visitor.page.goto(path)
    cell = visitor.page.locator("svg.chart a").filter(has_text=re.compile(r"\b[2-9]\b")).first
    told = str(cell.get_attribute("aria-label"))
    n_methods = int(re.findall(r"(\d+) (?:metod|method)", told)[0])
    cell.click()
    expect(visitor.page.locator(counted)).to_have_count(n_methods)


def test_the_widest_table_fits_a_narrow_window(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto("/kunskapsluckor?by=target_group")
    assert find_misfits(page) == []


@pytest.mark.parametrize("path", ["/evidenskarta", "/kunskapsluckor"])
def test_a_map_is_a_table_too(page: Page, path: str) -> None:
    page.goto(path)
    links = page.locator("svg.chart a").evaluate_all("cells => cells.map(cell => cell.getAttribute('href'))")
    in_table = page.locator("table a").evaluate_all("cells => cells.map(cell => cell.getAttribute('href'))")
    assert len(links) > 100
    assert set(links) <= set(in_table)


@pytest.mark.parametrize("path", ["/evidenskarta", "/vagledning/platsfokuserat-polisarbete"])
def test_ratings_look_different_in_the_readers_own_colours(page: Page, path: str) -> None:
    page.goto(path)
    page.emulate_media(forced_colors="active")
    drawn = ask_page(page, "ratings")
    assert drawn
    assert [rating for rating, look in drawn.items() if not look["isSeen"]] == []
    assert len({look["shapes"] for look in drawn.values()}) == len(drawn)


def test_the_chart_of_a_document_says_what_its_table_says(visitor: Visitor) -> None:
    visitor.page.goto("/vagledning/sspf")
    chart = visitor.page.locator("svg.evidence-chart")
    expect(chart).to_be_visible()
    expect(chart.locator("desc")).to_contain_text(re.compile("Ungas brottslighet|Crime among young people"))
    expect(
        visitor.page.get_by_role("row").filter(has_text=re.compile("Ungas brottslighet|Crime among young people"))
    ).to_be_visible()


def test_experts_are_found_by_municipality_period_and_problem(visitor: Visitor) -> None:
    visitor.page.goto("/experter")
    visitor.field("experts_town").fill("Borås")
    visitor.page.locator("select[name=from]").select_option("2027-03")
    visitor.page.locator("select[name=to]").select_option("2027-04")
    visitor.page.locator("select[name=problem_area]").select_option("narkotika")
    visitor.click("experts_find")
    cards = visitor.page.locator("article.expert-card")
    expect(visitor.page.locator("#svar")).to_contain_text("Borås")
    n_free = int(visitor.page.locator("#svar").inner_text().split()[0])
    expect(cards).to_have_count(min(n_free, 20))
    expect(cards.filter(has=visitor.page.locator("a[href='/problemomrade/narkotika']"))).to_have_count(min(n_free, 20))
    expect(visitor.page.locator("select[name=from]")).to_have_value("2027-03")


def test_an_expert_shows_the_way_in_and_no_mailbox(visitor: Visitor) -> None:
    visitor.page.goto("/experter")
    visitor.page.locator("article.expert-card h3 a").first.click()
    expect(visitor.heading("experts_calendar")).to_be_visible()
    expect(visitor.page.get_by_role("main").get_by_role("link", name=visitor.t["way_in_to"]).first).to_be_visible()
    expect(visitor.page.locator("a[href^='mailto:']")).to_have_count(0)


def test_a_document_leads_to_similar_ones_and_to_who_can_help(visitor: Visitor) -> None:
    visitor.page.goto("/vagledning/sspf")
    for key in ("who_can_help", "similar", "sources"):
        expect(visitor.heading(key)).to_be_visible()
    similar = visitor.page.locator("section[aria-labelledby=liknande] a").first
    name = similar.inner_text()
    similar.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_problem_area_leads_to_its_methods(visitor: Visitor) -> None:
    visitor.page.goto("/problemomrade/ungdomsran")
    method = visitor.page.locator("main a[href^='/vagledning/']").first
    expect(method).to_be_visible()
    method.click()
    expect(visitor.page).to_have_url(re.compile("/vagledning/"))
