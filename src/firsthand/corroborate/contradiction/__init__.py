"""Groups -> which of them cannot both hold, in what they part, and which replace an earlier one. What only
may part them is told where a network confirms it.

- `found`: all steps in their order: groups -> contradictions
- `candidates`: the pairs of groups that could contradict each other, by keys
- `scope`: whether two groups speak of one happening, by different hands
- `sides`: for which party each voice speaks
- `field`: did or did not, who, where, when
- `number`: two figures of one measure: contradiction, update or neither
- `part`: a lower figure that counts only some
- `maintained`: a lower toll told again when a higher one is out
- `answered`: two figures that answer each other
- `none`: there was none, or it was not so
- `presence`: armed people or arms that were there, fired, crossed, or were not
- `deed`: another doer or weapon of one deed
- `exclusive`: causes and weapons of which one excludes another
- `blame`: who is accused denies it, or lays it at another's door
- `apart`: two causes, weapons or doers, a place taken and held
- `counted`: two figures that no rule explains, for a network to confirm
- `believed`: of what rules find, what a network does not rule out
- `weighed`: all other quarrels, by what a network says of both and what else speaks for it
- `once`: of all that, each quarrel once
"""
