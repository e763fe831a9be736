"""Items -> results on this machine, in this process or in several.

>>> list(each(abs, [-2, 3, "x"]))
[2, 3, Failed(why="TypeError: bad operand type for abs(): 'str'")]
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from firsthand.schema.errors import FirsthandError

A = TypeVar("A")
B = TypeVar("B")

# Items handed out before the oldest result was taken, for each process: enough that no process waits while
# a long document is read, few enough that their texts fit into memory.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Failed:
    """In place of a result: the step raised on this item, or the process that had it died."""

    why: str


def each(step: Callable[[A], B], items: Iterable[A], workers: int = 1) -> Iterator[B | Failed]:
    """The step's result for every item, in the items' order, whatever the number of processes.

    An item on which the step raises gives `Failed`, and the others go on. A `FirsthandError` says that no
    item can succeed (an instrument is missing) and is raised. Items are taken as results are: nothing runs
    far ahead of the one who takes them.

    With more than one worker, `step` must be a function of a module, and items and results must pickle;
    a process that dies (killed, out of memory) costs the one item that it had.
    """
    if workers <= 1:
        return (_attempt(step, item) for item in items)
    return _Crew(step, items, workers).results()


def _attempt(step: Callable[[A], B], item: A) -> B | Failed:
    try:
        return step(item)
    except FirsthandError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one document does to a step, the others go on
        return Failed(f"{type(error).__name__}: {error}")


def _serve(step: Callable[[Any], Any], pipe: Connection) -> None:
    """What a worker process does: answer one item after the other until the pipe closes."""
    # Ctrl-C reaches the whole process group; the one who takes the results decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            answer = _attempt(step, item)
        except FirsthandError as error:
            answer = error
        try:
            pipe.send(answer)
        except Exception as error:  # noqa: BLE001 - a result that cannot be pickled
            pipe.send(Failed(f"{type(error).__name__}: {error}"))


class _Crew(Generic[A, B]):
    """Worker processes, what each is busy with, and the results that wait for their turn."""

    def __init__(self, step: Callable[[A], B], items: Iterable[A], workers: int) -> None:
        self._step = step
        self._items = enumerate(items)
        self._workers = workers
        self._idle: list[Connection] = []
        self._busy: dict[Connection, int] = {}
        self._processes: dict[Connection, BaseProcess] = {}
        self._done: dict[int, Any] = {}
        self._taken = 0
        self._given = 0
        self._more = True

    def results(self) -> Iterator[B | Failed]:
        try:
            while True:
                self._hand_out()
                while self._taken in self._done:
                    self._taken += 1
                    yield self._done.pop(self._taken - 1)
                    self._hand_out()
                if not self._busy and not self._more:
                    return
                self._collect()
        finally:
            self._dismiss()

    def _hand_out(self) -> None:
        while self._more and self._given < self._taken + AHEAD * self._workers and self._free():
            found = next(self._items, None)
            if found is None:
                self._more = False
                return
            number, item = found
            self._given += 1
            pipe = self._idle.pop() if self._idle else self._hire()
            try:
                pipe.send(item)
            except OSError:  # it died while idle
                self._bury(pipe, number)
            except Exception as error:  # noqa: BLE001 - an item that cannot be pickled
                self._done[number] = Failed(f"{type(error).__name__}: {error}")
                self._idle.append(pipe)
            else:
                self._busy[pipe] = number

    def _free(self) -> bool:
        return bool(self._idle) or len(self._processes) < self._workers

    def _hire(self) -> Connection:
        # Spawned, not forked: the parser's threads do not survive a fork.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self._step, theirs), daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process
        return ours

    def _collect(self) -> None:
        for pipe in cast("list[Connection]", wait(list(self._busy))):
            number = self._busy.pop(pipe)
            try:
                answer = pipe.recv()
            except (EOFError, OSError):
                self._bury(pipe, number)
                continue
            self._idle.append(pipe)
            if isinstance(answer, FirsthandError):
                raise answer
            self._done[number] = answer

    def _bury(self, pipe: Connection, number: int) -> None:
        process = self._processes.pop(pipe)
        pipe.close()
        process.join()
        self._done[number] = Failed(f"the process that had it died (exit code {process.exitcode})")

    def _dismiss(self) -> None:
        for pipe, process in self._processes.items():
            pipe.close()
            process.terminate()
        for process in self._processes.values():
            process.join()
