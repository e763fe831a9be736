"""Readings -> tellings: one proposition each, as one document tells it, with all that comparing it needs.

- `values`: what a telling is, and what it holds
- `propositions`: a reading -> its tellings
- `voices`: a reading as it is compared: voices that are none taken out
- `setting`: where and when a document sets its happenings
- `pieces`: a claim's words cut so that each piece tells one thing
- `says`: what a piece says: terms, doer, polarity, place, day
- `terms`: words -> terms that two hands share
- `measure`: what a figure counts, by one name for all
- `denial`: denials that do not say what they deny, with what they answer to
- `unconfirmed`: what nobody stands for: not found, left open, only quoted
- `around`: the sentence and its neighbours around a telling
"""
