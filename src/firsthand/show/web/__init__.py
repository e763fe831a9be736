"""The workbench: its place is decided, it is built after the comparing of documents."""
