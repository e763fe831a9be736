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
- `exclusive`: causes, weapons and states of which one excludes another
- `blame`: who is accused denies it, or lays it at another's door
- `claimed`: who began, from where it was fired, whose men
- `quarrel`: the well-known quarrel of which each takes a side
- `proposed`: what may part two tellings, for a network to confirm
- `meant`: what a rule proposes and a network confirms
- `unforeseen`: what a network alone finds, in few documents
- `once`: of all that, each quarrel once
"""
