"""A problem area that a text is about."""

from api.schemas.schema import Schema


class TopicOut(Schema):
    """title_en: the title in English."""

    slug: str
    title: str
    title_en: str
    relevance: float
