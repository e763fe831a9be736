"""Results come in order, the same bytes from one process or two, and one bad item costs only itself."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.engine import Failed, each
from firsthand.engine.local import AHEAD
from firsthand.schema.errors import MissingInstrument


def digest(item: object) -> bytes:
    """A step that takes some items and refuses others."""
    if isinstance(item, str) and item.startswith("!"):
        raise ValueError(item)
    time.sleep(0.002 if isinstance(item, int) else 0)  # some take longer than those after them
    return hashlib.sha256(json.dumps(item).encode()).digest()


def die(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def lack(item: int) -> int:
    raise MissingInstrument(f"no parser for {item}")


def unpicklable(item: int) -> object:
    return (lambda: item) if item == 1 else item


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.integers(), st.text(), st.lists(st.text())), max_size=12), st.booleans())
def test_one_process_and_two_give_the_same_bytes(items, with_failure):
    items = [*items, "!refused", 7] if with_failure else items
    assert list(each(digest, items, workers=2)) == list(each(digest, items, workers=1))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_on_which_the_step_raises_loses_no_other(workers):
    results = list(each(digest, ["a", "!b", "c"], workers))
    assert results == [digest("a"), Failed("ValueError: !b"), digest("c")]


def test_a_process_that_is_killed_costs_the_one_item_that_it_had():
    results = list(each(die, range(8), workers=2))
    assert results[:3] + results[4:] == [0, 1, 2, 4, 5, 6, 7]
    assert isinstance(results[3], Failed)
    assert "-9" in results[3].why


@pytest.mark.parametrize("workers", [1, 2])
def test_what_stops_every_item_is_raised(workers):
    with pytest.raises(MissingInstrument, match="no parser"):
        list(each(lack, range(3), workers))


def test_a_result_that_cannot_travel_between_processes_loses_no_other():
    results = list(each(unpicklable, range(3), workers=2))
    assert (results[0], results[2]) == (0, 2)
    assert isinstance(results[1], Failed)


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_runs_far_ahead_of_the_one_who_takes_the_results(workers):
    taken = count()

    def endless():
        for item in count():
            next(taken)
            yield item

    results = each(abs, endless(), workers)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    results.close()
    assert next(taken) <= 3 + AHEAD * workers


def test_no_process_is_left_behind_when_nobody_takes_the_rest():
    results = each(abs, range(100), workers=2)
    next(results)
    crew = results.gi_frame.f_locals["self"]
    processes = list(crew._processes.values())
    results.close()
    assert processes
    assert not any(process.is_alive() for process in processes)
