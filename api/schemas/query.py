"""Parameters of an address that a program sends: one that is misspelt must not quietly give the unfiltered answer."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError


class StrictQuery(BaseModel):
    """Parameters of which an unknown one is a fault in its place, told with those that there are."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="wrap")
    @classmethod
    def _name_known(cls, sent: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return validate(sent)
        except ValidationError as error:
            known = ", ".join(field.alias or name for name, field in cls.model_fields.items())
            faults = [_tell(fault, known) for fault in error.errors()]
            raise ValidationError.from_exception_data(error.title, faults) from error


def _tell(fault: ErrorDetails, known: str) -> InitErrorDetails:
    """The fault as it is, or with the known names where it is an unknown one."""
    unknown = PydanticCustomError("unknown_parameter", "unknown parameter; choose among {known}", {"known": known})
    kind = unknown if fault["type"] == "extra_forbidden" else fault["type"]
    return InitErrorDetails(type=kind, loc=fault["loc"], input=fault["input"], ctx=fault.get("ctx", {}))
