"""Pipelines: what jobs can be made of."""

from collections.abc import Generator
from contextlib import closing
from typing import Any

from newton_api.api import pipelines
from newton_api.models import Pipeline

from .._schema import template, user_schema
from ..errors import NotFoundError
from .caller import HTTPCaller

PAGE = 100


class Pipelines(pipelines.Pipelines):
    """Operations on `pipelines`."""

    def __init__(self, caller: HTTPCaller) -> None:
        super().__init__(caller)
        self._schemas: dict[tuple[str, str | None], dict[str, Any]] = {}

    def find(self, pipeline_key: str, version: str | None = None) -> Pipeline:
        """The pipeline of that key.

        Args:
            pipeline_key: Its key, `machine-state-classification`.
            version: Its version; the newest published one by default.

        Raises:
            NotFoundError: There is none.
            NewtonError: What went wrong; see its subclasses.
        """
        found: list[Pipeline] = []
        with closing(self._every()) as pipelines:
            for pipeline in pipelines:
                if pipeline.pipeline_key == pipeline_key and version in (None, pipeline.pipeline_version):
                    found.append(pipeline)
        if version is None:
            found = [
                pipeline
                for pipeline in found
                if pipeline.status in (None, "published") or not pipeline.status
            ]
            found.sort(key=lambda pipeline: pipeline.created_at.timestamp() if pipeline.created_at else 0.0)
        if not found:
            named = pipeline_key if version is None else f"{pipeline_key} {version}"
            raise NotFoundError(f"There is no pipeline {named!r} that you can use.", status_code=404)
        return found[-1]

    def _every(self) -> Generator[Pipeline]:
        seen = 0
        while True:
            page = self.list(offset=seen, limit=PAGE)
            for pipeline in page.pipelines:
                yield pipeline
            seen += len(page.pipelines)
            if not page.pipelines or seen >= page.total:
                return

    def template(self, pipeline_key: str, version: str | None = None) -> dict[str, Any]:
        """The arguments of `jobs.create` for a pipeline: its defaults, and `<...>` for what is yours to say.

            request = newton.pipelines.template("machine-state-classification")
            request["inputs"]["worker.inference"] = [{"file_id": "pump.csv"}]
            job = newton.jobs.create(**request)

        Args:
            pipeline_key: Its key.
            version: Its version; the newest published one by default.

        Raises:
            NotFoundError: There is no such pipeline.
            NewtonError: What went wrong; see its subclasses.
        """
        pipeline = self.find(pipeline_key, version)
        return template(pipeline, user_schema(self.schema(pipeline.id)))

    def user_schema(
        self, pipeline_key: str, version: str | None = None, *, again: bool = False
    ) -> dict[str, Any]:
        """What a job may set, as JSON Schema. It is remembered.

        Args:
            pipeline_key: The pipeline's key.
            version: Its version; the newest published one by default.
            again: Ask the server, whatever is remembered.

        Raises:
            NotFoundError: There is no such pipeline.
            NewtonError: What went wrong; see its subclasses.
        """
        if again or (pipeline_key, version) not in self._schemas:
            pipeline = self.find(pipeline_key, version)
            self._schemas[pipeline_key, version] = user_schema(self.schema(pipeline.id))
        return self._schemas[pipeline_key, version]
