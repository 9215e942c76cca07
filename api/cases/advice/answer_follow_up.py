"""A follow-up answered: kept, and counted among the others."""

from datetime import datetime

from api.store.cases.find_case import find_case
from api.store.cases.follow_ups import Answer, keep_answer
from api.store.cases.tables import AdviceFollowUp
from api.store.quality.count_answer import count_answer
from api.store.session import Session
from kb.privacy import mask_personal_data

MAX_TEXT_CHARS = 2_000


def answer_follow_up(session: Session, row: AdviceFollowUp, answer: Answer, by: str, now: datetime) -> None:
    """Keep the answer, its text without personal data. by : an account, or BY_LINK

    Raises
    ------
    FollowUpAnswered : there is another answer already, which stands
    """
    masked = Answer(answer.used, answer.helped, answer.quality, mask_personal_data(answer.text.strip()).text)
    if keep_answer(session, row, masked, by, now):
        count_answer(session, find_case(session, row.case_id), row, now)
