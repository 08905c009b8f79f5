"""A token whose signature was right before is read from memory, and means what PyJWT says of it."""

import base64
import json
import time
from collections.abc import Callable
from typing import Any
from unittest import mock
from uuid import UUID

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobforge import security
from jobforge.errors import AuthenticationError
from jobforge.security import Token
from jobforge.settings import Settings, use

KEYS = ("first-secret-first-secret-first-secret", "second-secret-second-secret-second!")
USER = UUID("0b9f1c9e-43a5-4d6d-9b58-0f1a3a3f6a01")
NOW = int(time.time())

TIMES: st.SearchStrategy[object] = st.one_of(
    st.sampled_from([NOW, NOW - 5, NOW - 100_000, NOW + 100_000, NOW + 10**9, 2**63, -1, 0, str(NOW), None, True, []]),
    st.floats(),
)
CLAIMS = st.fixed_dictionaries(
    {},
    optional={
        "sub": st.one_of(st.just(str(USER)), st.just(USER.hex), st.text(), st.integers(), st.none()),
        "iat": TIMES,
        "exp": TIMES,
        "nbf": TIMES,
        "aud": st.just("someone"),
        "jti": st.one_of(st.text(), st.integers()),
    },
)
GOOD = st.just({"sub": str(USER), "iat": NOW - 5, "exp": NOW + 100_000})
HEADERS = st.sampled_from(
    [
        {"alg": "HS256", "typ": "JWT"},
        {"typ": "JWT", "alg": "HS256"},
        {"alg": "HS256"},
        {"alg": "HS256", "typ": "JWT", "crit": ["exp"]},
        {"alg": "HS512", "typ": "JWT"},
        {"alg": "none", "typ": "JWT"},
        {"alg": "HS256", "typ": "JWT", "b64": False},
    ]
)


def segment(value: object) -> str:
    written = value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(written).rstrip(b"=").decode()


def signed(header: dict[str, Any], claims: object, key: str) -> str:
    text = f"{segment(header)}.{segment(claims)}"
    algorithm = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    return f"{text}.{segment(algorithm.sign(text.encode(), key.encode()))}"


@st.composite
def tokens(draw: Callable[..., Any]) -> str:
    key = draw(st.sampled_from([*KEYS, "another-secret-another-secret-another!"]))
    claims = draw(st.one_of(GOOD, CLAIMS, st.just(b"{"), st.just([1]), st.just("text")))
    token = signed(draw(HEADERS), claims, key)
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(token)))
        cut = draw(st.integers(0, 2))
        token = (
            token[:place] + draw(st.sampled_from(["", "=", ".", "A", "_", "+", "é", "\n", " "])) + token[place + cut :]
        )
    return token


def said(token: str) -> Token | None:
    try:
        return security.read_token(token)
    except AuthenticationError:
        return None


@pytest.fixture(autouse=True)
def _secrets() -> None:
    use(Settings.model_validate({"jwt_secret": KEYS}))


def by_pyjwt(token: str) -> Token | None:
    """What PyJWT alone says of a token, its audience and its critical headers included."""
    for key in KEYS:
        try:
            decoded = jwt.decode_complete(
                token, key, algorithms=["HS256"], options={"require": ["sub", "iat", "exp"], "verify_aud": False}
            )
            claims = decoded["payload"]
            if "aud" in claims or "crit" in decoded["header"]:
                return None
            return Token(UUID(claims["sub"]), int(claims["iat"]), int(claims["exp"]))
        except jwt.InvalidSignatureError:
            continue
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            return None
    return None


@settings(max_examples=3000, deadline=None)
@given(tokens())
def test_a_token_is_read_as_pyjwt_reads_it_at_first_and_from_memory(token: str) -> None:
    assert said(token) == by_pyjwt(token)
    assert said(token) == by_pyjwt(token)


async def test_a_token_that_was_read_before_is_not_decoded_again() -> None:
    token = await security.issue_token(USER)
    read = security.read_token(token)
    with mock.patch.object(jwt, "decode_complete", side_effect=AssertionError):
        assert security.read_token(token) == read
    assert read.user_id == USER
    assert read.expires - read.issued == security.TOKEN_SECONDS


async def test_a_token_that_was_read_before_is_read_again_by_the_clock_and_the_secrets_of_the_day() -> None:
    token = await security.issue_token(USER)
    assert said(token) == said(token) is not None
    for away in (-60, security.TOKEN_SECONDS):
        moved = mock.Mock(time=lambda away=away: time.time() + away)
        with mock.patch.object(security, "time", moved):
            assert said(token) is None
    use(Settings.model_validate({"jwt_secret": KEYS[1:]}))
    assert said(token) is None


async def test_only_tokens_whose_signature_is_right_are_remembered() -> None:
    token = await security.issue_token(USER)
    head, payload, signature = token.split(".")
    security._decode_cached.cache_clear()
    for number in range(50):
        for junk in (
            f"{head}.{payload}{number}.{signature}",
            f"{token}{number}",
            f"{head}.{'é' * 1000}.x",
            "x" * 10**6,
        ):
            assert said(junk) is None
    assert security._decode_cached.cache_info().currsize == 0
    assert said(token) is not None
    assert security._decode_cached.cache_info().currsize == 1


@pytest.mark.parametrize("audience", ["calendar", ["session"], "", [], None])
def test_a_token_made_for_one_place_is_no_bearer(audience: object) -> None:
    claims = {"sub": str(USER), "iat": NOW, "exp": NOW + 100_000}
    header = {"alg": "HS256", "typ": "JWT"}
    assert said(signed(header, claims, KEYS[0])) is not None
    assert said(signed(header, claims | {"aud": audience}, KEYS[0])) is None


@pytest.mark.parametrize("key", KEYS)
def test_every_secret_verifies(key: str) -> None:
    assert said(jwt.encode({"sub": str(USER), "iat": NOW, "exp": NOW + 100_000}, key)) is not None
