"""How the work is spread: `each` item on its own, or items that `meet`. The default is this machine."""

from firsthand.engine.local import Failed, each

__all__ = ["Failed", "each"]
