"""Media bytes -> Clip. Text-blind: it knows nothing of documents, and it detects and tracks nobody.

Its place and its values (`schema.footage`) are decided; the room is built after the reading of articles.
"""
