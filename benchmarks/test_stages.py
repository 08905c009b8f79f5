"""The stages of a request outside the database: the token, the bytes of a page, the analysis of a pair.

`make bench` prints one table a group; ratios within a group hold on any machine.
"""

import itertools
from datetime import UTC, datetime
from uuid import uuid4

import jwt
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from jobforge import security
from jobforge.matching.match import match
from jobforge.rest.wire import respond
from jobforge.settings import Settings, use

KEY = "benchmark-secret-benchmark-secret-32"
AD = "Electrician (m/f)\n\nRequirements:\n- 3 years of experience with switchgear\n- Driving licence\n- English\n"
RESUME = (
    "# Ada Example\n\n## Experience\n\n**Electrician, Acme** 2019 - 2024\n- Maintained switchgear in three plants\n"
)


@pytest.mark.parametrize("way", ["one that came before", "one that is new"])
def test_token(benchmark: BenchmarkFixture, way: str) -> None:
    benchmark.group = "a bearer's token"
    use(Settings.model_validate({"jwt_secret": KEY}))
    now = int(datetime.now(UTC).timestamp())
    tokens = [
        jwt.encode({"sub": str(uuid4()), "iat": now, "exp": now + 1000}, KEY)
        for _ in range(1 if way == "one that came before" else 3 * security.CACHE_SIZE)
    ]
    turns = itertools.cycle(tokens)
    benchmark(lambda: security.read_token(next(turns)))


def test_page_of_50(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "the bytes of a REST page"
    rows = [{"id": uuid4(), "name": f"n{n}", "created_at": datetime.now(UTC)} for n in range(50)]
    benchmark(respond, {"applications": rows})


def test_analysis_of_a_pair(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "a resume held against an ad"
    benchmark(match, RESUME, AD)
