"""What holds for every page of the site: what is served, what it says of itself, what it weighs and where it leads."""

from collections import Counter

from api.pages.frame.assets import STATIC
from tests.site.conftest import Site
from tests.site.contrast import measure_contrasts
from tests.site.links import check_links
from tests.site.page_checks import check_page
from tests.site.parts import MAX_GZIPPED, check_part, weigh


def test_every_page_answers(site: Site) -> None:
    assert [f"{a.method} {a.path}: {a.status}" for a in site.answers if a.status != 200] == []


def test_every_page_is_whole(site: Site) -> None:
    assert [f"{a.method} {a.path}: {fault}" for a in site.answers if a.is_html for fault in check_page(a)] == []


def test_no_two_pages_have_the_same_title(site: Site) -> None:
    titles = Counter(answer.title for answer in site.answers if answer.method == "GET")
    assert [title for title, n in titles.items() if n > 1] == []


def test_every_link_leads_somewhere(site: Site) -> None:
    assert list(check_links(site.client, site.answers)) == []


def test_what_pages_fetch_is_kept_and_compressed(site: Site) -> None:
    assert [fault for part in site.parts.values() for fault in check_part(part)] == []


def test_no_page_is_heavy(site: Site) -> None:
    weights = {answer.path: weigh(site.parts_of(answer)) for answer in site.answers}
    assert {path: n_bytes for path, n_bytes in weights.items() if n_bytes > MAX_GZIPPED} == {}


def test_what_axe_does_not_look_at_has_contrast() -> None:
    contrasts = measure_contrasts((STATIC / "site.css").read_text(encoding="utf-8"))
    assert [contrast for contrast in contrasts if not contrast.is_enough] == []
