"""Advice as a file for a spreadsheet or a program. What people wrote in it is there only when it is asked for."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from api.store.cases.advice import ListedAdvice

FACTS = ("day", "case", "municipality_code", "municipality", "county", "area", "form", "hours", "expert")
TEXTS = ("giver", "offered", "received", "expected", "achieved", "next_step")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write_csv(listed: Iterable[ListedAdvice], towns: Mapping[str, str], *, with_texts: bool = False) -> str:
    """The advice as a spreadsheet in Swedish opens it: UTF-8 with its mark, semicolons, a comma in numbers.

    towns : code of a municipality -> its name
    """
    file = io.StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(_list_columns(with_texts=with_texts))
    for one in listed:
        writer.writerow([_cell(value) for value in describe_advice(one, towns, with_texts=with_texts).values()])
    return file.getvalue()


def write_json(listed: Iterable[ListedAdvice], towns: Mapping[str, str], *, with_texts: bool = False) -> str:
    """The advice as a list of objects."""
    told = [describe_advice(one, towns, with_texts=with_texts) for one in listed]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def describe_advice(
    listed: ListedAdvice, towns: Mapping[str, str], *, with_texts: bool = False
) -> dict[str, str | float | None]:
    """Name of a column -> what stands in it."""
    advice, case = listed.advice, listed.case
    town = case.municipality_code
    place = (town, towns.get(town, ""), town[:2])
    facts = (advice.day.isoformat(), case.code, *place, advice.area, advice.form, advice.hours, advice.expert_slug)
    texts = (getattr(advice, name) for name in TEXTS)
    return dict(zip(_list_columns(with_texts=with_texts), (*facts, *texts) if with_texts else facts, strict=True))


def _list_columns(*, with_texts: bool) -> Sequence[str]:
    return (*FACTS, *TEXTS) if with_texts else FACTS


def _cell(value: str | float | None) -> str:
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    text = value or ""
    return f"'{text}" if text.startswith(FORMULA) else text
