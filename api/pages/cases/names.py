"""Names of what a case tells by a code or a slug; the code itself where no index is served to look in."""

from collections.abc import Mapping

from fastapi import Request

from api.pages.frame.area_name import name_area, sort_areas
from kb.errors import KbError
from kb.snapshot.snapshot import Snapshot
from kb.text.swedish_order import swedish_order


def find_snapshot(request: Request) -> Snapshot | None:
    """What is served, None without an index: a case can be read all the same."""
    try:
        snapshot: Snapshot = request.app.state.serving.searcher.snapshot
    except KbError:
        return None
    return snapshot


def name_areas(request: Request, t: Mapping[str, str]) -> dict[str, str]:
    """Slug of each problem area and support theme -> its title on the page, in the order of the pages."""
    snapshot = find_snapshot(request)
    areas = sort_areas(snapshot.problem_areas.values(), t) if snapshot else []
    return {area.slug: name_area(area, t) for area in areas}


def name_experts(request: Request) -> dict[str, str]:
    """Slug -> name and organisation, by name."""
    snapshot = find_snapshot(request)
    named = {slug: f"{e.name}, {e.organisation}" for slug, e in snapshot.experts.items()} if snapshot else {}
    return dict(sorted(named.items(), key=lambda pair: swedish_order(pair[1])))


def name_towns(request: Request) -> dict[str, str]:
    """Code of each municipality -> its name."""
    snapshot = find_snapshot(request)
    return {town.code: town.name for town in snapshot.registers.municipalities} if snapshot else {}


def name_desks(request: Request, t: Mapping[str, str]) -> dict[str, str]:
    """Each desk -> its name: the counties, and empty for that of the whole country."""
    snapshot = find_snapshot(request)
    towns = snapshot.registers.municipalities if snapshot else ()
    counties = sorted({(town.county_code, town.county_name) for town in towns})
    return {**dict(counties), "": t["case_desk_national"]}
