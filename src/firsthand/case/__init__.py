"""Schema values <-> case folder."""
