"""Scores of Firsthand on gold sets, against floors that only rise; and its speed against its own parser."""
