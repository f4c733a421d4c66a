"""A cluster of machines as an executor: Dask, by the extra `guidepub[cluster]`.

Its workers do not share a disk with this machine, and need nothing but guidepub. Losing a worker
only costs time: the scheduler gives its jobs, and the files they need, to another.
"""

from __future__ import annotations

import contextlib
import uuid
import warnings
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

from guidepub.batch.stale.versions import versions
from guidepub.batch.work.bundles import Bundle, Packer, make_bundle
from guidepub.batch.work.jobs import Job, Made, make
from guidepub.findings.errors import UsageError, reason_of
from guidepub.workers import WorkerError

# Seconds for a scheduler to answer, and for its first worker to appear.
_PATIENCE = 30


class ClusterExecutor(Executor):
    """Submits jobs to the Dask scheduler at an address such as `tcp://10.0.0.5:8786`.

    Raises:
        UsageError: the extra is not installed, there is no scheduler or no worker, or the workers
            have other versions of libraries that matter.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise UsageError("A cluster needs an extra: pip install 'guidepub[cluster]'") from error
        self._client = _connected(Client, address)
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            self._client.close()
            raise UsageError(f"The scheduler at {address} has no workers.") from error
        self._blobs: dict[str, Any] = {}
        self._packer = Packer(uuid.uuid4().hex, self._send)
        for worker, found in self._client.run(_versions).items():
            if difference := _difference(found):
                self.shutdown()
                raise UsageError(f"The worker {worker} would make other books: {difference}.")

    def submit(
        self, function: Callable[..., Any], /, *arguments: Any, **keywords: Any
    ) -> Future[Any]:
        """Submit a job to the cluster.

        Raises:
            TypeError: it is not a job.
            RuntimeError: the executor is shut down.
        """
        if function is not make or len(arguments) != 1 or keywords:
            raise TypeError("A cluster runs only the jobs of a build.")
        job: Job = arguments[0]
        bundle = self._packer.pack(job)
        digests = sorted(set(bundle.files.values()))
        future = self._client.submit(
            _run,
            bundle,
            dict(versions()),
            digests,
            *(self._blobs[digest] for digest in digests),
            key=f"guidepub-{job.slug}-{uuid.uuid4().hex}",
        )
        answer: Future[Made] = Future()
        answer.add_done_callback(lambda answer: future.cancel() if answer.cancelled() else None)
        future.add_done_callback(partial(self._take, answer, job))
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster, and cancel everything that is left to do for this executor."""
        self._blobs.clear()
        self._client.close()

    def _send(self, digest: str, data: bytes) -> None:
        # A task instead of scattered data: the scheduler can repeat it if its worker is lost.
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sending large graph")
            self._blobs[digest] = self._client.submit(_content, data, key=f"guidepub-{digest}")

    def _take(self, answer: Future[Made], job: Job, future: Any) -> None:
        """Pass a result from the cluster to whoever waits for it. Runs in one of Dask's threads."""
        if not answer.set_running_or_notify_cancel():
            return
        try:
            made = self._packer.unpack(future.result(), job)
        except Exception as error:  # noqa: BLE001 - belongs to whoever gave the job
            answer.set_exception(_reported(error))
        else:
            answer.set_result(made)


def _check_address(address: str) -> None:
    """Make sure that an address is one.

    Raises:
        ValueError: it has a protocol that Dask does not know, or no port.
    """
    from distributed.comm.addressing import parse_address
    from distributed.comm.registry import get_backend

    get_backend(parse_address(address)[0])


def _connected(client_type: Any, address: str) -> Any:
    """Return Dask's client of the scheduler at an address.

    Raises:
        UsageError: nothing answers there, or what answers is not a scheduler.
    """
    try:
        _check_address(address)
    except ValueError as error:
        raise UsageError(f"No scheduler answers at {address}: {reason_of(error)}.") from error
    # Made before it is connected: a client that fails to connect must be closed while its event
    # loop runs, or it complains when the interpreter ends.
    client = client_type.__new__(client_type)
    try:
        client.__init__(address, timeout=_PATIENCE, set_as_default=False)
    # A type error: it speaks TLS, for which Dask has no certificate here.
    except (OSError, TypeError) as error:
        _close_quietly(client)
        raise UsageError(f"No scheduler answers at {address}: {reason_of(error)}.") from error
    # Bytes of another protocol are read as lengths of messages, which fails in many ways.
    except Exception as error:
        _close_quietly(client)
        raise UsageError(
            f"What answers at {address} is not a scheduler: give the address that dask scheduler "
            "prints when it starts."
        ) from error
    return client


def _close_quietly(client: Any) -> None:
    with contextlib.suppress(Exception):
        client.close(timeout=_PATIENCE)


def _run(bundle: Bundle, expected: dict[str, str], digests: list[str], *contents: bytes) -> Made:
    """Do a job on a worker of the cluster."""
    if difference := _difference(expected):
        raise RuntimeError(
            f"A worker that joined the cluster would make another book: {difference}"
        )
    try:
        return make_bundle(bundle, dict(zip(digests, contents, strict=True)))
    except MemoryError as error:
        message = "it needs more memory than a worker of the cluster has"
        raise WorkerError("memory", message) from error


def _content(data: bytes) -> bytes:
    return data


def _versions() -> dict[str, str]:
    return dict(versions())


def _difference(other: dict[str, str]) -> str:
    """Return in words what has another version here than there, or an empty string."""
    here = versions()
    names = sorted(name for name in here.keys() | other.keys() if here.get(name) != other.get(name))
    return ", ".join(f"{name} {other.get(name) or 'none'}, not {here.get(name)}" for name in names)


def _reported(error: Exception) -> Exception:
    if type(error).__name__ == "KilledWorker":
        return WorkerError("died", "several workers of the cluster died while making it")
    return error
