"""Who may do what with a case."""

from collections.abc import Collection, Mapping
from typing import Literal

from api.access.signed_in import SignedIn
from api.store.cases.tables import AuthorKind, Case

CaseRight = Literal["ask", "advise", "answer"]
"""ask: the municipality's own, which writes and ends it; advise: an advisor who has it at the desk, or it is of her
county; answer: an expert who is asked, who sees what he is asked and the thread"""

AUTHORS: Mapping[CaseRight, AuthorKind] = {"ask": "asker", "advise": "advisor", "answer": "expert"}
"""What one may do in a case -> as who one writes in it."""


def find_right(case: Case, account: SignedIn, asked_experts: Collection[str]) -> CaseRight | None:
    """What the account may do with the case, None where it may not even read it.

    asked_experts : slugs of those that are asked in the case
    """
    match account.role:
        case "coordinator" if account.scope.covers(case.municipality_code):
            return "ask"
        case "advisor" if account.scope.covers(case.municipality_code) or account.scope.code == case.desk:
            return "advise"
        case "expert" if account.scope.kind == "expert" and account.scope.code in asked_experts:
            return "answer"
    return None
