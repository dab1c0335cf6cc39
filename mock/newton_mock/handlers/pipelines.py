"""The registry of pipelines: those of the contract's example, with the schemas of the contract."""

from __future__ import annotations

from typing import Any

from jsonschema_rs import dereference

from newton_mock.call import Call, Reply
from newton_mock.errors import ApiError
from newton_mock.handlers import handles
from newton_mock.paging import page

_CONFIGS = {
    "machine-state-classification": "MachineStateConfig",
    "activity-detection": "ActivityDetectionConfig",
}


def registry(call: Call) -> list[dict[str, Any]]:
    """Every version of every pipeline."""
    listing = call.contract.operations["pipelines_list"].example.value
    return [
        {**pipeline, "user_config_schema": _schema(call, _CONFIGS.get(pipeline["pipeline_key"]))}
        for pipeline in listing["pipelines"]
    ]


def _schema(call: Call, name: str | None) -> dict[str, Any]:
    schemas = call.contract.document["components"]["schemas"]
    if name not in schemas:
        return {}
    whole: dict[str, Any] = dereference({**schemas[name], "components": {"schemas": schemas}})
    del whole["components"]
    return whole


@handles("pipelines_list", quick=True)
def list_pipelines(call: Call) -> Reply:
    """The pipelines that fit the filters."""
    wanted = {n: v for n, v in call.query.items() if n in ("pipeline_type", "visibility", "status")}
    found = [entry for entry in registry(call) if wanted.items() <= entry.items()]
    return page(call, "pipelines", found)


@handles("pipelines_get", quick=True)
def get(call: Call) -> Reply:
    """One pipeline."""
    return Reply(_find(call))


@handles("pipelines_schema", quick=True)
def schema(call: Call) -> Reply:
    """What a job may tell a pipeline."""
    pipeline = _find(call)
    names = ("id", "pipeline_key", "pipeline_version", "config_schema", "inputs", "outputs")
    answer = {name: pipeline[name] for name in names}
    return Reply(answer | {"user_schema": pipeline["user_config_schema"]})


def _find(call: Call) -> dict[str, Any]:
    for pipeline in registry(call):
        if pipeline["id"] == call.path["id"]:
            return pipeline
    raise ApiError(404, "NOT_FOUND", f"Pipeline '{call.path['id']}' not found")
