"""The exports: their place is decided, they are built after the comparing of documents."""
