"""Page sessions: what signs a person in at the page, and what ends that."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from jobforge.enums import CredentialKind
from jobforge.errors import AuthenticationError
from jobforge.operations import accounts, credentials
from jobforge.operations.accounts import TokenUser
from jobforge.storage.models import Caller, Credential, now

EXCHANGE_AFTER = timedelta(days=1)
MAX_SESSIONS = 50
"""Of one user: with another one the oldest ends."""
MAX_AGENT_CHARACTERS = 255


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A user with the secret of a session that was just begun."""

    user: Caller
    secret: str


async def sign_in(given: object, agent: str) -> SignedIn:
    """Begin a session. Raises what `accounts.login` raises."""
    return await _begin((await accounts.login(given)).user, agent)


async def sign_up(given: object, agent: str) -> SignedIn:
    """Create an account and begin a session. Raises what `accounts.register` raises."""
    return await _begin((await accounts.register(given)).user, agent)


async def reset_password(given: object, agent: str) -> SignedIn:
    """Set a new password by a link and begin a session. Raises what `accounts.reset_by_link` raises."""
    return await _begin((await accounts.reset_by_link(given)).user, agent)


async def _begin(user: Caller, agent: str) -> SignedIn:
    secret, moment = credentials.new_secret(), now()
    mine = Credential.filter(user_id=user.id, kind=CredentialKind.SESSION)
    surplus = (
        await mine.order_by("-created_at").offset(MAX_SESSIONS - 1).limit(MAX_SESSIONS).values_list("id", flat=True)
    )
    if surplus:
        await Credential.filter(id__in=surplus).delete()
    await Credential.create(
        user_id=user.id,
        kind=CredentialKind.SESSION,
        name=agent[:MAX_AGENT_CHARACTERS],
        secret_digest=credentials.digest_of(secret),
        exchanged_at=moment,
        created_at=moment,
        last_used_at=moment,
    )
    return SignedIn(user, secret)


async def user_of(secret: str) -> TokenUser:
    """Return who is signed in. Raises AuthenticationError."""
    return await accounts.authenticate(None, secret)


async def exchange(secret: str) -> str | None:
    """Return a new secret for a session whose secret is older than a day, else None. Raises AuthenticationError.

    The session stays the same one, and its former secret is good for another minute."""
    row = await credentials.find_session(secret)
    moment = now()
    if row.exchanged_at > moment - EXCHANGE_AFTER:
        return None
    fresh = credentials.new_secret()
    exchanged = await Credential.filter(id=row.id, exchanged_at=row.exchanged_at).update(
        secret_digest=credentials.digest_of(fresh),
        former_digest=row.secret_digest,
        exchanged_at=moment,
        last_used_at=moment,
    )
    return fresh if exchanged else None


async def sign_out(secret: str) -> UUID | None:
    """End the session; return its id, or None where there was none."""
    try:
        row = await credentials.find_session(secret)
    except AuthenticationError:
        return None
    await Credential.filter(id=row.id).delete()
    await accounts.announce_end(row.user_id)
    return row.id
