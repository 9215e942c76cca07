"""What signs in, as the settings have it."""

from dataclasses import dataclass

from fastapi import Request

from api.accounts.mail import MailServer
from api.accounts.provider import Provider
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class SignInServices:
    """mail : None when links are told by `kb`; provider : None when there is no sign-in service"""

    mail: MailServer | None = None
    provider: Provider | None = None


def make_services(settings: Settings) -> SignInServices:
    """Those that the settings name."""
    mail = MailServer(settings.mail_server, settings.mail_from) if settings.mail_server else None
    issuer = settings.oidc_issuer
    provider = Provider(issuer, settings.oidc_client_id, settings.oidc_client_secret) if issuer else None
    return SignInServices(mail, provider)


def services_of(request: Request) -> SignInServices:
    """Those of the service that is asked."""
    services: SignInServices = request.app.state.sign_in_services
    return services
