"""The figures of a text: percentages and years, the numbers that are quoted wrongly most easily."""

import re

_NUMBER = r"\d+(?:[.,]\d+)?"
_JOINED = r"\s*(?:[–/,-]|till|och|eller|mot|respektive|to|and)\s*"
_PERCENTAGES = re.compile(rf"({_NUMBER}(?:{_JOINED}{_NUMBER})*)\s*(?:%|procent|percent|per cent)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d{2}\b")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
_STATUTE = re.compile(r"\b\d{4}(?:/\d{2,4})?:\d+")
_SEARCHED = re.compile(r"\bsökt [a-zåäö]+ \d{4}")


def find_figures(text: str) -> set[str]:
    """Percentages as `4,7 %` and years as `2015`; addresses, the numbers of statutes and reports, and the
    month that something was searched for in, are left out.

    >>> sorted(find_figures("Mellan 10 och 20 procent 2015, enligt SOU 2016:94"))
    ['10 %', '20 %', '2015']
    """
    plain = _SEARCHED.sub(" ", _STATUTE.sub(" ", _ADDRESS.sub(" ", text)))
    listed = [number for group in _PERCENTAGES.findall(plain) for number in re.findall(_NUMBER, group)]
    percentages = {f"{number.replace('.', ',')} %" for number in listed if not _YEAR.fullmatch(number)}
    return percentages | set(_YEAR.findall(plain))
