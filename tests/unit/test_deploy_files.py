"""Recipes for deployment name commands, settings and metrics that exist."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

import jobforge.metrics
from jobforge import metrics
from jobforge.cli import app

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
COMMANDS = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}


def test_manifests_run_commands_of_ours_without_privileges() -> None:
    assert len(pods()) == 3
    for pod in pods():
        assert pod["securityContext"]["runAsNonRoot"]
        (container,) = pod["containers"]
        assert set(container["args"]) <= COMMANDS
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        assert container["securityContext"]["readOnlyRootFilesystem"]
        assert not container["securityContext"]["allowPrivilegeEscalation"]


def manifests() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))


def pods() -> list[dict[str, Any]]:
    """The pods that Deployments and Jobs make."""
    return [document["spec"]["template"]["spec"] for document in manifests() if "template" in document["spec"]]


def test_no_service_of_kubernetes_sets_a_setting_of_ours() -> None:
    """Pods are told NAME_PORT of each service, unless they decline: for a service "jobforge" that is our port."""
    for pod in pods():
        assert pod["enableServiceLinks"] is False, pod["containers"]


def test_manifests_name_each_other() -> None:
    by_kind = {document["kind"]: document for document in manifests()}
    labels = [
        document["spec"]["template"]["metadata"]["labels"]
        for document in manifests()
        if document["kind"] == "Deployment"
    ]
    service = by_kind["Service"]
    assert service["spec"]["selector"] in labels
    (path,) = by_kind["Ingress"]["spec"]["rules"][0]["http"]["paths"]
    target = path["backend"]["service"]
    assert target["name"] == service["metadata"]["name"]
    assert target["port"]["number"] == service["spec"]["ports"][0]["port"]


def test_the_unit_starts_a_command_of_ours() -> None:
    (command,) = re.findall(r"^ExecStart=\S+/jobforge (\w+)$", (DEPLOY / "jobforge.service").read_text(), re.MULTILINE)
    assert command in COMMANDS


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "jobforge.service"
    text = (DEPLOY / "jobforge.service").read_text()
    unit.write_text(text.replace("/opt/jobforge/bin/jobforge", sys.executable))  # must be there to be verified
    for words in (("verify",), ("security", "--offline=true", "--threshold=30")):
        done = subprocess.run(["systemd-analyze", *words, str(unit)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert words[0] != "verify" or not done.stderr


def test_the_dashboard_asks_for_metrics_that_there_are() -> None:
    metrics.enable()
    try:
        there = set(re.findall(r"^# TYPE (\S+)", metrics.render({}).decode(), re.MULTILINE))
    finally:
        jobforge.metrics._metrics = None
    dashboard = json.loads((DEPLOY / "grafana-dashboard.json").read_text())
    wanted = re.findall(r"jobforge_\w+", json.dumps([panel["targets"] for panel in dashboard["panels"]]))
    assert {re.sub(r"_bucket$", "", name) for name in wanted} <= there


def test_compose_gives_our_containers_no_privilege_and_watches_what_serves() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    for name in ("migrate", "api", "worker", "proxy"):
        service = services[name]
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert not service["user"].startswith("0"), name
    assert services["api"]["user"] == "10001:10001"
    watched = {name for name, service in services.items() if "test" in service.get("healthcheck", {})}
    assert watched == {"postgres", "redis", "api", "proxy", "ollama"}
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_compose_trusts_its_own_network_only() -> None:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    (network,) = compose["networks"]["default"]["ipam"]["config"]
    assert network["subnet"] in compose["services"]["api"]["environment"]["JOBFORGE_TRUSTED_PROXIES"]


def test_the_image_runs_as_a_user_without_a_name() -> None:
    """A number, so that Kubernetes can see that it is not root."""
    assert "\nUSER 10001:10001\n" in (ROOT / "Dockerfile").read_text()
