"""How rows and columns of the report are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.national.report.report import ADVISOR, NO_AREA, UNKNOWN, TableKey
from kb.registers import Registers
from kb.snapshot.snapshot import Snapshot
from kb.vocabulary import MEETING_FORMATS


@dataclass(frozen=True, slots=True)
class ReportNames:
    """t : the strings of the language; year, risk_year : of the newest police list, and of the last with riskområde"""

    t: Mapping[str, str]
    of_rows: Mapping[TableKey, Mapping[str, str]]
    year: int | None
    risk_year: int | None

    def name_row(self, table: TableKey, key: str) -> str:
        """What is no longer in the content is called by its slug or code."""
        return self.of_rows[table].get(key, key)

    def name_any_row(self, table: str, key: str) -> str:
        """The same of a table that somebody names in an address; empty where a row of it has no name."""
        found = {str(name): rows for name, rows in self.of_rows.items()}.get(table, {})
        return found.get(key, "")

    def name_table(self, table: TableKey) -> str:
        return self.t[f"report_{table}"]

    def explain_table(self, table: TableKey) -> str:
        """What must be known to read it, empty where nothing is."""
        text = self.t.get(f"report_{table}_means", "")
        return text.format(year=self.year or "–", risk=self.risk_year or "–")


def name_report(snapshot: Snapshot, t: Mapping[str, str], *, in_swedish: bool) -> ReportNames:
    """The names as the content that is served has them."""
    registers, areas = snapshot.registers, snapshot.problem_areas
    kinds = sorted({expert.organisation_type for expert in snapshot.experts.values()})
    risk_year = max((a.list_year for a in registers.police_areas if a.area_class == "riskområde"), default=None)
    year = max((area.list_year for area in registers.police_areas), default=None)
    classes = {key: t[f"report_class_{key}"].format(year=year, risk=risk_year) for key in _CLASSES}
    return ReportNames(
        t=t,
        of_rows={
            "counties": {town.county_code: town.county_name for town in registers.municipalities},
            "towns": _name_towns(registers),
            "classes": {**classes, NO_AREA: t["report_class_none"]},
            "focus": {key: t[f"report_focus_{key}"] for key in ("F1", "F2", "F3", "F4", "F5", "F6", "other")},
            "areas": {slug: area.title if in_swedish else area.title_en for slug, area in areas.items()},
            "forms": {form: t[f"format_{form}"] for form in MEETING_FORMATS},
            "kinds": {**{kind: kind for kind in kinds}, ADVISOR: t["report_by_advisor"], UNKNOWN: t["report_unknown"]},
            "givers": {
                **{slug: f"{expert.name}, {expert.organisation}" for slug, expert in snapshot.experts.items()},
                ADVISOR: t["report_by_advisor"],
            },
        },
        year=year,
        risk_year=risk_year,
    )


_CLASSES = ("särskilt utsatt", "riskområde", "utsatt")


def _name_towns(registers: Registers) -> Mapping[str, str]:
    return {town.code: town.name for town in registers.municipalities}
