"""The stages of a request outside the database: the token, the bytes of a page, the analysis of a pair.

`make bench` prints one table a group; ratios within a group hold on any machine.
"""

from datetime import UTC, datetime
from unittest import mock
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


WAYS = {
    "one that came before": security._read_own,
    "one that is new": security._read_own.__wrapped__,
    "by PyJWT": mock.Mock(side_effect=security._Foreign),
}


@pytest.mark.parametrize("way", WAYS)
def test_token(benchmark: BenchmarkFixture, way: str) -> None:
    benchmark.group = "reading a token"
    use(Settings.model_validate({"jwt_secret": KEY}))
    now = int(datetime.now(UTC).timestamp())
    token = jwt.encode({"sub": str(uuid4()), "iat": now, "exp": now + 1000}, KEY)
    with mock.patch.object(security, "_read_own", WAYS[way]):
        benchmark(security.read_token, token)


def test_page_of_50(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "the bytes of a REST page"
    rows = [{"id": uuid4(), "name": f"n{n}", "created_at": datetime.now(UTC)} for n in range(50)]
    benchmark(respond, {"applications": rows})


def test_analysis_of_a_pair(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "a resume held against an ad"
    benchmark(match, RESUME, AD)
