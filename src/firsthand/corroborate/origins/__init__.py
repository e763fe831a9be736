"""Groups -> who holds each telling at first hand, followed from voice to voice and from document to document;
where that cannot be told, nobody.

- `trace`: all steps in their order: groups -> traced groups
- `document`: who stands behind each claim of a document, as far as it tells itself
- `voices`: the voices of one document, each as the document describes it
- `hands`: a telling -> the last voice that its document gives
- `follow`: hands followed through copies and media that cite media
- `known`: the origins of a case: descriptions of one hand put together
- `read`: what a network reads where no word tells
- `own_words`: who stands behind a sentence that names no voice
- `publishers_own`: sentences in which the publisher itself speaks
- `narrator`: whose account a document carries in its own words
- `headline`: words whose voice stands elsewhere: a headline's, a subject's
- `named_before`: whom an open 'he' or 'she' stands for
- `taken_up`: 'the ministry', 'one of the sources' -> the body named before
- `shorter`: 'the group's director', 'the author' -> the voice told in full before
- `called`: who a voice is by the words beside it
- `by_calling`: another document's 'a nun' or 'the engineer' -> whom it names so
- `doctors`: doctors by their title, and those told only by where they are
- `handed`: whom a body says it has something from
- `earlier`: what a medium says it told before, or takes from another
- `media`: media that documents name as voices
- `house`: a publisher known for a house by what it says of itself
- `rests`: what a voice goes by, told by the sentence after its own
- `seen_by`: who a sentence says saw it
- `clip`: what a document saw in a clip: the clip is the first hand
"""
