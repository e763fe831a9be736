"""A group with its first hands -> how its evidence stands, its figures, and what to ask next.

- `scales`: the verdict in words, and as far as the Admiralty scales allow
- `figures`: how many, where and when a group tells
- `ask`: what to ask next, and whom
"""
