import copy
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .lens_api import LensApi

ROOT = Path(__file__).parents[2]
KEY = {"Authorization": "Bearer sk_test"}

WIDGETS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Widgets", "version": "1"},
    "servers": [{"url": "https://widgets.example.com/v9"}],
    "paths": {
        "/widgets/{widget_id}": {
            "parameters": [
                {
                    "name": "widget_id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string", "minLength": 1},
                }
            ],
            "get": {
                "operationId": "widgets_get",
                "parameters": [
                    {"name": "depth", "in": "query", "schema": {"type": "integer", "minimum": 0}},
                    {
                        "name": "tags",
                        "in": "query",
                        "schema": {"type": "array", "items": {"type": "boolean"}},
                    },
                    {
                        "name": "X-Trace",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string"},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "A widget.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Widget"},
                                "examples": {"red": {"value": {"widget_id": "w1", "size": 3}}},
                            }
                        },
                    },
                    "4XX": {"$ref": "#/components/responses/Error"},
                    "500": {"$ref": "#/components/responses/Error"},
                },
            },
            "delete": {"operationId": "widgets_delete", "responses": {"204": {"description": "Gone."}}},
        },
        "/widgets/newest": {
            "get": {
                "operationId": "widgets_newest",
                "responses": {
                    "200": {
                        "description": "A widget.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Widget"},
                                "example": {"widget_id": "w9", "size": 1},
                            }
                        },
                    }
                },
            }
        },
        "/widgets": {
            "post": {
                "operationId": "widgets_create",
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Widget"}}},
                },
                "responses": {"201": {"description": "Made."}},
            }
        },
    },
    "components": {
        "responses": {
            "Error": {
                "description": "No.",
                "content": {"application/json": {"schema": {"type": "object"}}},
            }
        },
        "schemas": {
            "Widget": {
                "type": "object",
                "required": ["widget_id", "size"],
                "properties": {"widget_id": {"type": "string"}, "size": {"type": "integer", "minimum": 1}},
            }
        },
    },
}


@pytest.fixture
def widgets_document() -> dict[str, Any]:
    return copy.deepcopy(WIDGETS)


@pytest.fixture
def widgets(widgets_document: dict[str, Any]) -> Iterator[httpx.Client]:
    with (
        MockServer(contract=widgets_document) as server,
        httpx.Client(base_url=server.url, headers={**KEY, "X-Trace": "1"}) as client,
    ):
        yield client


@pytest.fixture
def api(newton_mock: MockServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=newton_mock.url, headers=KEY) as client:
        yield client


@pytest.fixture
def caller(newton_mock: MockServer) -> Iterator[LensApi]:
    """A caller of the lens API."""
    with LensApi(newton_mock) as caller:
        yield caller


@pytest.fixture
def bearings() -> dict[str, list[str]]:
    """The lines of the real recordings, header first, by the state of the machine."""
    folder = Path(os.environ.get("NEWTON_TEST_DATA", ROOT.parent / "shared" / "data"))
    files = {state: folder / f"bearing_{state}.csv" for state in ("healthy", "degraded")}
    if not all(path.is_file() for path in files.values()):
        pytest.skip("the bearing recordings are not here; NEWTON_TEST_DATA names their folder")
    return {state: path.read_text().splitlines(keepends=True) for state, path in files.items()}


def upload(api: httpx.Client, name: str, content: bytes | str, file_type: str = "text/csv") -> str:
    """Upload a file and return its file_uid."""
    data = content.encode() if isinstance(content, str) else content
    response = api.post("/files", files={"file": (name, data, file_type)})
    assert response.status_code == 200, response.text
    return str(response.json()["file_uid"])


def code(response: httpx.Response) -> tuple[int, str]:
    """The status and the first error code."""
    return response.status_code, response.json()["errors"][0]["code"]
