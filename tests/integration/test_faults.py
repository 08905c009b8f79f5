"""One round of each fault of tests/faults, so that the ordinary suite would notice: nothing lost, nothing doubled."""

import json
from collections.abc import Iterator
from pathlib import Path

import crashes
import pytest
from crashes import Ready
from stack import Embedded, Figures, SlowProvider, Stack, three_applications

LEASE = 4.0


@pytest.fixture(scope="module")
def slow() -> Iterator[SlowProvider]:
    with SlowProvider() as server:
        yield server


@pytest.fixture(scope="module")
def stack(slow: SlowProvider, logs: Path) -> Iterator[Stack]:
    own = logs / "faults"
    own.mkdir()
    with Stack(own, workers=1, provider=slow, JOBFORGE_LEASE=str(LEASE)) as made:
        yield made


@pytest.fixture(scope="module")
def ready(stack: Stack) -> Ready:
    return Ready(stack)


@pytest.fixture
def figures() -> Figures:
    return Figures()


def test_one_id_goes_from_the_request_through_the_worker_to_the_provider(ready: Ready) -> None:
    stack, user = ready.stack, ready.user
    name = f"followed-{user.id}"
    application = user.application()
    path = f"/processing/applications/{application}/research"
    assert user.rest("POST", path, headers={"X-Request-ID": name}).status_code == 202
    user.settled(application)
    asked = [request.headers.get("x-client-request-id") for request in stack.provider.requests]
    assert name in asked
    for log, event in ((stack.apis[0].log, "request"), (stack.workers[0].log, "run_started")):
        lines = [json.loads(line) for line in log.read_text().splitlines() if name in line]
        assert event in [line["event"] for line in lines]


def test_a_killed_workers_runs_are_ended_by_another(ready: Ready, figures: Figures) -> None:
    crashes.worker_killed(ready, figures, LEASE)


def test_a_run_whose_api_died_before_it_sent_a_message_is_found(ready: Ready, figures: Figures) -> None:
    crashes.api_killed_before_enqueue(ready, figures)


def test_an_emptied_redis_costs_no_run(ready: Ready, figures: Figures) -> None:
    crashes.redis_emptied(ready, figures)


def test_without_redis_reads_go_on_and_starts_are_taken(ready: Ready, figures: Figures) -> None:
    crashes.redis_away(ready, figures, 3)


def test_a_silent_redis_keeps_nobody_waiting_for_long(ready: Ready, figures: Figures) -> None:
    crashes.redis_frozen(ready, figures)


def test_a_terminated_worker_hands_its_runs_back(ready: Ready, figures: Figures) -> None:
    crashes.worker_terminated(ready, figures)


def test_a_terminated_api_tells_its_subscribers_to_come_back(ready: Ready, figures: Figures) -> None:
    crashes.api_terminated(ready, figures)


def test_a_subscriber_misses_nothing_over_a_breakdown(ready: Ready, figures: Figures) -> None:
    crashes.cursor_survives(ready, figures)


def test_a_restart_of_postgresql_is_hardly_noticed(ready: Ready, figures: Figures) -> None:
    crashes.postgres_restarted(ready, figures, 8)


def test_a_worker_that_was_thought_dead_writes_nothing(ready: Ready, figures: Figures, logs: Path) -> None:
    ready.stack.add_worker()
    crashes.worker_frozen(ready, figures, LEASE)


def test_a_killed_up_goes_on_where_it_was_and_a_full_disk_harms_nothing(
    slow: SlowProvider, logs: Path, figures: Figures
) -> None:
    own = logs / "faults-embedded"
    own.mkdir()
    with Embedded(own, slow, JOBFORGE_LEASE=str(LEASE)) as embedded:
        user = embedded.service.user()
        applications = three_applications(user)
        crashes.embedded_terminated(embedded, user, applications, figures)
        crashes.embedded_killed(embedded, user, applications, figures)
        crashes.disk_full(embedded, user, figures)
