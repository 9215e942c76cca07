"""What a deployment chooses, from the environment: each field of Settings by its name after KB_, as KB_READERS."""

from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kb.errors import KbError

PREFIX = "KB_"
_URL = TypeAdapter(HttpUrl)


class SettingsRejected(KbError):
    """Settings of the environment cannot be used."""


def _read_address(text: str) -> str:
    """The address as it was written, without a slash at the end."""
    _URL.validate_python(text)
    return text.rstrip("/")


def _read_origin(text: str) -> str:
    """`*`, or an address without a path: a browser that says where a request comes from names the site alone."""
    if text != "*" and _URL.validate_python(text).path != "/":
        raise PydanticCustomError("origin", "Input should have no path")
    return text.rstrip("/")


def _part_words(text: object) -> object:
    """The words of a text; one without any is left as it is, to be told as a fault."""
    return (text.replace(",", " ").split() or text) if isinstance(text, str) else text


Address = Annotated[str, AfterValidator(_read_address)]
Origin = Annotated[str, AfterValidator(_read_origin)]
WORDS = BeforeValidator(_part_words)


class Settings(BaseModel):
    """What a deployment chooses; descriptions and examples are those of the variables."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    snapshots: Path = Field(
        default=Path("snapshots"), description="Folder of index snapshots.", examples=["/srv/snapshots"]
    )
    model: Path | None = Field(
        default=None,
        description="A sentence-transformers model folder instead of the one that ships.",
        examples=["/srv/model"],
    )
    max_body_bytes: int = Field(
        default=1_000_000, ge=1, description="Bytes of any body but an uploaded file, at most.", examples=["1000000"]
    )
    public_url: Address | None = Field(
        default=None,
        description="Where people reach the service. Without it links name the host that the request did, and `/mcp` "
        "answers on this machine alone.",
        examples=["https://stod.example.se"],
    )
    readers: int = Field(
        default=2, ge=1, description="Files that are read at the same time, in each process.", examples=["2"]
    )
    widget_origins: Annotated[tuple[Origin, ...], WORDS] = Field(
        default=("*",),
        description="Sites whose pages may search, parted by commas or spaces; `*` for all.",
        examples=["https://intranet.example.se,https://www.example.se"],
    )
    widget_keys: Annotated[frozenset[str], WORDS] = Field(
        default=frozenset(),
        description="Public keys given out, parted by commas or spaces. Without it no key is asked for.",
        examples=["alvdala,sjobo"],
    )
    widget_files: Path | None = Field(
        default=None,
        description="Folder where every version of the widget that was served is kept. Without it today's alone is "
        "served.",
        examples=["/srv/widget"],
    )


class _Environment(Settings, BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, enable_decoding=False)


def read_settings() -> Settings:
    """The settings of the environment, with defaults for what it leaves out or leaves empty.

    Raises
    ------
    SettingsRejected : all that cannot be used, one a line: the variable, the fault, the value met and one that would do
    """
    try:
        return _Environment()
    except ValidationError as error:
        faults = [_tell(str(fault["loc"][0]), fault["msg"], fault["input"]) for fault in error.errors()]
        raise SettingsRejected("\n".join(faults)) from error


def name_variable(field: str) -> str:
    """The variable that a field is read from.

    >>> name_variable("readers")
    'KB_READERS'
    """
    return PREFIX + field.upper()


def _tell(field: str, fault: str, met: object) -> str:
    variable, example = name_variable(field), (Settings.model_fields[field].examples or [""])[0]
    return f"{variable}: {fault}, met {met!r}; write for example {variable}={example}"
