"""Claims and clips -> findings: same claim, copies, origins, contradictions, verdict.

Its place and its values (`schema.finding`) are decided; the room is built after the reading of articles.
"""
