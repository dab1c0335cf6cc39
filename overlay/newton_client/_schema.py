"""What a pipeline lets a job set, and whether a job's parameters keep to it."""

import difflib
import json
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newton_api.models import Pipeline, PipelineSchema
from newton_api.types import to_json

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}

_LIMITS: dict[str, tuple[str, Callable[[float, float], bool]]] = {
    "minimum": (">=", operator.ge),
    "maximum": ("<=", operator.le),
    "exclusiveMinimum": (">", operator.gt),
    "exclusiveMaximum": ("<", operator.lt),
}


def user_schema(answer: PipelineSchema) -> dict[str, Any]:
    """What a user may set, as JSON Schema; it has been seen as an object and as text."""
    found = to_json(answer.user_schema or {})
    try:
        found = json.loads(found) if isinstance(found, str) else found
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def problems(value: Any, schema: Any, where: str = "config") -> Iterator[str]:
    """What is wrong with a value; what a schema says beyond types, choices and limits is not looked at."""
    if not isinstance(schema, Mapping):
        return
    types = schema.get("type", [])
    types = types if isinstance(types, list) else [types]
    if types and not any(_is(value, each) for each in types):
        yield f"{where} must be {' or '.join(types)}, not {_shown(value)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} must be one of {', '.join(map(_shown, schema['enum']))}, not {_shown(value)}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        for rule, (sign, keeps) in _LIMITS.items():
            limit = schema.get(rule)
            if isinstance(limit, int | float) and not keeps(value, limit):
                yield f"{where} must be {sign} {limit:g}, not {_shown(value)}"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{where} must have {schema['minItems']} items or more, not {len(value)}"
        for index, item in enumerate(value):
            yield from problems(item, schema.get("items"), f"{where}[{index}]")
    if isinstance(value, dict):
        yield from _object_problems(value, schema, where)


def _object_problems(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name} is missing"
    for name, item in value.items():
        if name in known:
            yield from problems(item, known[name], f"{where}.{name}")
        elif schema.get("additionalProperties") is False:
            close = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            yield f"{where}.{name} is nothing that can be set{hint}"


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES.get(name, (object,)))


def _shown(value: Any) -> str:
    text = json.dumps(value, default=str)
    return text if len(text) <= 60 else text[:60] + "..."


def misspelt(value: Any, schema: Any, where: str = "config") -> Iterator[str]:
    """Names that the schema does not have, but nearly."""
    if not isinstance(schema, Mapping) or not isinstance(value, dict):
        return
    known = schema.get("properties", {})
    for name, item in value.items():
        if name in known:
            yield from misspelt(item, known[name], f"{where}.{name}")
        elif close := difflib.get_close_matches(name, known.keys() - value.keys(), 1, 0.8):
            yield f"{where}.{name} is unknown; did you mean {close[0]}?"


def configs(parameters: Any, schema: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each component's name, its configuration, and the schema for it.

    The schema is that of the one component; where a pipeline has several, it may have one for each name.
    """
    components = to_json(parameters or {})
    if not isinstance(components, dict):
        return
    for name, component in components.items():
        config = component.get("config") if isinstance(component, dict) else None
        own = _own(schema, name, alone=len(components) == 1)
        if config is not None and own is not None:
            yield name, config, own


def _own(schema: Mapping[str, Any], component: str, *, alone: bool) -> Any:
    """The schema of one component, if there is one."""
    return schema.get("properties", {}).get(component, schema if alone else None)


def template(pipeline: Pipeline, schema: Mapping[str, Any]) -> dict[str, Any]:
    """A request for a job of this pipeline: its defaults filled in, the rest marked by `<...>`."""
    defaults: dict[str, Any] = to_json(pipeline.default_config or {})
    components = list(defaults) or list(to_json(pipeline.components or {}))
    parameters = {
        name: {
            "parallelism": defaults.get(name, {}).get("parallelism", 1),
            "config": _filled(
                _own(schema, name, alone=len(components) == 1) or {},
                defaults.get(name, {}).get("config") or {},
            ),
        }
        for name in components
    }
    return {
        "name": pipeline.pipeline_key,
        "pipeline_type": pipeline.pipeline_type,
        "pipeline_key": pipeline.pipeline_key,
        "pipeline_version": pipeline.pipeline_version,
        "inputs": {
            name: [_entry(port)]
            for name, port in (to_json(pipeline.inputs or {})).items()
            if port.get("required", True)
        },
        "parameters": parameters,
    }


def _entry(port: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"file_id": f"<{port.get('description') or 'file_id'}>"}
    return entry | ({"metadata": {"class": "<label>"}} if port.get("mode") == "n_shot_file_list" else {})


def _filled(schema: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, and the schema's defaults for what is not; what is required has a mark at least."""
    filled = dict(given)
    required = schema.get("required", ())
    for name, rule in schema.get("properties", {}).items():
        value = given.get(name)
        if rule.get("properties") and isinstance(value, dict | None):
            inner = _filled(rule, value or {})
            if not inner and name in required:
                inner = {each: f"<{sub.get('type', 'value')}>" for each, sub in rule["properties"].items()}
            if inner:
                filled[name] = inner
        elif name not in given and "default" in rule:
            filled[name] = rule["default"]
        elif name not in given and name in required:
            filled[name] = rule["enum"][0] if rule.get("enum") else f"<{rule.get('type', 'value')}>"
    return filled
