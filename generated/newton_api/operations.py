"""What the contract says of each operation beyond HTTP."""

from typing import Literal

from attrs import frozen


@frozen
class Page:
    """How a list is paged.

    Attributes:
        style: `offset` (offset and limit), `shard` (shard_index and max_items_per_shard),
            `shard+cursor` (shards on older deployments, `after` and `limit` on newer ones).
        items: The field of the answer that holds the items; empty where the answer is the list.
    """

    style: str
    items: str


@frozen
class Find:
    """Where to look for a resource that may have been made.

    Attributes:
        operation: The operation that lists such resources.
        by: Its parameters, each with the request field whose value to give.
    """

    operation: str
    by: tuple[tuple[str, str], ...] = ()


@frozen
class Operation:
    """One operation.

    Attributes:
        id: Its `operationId`.
        tag: The attribute of the client it is found at.
        method: The HTTP method.
        path: The path template, below the server's URL.
        retry: `always` where repeating is harmless, `unsent` where a request that may have been
            acted on must not be repeated.
        conflict_is_success: Whether a 409 says that what was asked for is already so.
        state: The operation that reads the resource after such a 409.
        key: The request field that names the new resource; a name made by the client makes the
            request repeatable.
        find: Where to look for what a request may have made whose answer was lost.
        page: How its list is paged, if it gives one.
        file_id: Where file ids stand in the request.
        secret: Fields of the answer that hold credentials.
        failure: How an answer with a 2xx status says that it failed.
        stream: How the answer is read, if as it comes.
    """

    id: str
    tag: str
    method: str
    path: str
    retry: Literal["always", "unsent"]
    conflict_is_success: bool = False
    state: str | None = None
    key: str | None = None
    find: Find | None = None
    page: Page | None = None
    file_id: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    failure: Literal["is_valid", "type", "status"] | None = None
    stream: Literal["bytes", "sse"] | None = None


SERVER = "https://api.u1.archetypeai.app/v0.5"
"""The server that the contract names first."""

