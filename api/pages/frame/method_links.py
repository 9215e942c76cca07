"""The list of the methods with given properties: where it is, and how many they are in words."""

from collections.abc import Mapping
from dataclasses import asdict
from urllib.parse import urlencode

from kb.overview.method_list import MethodQuery

PARAMETERS: Mapping[str, str] = {
    "area": "problem_area",
    "approach": "approach",
    "level": "prevention_level",
    "target_group": "target_group",
}
"""Field of the query -> parameter of the address, called as in `GET /v1/search`."""


def link_methods(query: MethodQuery) -> str:
    """The address of the list.

    >>> link_methods(MethodQuery("klotter", approach="båda"))
    '/metoder?problem_area=klotter&approach=b%C3%A5da'
    """
    values = {PARAMETERS[name]: value for name, value in asdict(query).items() if value}
    return f"/metoder?{urlencode(values)}" if values else "/metoder"


def count_methods(n: int, t: Mapping[str, str]) -> str:
    """ "1 metod", "3 metoder" or "Ingen metod"."""
    return f"{n} {t['n_methods_one' if n == 1 else 'n_methods_many']}" if n else t["n_methods_none"]
