"""Counters for Prometheus. They cost nothing until `enable` was called; the client library is loaded then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
REQUEST_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
PHASE_BUCKETS = (0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0)  # seconds


@dataclass(frozen=True, slots=True)
class _Metrics:
    registry: "CollectorRegistry"
    requests: "Counter"
    request_seconds: "Histogram"
    phases: "Counter"
    phase_seconds: "Histogram"
    tokens: "Counter"
    cost: "Counter"
    fallbacks: "Counter"
    verdicts: "Counter"
    gauges: "Mapping[str, Gauge]"


_GAUGES = {
    "queue_depth": "Runs that wait for a worker.",
    "oldest_waiting_seconds": "Age of the run that has waited longest; 0 when none waits.",
    "runs_in_progress": "Runs that workers carry out now.",
    "subscriptions": "Subscriptions of this process.",
    "database_connections": "Connections of this process's pool to PostgreSQL.",
    "database_connections_idle": "Those of them that are not in use.",
}
_metrics: _Metrics | None = None


def enable() -> None:
    """Begin to count in this process."""
    global _metrics
    from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
    from prometheus_client.process_collector import ProcessCollector

    registry = CollectorRegistry()
    ProcessCollector(registry=registry)

    def counter(name: str, text: str, *labels: str) -> Counter:
        return Counter(f"jobforge_{name}", text, labels, registry=registry)

    def histogram(name: str, text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"jobforge_{name}", text, labels, buckets=buckets, registry=registry)

    _metrics = _Metrics(
        registry=registry,
        requests=counter("requests", "HTTP requests answered.", "method", "route", "status"),
        request_seconds=histogram("request_seconds", "Time until an answer was sent.", REQUEST_BUCKETS, "route"),
        phases=counter("phases", "Phases that came to an end.", "phase", "writer", "outcome"),
        phase_seconds=histogram("phase_seconds", "Time a phase took in its worker.", PHASE_BUCKETS, "phase", "writer"),
        tokens=counter("tokens", "Tokens of models' answers.", "provider", "model", "kind"),
        cost=counter("cost_micros", "Cost of models' answers, in millionths of a US dollar.", "provider", "model"),
        fallbacks=counter("fallbacks", "Writers that gave way to the next one.", "phase", "writer"),
        verdicts=counter("verdicts", "Verdicts of the fact check on documents.", "document", "verdict"),
        gauges={name: Gauge(f"jobforge_{name}", text, registry=registry) for name, text in _GAUGES.items()},
    )


def is_enabled() -> bool:
    """Return whether anything counts."""
    return _metrics is not None


def request_answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count a request; `route` is the route's pattern, never a path with ids."""
    if _metrics is not None:
        _metrics.requests.labels(method, route, str(status)).inc()
        _metrics.request_seconds.labels(route).observe(seconds)


def run_finished(phase: str, writer: str, outcome: str, seconds: float, fallbacks: list[str]) -> None:
    """Count a phase's end: `outcome` is completed, failed, cancelled or handed_back."""
    if _metrics is not None:
        _metrics.phases.labels(phase, writer, outcome).inc()
        _metrics.phase_seconds.labels(phase, writer).observe(seconds)
        for name in fallbacks:
            _metrics.fallbacks.labels(phase, name).inc()


def tokens_spent(provider: str, model: str, counts: Mapping[str, int | None], cost_micros: int | None) -> None:
    """Count the tokens of one answer by kind (input, cached_input, output)."""
    if _metrics is not None:
        for kind, count in counts.items():
            _metrics.tokens.labels(provider, model, kind).inc(count or 0)
        _metrics.cost.labels(provider, model).inc(cost_micros or 0)


def document_reviewed(document: str, verdict: str) -> None:
    """Count the verdict on a document of this type."""
    if _metrics is not None:
        _metrics.verdicts.labels(document, verdict).inc()


def render(gauges: Mapping[str, float]) -> bytes:
    """Return everything in Prometheus' text format, with these values of the gauges."""
    from prometheus_client import generate_latest

    if _metrics is None:
        return b""
    for name, value in gauges.items():
        _metrics.gauges[name].set(value)
    return bytes(generate_latest(_metrics.registry))
