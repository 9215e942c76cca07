"""What filters took away, as lines of text: how many there were, and which option to leave out."""

from collections.abc import Callable, Mapping

from cli.shown.text import wrap
from cli.shown.words import WORDS
from kb.search.filtered_out import FilteredOut


def filtered_out_lines(
    found: FilteredOut | None, lead: str, options: Mapping[str, str], count: Callable[[int], str], indent: str = ""
) -> list[str]:
    """No line where the filters took nothing away.

    lead : key of the words; options : name of a filter -> as it was given
    """
    if found is None:
        return []
    lines = [indent + WORDS[lead].format(counted=count(found.n_found))]
    if len(options) > 1:
        causes = [(options[name], count(n)) for name, n in found.excludes.items()]
        words = WORDS["filtered_out_excludes"]
        lines += [wrap(words.format(filter=name, counted=counted), f"{indent}  ") for name, counted in causes]
    for name, n in found.without.items():
        words = WORDS["filtered_out_without"].format(filter=options[name], counted=count(n))
        lines.append(wrap(words, f"{indent}  "))
    return lines if len(options) == 1 else [*lines, f"{indent}  {_without_all(found.n_found, count)}"]


def count_hits(n: int) -> str:
    return WORDS["one_hit"] if n == 1 else WORDS["n_hits_text"].format(n=n)


def count_experts(n: int) -> str:
    return f"{n} {WORDS['experts_free_one' if n == 1 else 'experts_free_many']}"


def _without_all(n: int, count: Callable[[int], str]) -> str:
    return WORDS["filtered_out_all"].format(counted=count(n))
