"""Documents -> matters, each compared for itself and put together again as one value.

- `parted`: documents -> matters, of which each is compared alone
- `stories`: which of many documents are about one happening
- `compared`: the documents of one matter -> its findings, step by step
- `numbered`: the findings of all matters -> one value, numbered through
"""
