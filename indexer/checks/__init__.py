"""The rules that content is held to, one a file; each tells every fault it finds."""

from collections.abc import Callable, Iterator

from indexer.checks.dates import check_dates
from indexer.checks.duplicates import check_duplicates
from indexer.checks.headings import check_headings
from indexer.checks.links import check_links
from indexer.checks.missing import check_missing
from indexer.checks.publication import check_publication
from indexer.checks.slugs import check_slugs
from indexer.checks.sources import check_sources
from indexer.fault import Fault
from indexer.read_content import Content

Check = Callable[[Content], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_headings,
    check_slugs,
    check_links,
    check_sources,
    check_dates,
    check_publication,
    check_missing,
)
"""Run by every `kb check` and every build."""
