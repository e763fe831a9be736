from firsthand.schema import Because as Because
from firsthand.schema import Claim as Claim
from firsthand.schema import Contradiction as Contradiction
from firsthand.schema import Copy as Copy
from firsthand.schema import Document as Document
from firsthand.schema import Event as Event
from firsthand.schema import Findings as Findings
from firsthand.schema import Group as Group
from firsthand.schema import Origin as Origin
from firsthand.schema import Place as Place
from firsthand.schema import Quantity as Quantity
from firsthand.schema import Reading as Reading
from firsthand.schema import Region as Region
from firsthand.schema import Span as Span
from firsthand.schema import Time as Time
from firsthand.schema import Unreadable as Unreadable
from firsthand.schema import Voice as Voice
from firsthand.schema.errors import FirsthandError as FirsthandError
from firsthand.show.library import Case as Case
from firsthand.show.library import compare as compare
from firsthand.show.library import new_case as new_case
from firsthand.show.library import open_case as open_case
from firsthand.show.library import read as read

__version__: str
