"""A draft of the report's text, made of its figures alone: nothing that anybody wrote, nothing that is not counted."""

from collections.abc import Iterator, Mapping, Sequence

from api.formats import write_list, write_number, write_period
from api.national.report.names import ReportNames
from kb.national.report.report import Report, Row
from kb.national.report.results import Result

MOST_NAMED = 3


def write_sentences(report: Report, names: ReportNames) -> Sequence[str]:
    """Paragraphs of a sentence or two, in the language of the names."""
    return [*_tell_help(report, names), *_tell_kinds(report, names), *_tell_results(report, names)]


def _tell_help(report: Report, names: ReportNames) -> Iterator[str]:
    t, total = names.t, report.total
    period = write_period(report.period, t)
    if not total["cases"].value and not total["occasions"].value:
        yield t["report_text_nothing"].format(period=period)
        return
    counted = {name: figure.value or 0 for name, figure in total.items()}
    asked = t["report_text_asked"].format(
        period=period,
        towns=_count(counted["asked_towns"], "report_n_towns", t),
        cases=_count(counted["cases"], "report_n_cases", t),
    )
    given = t["report_text_given"].format(
        offered=_count(counted["offered_towns"], "report_n_towns", t),
        received=_count(counted["received_towns"], "report_n_towns", t),
        occasions=_count(counted["occasions"], "report_n_occasions", t),
        hours=_count(counted["hours"], "report_n_hours", t),
    )
    yield f"{asked} {given}"
    if report.declined.value:
        yield t["report_text_declined"].format(cases=_count(report.declined.value, "report_n_cases", t))
    if severe := _find_row(report.tables["classes"], "särskilt utsatt"):
        towns = _count(severe.figures["received_towns"].value or 0, "report_n_towns", t)
        yield t["report_text_severe"].format(towns=towns, year=names.year)


def _tell_kinds(report: Report, names: ReportNames) -> Iterator[str]:
    t = names.t
    if not report.total["occasions"].value:
        return
    given_by = [_tell_share("kinds", row, names) for row in _rank(report.tables["kinds"])]
    forms = [_tell_share("forms", row, names) for row in _rank(report.tables["forms"])]
    areas = [names.name_row("areas", row.key) for row in _rank(report.tables["areas"])[:MOST_NAMED]]
    yield t["report_text_by"].format(givers=write_list(given_by, t))
    yield t["report_text_forms"].format(forms=write_list(forms, t))
    yield t["report_text_areas"].format(areas=write_list(areas, t))


def _tell_share(table: str, row: Row, names: ReportNames) -> str:
    name = names.of_rows[table].get(row.key, row.key)  # type: ignore[index]  # one of the tables
    return f"{name} ({_count(row.figures['occasions'].value or 0, 'report_n_occasions', names.t)})"


def _tell_results(report: Report, names: ReportNames) -> Iterator[str]:
    t = names.t
    if not report.results:
        yield t["report_text_no_results"]
    for result in report.results:
        yield _tell_result(result, t)
    yield t["report_text_limits"]


def _tell_result(result: Result, t: Mapping[str, str]) -> str:
    told = t["report_text_answered"].format(
        months=result.months,
        answered=_number(result.answered.value, t),
        sent=_number(result.sent.value, t),
    )
    if not result.answered.value:
        return told
    used = t["report_text_used"].format(**{word: _number(figure.value, t) for word, figure in result.used.items()})
    if result.helped.value is None:
        return f"{told} {used} {t['report_text_few']}"
    means = t["report_text_means"].format(
        helped=write_number(result.helped.value, t, 1),
        quality=write_number(result.quality.value, t, 1) if result.quality.value is not None else t["report_unknown"],
    )
    return f"{told} {used} {means}"


def _rank(rows: Sequence[Row]) -> Sequence[Row]:
    """Those with anything given, most first."""
    given = [row for row in rows if row.figures["occasions"].value]
    return sorted(given, key=lambda row: (-(row.figures["occasions"].value or 0), row.key))


def _find_row(rows: Sequence[Row], key: str) -> Row | None:
    return next((row for row in rows if row.key == key), None)


def _count(value: float, key: str, t: Mapping[str, str]) -> str:
    """A number with its noun, singular for one."""
    return t[f"{key}_one"] if value == 1 else t[key].format(n=_number(value, t))


def _number(value: float | None, t: Mapping[str, str]) -> str:
    return write_number(value or 0, t, 0 if float(value or 0).is_integer() else 1)
