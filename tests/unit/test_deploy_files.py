"""Recipes for deployment name commands, settings and metrics that exist."""

import json
import re
from pathlib import Path

import yaml  # type: ignore[import-untyped]

import jobforge.metrics
from jobforge import metrics
from jobforge.cli import app

DEPLOY = Path(__file__).parent.parent.parent / "deploy"
COMMANDS = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}


def test_manifests_run_commands_of_ours_without_privileges() -> None:
    for document in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()):
        template = document["spec"].get("template")
        for container in template["spec"]["containers"] if template else ():
            assert set(container["args"]) <= COMMANDS
            if document["kind"] == "Deployment":
                assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
                assert container["securityContext"]["readOnlyRootFilesystem"]


def test_the_unit_starts_a_command_of_ours() -> None:
    (command,) = re.findall(r"^ExecStart=\S+/jobforge (\w+)$", (DEPLOY / "jobforge.service").read_text(), re.MULTILINE)
    assert command in COMMANDS


def test_the_dashboard_asks_for_metrics_that_there_are() -> None:
    metrics.enable()
    try:
        there = set(re.findall(r"^# TYPE (\S+)", metrics.render({}).decode(), re.MULTILINE))
    finally:
        jobforge.metrics._metrics = None
    dashboard = json.loads((DEPLOY / "grafana-dashboard.json").read_text())
    wanted = re.findall(r"jobforge_\w+", json.dumps([panel["targets"] for panel in dashboard["panels"]]))
    assert {re.sub(r"_bucket$", "", name) for name in wanted} <= there
