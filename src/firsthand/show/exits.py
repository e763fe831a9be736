"""How a command ends: the one place that turns what went wrong into words and an exit status."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from firsthand.schema.errors import Damaged, FirsthandError, UnknownOption

P = ParamSpec("P")

DONE, NOT_ALL_DONE, USAGE, INTEGRITY = 0, 1, 2, 3


def told(command: Callable[P, int]) -> Callable[P, None]:
    """Exit with the status that the command gives; tell an error in its own words, without a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = command(*args, **kwargs)
        except FirsthandError as error:
            click.echo(f"firsthand: {error}", err=True)
            status = _status(error)
        except BrokenPipeError:  # the reader of the results went away: `| head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = NOT_ALL_DONE
        except KeyboardInterrupt:
            click.echo("firsthand: stopped. What was said to be done is kept.", err=True)
            status = NOT_ALL_DONE
        except (OSError, sqlite3.DatabaseError) as error:
            click.echo(
                f"firsthand: stopped: {error}. See what is installed and unharmed: firsthand doctor", err=True
            )
            status = NOT_ALL_DONE
        sys.exit(status)

    return run


def _status(error: FirsthandError) -> int:
    if isinstance(error, Damaged):
        return INTEGRITY
    return USAGE if isinstance(error, UnknownOption) else NOT_ALL_DONE
