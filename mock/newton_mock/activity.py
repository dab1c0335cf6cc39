"""The pipeline `activity-detection`: one answer for each line of a JSONL file."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from newton_mock.machine_state import section, whole
from newton_mock.text_model import Prompt, answer
from newton_mock.work import Work


def run(work: Work) -> None:
    """Answer every line of every file. A line that fails says so; the job goes on."""
    most = whole(section(work.config, "generation"), "max_new_tokens", 256)
    for entry, file in work.files("worker.data"):
        name = f"pred_{PurePath(file.file_id).stem}_part_0.jsonl"
        path = work.output("worker.result", entry, name, "application/x-ndjson")
        lines = file.path.read_text(encoding="utf-8", errors="replace").splitlines()
        failed = 0
        with path.open("w", encoding="utf-8") as out:
            for index, line in enumerate(lines):
                prediction = _predict(line, index, most)
                failed += "error" in prediction
                out.write(json.dumps(prediction) + "\n")
                work.report(entry, index + 1, len(lines))
        message = f"Inference completed for input {file.file_id}"
        payload = {"success": len(lines) - failed, "failed": failed}
        work.log("inference.success", message, level="SUCCESS", payload=payload, about=entry)
        work.finish(entry)


def _predict(line: str, index: int, most: int) -> dict[str, Any]:
    try:
        prompt = _prompt(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {"line_index": index, "prediction": None, "error": "parse error"}
    if prompt is None:
        return {"line_index": index, "prediction": None, "error": "no text field is set"}
    prompt.max_tokens = most
    return {"line_index": index, "prediction": answer(prompt)}


def _prompt(record: dict[str, Any]) -> Prompt | None:
    texts = [str(record.get(name) or "") for name in ("system", "instruction", "prompt")]
    if not any(texts):
        return None
    prompt = Prompt(query=texts[2], instruction=f"{texts[0]}\n{texts[1]}")
    for number, entry in enumerate(record.get("inputs") or [], 1):
        if entry["type"] == "text":
            prompt.texts.append(str(entry["data"]))
        else:
            prompt.images.append(f"{entry['type']} {number}")
    return prompt
