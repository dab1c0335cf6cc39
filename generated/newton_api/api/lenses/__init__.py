"""The operations tagged `lenses`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.deleted_lens import DeletedLens
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.lens import Lens
from ...models.lens_clone_request import LensCloneRequest
from ...models.lens_config import LensConfig
from ...models.lens_definition import LensDefinition
from ...models.lens_delete_request import LensDeleteRequest
from ...models.lens_modify_request import LensModifyRequest
from ...models.lens_register_request import LensRegisterRequest
from ...models.lenses_info import LensesInfo
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    lenses_clone,
    lenses_delete,
    lenses_info,
    lenses_list,
    lenses_modify,
    lenses_register,
)


class Lenses:
    """Operations on `lenses`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def register(
        self,
        *,
        lens_config: LensDefinition | Mapping[str, Any],
    ) -> Lens:
        """Register a lens

        Registers a lens of your own: a pipeline of processors, the parameters of its model, and
        optionally the streams it reads and writes. The answer carries the id that a session needs.

        Give the settings in a second `lens_config` inside the first, beside `lens_name`: that is what
        every running program sends. A lens without a pipeline gets `lens_noop_processor`. The model
        version is not checked here or when a session is created: a wrong one fails at inference.
        Files that a lens reads may have 512 MB at most.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-register

        Args:
            lens_config: A new lens; its name, and its settings in a `lens_config` of its own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_register._get_kwargs(
                body={
                    "lens_config": lens_config,
                },
            ),
            lenses_register._parse_response,
        )

    def clone(
        self,
        *,
        lens_id: str,
    ) -> Lens:
        """Copy a lens

        Makes a lens of your own from any lens you can see, built-in ones included. The copy has a new
        id and may be modified. Later changes to the original do not reach it.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-clone

        Args:
            lens_id: The lens to copy, built-in or your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_clone._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_clone._parse_response,
        )

    def modify(
        self,
        *,
        lens_id: str,
        lens_name: str | None = None,
        lens_config: LensConfig | Mapping[str, Any] | None = None,
    ) -> Lens:
        """Change a lens

        Changes the name or the settings of a lens of your own; what is given replaces what was there.
        Built-in lenses (`lens_modifiable` false) cannot be changed: clone them first. To change a
        running session, send it a `session.modify` event instead.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-modify

        Args:
            lens_id: A lens of your own.
            lens_name: Its new name.
            lens_config: The settings of a lens.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_modify._get_kwargs(
                body={
                    "lens_id": lens_id,
                    "lens_name": given(lens_name),
                    "lens_config": given(lens_config),
                },
            ),
            lenses_modify._parse_response,
        )

    def delete(
        self,
        *,
        lens_id: str,
    ) -> DeletedLens:
        """Delete a lens

        Deletes a lens of your own. Its running sessions go on, so a lens may be deleted as soon as its
        session exists. A built-in lens cannot be deleted: the answer then has `is_valid` false.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-delete

        Args:
            lens_id: A lens of your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_delete._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_delete._parse_response,
        )

    def info(
        self,
    ) -> LensesInfo:
        """Summarize all lenses

        A summary over the lenses of your organization. Its fields are not documented; read them by name
        from the answer. A cheap call to see whether a key works.

        Docs: https://docs.archetypeai.app/api-reference/quick-reference

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_info._get_kwargs(),
            lenses_info._parse_response,
        )

    def list(
        self,
        *,
        lens_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> builtins.list[Lens]:
        """List lenses

        The lenses you can run: the built-in ones and your organization's own. With `lens_id` the list
        holds that lens alone. Shards are pages, counted from 0; without paging everything comes at once.

        Docs: https://docs.archetypeai.app/api-reference/lens/get-metadata

        Args:
            lens_id: Only this lens. Empty means all.
            shard_index: Page to return, from 0. The server's default, -1, returns all.
            max_items_per_shard: Lenses on a page. The server's default, -1, sets no limit.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            lenses_list._get_kwargs(
                lens_id=given(lens_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            lenses_list._parse_response,
        )


