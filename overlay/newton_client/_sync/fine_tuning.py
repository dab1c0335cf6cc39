"""Fine-tuning, from the data to the last metric."""

import time
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from typing import Any

from newton_api.api import fine_tuning
from newton_api.models import FineTuningConfig, FineTuningJob, FineTuningMetric

from .. import _training
from .._training import CANCEL, FAILED, HEAD, TERMINAL
from .._watch import Watch
from ..errors import GuardError, NotFoundError, RequestError
from .caller import HTTPCaller
from .files import Files


class FineTuning(fine_tuning.FineTuning):
    """Operations on `fine_tuning`. `stop` keeps what was learned, `cancel` does not."""

    def __init__(self, caller: HTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller
        self._files = Files(caller)

    def create(
        self,
        *,
        name: str,
        config: FineTuningConfig | Mapping[str, Any],
        id: str | None = None,
        check: bool = True,
    ) -> FineTuningJob:
        """Train a model on your examples: uploaded JSON Lines files, for training and for evaluation.

        Epochs, learning rate and batch size follow from the size of the data.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/create-job

        Args:
            name: A label, for people.
            config: What is trained, and on what: `datasets`, each with `name`, `split` (`train` or `eval`)
                and `file_ids`; and `model`.
            id: An id of your own; one is made when left out, so that the request can be repeated.
            check: Whether to look at the datasets first: their splits, whether their files are there, and
                whether these begin with lines that can be read.

        Raises:
            GuardError: A dataset cannot be used; nothing was begun.
            NewtonError: What went wrong; see its subclasses.
        """
        if check:
            self._check(_training.datasets(config))
        return super().create(name=name, config=config, id=id)

    def _check(self, datasets: list[dict[str, Any]]) -> None:
        wrong = list(_training.problems(datasets))
        if not wrong:
            for file_id in {name: None for dataset in datasets for name in dataset["file_ids"]}:
                wrong += [f"{file_id!r}: {each}" for each in self._file_problems(file_id)]
        if wrong:
            raise GuardError(
                f"fine_tuning_create: {'; '.join(wrong)}. Nothing was begun; check=False sends it."
            )

    def _file_problems(self, file_id: str) -> list[str]:
        head = b""
        try:
            with closing(self._files.stream(file_id)) as chunks:
                for chunk in chunks:
                    head += chunk
                    if len(head) > HEAD:
                        break
        except NotFoundError:
            return ["there is no such file; upload it first"]
        return list(_training.file_problems(head[:HEAD], whole=len(head) <= HEAD))

    def wait(
        self,
        job_id: str,
        *,
        timeout: float | None = None,
        poll: float = 2.0,
        progress: Callable[[FineTuningJob], Any] | None = None,
    ) -> FineTuningJob:
        """Wait until a training has ended: completed, or stopped in good order.

        An outage of some minutes does not end the wait.

        Args:
            job_id: The job's id.
            timeout: Seconds to wait at most; None waits as long as it takes.
            poll: Seconds before the second look; the time between looks grows to 30 seconds.
            progress: Called after each look with the job.

        Raises:
            JobFailedError: It failed or was cancelled.
            WaitTimeoutError: It has not ended in time; it goes on.
            NewtonError: What went wrong; see its subclasses.
        """
        watch = self._watch(job_id, timeout, poll)
        while True:
            try:
                job = self.get(job_id)
                watch.saw(job.status)
                if progress is not None:
                    progress(job)
                if job.status in FAILED:
                    raise _training.failure(job)
                if job.status in TERMINAL:
                    return job
                delay = watch.delay()
            except RequestError as error:
                delay = watch.missed(error)
            (self._http.retry.sleep or time.sleep)(delay)

    def follow(
        self, job_id: str, *, timeout: float | None = None, poll: float = 2.0
    ) -> Generator[FineTuningMetric]:
        """The training curve, report after report as they come, until the training has ended.

        How it ended is not said: ask `wait`, which returns at once then.

        Args:
            job_id: The job's id.
            timeout: Seconds to follow it at most; None follows it to its end.
            poll: Seconds before the second look; the time between looks grows to 30 seconds.

        Raises:
            WaitTimeoutError: It has not ended in time; it goes on.
            NewtonError: What went wrong; see its subclasses.
        """
        watch = self._watch(job_id, timeout, poll)
        seen = 0
        while True:
            new: list[FineTuningMetric] = []
            status, delay = "", None
            try:
                status = (self.get(job_id)).status
                new = (self.metrics(job_id, offset=seen)).metrics
                seen += len(new)
                watch.saw(f"{status} with {seen} reports")
            except RequestError as error:
                status, delay = "", watch.missed(error)
            for metric in new:
                yield metric
            if status in TERMINAL:
                return
            (self._http.retry.sleep or time.sleep)(watch.delay() if delay is None else delay)

    def _watch(self, job_id: str, timeout: float | None, poll: float) -> Watch:
        what = f"Fine-tuning job {job_id} is {{}}"
        return Watch(self._http.retry, timeout=timeout, poll=poll, what=what)

    def cancel(self, job_id: str, *, discard: bool = False) -> FineTuningJob:
        """End a training at once, and lose what it has learned since the last checkpoint.

        `stop` ends it in good order and keeps the newest checkpoint.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/cancel-job

        Args:
            job_id: The job's id.
            discard: Must be True: that you mean it.

        Raises:
            GuardError: It is not.
            NewtonError: What went wrong; see its subclasses.
        """
        if not discard:
            raise GuardError(CANCEL)
        return super().cancel(job_id)
