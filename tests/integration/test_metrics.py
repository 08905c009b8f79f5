"""Operators see requests, phases and queue in Prometheus' format, and one trace over all processes."""

from collections.abc import Iterator

import httpx2
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from prometheus_client.parser import text_string_to_metric_families
from raw_server import RawServer, http
from servers import Databases
from services import SECRET, JobForge, Providers, Service, User

TOKEN = "scrape-me-0123456789"
AUTHORIZED = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def measured(providers: Providers) -> Iterator[Service]:
    environment = {"JOBFORGE_METRICS_TOKEN": TOKEN, "JOBFORGE_AI": "offline", "JOBFORGE_BCRYPT_COST": "4"}
    with JobForge("up", environment) as process, Service("measured", [process], providers) as service:
        yield service


def samples(service: Service) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    answer = httpx2.get(f"{service.url}/metrics", headers=AUTHORIZED)
    assert answer.status_code == 200
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_requests_and_phases_are_counted_by_route_and_outcome(measured: Service) -> None:
    user = measured.user()
    user.resume()
    application = user.application()
    user.finish(application, "research")
    found = samples(measured)
    route = ("route", "/api/v1/applications"), ("status", "201")
    assert found["jobforge_requests_total", (("method", "POST"), *route)] >= 1
    phase = ("outcome", "completed"), ("phase", "research"), ("writer", "offline")
    assert found["jobforge_phases_total", phase] >= 1
    assert found["jobforge_queue_depth", ()] == 0
    assert not [labels for _, labels in found if application in str(labels)], "ids are no labels"


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}])
def test_without_the_token_there_are_no_metrics(measured: Service, headers: dict[str, str]) -> None:
    answer = httpx2.get(f"{measured.url}/metrics", headers=headers)
    assert answer.status_code == 404
    assert "jobforge_" not in answer.text


def test_metrics_are_off_unless_a_token_is_set(embedded: Service) -> None:
    assert httpx2.get(f"{embedded.url}/metrics", headers=AUTHORIZED).status_code == 404


def test_one_trace_goes_from_the_request_through_the_queue_to_the_model(
    databases: Databases, redis_url: str, providers: Providers
) -> None:
    url = databases.create_migrated()
    with RawServer(lambda _: http(b"", "application/x-protobuf")) as collector:
        environment = {
            "JOBFORGE_DATABASE_URL": url,
            "JOBFORGE_REDIS_URL": redis_url,
            "JOBFORGE_JWT_SECRET": SECRET,
            "JOBFORGE_BCRYPT_COST": "4",
            "JOBFORGE_LOCAL_PROVIDERS_ONLY": "true",
            "OPENAI_BASE_URL": f"{providers.url}/v1",
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
        }
        with (
            JobForge("serve", environment) as api,
            JobForge("worker", environment) as worker,
            Service("traced", [api, worker], providers) as service,
        ):
            user: User = service.user()
            user.resume()
            user.finish(user.application(), "research")
        exported = [ExportTraceServiceRequest.FromString(each.partition(b"\r\n\r\n")[2]) for each in collector.requests]
    databases.drop(url)
    spans = [
        span
        for export in exported
        for resource in export.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    (phase,) = [span for span in spans if span.name == "phase"]
    one_trace = [span for span in spans if span.trace_id == phase.trace_id]
    assert {"POST", "phase", "model"} <= {span.name for span in one_trace}
    request = next(span for span in one_trace if span.name == "POST")
    assert phase.parent_span_id == request.span_id
