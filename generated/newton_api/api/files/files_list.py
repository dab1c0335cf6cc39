from typing import Any

import httpx

from ...models.file_metadata import FileMetadata
from ...models.file_metadata_page import FileMetadataPage
from ...types import UNSET, FileUid, Unset


def _get_kwargs(
    *,
    shard_index: int | Unset = UNSET,
    max_items_per_shard: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
    file_type: str | Unset = UNSET,
    file_uid: FileUid | str | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["shard_index"] = shard_index

    params["max_items_per_shard"] = max_items_per_shard

    params["limit"] = limit

    params["after"] = after

    params["before"] = before

    params["file_type"] = file_type

    params["file_uid"] = file_uid

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/files/metadata",
        "params": params,
        "extensions": {
            "operation": "files_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FileMetadataPage | list[FileMetadata]:
    def _parse_response_200(data: object) -> FileMetadataPage | list[FileMetadata]:
        try:
            if not isinstance(data, list):
                raise TypeError()
            componentsschemas_file_listing_type_0 = []
            _componentsschemas_file_listing_type_0 = data
            for componentsschemas_file_metadata_list_item_data in _componentsschemas_file_listing_type_0:
                componentsschemas_file_metadata_list_item = FileMetadata.from_dict(
                    componentsschemas_file_metadata_list_item_data
                )

                componentsschemas_file_listing_type_0.append(componentsschemas_file_metadata_list_item)

            return componentsschemas_file_listing_type_0
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        if not isinstance(data, dict):
            raise TypeError()
        componentsschemas_file_listing_type_1 = FileMetadataPage.from_dict(data)

        return componentsschemas_file_listing_type_1

    response_200 = _parse_response_200(response.json())

    return response_200
