"""Names and descriptions of people, bodies and publishers -> which of them mean the same one.

- `spelled`: names that documents spell differently
- `bodies`: which body a description speaks for, and its rank
- `described`: a voice as one document describes it, in its parts
- `publishers`: which publishers are media, and which one a name means
"""
