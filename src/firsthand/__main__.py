"""`python -m firsthand`."""

from firsthand.show.cli import main

if __name__ == "__main__":
    main()
