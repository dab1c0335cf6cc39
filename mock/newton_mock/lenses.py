"""The lens registry."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newton_mock.ids import Ids

NOOP = "lens_noop_processor"
_LONGEST_SLUG = 40


@dataclass(slots=True)
class Lens:
    """A lens; `modifiable` is false for built-in ones. Its settings are replaced, never changed."""

    id: str
    name: str
    config: dict[str, Any]
    modifiable: bool = True


def resolved(config: dict[str, Any]) -> dict[str, Any]:
    """A lens's settings with what the service fills in."""
    pipeline: list[dict[str, Any]] = config.get("model_pipeline") or [{"processor_name": NOOP}]
    filled = [
        {**processor, "processor_config": processor.get("processor_config", {})} for processor in pipeline
    ]
    return {**config, "model_pipeline": filled}


class Lenses:
    """The lenses of the organization, in the order they came, and the built-in ones after them."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._own: dict[str, Lens] = {}
        self._built_in = {lens.id: lens for lens in _built_in()}

    def list(self) -> list[Lens]:
        """All of them."""
        return [*self._own.values(), *self._built_in.values()]

    def get(self, lens_id: str) -> Lens | None:
        """The lens with that id."""
        return self._own.get(lens_id) or self._built_in.get(lens_id)

    def register(self, name: str, config: dict[str, Any]) -> Lens:
        """Make a lens of the organization's own."""
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST_SLUG].strip("-")
        lens = Lens("-".join(filter(None, ("lns", slug, self._ids.hex(8)))), name, resolved(config))
        self._own[lens.id] = lens
        return lens

    def clone(self, origin: Lens) -> Lens:
        """Copy a lens. The copy names its origin by a UUID, as the service's does."""
        named = {"origin_lens_id": str(uuid.uuid5(uuid.NAMESPACE_OID, origin.id))}
        return self.register(origin.name, origin.config | named)

    def delete(self, lens: Lens) -> None:
        """Take a lens of the organization's own away."""
        del self._own[lens.id]


def _built_in() -> list[Lens]:
    return [
        _activity_monitor("lns-1286e5d1d1b84a77-af311d579cc14869", "C 2.5", "Newton::c2_5_8b_260413b723a9ab"),
        _activity_monitor("lns-fd669361822b07e2-bc608aa3fdf8b4f9", "", "Newton::c2_3_7b_2508014e10af56"),
        _activity_monitor("lns-fd669361822b07e2-bc718aa3fdf0b3b7", "", "Newton::c2_3_7b_2508014e10af56"),
        Lens(
            "lns-1d519091822706e2-bc108andqxf8b4os",
            "Machine State",
            resolved(
                {
                    "model_pipeline": [{"processor_name": "lens_timeseries_state_processor"}],
                    "model_parameters": {
                        "model_name": "OmegaEncoder",
                        "model_version": "OmegaEncoder::omega_embeddings_01",
                        "normalize_input": True,
                        "buffer_size": 1024,
                        "min_replicas": 1,
                        "max_replicas": 1,
                    },
                }
            ),
            modifiable=False,
        ),
    ]


def _activity_monitor(lens_id: str, edition: str, model_version: str) -> Lens:
    return Lens(
        lens_id,
        f"Activity Monitor {edition}".strip(),
        resolved(
            {
                "model_pipeline": [{"processor_name": "lens_camera_processor"}],
                "model_parameters": {
                    "focus": "Describe the video.",
                    "model_name": "Newton",
                    "instruction": "Answer the following question about the video:",
                    "max_replicas": 1,
                    "min_replicas": 1,
                    "model_version": model_version,
                    "max_new_tokens": 512,
                    "camera_buffer_size": 5,
                    "camera_buffer_step_size": 5,
                },
            }
        ),
        modifiable=False,
    )
