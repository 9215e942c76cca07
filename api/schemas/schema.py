"""What a shape that is read from one of our values has in common."""

from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    """A shape whose fields are the attributes of a value of kb."""

    model_config = ConfigDict(from_attributes=True)
