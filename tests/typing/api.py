# pyright: strict, reportUnnecessaryTypeIgnoreComment=error
"""What the types of the public API promise. Never run: mypy and pyright read it.

A line marked `type: ignore` must be wrong to both.
"""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, assert_type

import httpx

from newton_api.models import (
    FileMetadata,
    FileMetadataPage,
    FileReceipt,
    FilesInfo,
    Job,
    JobInputFile,
    JobOutput,
    QueryResponse,
    UploadedFile,
)
from newton_api.types import Response
from newton_client import (
    Answer,
    APIStatusError,
    AsyncNewton,
    Attempt,
    ErrorDetail,
    FileId,
    FileUid,
    JobFailedError,
    Newton,
    NewtonError,
    RequestError,
    RetryEvent,
    RetryPolicy,
)


def a_client_is_made() -> None:
    assert_type(Newton(), Newton)
    assert_type(Newton("sk", "https://api.example.com", timeout=None, retry=RetryPolicy.off()), Newton)
    Newton(http_client=httpx.Client(), on_retry=lambda event: print(event.operation, event.delay))
    AsyncNewton(http_client=httpx.AsyncClient())
    Newton(http_client=httpx.AsyncClient())  # type: ignore[arg-type]
    AsyncNewton(http_client=httpx.Client())  # type: ignore[arg-type]
    Newton(timeout="60")  # type: ignore[arg-type]
    Newton("sk", "https://api.example.com", 60)  # type: ignore[call-arg]
    with Newton() as newton:
        assert_type(newton, Newton)
        assert_type(newton.with_options(timeout=5), Newton)
        assert_type(newton.base_url, str)


async def an_async_client_is_made() -> None:
    async with AsyncNewton() as newton:
        assert_type(newton, AsyncNewton)
        assert_type(newton.with_options(retry=RetryPolicy(max_attempts=2)), AsyncNewton)
        await newton.aclose()


def files(newton: Newton) -> None:
    assert_type(newton.files.upload("pump.csv"), FileReceipt)
    newton.files.upload(Path("pump.csv"), name="other.csv", content_type="text/csv")
    newton.files.upload(b"a,b", name="pump.csv")
    with open("pump.csv", "rb") as binary, open("pump.csv") as text:
        newton.files.upload(binary)
        newton.files.upload(text)  # type: ignore[arg-type]
    assert_type(newton.files.download("pump.csv", "folder"), Path)
    assert_type(newton.files.get("pump.csv"), FileMetadata)
    assert_type(newton.files.list(), Iterator[FileMetadata])
    assert_type(newton.raw.files.list(limit=10).parsed, FileMetadataPage | list[FileMetadata])
    assert_type(newton.files.info(), FilesInfo)
    assert_type(newton.raw.files.info(), Response[FilesInfo])
    assert_type(newton.raw.files.info().status_code, int)


async def files_without_blocking(newton: AsyncNewton) -> None:
    assert_type(await newton.files.upload("pump.csv"), FileReceipt)
    assert_type(await newton.files.download("pump.csv", os.curdir), Path)
    assert_type(await newton.files.get("pump.csv"), FileMetadata)
    assert_type(await newton.raw.files.info(), Response[FilesInfo])
    assert_type(await newton.files.resolve("fil_1"), FileId)


