"""Direct queries: text models and Omega encoders."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from newton_mock import omega
from newton_mock.call import Call, Reply
from newton_mock.errors import ApiError, Detail
from newton_mock.handlers import handles, refines
from newton_mock.handlers.files import file_not_found
from newton_mock.records import StoredFile
from newton_mock.state import ORG_ID
from newton_mock.text_model import Prompt, answer
from newton_mock.validation import Violation

_TEXT_MODELS = {
    "Newton::c2_4_7b_251215a172f6d7",
    "Newton::c2_5_8b_260413b723a9ab",
    "Newton::c2_6_8b_fp8_260424d7a55d5e",
}
_ENCODERS = {"OmegaEncoder::omega_embeddings_01", "OmegaEncoder::omega_embeddings_1_4"}
_TEXT_FILES = {".txt", ".json"}
_IMAGES = {".png", ".jpg", ".jpeg"}
_UNSEEN = {".csv", ".mp4"}
_FRAMES = {"raw_fps", "frames_indices", "total_num_frames"}
_MAX_QUERY_SIZE_MB = 0.04
_QUEUE_SEC = 0.01
_INFERENCE_SEC = 0.04
_QUOTED = re.compile(r'"([^"]+)"')
_QUOTED_LAST = re.compile(r'"(\w+)"$')
_PYTHON_NAMES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "array": "list",
    "object": "dict",
}


@refines("query_create")
def refine(call: Call, violations: Sequence[Violation]) -> None:
    """The codes that the API documents for a malformed query."""
    details = [_detail(call.body, violation) for violation in violations]
    if known := [detail for detail in details if detail]:
        raise ApiError.several(400, known)


def _missing(name: str) -> Detail:
    return Detail(
        "missing_parameter",
        f"Failed to find key: {name}",
        "Resubmit your query with the expected parameters.",
    )


def _detail(body: Any, violation: Violation) -> Detail | None:
    """The detail for a missing or mistyped value, or None for any other violation."""
    *_, name = violation.where.split("/")
    if violation.rule == "required" and (key := _QUOTED.search(violation.message)):
        return _missing(key[1])
    if violation.rule != "type" or not (wanted := _QUOTED_LAST.search(violation.message)):
        return None
    value = body
    for step in violation.where.split("/")[1:]:
        value = value[step if hasattr(value, "keys") else int(step)]
    named = _PYTHON_NAMES.get(wanted[1], wanted[1])
    message = f"Parameter '{name}' should be a <class '{named}'>. Got: {type(value)}"
    return Detail("invalid_parameter_type", message)


@handles("query_create")
def create(call: Call) -> Reply:
    """Answer in text, or with embeddings, as the model does."""
    body: dict[str, Any] = call.body
    model: str = body["model"]
    if model not in _TEXT_MODELS | _ENCODERS:
        raise ApiError(
            400,
            "invalid_model_version",
            f"Invalid model version: {model}",
            f"Available models: {', '.join(sorted(_TEXT_MODELS | _ENCODERS))}",
        )
    files = _files(call, body.get("file_ids", []))
    if body.get("max_wait_time_sec", 1) <= 0:
        raise ApiError(504, "gateway_timeout", "The query had no result within the time to wait.")
    run = _embed if model in _ENCODERS else _generate
    return Reply(_record(call, run(body, files)))


def _files(call: Call, file_ids: list[str]) -> list[StoredFile]:
    for file_id in file_ids:
        if PurePath(file_id).suffix.lower() not in _TEXT_FILES | _IMAGES | _UNSEEN:
            raise ApiError(
                400,
                "unsupported_file_type",
                f"Found unsupported file type with file: {file_id}",
                f"Supported types: {', '.join(sorted(_TEXT_FILES | _IMAGES | _UNSEEN))}",
            )
    for file_id in file_ids:
        if file_id not in call.state.files:
            raise file_not_found(file_id)
    return [call.state.files[file_id] for file_id in file_ids]


def _embed(body: dict[str, Any], _: list[StoredFile]) -> dict[str, Any]:
    import numpy as np

    events = [e for e in body.get("events", []) if e["type"] == "data.numeric_array"]
    if not events:
        raise ApiError.several(400, [_missing("events")])
    vectors: list[list[float]] = []
    remarks: list[str] = []
    for event in events:
        try:
            window = np.array(event["event_data"]["contents"], dtype=np.float64)
        except (ValueError, OverflowError):
            raise _unusable("The channels of a numeric array have the same length.") from None
        remarks += omega.warnings(window.shape[1])
        encoded = omega.encode(omega.normalize(window) if body.get("normalize_input") else window)
        if body["model"].endswith("_01"):
            encoded = encoded[:, ::-1]  # the older encoder has a space of its own
        vectors += encoded.round(6).astype(np.float64).round(6).tolist()
    output = vectors[0] if len(vectors) == 1 else vectors
    return {"response": output, "warning_messages": list(dict.fromkeys(remarks))}


def _generate(body: dict[str, Any], files: list[StoredFile]) -> dict[str, Any]:
    prompt = Prompt(
        query=body["query"],
        instruction=f"{body.get('system_prompt', '')}\n{body.get('instruction_prompt', '')}",
        start=body.get("response_start_prompt", ""),
        max_tokens=body.get("max_new_tokens", 256),
    )
    for file in files:
        suffix = PurePath(file.file_id).suffix.lower()
        if suffix in _TEXT_FILES:
            prompt.texts.append(file.path.read_text(encoding="utf-8", errors="replace"))
        else:
            (prompt.images if suffix in _IMAGES else prompt.unseen).append(file.file_id)
    for event in body.get("events", []):
        _add_event(prompt, event["type"], event["event_data"]["contents"])
    _check_size(body, prompt)
    several = len(prompt.images) > 1 and not body.get("multi_image")
    if several and not (body.get("query_metadata") or {}).keys() >= _FRAMES:
        raise ApiError(
            400,
            "query_failed",
            f"Frames of one video need query_metadata with {', '.join(sorted(_FRAMES))}.",
            "Set multi_image to true for images of their own.",
        )
    return {"response": [answer(prompt)]}


def _add_event(prompt: Prompt, kind: str, contents: Any) -> None:
    match kind:
        case "data.text" | "data.json":
            prompt.texts.append(contents)
        case "data.base64_img":
            try:
                base64.b64decode(contents, validate=True)
            except (binascii.Error, ValueError):
                raise _unusable("The image is not base64.") from None
            prompt.images.append(f"image {len(prompt.images) + 1}")
        case "data.numeric_array":
            prompt.unseen.append("the numeric array")
        case _:
            raise _unusable("Send one data.base64_img event for each image.")


def _check_size(body: dict[str, Any], prompt: Prompt) -> None:
    limit = body.get("max_query_size_mb", _MAX_QUERY_SIZE_MB)
    size = sum(len(text.encode()) for text in (prompt.query, prompt.instruction, *prompt.texts))
    if size > limit * 1e6:
        message = f"The prompt has {size / 1e6:.3f} MB, {limit} MB are allowed."
        raise ApiError(400, "query_failed", message, "Raise max_query_size_mb, or send less.")


def _unusable(suggestion: str) -> ApiError:
    message = "The data could not be converted"
    return ApiError(400, "event_payload_error", message, suggestion)


def _record(call: Call, result: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = call.body
    begun = call.state.clock.now()
    day = datetime.fromtimestamp(begun, UTC)
    record: dict[str, Any] = {
        "query_id": f"{day:%y%m%d}{call.state.ids.hex(16)}",
        "status": "completed",
        "query_timestamp": begun,
        "loading_timestamp": begun + _QUEUE_SEC,
        "inference_timestamp": begun + _QUEUE_SEC,
        "response_timestamp": begun + _QUEUE_SEC + _INFERENCE_SEC,
        "query_queue_time_sec": _QUEUE_SEC,
        "inference_time_sec": _INFERENCE_SEC,
        "query_response_time_sec": _QUEUE_SEC + _INFERENCE_SEC,
        "gpq_node": "",
        "response": {
            "success": True,
            **result,
            "query": body["query"],
            "prompt": body["query"],
            "system": body.get("system_prompt", ""),
            "instruction": body.get("instruction_prompt", ""),
            "generation_latency": _INFERENCE_SEC,
            "query_gpq_latency": _QUEUE_SEC + _INFERENCE_SEC,
            "query_queue_latency": _QUEUE_SEC,
            "results_timestamp": f"{day:%Y%m%d_%H:%M:%S}",
            "prefetch_stats": {"loading_time": 0.0},
        },
    }
    if body.get("sanitize_response") is False:
        record |= {
            "api_key": call.token,
            "org_id": ORG_ID,
            "query_metadata": body.get("query_metadata"),
            "file_ids": body.get("file_ids", []),
            "data_types": [event["type"] for event in body.get("events", [])],
            "render": body.get("render", False),
            "input_items": [],
            "sanitize": False,
        }
    return record
