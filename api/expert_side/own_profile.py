"""The profile that an account answers for, as it was published: what is withdrawn is shown to its own organisation."""

from fastapi import Request

from api.access.errors import RoleRefused
from api.access.signed_in import SignedIn
from api.serving import Serving
from kb.documents import Expert
from kb.errors import UnknownSlug
from kb.snapshot.snapshot import Snapshot


def published_snapshot(request: Request) -> Snapshot:
    """The snapshot as it was built, with the profiles that have been withdrawn since; raises as `Serving.published`."""
    serving: Serving = request.app.state.serving
    return serving.published.snapshot


def slug_of(account: SignedIn) -> str:
    """The slug of the profile that the account answers for.

    Raises
    ------
    RoleRefused : it answers for none
    """
    if account.role != "expert" or account.scope.kind != "expert":
        raise RoleRefused("this is for the organisation of an expert; ask for an invitation to its profile")
    return account.scope.code


def own_profile(request: Request, account: SignedIn) -> Expert:
    """The profile.

    Raises
    ------
    RoleRefused : the account answers for none
    UnknownSlug : it is not published any more
    """
    return find_profile(request, slug_of(account))


def find_profile(request: Request, slug: str) -> Expert:
    """The profile with the slug; raises UnknownSlug where none is published."""
    expert = published_snapshot(request).experts.get(slug)
    if expert is None:
        raise UnknownSlug("no such expert is published; look under /experter")
    return expert
