"""From a sentence to tokens.

Two looks at the text: at the characters that open a form (numbers, dates, titles, punctuation: see ``forms``), and at the
pairs of characters that open a word of the dictionary. Neither depends on which digits a number has, only on how many:
sentences that differ in nothing else have the same tokens.
"""

from operator import add, attrgetter

from gxlint.facts.forms import POSSIBLE, Word, form_at
from gxlint.facts.words import vocabulary


def tokens(sentence: str) -> list[Word]:
    """The tokens of a sentence, in text order; brackets come in pairs."""
    found = _merged(_worded(sentence), sentence)
    if any(word.type == "OPEN" or word.type == "CLOSE" for word in found):
        return _paired(found)
    return found


def _worded(sentence: str) -> list[Word]:
    """Words of the dictionary, longest first."""
    meanings, lengths = vocabulary()
    result = []
    reached = 0
    # Most pairs of characters begin no word: they are dropped before anything is done in Python.
    for start in [at for at, two in enumerate(map(add, sentence, sentence[1:])) if two in lengths]:
        if start >= reached:
            for length in lengths[sentence[start : start + 2]]:
                word = sentence[start : start + length]
                if (meaning := meanings.get(word)) is not None:
                    reached = start + len(word)
                    result.append(Word(meaning[0], start, reached, meaning[1]))
                    break
    return result


def _merged(worded: list[Word], sentence: str) -> list[Word]:
    """Words and forms in text order; of two that overlap the one that begins first, of two in one place the longer."""
    words = {word.start: word for word in worded}
    result = []
    reached = 0
    starts = sorted({match.start() for match in POSSIBLE.finditer(sentence)} | words.keys())
    for start in starts:
        if start < reached:
            continue
        word = words.get(start)
        if POSSIBLE.match(sentence, start) and (form := form_at(sentence, start)) is not None:
            word = form if word is None else max(form, word, key=attrgetter("end"))
        if word is not None:
            reached = word.end
            if word.type:
                result.append(word)
    return result


def _paired(words: list[Word]) -> list[Word]:
    """Without the brackets that have no partner."""
    waiting: list[int] = []
    partners: set[int] = set()
    for at, word in enumerate(words):
        if word.type == "OPEN":
            waiting.append(at)
        elif word.type == "CLOSE" and waiting:
            partners |= {waiting.pop(), at}
    return [word for at, word in enumerate(words) if word.type not in ("OPEN", "CLOSE") or at in partners]
