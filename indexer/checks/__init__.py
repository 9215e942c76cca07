"""The rules that content is held to, one a file; each tells every fault it finds."""

from collections.abc import Callable, Iterator

from indexer.checks.advised_against import check_advised_against
from indexer.checks.availability import check_availability
from indexer.checks.basis import check_basis
from indexer.checks.dates import check_dates
from indexer.checks.demonstration import check_demonstration
from indexer.checks.gaps import check_gaps
from indexer.checks.law import check_law
from indexer.checks.publication import check_publication
from indexer.checks.references.copy_sites import check_copy_sites
from indexer.checks.references.links import check_links
from indexer.checks.references.missing import check_missing
from indexer.checks.references.slugs import check_slugs
from indexer.checks.references.sources import check_sources
from indexer.checks.wording.asked_as import check_asked_as
from indexer.checks.wording.boilerplate import check_boilerplate
from indexer.checks.wording.claims import check_claims
from indexer.checks.wording.duplicates import check_duplicates
from indexer.checks.wording.evidence_words import check_evidence_words
from indexer.checks.wording.headings import check_headings
from indexer.checks.wording.near_duplicates import check_near_duplicates
from indexer.checks.wording.never_shown import check_never_shown
from indexer.checks.wording.readability import check_readability
from indexer.checks.wording.terms import check_terms
from indexer.checks.work_plan import check_work_plan
from indexer.content.fault import Fault
from indexer.content.read_content import Content

Check = Callable[[Content], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_headings,
    check_slugs,
    check_links,
    check_sources,
    check_dates,
    check_availability,
    check_publication,
    check_missing,
)
"""Run by every `kb check` and every build."""

STRICT_CHECKS: tuple[Check, ...] = (
    check_claims,
    check_boilerplate,
    check_readability,
    check_near_duplicates,
    check_terms,
    check_evidence_words,
    check_advised_against,
    check_gaps,
    check_demonstration,
    check_asked_as,
    check_never_shown,
    check_basis,
    check_work_plan,
    check_law,
    check_copy_sites,
)
"""Editorial quality: run by `kb check --strict`; no build waits for them."""
