"""The faults of who asks and what they may."""

from kb.errors import KbError


class SignInNeeded(KbError):
    """What was asked for is for accounts, and nobody is signed in."""


class RoleRefused(KbError):
    """What was asked for is for other roles, or for other municipalities, than the account's."""


class FormExpired(KbError):
    """A form was sent without its token, or with one of another sign-in."""


class LinkExpired(KbError):
    """A link to sign in has been used, is too old, or was never given out."""


class TooManyAttempts(KbError):
    """A link to sign in has been asked for too often."""


class ProviderRefused(KbError):
    """The sign-in service did not say who it is, or somebody without an account."""


class UnknownAccount(KbError):
    """No account has that address."""


class AccountRejected(KbError):
    """An account cannot be made: it exists, or its address, role or place cannot be used."""


class UnknownKey(KbError):
    """No key has that id."""


class KeyRejected(KbError):
    """A key cannot be made of what was given."""


class MailNotSent(KbError):
    """The mail server did not take a message."""