def a_file_uid_is_no_file_id(newton: Newton, receipt: FileReceipt, finished: UploadedFile) -> None:
    assert_type(receipt.file_uid, FileUid)
    assert_type(newton.files.get("pump.csv").file_uid, FileUid)
    assert_type(finished.file_uid, FileUid)
    assert_type(newton.files.resolve(receipt.file_uid), FileId)
    assert_type(newton.files.resolve("fil_1"), FileId)
    newton.files.resolve(FileUid("fil_1"))
    newton.raw.files.list(file_uid=receipt.file_uid)

    newton.files.get(receipt.file_id)
    newton.files.get("pump.csv")
    newton.files.get(receipt.file_uid)  # type: ignore[arg-type]
    newton.files.get(FileUid("fil_1"))  # type: ignore[arg-type]
    newton.files.delete(receipt.file_uid)  # type: ignore[arg-type]
    newton.files.download(receipt.file_uid)  # type: ignore[call-overload]
    newton.query(model="m", query="q", file_ids=[receipt.file_id])
    newton.query(model="m", query="q", file_ids=[each.file_id for each in (receipt, receipt)])
    newton.query(model="m", query="q", file_ids=(receipt.file_id, "pump.csv"))
    newton.query(model="m", query="q", file_ids=[receipt.file_uid])  # type: ignore[list-item]
    newton.query(model="m", query="q", file_ids="pump.csv")  # type: ignore[arg-type]
    JobInputFile(file_id=receipt.file_id)
    JobInputFile(file_id=receipt.file_uid)  # type: ignore[arg-type]
    file_id: FileId = receipt.file_uid  # type: ignore[assignment]
    print(file_id, f"{receipt.file_uid}", str(receipt.file_uid), receipt.file_uid == "fil_1")


def a_question_is_asked(newton: Newton) -> None:
    answer = newton.query(
        model="Newton::c2_4_7b_251215a172f6d7",
        query="What happened?",
        file_ids=["pump.txt"],
        instruction_prompt="Be brief.",
        max_new_tokens=64,
        temperature=0.2,
        events=[{"type": "data.text", "event_data": {"contents": "steady"}}],
    )
    assert_type(answer, Answer)
    assert_type(answer.text, str)
    assert_type(answer.json(), Any)
    assert_type(answer.embeddings, list[list[float]])
    assert_type(answer.warnings, list[str])
    assert_type(answer.query_id, str | None)
    assert_type(answer.response, QueryResponse)
    assert_type(newton.query.create(model="m", query="q"), QueryResponse)
    newton.query(query="What happened?")  # type: ignore[call-arg]
    newton.query(model="m", query="q", max_tokens=5)  # type: ignore[call-arg]
    newton.query(model="m", query="q", max_new_tokens="64")  # type: ignore[arg-type]


async def a_question_is_asked_without_blocking(newton: AsyncNewton) -> None:
    assert_type(await newton.query(model="m", query="q"), Answer)
    assert_type(await newton.query.create(model="m", query="q"), QueryResponse)


def jobs(newton: Newton) -> None:
    assert_type(newton.jobs.get("job_1"), Job)
    assert_type(newton.jobs.wait("job_1", timeout=60, progress=lambda counts: print(counts.completed)), Job)
    assert_type(newton.jobs.iter_outputs("job_1"), Iterator[JobOutput])
    assert_type(newton.jobs.download_outputs("job_1", "out"), Iterator[Path])


async def jobs_without_blocking(newton: AsyncNewton) -> None:
    assert_type(await newton.jobs.wait("job_1"), Job)
    assert_type(newton.jobs.iter_outputs("job_1"), AsyncIterator[JobOutput])
    assert_type(newton.jobs.download_outputs("job_1"), AsyncIterator[Path])


def errors(error: NewtonError) -> None:
    if isinstance(error, APIStatusError):
        assert_type(error.status_code, int)
        assert_type(error.errors, tuple[ErrorDetail, ...])
        assert_type(error.code, str | None)
        assert_type(error.error_uid, str | None)
        assert_type(error.retry_after, float | None)
        assert_type(error.headers, dict[str, str])
        assert_type(error.body, bytes)
    if isinstance(error, RequestError):
        assert_type(error.attempts, tuple[Attempt, ...])
        assert_type(error.maybe_applied, bool)
        assert_type(error.operation, str | None)
    if isinstance(error, JobFailedError):
        assert_type(error.job, Any)


def a_retry_is_told(event: RetryEvent) -> None:
    assert_type(event.attempt, int)
    assert_type(event.error, Exception)
    Newton(on_retry=a_retry_is_told)
    RetryPolicy(max_attempts="4")  # type: ignore[arg-type]
