"""Each fault, round after round: 0 lost, 0 doubled."""

from collections.abc import Iterator
from pathlib import Path

import crashes
import pytest
from crashes import Ready
from rounds import LEASE, ROUNDS
from services import User
from stack import Embedded, Figures, SlowProvider, three_applications

Own = tuple[Embedded, User, dict[str, str]]

rounds = pytest.mark.parametrize("number", range(ROUNDS))


@pytest.fixture(scope="module")
def own(slow: SlowProvider, logs: Path) -> Iterator[Own]:
    with Embedded(logs, slow, JOBFORGE_LEASE=str(LEASE)) as embedded:
        user = embedded.service.user()
        yield embedded, user, three_applications(user)


@rounds
def test_a_killed_workers_runs_are_ended_by_another(ready: Ready, figures: Figures, number: int) -> None:
    crashes.worker_killed(ready, figures, LEASE)


@rounds
def test_a_run_whose_api_died_before_it_sent_a_message_is_found(ready: Ready, figures: Figures, number: int) -> None:
    crashes.api_killed_before_enqueue(ready, figures)


@rounds
def test_an_emptied_redis_costs_no_run(ready: Ready, figures: Figures, number: int) -> None:
    crashes.redis_emptied(ready, figures)


@rounds
def test_without_redis_reads_go_on_and_starts_are_taken(ready: Ready, figures: Figures, number: int) -> None:
    crashes.redis_away(ready, figures, 30)


@rounds
def test_a_silent_redis_keeps_nobody_waiting_for_long(ready: Ready, figures: Figures, number: int) -> None:
    crashes.redis_frozen(ready, figures)


@rounds
def test_a_terminated_worker_hands_its_runs_back(ready: Ready, figures: Figures, number: int) -> None:
    crashes.worker_terminated(ready, figures)


@rounds
def test_a_terminated_api_tells_its_subscribers_to_come_back(ready: Ready, figures: Figures, number: int) -> None:
    crashes.api_terminated(ready, figures)


@rounds
def test_a_subscriber_misses_nothing_over_a_breakdown(ready: Ready, figures: Figures, number: int) -> None:
    crashes.cursor_survives(ready, figures)


@rounds
def test_a_restart_of_postgresql_is_hardly_noticed(ready: Ready, figures: Figures, number: int) -> None:
    crashes.postgres_restarted(ready, figures, 12)


@rounds
def test_a_killed_up_goes_on_where_it_was(own: Own, figures: Figures, number: int) -> None:
    crashes.embedded_killed(*own, figures)


@rounds
def test_a_terminated_up_hands_its_runs_back(own: Own, figures: Figures, number: int) -> None:
    crashes.embedded_terminated(*own, figures)


@rounds
def test_a_full_disk_harms_nothing(own: Own, figures: Figures, number: int) -> None:
    embedded, user, _ = own
    crashes.disk_full(embedded, user, figures)


@rounds
def test_a_worker_that_was_thought_dead_writes_nothing(ready: Ready, figures: Figures, number: int) -> None:
    if len(ready.stack.workers) == 1:
        ready.stack.add_worker()
    crashes.worker_frozen(ready, figures, LEASE)
