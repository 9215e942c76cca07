"""The fitted models that the product runs on, read once and handed to what uses them."""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from kb.models.logistic_model import LogisticModel
from kb.models.unit_heads import UnitHeads, read_unit_heads

COEFFICIENTS = Path(__file__).parent / "coefficients"
UNIT_HEADS = "units.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """guidance, problem_areas, experts : signals to relevance; text : the same for texts without fields
    answerability : what speaks for an answer to the probability that there is one
    problem : what units say together to the probability that they tell of a problem
    profiles : how near a text is to a person's own texts, to a score
    units : what a unit of a description does and is about
    """

    guidance: LogisticModel
    problem_areas: LogisticModel
    experts: LogisticModel
    text: LogisticModel
    answerability: LogisticModel
    problem: LogisticModel
    profiles: LogisticModel
    units: UnitHeads


LOGISTIC = tuple(field.name for field in fields(Models) if field.type is LogisticModel)


def load_models(folder: Path = COEFFICIENTS) -> Models:
    """The models in folder, one file each, with the record of its training beside its weights."""
    logistic = {name: read_model(name_file(name, folder)) for name in LOGISTIC}
    return Models(units=read_unit_heads(folder / UNIT_HEADS), **logistic)


def name_file(field: str, folder: Path = COEFFICIENTS) -> Path:
    """The file of the model that a field of Models holds.

    >>> name_file("problem_areas", Path("folder")).as_posix()
    'folder/problem-areas.json'
    """
    return folder / f"{field.replace('_', '-')}.json"


def read_model(path: Path) -> LogisticModel:
    """The model in the file."""
    return LogisticModel(**json.loads(path.read_text(encoding="utf-8")))
