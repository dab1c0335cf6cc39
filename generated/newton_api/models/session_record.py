from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.lens_config import LensConfig


T = TypeVar("T", bound="SessionRecord")


@_attrs_define
class SessionRecord:
    """A session. A list shows fewer fields than creation and `session.status` do.

    Attributes:
        session_id (str): `lsn-` and 30 characters.
        session_status (str): Where a session stands: CREATED, REGISTERED, RUNNING, FAILED, STALE or DESTROYED, and
            perhaps
            others. Three spellings occur: with `LensSessionStatus.` in front (`sessions_create` and
            `session.status`), without it (`sessions_destroy`, `sessions_list` and heartbeats), and as a
            number in a string (`session.status`): "3" for running, "6" for failed.
        lens_id (str | Unset): The lens that the session runs.
        lens_name (str | Unset): The lens's name.
        session_endpoint (str | Unset): WebSocket address; it takes the same events.
        session_ttl_sec (int | Unset): Seconds without activity until it ends; 86400.
        session_duration_sec (float | Unset): Seconds since the session began; in lists.
        session_runner (None | str | Unset): The worker that runs it; null while there is none.
        node_tag (str | Unset): Kind of node that it runs on.
        lens_config (LensConfig | Unset): The settings of a lens.
        input_data_stream_id (None | str | Unset): The configured input stream; null without one.
        output_data_stream_id (None | str | Unset): The configured output stream; null without one.
        registration_timestamp (float | Unset): Creation in Unix seconds.
        session_start_timestamp (float | None | Unset): When the runner started it, in Unix seconds; null before.
        last_event_timestamp (float | Unset): The last event in Unix seconds.
        last_update_timestamp (float | Unset): The last change of this record in Unix seconds.
        session_destroyed_timestamp (float | None | Unset): When it ended, in Unix seconds; null while it lives.
        num_active_connections (int | Unset): Clients connected.
        num_updates (int | Unset): Changes of state sent out.
        num_inputs (int | Unset): Frames or records received.
        num_outputs (int | Unset): Results produced, delivered or not.
        num_events (int | Unset): Events processed.
        org_id (str | Unset): Your organization.
        api_key (str | Unset): Your API key in clear text. Do not log it.
        errors (list[Any] | Unset): Present when the request failed; older. The shape of an element is not documented.
    """

    session_id: str
    session_status: str
    lens_id: str | Unset = UNSET
    lens_name: str | Unset = UNSET
    session_endpoint: str | Unset = UNSET
    session_ttl_sec: int | Unset = UNSET
    session_duration_sec: float | Unset = UNSET
    session_runner: None | str | Unset = UNSET
    node_tag: str | Unset = UNSET
    lens_config: LensConfig | Unset = UNSET
    input_data_stream_id: None | str | Unset = UNSET
    output_data_stream_id: None | str | Unset = UNSET
    registration_timestamp: float | Unset = UNSET
    session_start_timestamp: float | None | Unset = UNSET
    last_event_timestamp: float | Unset = UNSET
    last_update_timestamp: float | Unset = UNSET
    session_destroyed_timestamp: float | None | Unset = UNSET
    num_active_connections: int | Unset = UNSET
    num_updates: int | Unset = UNSET
    num_inputs: int | Unset = UNSET
    num_outputs: int | Unset = UNSET
    num_events: int | Unset = UNSET
    org_id: str | Unset = UNSET
    api_key: str | Unset = UNSET
    errors: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        session_status = self.session_status

        lens_id = self.lens_id

        lens_name = self.lens_name

        session_endpoint = self.session_endpoint

        session_ttl_sec = self.session_ttl_sec

        session_duration_sec = self.session_duration_sec

        session_runner: None | str | Unset
        if isinstance(self.session_runner, Unset):
            session_runner = UNSET
        else:
            session_runner = self.session_runner

        node_tag = self.node_tag

        lens_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.lens_config, Unset):
            lens_config = self.lens_config.to_dict()

        input_data_stream_id: None | str | Unset
        if isinstance(self.input_data_stream_id, Unset):
            input_data_stream_id = UNSET
        else:
            input_data_stream_id = self.input_data_stream_id

        output_data_stream_id: None | str | Unset
        if isinstance(self.output_data_stream_id, Unset):
            output_data_stream_id = UNSET
        else:
            output_data_stream_id = self.output_data_stream_id

        registration_timestamp = self.registration_timestamp

        session_start_timestamp: float | None | Unset
        if isinstance(self.session_start_timestamp, Unset):
            session_start_timestamp = UNSET
        else:
            session_start_timestamp = self.session_start_timestamp

        last_event_timestamp = self.last_event_timestamp

        last_update_timestamp = self.last_update_timestamp

        session_destroyed_timestamp: float | None | Unset
        if isinstance(self.session_destroyed_timestamp, Unset):
            session_destroyed_timestamp = UNSET
        else:
            session_destroyed_timestamp = self.session_destroyed_timestamp

        num_active_connections = self.num_active_connections

        num_updates = self.num_updates

        num_inputs = self.num_inputs

        num_outputs = self.num_outputs

        num_events = self.num_events

        org_id = self.org_id

        api_key = self.api_key

        errors: list[Any] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = self.errors

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "session_status": session_status,
            }
        )
        if lens_id is not UNSET:
            field_dict["lens_id"] = lens_id
        if lens_name is not UNSET:
            field_dict["lens_name"] = lens_name
        if session_endpoint is not UNSET:
            field_dict["session_endpoint"] = session_endpoint
        if session_ttl_sec is not UNSET:
            field_dict["session_ttl_sec"] = session_ttl_sec
        if session_duration_sec is not UNSET:
            field_dict["session_duration_sec"] = session_duration_sec
        if session_runner is not UNSET:
            field_dict["session_runner"] = session_runner
        if node_tag is not UNSET:
            field_dict["node_tag"] = node_tag
        if lens_config is not UNSET:
            field_dict["lens_config"] = lens_config
        if input_data_stream_id is not UNSET:
            field_dict["input_data_stream_id"] = input_data_stream_id
        if output_data_stream_id is not UNSET:
            field_dict["output_data_stream_id"] = output_data_stream_id
        if registration_timestamp is not UNSET:
            field_dict["registration_timestamp"] = registration_timestamp
        if session_start_timestamp is not UNSET:
            field_dict["session_start_timestamp"] = session_start_timestamp
        if last_event_timestamp is not UNSET:
            field_dict["last_event_timestamp"] = last_event_timestamp
        if last_update_timestamp is not UNSET:
            field_dict["last_update_timestamp"] = last_update_timestamp
        if session_destroyed_timestamp is not UNSET:
            field_dict["session_destroyed_timestamp"] = session_destroyed_timestamp
        if num_active_connections is not UNSET:
            field_dict["num_active_connections"] = num_active_connections
        if num_updates is not UNSET:
            field_dict["num_updates"] = num_updates
        if num_inputs is not UNSET:
            field_dict["num_inputs"] = num_inputs
        if num_outputs is not UNSET:
            field_dict["num_outputs"] = num_outputs
        if num_events is not UNSET:
            field_dict["num_events"] = num_events
        if org_id is not UNSET:
            field_dict["org_id"] = org_id
        if api_key is not UNSET:
            field_dict["api_key"] = api_key
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lens_config import LensConfig  # noqa: PLC0415

        d = dict(src_dict)
        session_id = d.pop("session_id")

        session_status = d.pop("session_status")

        lens_id = d.pop("lens_id", UNSET)

        lens_name = d.pop("lens_name", UNSET)

        session_endpoint = d.pop("session_endpoint", UNSET)

        session_ttl_sec = d.pop("session_ttl_sec", UNSET)

        session_duration_sec = d.pop("session_duration_sec", UNSET)

        def _parse_session_runner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        session_runner = _parse_session_runner(d.pop("session_runner", UNSET))

        node_tag = d.pop("node_tag", UNSET)

        _lens_config = d.pop("lens_config", UNSET)
        lens_config: LensConfig | Unset
        if _lens_config is None or isinstance(_lens_config, Unset):
            lens_config = UNSET
        else:
            lens_config = LensConfig.from_dict(_lens_config)

        def _parse_input_data_stream_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        input_data_stream_id = _parse_input_data_stream_id(d.pop("input_data_stream_id", UNSET))

        def _parse_output_data_stream_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        output_data_stream_id = _parse_output_data_stream_id(d.pop("output_data_stream_id", UNSET))

        registration_timestamp = d.pop("registration_timestamp", UNSET)

        def _parse_session_start_timestamp(data: object) -> float | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | None | Unset", data)

        session_start_timestamp = _parse_session_start_timestamp(d.pop("session_start_timestamp", UNSET))

        last_event_timestamp = d.pop("last_event_timestamp", UNSET)

        last_update_timestamp = d.pop("last_update_timestamp", UNSET)

        def _parse_session_destroyed_timestamp(data: object) -> float | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | None | Unset", data)

        session_destroyed_timestamp = _parse_session_destroyed_timestamp(
            d.pop("session_destroyed_timestamp", UNSET)
        )

        num_active_connections = d.pop("num_active_connections", UNSET)

        num_updates = d.pop("num_updates", UNSET)

        num_inputs = d.pop("num_inputs", UNSET)

        num_outputs = d.pop("num_outputs", UNSET)

        num_events = d.pop("num_events", UNSET)

        org_id = d.pop("org_id", UNSET)

        api_key = d.pop("api_key", UNSET)

        errors = cast("list[Any]", d.pop("errors", UNSET))

        session_record = cls(
            session_id=session_id,
            session_status=session_status,
            lens_id=lens_id,
            lens_name=lens_name,
            session_endpoint=session_endpoint,
            session_ttl_sec=session_ttl_sec,
            session_duration_sec=session_duration_sec,
            session_runner=session_runner,
            node_tag=node_tag,
            lens_config=lens_config,
            input_data_stream_id=input_data_stream_id,
            output_data_stream_id=output_data_stream_id,
            registration_timestamp=registration_timestamp,
            session_start_timestamp=session_start_timestamp,
            last_event_timestamp=last_event_timestamp,
            last_update_timestamp=last_update_timestamp,
            session_destroyed_timestamp=session_destroyed_timestamp,
            num_active_connections=num_active_connections,
            num_updates=num_updates,
            num_inputs=num_inputs,
            num_outputs=num_outputs,
            num_events=num_events,
            org_id=org_id,
            api_key=api_key,
            errors=errors,
        )

        session_record.additional_properties = d
        return session_record

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
