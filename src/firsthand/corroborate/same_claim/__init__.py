"""Tellings -> groups that say the same of the same happening.

- `grouped`: tellings -> groups, by rules
- `keys`: which tellings are judged at all
- `happening`: whether two tell of one happening
- `figure`: whether two figures say the same
- `words`: how far two tellings without a figure say the same
- `scarce`: groups joined further by words that few others have
- `meaning`: groups joined further where a network finds that they mean the same
"""
