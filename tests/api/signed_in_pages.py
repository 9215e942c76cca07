"""The pages of cases and of experts' own side that there is something on, by who opens them."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.store.accounts import Role, ScopeKind
from api.store.cases.propose import propose
from api.store.database import Database
from tests.api.advised_case import save_advised_case
from tests.api.booked_case import save_booked_case
from tests.api.whole_case import EXPERT, save_whole_case
from tests.fakes.moments import NOON


@dataclass(frozen=True, slots=True)
class Reader:
    role: Role
    kind: ScopeKind
    code: str


ASKER = Reader("coordinator", "municipality", "1490")
ADVISOR = Reader("advisor", "county", "14")
COUNTRY = Reader("advisor", "all", "")
EDITOR = Reader("editor", "all", "")
ORGANISATION = Reader("expert", "expert", EXPERT)
Page = tuple[Reader | None, str]
"""Who opens which path; None for a link that needs no account."""


def save_what_is_shown(database: Database) -> list[Page]:
    """The pages, for which there are cases with one of all that belongs to one, new, booked and done."""
    whole, booked, advised = save_whole_case(database), save_booked_case(database), save_advised_case(database)
    with database.session() as session:
        propose(session, whole.other_id, EXPERT, whole.advisor_id, NOON)
    return [
        *((ASKER, path) for path in _list_askers(whole.id, advised.id)),
        *((ADVISOR, path) for path in _list_advisors(whole.id, booked.id, advised.id, advised.advice_id)),
        (COUNTRY, "/arbetsbord"),
        (COUNTRY, "/fordelning"),
        (EDITOR, "/profilgranskning"),
        *((ORGANISATION, path) for path in _list_organisations(whole.id, advised.id)),
        (None, f"/fraga-expert/{booked.token}"),
        (None, f"/uppfoljning/{advised.token}"),
    ]


def _list_askers(open_id: str, done_id: str) -> Iterator[str]:
    yield from ("/arenden", "/arenden/nytt")
    yield from (f"/arenden/{open_id}{end}" for end in ("", "/andra", "/rad", "/historik"))
    yield from (f"/arenden/{done_id}{end}" for end in ("", "/rad"))


def _list_advisors(open_id: str, booked_id: str, done_id: str, advice_id: str) -> Iterator[str]:
    yield from ("/arbetsbord", "/arbetsbord?lage=ended", "/arbetsbord/rad", "/arbetsbord/kvalitet", "/fordelning")
    yield from (f"/arenden/{open_id}{end}" for end in ("", "/hantera", "/experter", "/rad", "/historik"))
    yield f"/arenden/{booked_id}/experter"
    yield from (f"/arenden/{done_id}{end}" for end in ("/hantera", "/rad", f"/rad/{advice_id}"))


def _list_organisations(open_id: str, done_id: str) -> Iterator[str]:
    yield from ("/min-profil", "/min-profil/samtycken", "/min-kalender", "/min-kvalitet")
    yield from (f"/arenden/{open_id}", f"/arenden/{done_id}/rad")