class AsyncLenses:
    """Operations on `lenses`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def register(
        self,
        *,
        lens_config: LensDefinition | Mapping[str, Any],
    ) -> Lens:
        """Register a lens

        Registers a lens of your own: a pipeline of processors, the parameters of its model, and
        optionally the streams it reads and writes. The answer carries the id that a session needs.

        Give the settings in a second `lens_config` inside the first, beside `lens_name`: that is what
        every running program sends. A lens without a pipeline gets `lens_noop_processor`. The model
        version is not checked here or when a session is created: a wrong one fails at inference.
        Files that a lens reads may have 512 MB at most.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-register

        Args:
            lens_config: A new lens; its name, and its settings in a `lens_config` of its own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_register._get_kwargs(
                body={
                    "lens_config": lens_config,
                },
            ),
            lenses_register._parse_response,
        )

    async def clone(
        self,
        *,
        lens_id: str,
    ) -> Lens:
        """Copy a lens

        Makes a lens of your own from any lens you can see, built-in ones included. The copy has a new
        id and may be modified. Later changes to the original do not reach it.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-clone

        Args:
            lens_id: The lens to copy, built-in or your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_clone._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_clone._parse_response,
        )

    async def modify(
        self,
        *,
        lens_id: str,
        lens_name: str | None = None,
        lens_config: LensConfig | Mapping[str, Any] | None = None,
    ) -> Lens:
        """Change a lens

        Changes the name or the settings of a lens of your own; what is given replaces what was there.
        Built-in lenses (`lens_modifiable` false) cannot be changed: clone them first. To change a
        running session, send it a `session.modify` event instead.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-modify

        Args:
            lens_id: A lens of your own.
            lens_name: Its new name.
            lens_config: The settings of a lens.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_modify._get_kwargs(
                body={
                    "lens_id": lens_id,
                    "lens_name": given(lens_name),
                    "lens_config": given(lens_config),
                },
            ),
            lenses_modify._parse_response,
        )

    async def delete(
        self,
        *,
        lens_id: str,
    ) -> DeletedLens:
        """Delete a lens

        Deletes a lens of your own. Its running sessions go on, so a lens may be deleted as soon as its
        session exists. A built-in lens cannot be deleted: the answer then has `is_valid` false.

        Docs: https://docs.archetypeai.app/api-reference/lens/lens-delete

        Args:
            lens_id: A lens of your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_delete._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_delete._parse_response,
        )

    async def info(
        self,
    ) -> LensesInfo:
        """Summarize all lenses

        A summary over the lenses of your organization. Its fields are not documented; read them by name
        from the answer. A cheap call to see whether a key works.

        Docs: https://docs.archetypeai.app/api-reference/quick-reference

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_info._get_kwargs(),
            lenses_info._parse_response,
        )

    async def list(
        self,
        *,
        lens_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> builtins.list[Lens]:
        """List lenses

        The lenses you can run: the built-in ones and your organization's own. With `lens_id` the list
        holds that lens alone. Shards are pages, counted from 0; without paging everything comes at once.

        Docs: https://docs.archetypeai.app/api-reference/lens/get-metadata

        Args:
            lens_id: Only this lens. Empty means all.
            shard_index: Page to return, from 0. The server's default, -1, returns all.
            max_items_per_shard: Lenses on a page. The server's default, -1, sets no limit.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            lenses_list._get_kwargs(
                lens_id=given(lens_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            lenses_list._parse_response,
        )


class RawLenses:
    """Operations on `lenses`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def register(
        self,
        *,
        lens_config: LensDefinition | Mapping[str, Any],
    ) -> Response[Lens]:
        """Register a lens"""
        return self._caller.call_raw(
            lenses_register._get_kwargs(
                body={
                    "lens_config": lens_config,
                },
            ),
            lenses_register._parse_response,
        )

    def clone(
        self,
        *,
        lens_id: str,
    ) -> Response[Lens]:
        """Copy a lens"""
        return self._caller.call_raw(
            lenses_clone._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_clone._parse_response,
        )

    def modify(
        self,
        *,
        lens_id: str,
        lens_name: str | None = None,
        lens_config: LensConfig | Mapping[str, Any] | None = None,
    ) -> Response[Lens]:
        """Change a lens"""
        return self._caller.call_raw(
            lenses_modify._get_kwargs(
                body={
                    "lens_id": lens_id,
                    "lens_name": given(lens_name),
                    "lens_config": given(lens_config),
                },
            ),
            lenses_modify._parse_response,
        )

    def delete(
        self,
        *,
        lens_id: str,
    ) -> Response[DeletedLens]:
        """Delete a lens"""
        return self._caller.call_raw(
            lenses_delete._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_delete._parse_response,
        )

    def info(
        self,
    ) -> Response[LensesInfo]:
        """Summarize all lenses"""
        return self._caller.call_raw(
            lenses_info._get_kwargs(),
            lenses_info._parse_response,
        )

    def list(
        self,
        *,
        lens_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> Response[builtins.list[Lens]]:
        """List lenses"""
        return self._caller.call_raw(
            lenses_list._get_kwargs(
                lens_id=given(lens_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            lenses_list._parse_response,
        )


class AsyncRawLenses:
    """Operations on `lenses`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def register(
        self,
        *,
        lens_config: LensDefinition | Mapping[str, Any],
    ) -> Response[Lens]:
        """Register a lens"""
        return await self._caller.call_raw(
            lenses_register._get_kwargs(
                body={
                    "lens_config": lens_config,
                },
            ),
            lenses_register._parse_response,
        )

    async def clone(
        self,
        *,
        lens_id: str,
    ) -> Response[Lens]:
        """Copy a lens"""
        return await self._caller.call_raw(
            lenses_clone._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_clone._parse_response,
        )

    async def modify(
        self,
        *,
        lens_id: str,
        lens_name: str | None = None,
        lens_config: LensConfig | Mapping[str, Any] | None = None,
    ) -> Response[Lens]:
        """Change a lens"""
        return await self._caller.call_raw(
            lenses_modify._get_kwargs(
                body={
                    "lens_id": lens_id,
                    "lens_name": given(lens_name),
                    "lens_config": given(lens_config),
                },
            ),
            lenses_modify._parse_response,
        )

    async def delete(
        self,
        *,
        lens_id: str,
    ) -> Response[DeletedLens]:
        """Delete a lens"""
        return await self._caller.call_raw(
            lenses_delete._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            lenses_delete._parse_response,
        )

    async def info(
        self,
    ) -> Response[LensesInfo]:
        """Summarize all lenses"""
        return await self._caller.call_raw(
            lenses_info._get_kwargs(),
            lenses_info._parse_response,
        )

    async def list(
        self,
        *,
        lens_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> Response[builtins.list[Lens]]:
        """List lenses"""
        return await self._caller.call_raw(
            lenses_list._get_kwargs(
                lens_id=given(lens_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            lenses_list._parse_response,
        )
