"""Paragraphs of a description, by which its problems are told and adjusted."""

from api.schemas.schema import Schema
from kb.problems.problem import Problem


class ParagraphOut(Schema):
    """position from 0 in the description; heading is the nearest above, or empty; text masked."""

    position: int
    heading: str
    text: str


def paragraphs_out(problem: Problem) -> list[ParagraphOut]:
    """A problem's paragraphs in the shape of the API."""
    return [ParagraphOut.model_validate(paragraph) for paragraph in problem.paragraphs]
