"""Two hands -> whether they are surely one origin, surely two, or it cannot be told.

- `likeness`: how surely two hands are one, by their marks
- `houses`: two houses that no word makes one
"""
