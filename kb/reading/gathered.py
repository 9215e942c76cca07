"""What a paragraph of an office file holds, gathered as its elements are walked."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element


@dataclass(slots=True)
class Gathered:
    """Text in parts, whether words are bold or not, and the notes and text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    weights: set[bool] = field(default_factory=set)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
