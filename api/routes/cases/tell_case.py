"""A case as the API tells it."""

from api.cases.opened import CaseAsker
from api.schemas.cases.case import CaseHeadOut, CaseOut, CaseProblemOut
from api.store.cases.list_cases import list_problems
from api.store.cases.request_json import read_request
from api.store.cases.tables import Case
from api.store.session import Session


def tell_case(session: Session, case: Case, asker: CaseAsker) -> CaseOut:
    """The case whole, as far as the asker is told of it."""
    request, is_expert = read_request(case.request), asker.right == "answer"
    return CaseOut(
        **CaseHeadOut.model_validate(case).model_dump(),
        right=asker.right,
        plan_id=case.plan_id,
        wish=request.wish,
        why_urgent=request.why_urgent,
        not_experts=[] if is_expert else list(request.not_experts),
        problems=[CaseProblemOut.model_validate(problem) for problem in list_problems(session, case.id)],
        first=case.first,
        last=case.last,
        form=case.form,
        language=case.language,
        hours=case.hours,
        priority=None if is_expert else case.priority,
        floor=None if is_expert else case.floor,
    )
