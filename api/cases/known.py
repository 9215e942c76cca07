"""What cases name by code or slug, as the snapshot that is served has it; nothing while there is none."""

from collections.abc import Mapping

from fastapi import Request

from kb.documents import Expert, ProblemArea
from kb.errors import KbError
from kb.snapshot.snapshot import Snapshot


def list_towns(request: Request) -> Mapping[str, str]:
    """Code of a municipality -> its name."""
    snapshot = _find_snapshot(request)
    return {town.code: town.name for town in snapshot.registers.municipalities} if snapshot else {}


def list_counties(request: Request) -> Mapping[str, str]:
    """Code of a county -> its name, by name."""
    snapshot = _find_snapshot(request)
    towns = snapshot.registers.municipalities if snapshot else ()
    return dict(sorted({town.county_code: town.county_name for town in towns}.items(), key=lambda county: county[1]))


def list_areas(request: Request) -> Mapping[str, ProblemArea]:
    """Slug -> problem area or support theme."""
    snapshot = _find_snapshot(request)
    return snapshot.problem_areas if snapshot else {}


def list_experts(request: Request) -> Mapping[str, Expert]:
    """Slug -> expert."""
    snapshot = _find_snapshot(request)
    return snapshot.experts if snapshot else {}


def _find_snapshot(request: Request) -> Snapshot | None:
    try:
        snapshot: Snapshot = request.app.state.serving.searcher.snapshot
    except KbError:
        return None
    return snapshot
