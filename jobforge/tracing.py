"""OpenTelemetry: one trace from the request through the queue to the provider's call.

Switched on by OpenTelemetry's own variables (OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) where
the extra `tracing` is installed; without them everything here does nothing and loads nothing.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from jobforge.errors import ConfigurationError

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
Attributes = Mapping[str, str | int | float | bool]

_tracer: "Tracer | None" = None


def enable(service: str) -> None:
    """Send spans of this process as `service`, where the environment names a collector.

    Raises ConfigurationError when it does and the extra is not installed."""
    global _tracer
    if not any(os.environ.get(name) for name in ENDPOINTS) or os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ConfigurationError(
            f"OpenTelemetry's variables are set, but the extra `tracing` is not installed ({error.name}): "
            "pip install 'jobforge[tracing]'."
        ) from None
    name = os.environ.get("OTEL_SERVICE_NAME", service)
    provider = TracerProvider(resource=Resource.create({"service.name": name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    _tracer = provider.get_tracer("jobforge")


@contextlib.contextmanager
def span(name: str, attributes: Attributes | None = None, parent: str = "") -> Iterator[None]:
    """Record what the block does as a span; `parent` is a `traceparent` that came from elsewhere."""
    if _tracer is None:
        yield
        return
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    context = TraceContextTextMapPropagator().extract({"traceparent": parent}) if parent else None
    with _tracer.start_as_current_span(name, context=context, attributes=dict(attributes or {})):
        yield


def traceparent() -> str:
    """Return the current span in the form of the W3C header, or an empty string."""
    if _tracer is None:
        return ""
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return carrier.get("traceparent", "")
