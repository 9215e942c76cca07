"""A case with advice and a follow-up whose link was sent, for requests that need one."""

from dataclasses import dataclass

from api.store.cases.follow_up_links import DueFollowUp, claim_link
from api.store.cases.tables import AdviceFollowUp
from api.store.database import Database
from tests.api.store.cases.advised import EXPERT, ask_expert, give_advice, make_done
from tests.fakes.moments import NOON


@dataclass(frozen=True, slots=True)
class AdvisedCase:
    id: str
    advice_id: str
    token: str

    @property
    def names(self) -> dict[str, str]:
        """What stands in addresses of the case."""
        return {"case_id": self.id, "advice_id": self.advice_id, "token": self.token, "months": "3"}


def save_advised_case(database: Database, town: str = "1490", text: str = "Genomgång av SSPF.") -> AdvisedCase:
    """A case that is done, in which EXPERT said yes and the advisor wrote advice down; it can be answered at NOON."""
    with database.session() as session:
        case_id = make_done(session, town, experts=())
        ask_expert(session, case_id)
        advice_id = give_advice(session, case_id, expert_slug=EXPERT, offered=text)
        session.get_one(AdviceFollowUp, (case_id, 3)).due = NOON.date()
        token = claim_link(session, DueFollowUp(case_id, 3, is_reminder=False), NOON) or ""
    return AdvisedCase(case_id, advice_id, token)
