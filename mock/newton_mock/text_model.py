"""A stand-in for the text models: short answers that follow from what was sent."""

from __future__ import annotations

import json
import re
import statistics
from dataclasses import dataclass, field
from typing import Any

_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.]*\w)")
_LONGEST_TOPIC = 80


@dataclass(slots=True)
class Prompt:
    """What a text model gets to see; `images` and `unseen` are names."""

    query: str = ""
    instruction: str = ""
    texts: list[str] = field(default_factory=list[str])
    images: list[str] = field(default_factory=list[str])
    unseen: list[str] = field(default_factory=list[str])
    start: str = ""
    max_tokens: int = 256


def answer(prompt: Prompt) -> str:
    """The same answer for the same prompt: what was asked, and the readings found in it.

    It is JSON where the prompt asks for JSON: an array where it asks for one, else an object.
    """
    asked = f"{prompt.instruction}\n{prompt.query}"
    facts = _facts(prompt)
    if "json" not in asked.lower():
        text = _sentence(facts)
        return " ".join((prompt.start + text).split(" ")[: prompt.max_tokens])
    wanted: Any = [facts] if re.search(r"\barray\b|\blist\b", asked, re.IGNORECASE) else facts
    return prompt.start + json.dumps(wanted)


def _facts(prompt: Prompt) -> dict[str, Any]:
    topic = " ".join(prompt.query.split())
    facts: dict[str, Any] = {"text": topic[:_LONGEST_TOPIC]}
    texts = (prompt.query, *prompt.texts)
    found = [float(number) for text in texts for number in _NUMBER.findall(text)]
    if found:
        facts["readings"] = {
            "count": len(found),
            "mean": round(statistics.fmean(found), 6),
            "min": min(found),
            "max": max(found),
        }
    if prompt.texts:
        facts["texts"] = len(prompt.texts)
    if prompt.images:
        facts["images"] = list(prompt.images)
    if prompt.unseen:
        facts["unseen"] = list(prompt.unseen)
    return facts


def _sentence(facts: dict[str, Any]) -> str:
    parts = [f"You asked: {facts['text']}" if facts["text"] else "You asked nothing."]
    if readings := facts.get("readings"):
        parts.append(
            "I read {count} values with a mean of {mean:g}, from {min:g} to {max:g}.".format_map(readings)
        )
    if images := facts.get("images"):
        parts.append(f"I looked at {', '.join(images)}.")
    if unseen := facts.get("unseen"):
        parts.append(f"I cannot see the content of {', '.join(unseen)}.")
    return " ".join(parts)
