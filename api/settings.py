"""What a deployment chooses, from the environment: each field of Settings by its name after KB_, as KB_READERS."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

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

from api.store.places import Places
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


def _read_mail_server(text: str | None) -> str | None:
    """The address of a mail server as it was written."""
    if text is not None and (urlsplit(text).scheme not in ("smtp", "smtps") or not urlsplit(text).hostname):
        raise PydanticCustomError("mail_server", "Input should be an address that begins with smtp:// or smtps://")
    return text


def _read_mailbox(text: str | None) -> str | None:
    """An address with room for a plus and what stands behind it: 64 signs are all that may stand before the @."""
    if text is not None and not re.fullmatch(r"[\w.-]{1,20}@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise PydanticCustomError("mailbox", "Input should be an address with at most 20 signs before the @, none a +")
    return text.lower() if text else None


def _part_words(text: object) -> object:
    """The words of a text; one without any is left as it is, to be told as a fault."""
    return (text.replace(",", " ").split() or text) if isinstance(text, str) else text


Address = Annotated[str, AfterValidator(_read_address)]
Origin = Annotated[str, AfterValidator(_read_origin)]
WORDS = BeforeValidator(_part_words)


@dataclass(frozen=True, slots=True)
class Secret:
    """The mark of a field whose value no message repeats."""


SECRET = Secret()


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
    demo: bool = Field(
        default=False,
        description="Whether a snapshot with the made-up experts of the demonstration may be served; without it such a "
        "one is refused.",
        examples=["1"],
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
    allocations: int = Field(
        default=1,
        ge=1,
        description="Allocations over an advisor's desk that are made at the same time, in each process.",
        examples=["1"],
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
    state: Path | None = Field(
        default=None,
        description="Folder of what accounts save: the database and the key that encrypts it. Without it `state`, "
        "beside the folder of snapshots.",
        examples=["/srv/state"],
    )
    database_url: Annotated[str | None, SECRET] = Field(
        default=None,
        description="A PostgreSQL database, or another file of SQLite. Without it SQLite in the folder of `KB_STATE`.",
        examples=["postgresql://kb:secret@localhost/till_handling"],
    )
    store_key: Annotated[tuple[str, ...], WORDS, SECRET] = Field(
        default=(),
        description="Keys of what is stored, parted by commas or spaces; the first one encrypts, all of them decrypt. "
        "Without it they are in `store.key` of the folder of `KB_STATE`, made at the first start.",
        examples=["pGvHFpFUVxqpPvGhjHBXdnOXvbSfeL0HXWHTNyKjQHM="],
    )

    count_use: bool = Field(
        default=True,
        description="Whether it is counted how often is searched, matched and read: by day, key of a widget and "
        "document, without address, account or words.",
        examples=["0"],
    )
    mail_server: Annotated[str | None, AfterValidator(_read_mail_server), SECRET] = Field(
        default=None,
        description="Server that sends the links that sign in, and reminders where `KB_PUBLIC_URL` is set too; `smtps` "
        "is encrypted from the start. Without it `kb account` prints the links.",
        examples=["smtp://kb:secret@mail.example.se:587"],
    )
    mail_from: str = Field(
        default="till-handling@localhost",
        description="Address that messages come from.",
        examples=["till-handling@example.se"],
    )
    case_mail: Annotated[str | None, AfterValidator(_read_mailbox)] = Field(
        default=None,
        description="Mailbox whose mail is handed to `kb case receive`. What is sent of a case can then be answered by "
        "mail, at this address with the case and a token after a plus.",
        examples=["arenden@example.se"],
    )
    count_unanswered: bool = Field(
        default=False,
        description="Whether words of queries that have no answer are counted, where the municipality is known: as "
        "prints, and in the open once five municipalities have asked for one.",
        examples=["1"],
    )
    oidc_issuer: Address | None = Field(
        default=None,
        description="A sign-in service of OpenID Connect, whose configuration is under `/.well-known/`. It answers to "
        "`/logga-in/tjanst/svar`.",
        examples=["https://inloggning.example.se"],
    )
    oidc_client_id: str = Field(
        default="", description="What the sign-in service calls this one.", examples=["till-handling"]
    )
    oidc_client_secret: Annotated[str, SECRET] = Field(
        default="", description="What this service shows the sign-in service.", examples=["secret"]
    )

    @property
    def places(self) -> Places:
        """Where what accounts save is."""
        return Places(self.state or self.snapshots.parent / "state", self.database_url, self.store_key)


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
    variable, known = name_variable(field), Settings.model_fields[field]
    shown = "a value that is not told" if SECRET in known.metadata else repr(met)
    return f"{variable}: {fault}, met {shown}; write for example {variable}={(known.examples or [''])[0]}"
