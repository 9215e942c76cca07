"""The faults that a user can meet; each message has the fault, the value met and the way out."""


class KbError(Exception):
    """Anything that went wrong and has an explanation for the user."""


class ExtraMissing(KbError):
    """What was asked for needs libraries that come with an extra, which is not installed."""


class SnapshotMissing(KbError):
    """No snapshot has been published in the folder."""


class SnapshotDamaged(KbError):
    """A snapshot's files disagree with its manifest."""


class SnapshotMismatch(KbError):
    """A snapshot was built for another format or another embedding model."""


class DemonstrationRefused(KbError):
    """A snapshot with made-up experts was to be served as if it were real."""


class GateRefused(KbError):
    """A new snapshot is worse than the current one, so it was not published."""


class ModelUnusable(KbError):
    """An embedding model cannot be loaded or gives vectors of another size than it says."""


class DictionaryMissing(KbError):
    """The dictionary of Swedish is not installed, or not whole."""


class TemplateRejected(KbError):
    """A template of a municipality's own is no Word file, or not one that a plan can be poured into."""


class UnknownSlug(KbError):
    """No document has that slug."""


class UnknownMunicipality(KbError):
    """No Swedish municipality has that name or code."""


class QueryRejected(KbError):
    """A query is empty or longer than the limit."""


class QuerySaysNothing(QueryRejected):
    """A query has only words that say nothing by themselves."""


class DescriptionRejected(KbError):
    """A description cannot be read: sent as text and as a file, or for the reason that a child names."""


class DescriptionEmpty(DescriptionRejected):
    """A description has no words."""


class EncodingUnknown(DescriptionRejected):
    """A text file is in an encoding that is not read."""


class PeriodRejected(KbError):
    """Days or months that cannot be read, or that end before they begin."""


class DescriptionTooLarge(DescriptionRejected):
    """A description has more bytes or characters than are read."""


class DescriptionDamaged(DescriptionRejected):
    """A file is cut off, or not what its name or its first bytes say."""


class DescriptionProtected(DescriptionRejected):
    """A file is under a password."""


class DescriptionScanned(DescriptionRejected):
    """A PDF shows pictures of its pages, without text."""


class DescriptionTooHeavy(DescriptionRejected):
    """A file takes more time or memory than reading may, or unpacks to far more than it is."""


class FormatUnknown(DescriptionRejected):
    """A file is of a format that is not read."""


class MacrosRefused(DescriptionRejected):
    """A Word file carries macros."""


class ReadersBusy(KbError):
    """As many files are being read as may be at the same time."""


class AdjustmentRejected(KbError):
    """The problems that a user made of a description name paragraphs it does not have; one line for each fault."""


class CasesRejected(KbError):
    """Cases to allocate experts to cannot be read, or name what does not exist; one line for each fault."""


class ComparisonRejected(KbError):
    """Methods to compare are fewer than two or more than three, or one of them is no method."""


class EditRejected(KbError):
    """What is written in a plan names a field it does not have, or cannot stand there; one line for each fault."""


class FilterRejected(KbError):
    """A filter names a field or a value that does not exist."""


class FollowUpRejected(KbError):
    """A day of follow-up is not within two years of the plan."""


class PlanDamaged(KbError):
    """A saved plan cannot be read."""


class RegisterDamaged(KbError):
    """A register file lacks a column or holds a value of the wrong kind."""


class StatisticsRejected(KbError):
    """A file of statistics cannot be taken as it is, or what Kolada answers; the message names each fault."""


class WeightsRejected(KbError):
    """No order can be made with the weights."""
