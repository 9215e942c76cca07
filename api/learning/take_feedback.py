"""What somebody says of an answer, taken: checked, masked, counted and kept."""

from dataclasses import replace

from fastapi import Request

from api.access.current_account import database_of, now_of
from api.access.network import network_of
from api.store.learning.errors import FeedbackRejected
from api.store.learning.feedback import Said, add_reason, save_feedback
from api.store.learning.limit import count_feedback
from kb.privacy import mask_personal_data
from kb.snapshot.snapshot import Snapshot

MAX_ASKED_CHARS = 4000
MAX_REASON_CHARS = 500


def take_feedback(request: Request, said: Said, snapshot: Snapshot) -> str:
    """The id of what is said, which lets whoever has it add why. said : as it was sent

    Raises
    ------
    FeedbackRejected : it names no guidance or problem area, what it answered is not told, or a text is too long
    TooMuchFeedback : there has been too much from where it comes
    """
    _check(said, snapshot)
    masked = replace(said, asked=_mask(said.asked), reason=_mask(said.reason))
    with database_of(request).session() as session:
        count_feedback(session, network_of(request), now_of(request))
        return save_feedback(session, masked, now_of(request))


def take_reason(request: Request, feedback_id: str, reason: str) -> None:
    """Keep why, of what was said within the hour.

    Raises
    ------
    FeedbackRejected : it is too long
    UnknownFeedback : nothing was said under the id, or longer ago
    """
    _check_length("reason", reason, MAX_REASON_CHARS)
    with database_of(request).session() as session:
        add_reason(session, feedback_id, _mask(reason), now_of(request))


def _check(said: Said, snapshot: Snapshot) -> None:
    known = snapshot.guidance if said.about == "hit" else snapshot.problem_areas
    if said.slug not in known:
        raise FeedbackRejected(
            f"slug: {said.slug[:60]!r} is no {'guidance' if said.about == 'hit' else 'problem area'}"
        )
    if not said.asked.strip():
        raise FeedbackRejected("asked: empty; send the query or the problem's text that it answers")
    _check_length("asked", said.asked, MAX_ASKED_CHARS)
    _check_length("reason", said.reason, MAX_REASON_CHARS)


def _check_length(field: str, text: str, most: int) -> None:
    if len(text) > most:
        raise FeedbackRejected(f"{field}: {len(text)} characters; at most {most}")


def _mask(text: str) -> str:
    return mask_personal_data(text.strip()).text