OPERATIONS: dict[str, Operation] = {
    operation.id: operation
    for operation in (
        Operation(
            "files_upload",
            "files",
            "POST",
            "/files",
            "always",
            failure="is_valid",
        ),
        Operation(
            "files_upload_base64",
            "files",
            "POST",
            "/files/base64",
            "always",
            failure="is_valid",
        ),
        Operation(
            "files_delete",
            "files",
            "DELETE",
            "/files/delete/{file_id}",
            "always",
            file_id=("path.file_id",),
            failure="is_valid",
        ),
        Operation(
            "files_download",
            "files",
            "GET",
            "/files/download/{file_id}",
            "always",
            file_id=("path.file_id",),
            stream="bytes",
        ),
        Operation(
            "files_info",
            "files",
            "GET",
            "/files/info",
            "always",
        ),
        Operation(
            "files_list",
            "files",
            "GET",
            "/files/metadata",
            "always",
            page=Page("shard+cursor", "data"),
        ),
        Operation(
            "files_get",
            "files",
            "GET",
            "/files/metadata/{file_id}",
            "always",
            file_id=("path.file_id",),
        ),
        Operation(
            "uploads_initiate",
            "uploads",
            "POST",
            "/files/uploads/initiate",
            "always",
        ),
        Operation(
            "uploads_part_urls",
            "uploads",
            "POST",
            "/files/uploads/{upload_id}/parts/urls",
            "always",
        ),
        Operation(
            "uploads_checkpoint",
            "uploads",
            "POST",
            "/files/uploads/{upload_id}/parts/checkpoint",
            "always",
        ),
        Operation(
            "uploads_complete",
            "uploads",
            "POST",
            "/files/uploads/{upload_id}/complete",
            "always",
            conflict_is_success=True,
        ),
        Operation(
            "uploads_abort",
            "uploads",
            "POST",
            "/files/uploads/{upload_id}/abort",
            "always",
        ),
        Operation(
            "query_create",
            "query",
            "POST",
            "/query",
            "always",
            file_id=("body.file_ids",),
            secret=("api_key",),
            failure="status",
        ),
        Operation(
            "lenses_register",
            "lenses",
            "POST",
            "/lens/register",
            "unsent",
            find=Find(
                "lenses_list",
                (),
            ),
            file_id=(
                "body.lens_config.lens_config.input_streams[].stream_config.file_id",
                "body.lens_config.lens_config.model_parameters.input_n_shot.*",
                "body.lens_config.input_streams[].stream_config.file_id",
                "body.lens_config.model_parameters.input_n_shot.*",
            ),
            failure="is_valid",
        ),
        Operation(
            "lenses_clone",
            "lenses",
            "POST",
            "/lens/clone",
            "unsent",
            find=Find(
                "lenses_list",
                (),
            ),
        ),
        Operation(
            "lenses_modify",
            "lenses",
            "POST",
            "/lens/modify",
            "always",
            file_id=(
                "body.lens_config.input_streams[].stream_config.file_id",
                "body.lens_config.model_parameters.input_n_shot.*",
            ),
        ),
        Operation(
            "lenses_delete",
            "lenses",
            "POST",
            "/lens/delete",
            "always",
            failure="is_valid",
        ),
        Operation(
            "lenses_info",
            "lenses",
            "GET",
            "/lens/info",
            "always",
        ),
        Operation(
            "lenses_list",
            "lenses",
            "GET",
            "/lens/metadata",
            "always",
            page=Page("shard", ""),
        ),
        Operation(
            "sessions_create",
            "sessions",
            "POST",
            "/lens/sessions/create",
            "unsent",
            find=Find(
                "sessions_list",
                (),
            ),
            secret=("api_key",),
        ),
        Operation(
            "sessions_destroy",
            "sessions",
            "POST",
            "/lens/sessions/destroy",
            "always",
            failure="is_valid",
        ),
        Operation(
            "sessions_info",
            "sessions",
            "GET",
            "/lens/sessions/info",
            "always",
        ),
        Operation(
            "sessions_list",
            "sessions",
            "GET",
            "/lens/sessions/metadata",
            "always",
            page=Page("shard", ""),
            secret=("api_key",),
        ),
        Operation(
            "sessions_process_event",
            "sessions",
            "POST",
            "/lens/sessions/events/process",
            "unsent",
            file_id=(
                "body.event.event_data.stream_config.file_id",
                "body.event.event_data.input_n_shot.*",
            ),
            secret=("api_key",),
            failure="type",
        ),
        Operation(
            "sessions_consume",
            "sessions",
            "GET",
            "/lens/sessions/consumer/{session_id}",
            "always",
            stream="sse",
        ),
        Operation(
            "jobs_list",
            "jobs",
            "GET",
            "/batch/jobs",
            "always",
            page=Page("offset", "jobs"),
        ),
        Operation(
            "jobs_create",
            "jobs",
            "POST",
            "/batch/jobs",
            "unsent",
            find=Find(
                "jobs_list",
                (("q", "name"),),
            ),
            file_id=("body.inputs.*[].file_id",),
        ),
        Operation(
            "jobs_queue",
            "jobs",
            "GET",
            "/batch/jobs/queue",
            "always",
        ),
        Operation(
            "jobs_get",
            "jobs",
            "GET",
            "/batch/jobs/{id}",
            "always",
        ),
        Operation(
            "jobs_delete",
            "jobs",
            "DELETE",
            "/batch/jobs/{id}",
            "always",
        ),
        Operation(
            "jobs_retry",
            "jobs",
            "POST",
            "/batch/jobs/{id}/retry",
            "always",
            conflict_is_success=True,
            state="jobs_get",
        ),
        Operation(
            "jobs_cancel",
            "jobs",
            "POST",
            "/batch/jobs/{id}/cancel",
            "always",
            conflict_is_success=True,
            state="jobs_get",
        ),
        Operation(
            "jobs_events",
            "jobs",
            "GET",
            "/batch/jobs/{id}/events",
            "always",
            page=Page("offset", "events"),
        ),
        Operation(
            "jobs_inputs",
            "jobs",
            "GET",
            "/batch/jobs/{id}/inputs",
            "always",
            page=Page("offset", "inputs"),
        ),
        Operation(
            "jobs_outputs",
            "jobs",
            "GET",
            "/batch/jobs/{id}/outputs",
            "always",
            page=Page("offset", "outputs"),
        ),
        Operation(
            "jobs_progress",
            "jobs",
            "GET",
            "/batch/jobs/{id}/progress",
            "always",
            page=Page("offset", "entries"),
        ),
        Operation(
            "jobs_inputs_progress",
            "jobs",
            "GET",
            "/batch/jobs/{id}/inputs/progress",
            "always",
            page=Page("offset", "items"),
        ),
        Operation(
            "jobs_inputs_progress_counts",
            "jobs",
            "GET",
            "/batch/jobs/{id}/inputs/progress/counts",
            "always",
        ),
        Operation(
            "jobs_inputs_progress_traces",
            "jobs",
            "GET",
            "/batch/jobs/{id}/inputs/progress/traces",
            "always",
        ),
        Operation(
            "pipelines_list",
            "pipelines",
            "GET",
            "/batch/registry/pipelines",
            "always",
            page=Page("offset", "pipelines"),
        ),
        Operation(
            "pipelines_get",
            "pipelines",
            "GET",
            "/batch/registry/pipelines/{id}",
            "always",
        ),
        Operation(
            "pipelines_schema",
            "pipelines",
            "GET",
            "/batch/registry/pipelines/{id}/schema",
            "always",
        ),
        Operation(
            "fine_tuning_list",
            "fine_tuning",
            "GET",
            "/fine-tune/jobs",
            "always",
            page=Page("offset", ""),
        ),
        Operation(
            "fine_tuning_create",
            "fine_tuning",
            "POST",
            "/fine-tune/jobs",
            "always",
            state="fine_tuning_get",
            key="id",
            file_id=("body.config.datasets[].file_ids",),
        ),
        Operation(
            "fine_tuning_get",
            "fine_tuning",
            "GET",
            "/fine-tune/jobs/{job_id}",
            "always",
        ),
        Operation(
            "fine_tuning_delete",
            "fine_tuning",
            "DELETE",
            "/fine-tune/jobs/{job_id}",
            "always",
        ),
        Operation(
            "fine_tuning_metrics",
            "fine_tuning",
            "GET",
            "/fine-tune/jobs/{job_id}/metrics",
            "always",
            page=Page("offset", "metrics"),
        ),
        Operation(
            "fine_tuning_stop",
            "fine_tuning",
            "PUT",
            "/fine-tune/jobs/{job_id}/stop",
            "always",
            conflict_is_success=True,
            state="fine_tuning_get",
        ),
        Operation(
            "fine_tuning_cancel",
            "fine_tuning",
            "PUT",
            "/fine-tune/jobs/{job_id}/cancel",
            "always",
            conflict_is_success=True,
            state="fine_tuning_get",
        ),
        Operation(
            "fine_tuning_status",
            "fine_tuning",
            "GET",
            "/fine-tune/status",
            "always",
        ),
    )
}
