"""The test servers themselves: a fault test is worth as much as the fault it makes."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import redis
from processes import TIMEOUT_SECONDS, Server
from servers import Databases, Postgres, Redis, psql


@pytest.fixture(params=[Postgres, Redis])
def server(request: pytest.FixtureRequest) -> Server:
    return request.param()  # type: ignore[no-any-return]


def test_a_stopped_server_answers_nothing_and_starts_again_on_its_port(server: Server) -> None:
    with server:
        port = server.port
        server.stop()
        assert not server.answers()
        server.start()
        assert server.answers()
        assert server.port == port


def test_a_killed_server_starts_again(server: Server) -> None:
    with server:
        before = server.pid
        server.kill()
        assert not server.answers()
        server.start()
        assert server.pid != before


def test_a_frozen_server_lives_but_answers_nothing_until_it_thaws() -> None:
    with Redis() as server:
        server.freeze()
        assert server.running
        assert not server.answers()
        server.thaw()
        assert server.answers()


def test_a_closed_server_leaves_no_process_and_no_directory(server: Server) -> None:
    with server:
        assert server.running
    assert not server.running
    assert not server.answers()
    assert not server.directory.exists()


def test_a_server_that_cannot_start_says_why(server: Server) -> None:
    with server:
        rival = type(server)()
        rival.port = server.port
        with pytest.raises(RuntimeError, match=r"(?is)does not answer.*in use"):
            rival.start()
        rival.close()


def test_what_postgresql_committed_outlives_a_kill() -> None:
    with Postgres() as server:
        psql(server.url(), "CREATE TABLE kept AS SELECT 42 AS answer")
        server.kill()
        server.start()
        assert psql(server.url(), "SELECT answer FROM kept") == "42"


def test_redis_started_again_is_empty() -> None:
    with Redis() as server, redis.Redis.from_url(server.url()) as client:
        client.set("word", "gone")
        server.restart()
        assert client.get("word") is None


def test_servers_end_with_a_test_run_that_was_killed() -> None:
    script = (
        "import os, servers\n"
        "p, r = servers.Postgres().start(), servers.Redis().start()\n"
        "print(p.port, r.port, p.directory, r.directory, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    asked = [sys.executable, "-c", script]
    run = subprocess.run(
        asked, cwd=Path(__file__).parent.parent / "support", capture_output=True, text=True, check=False
    )
    first, second, *directories = run.stdout.split()
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while any(map(_listens, (int(first), int(second)))) or any(map(os.path.exists, directories)):
        assert time.monotonic() < deadline, "servers or their directories outlived the test run"
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_databases_share_nothing(databases: Databases) -> None:
    first, second = databases.create(), databases.create()
    psql(first, "CREATE TABLE only_here ()")
    tables = "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"
    assert (psql(first, tables), psql(second, tables)) == ("1", "0")
    for url in (first, second):
        databases.drop(url)
        with pytest.raises(RuntimeError, match="does not exist"):
            psql(url, "SELECT 1")


def test_a_migrated_database_has_its_tables_and_no_users(database_url: str) -> None:
    tables = psql(database_url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").split()
    assert set(tables) > {"aerich"}
    for table in set(tables) - {"aerich"}:
        assert psql(database_url, f"SELECT count(*) FROM {table}") == "0"


def test_the_redis_of_a_test_is_empty(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
