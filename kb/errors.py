"""The faults that a user can meet; each message has the fault, the value met and the way out."""


class KbError(Exception):
    """Anything that went wrong and has an explanation for the user."""


class SnapshotMissing(KbError):
    """No snapshot has been published in the folder."""


class SnapshotDamaged(KbError):
    """A snapshot's files disagree with its manifest."""


class SnapshotMismatch(KbError):
    """A snapshot was built for another format or another embedding model."""


class GateRefused(KbError):
    """A new snapshot is worse than the current one, so it was not published."""


class ModelUnusable(KbError):
    """An embedding model cannot be loaded or gives vectors of another size than it says."""


class UnknownSlug(KbError):
    """No document has that slug."""


class UnknownMunicipality(KbError):
    """No Swedish municipality has that name or code."""


class QueryRejected(KbError):
    """A query is empty or longer than the limit."""


class DescriptionRejected(KbError):
    """A description cannot be read: empty, too large, binary or in an unknown encoding."""


class FilterRejected(KbError):
    """A filter names a field or a value that does not exist."""


class RegisterDamaged(KbError):
    """A register file lacks a column or holds a value of the wrong kind."""
