"""Pinyin left behind by web mirrors (``區(qū)``, ``監(jiān)督``). Loaded only for texts that may have some."""

import re

_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
_BRACKETED = re.compile(r"\((?<=[\u3400-\u9fff]\()([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹü?]{1,7})\)")
# So many different ones in brackets are no abbreviations.
_MANY = 6
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:a(?:i|o|ng?)?|ei?|e(?:ng?|r)|ou?|ong|ia(?:o|ng?)?|ie|i(?:ng?|ong|u)?|u(?:a(?:i|ng?)?|i|o|n)?|[üv](?:e|an|n)?|ue|uan)"
)


def residue(text: str) -> list[tuple[int, int]]:
    """Where bracketed pinyin stands behind a character; nothing where the text does not show that it carries any.

    It shows that by a syllable with a tone mark, or by many different ones without: some mirrors leave the marks
    out. Then syllables that lost their mark on the way (``(qu)``, ``(ji?n)``) are taken as well, other Latin
    letters in brackets never.
    """
    found = [(match.span(), match[1]) for match in _BRACKETED.finditer(text)]
    syllables = {word for _, word in found if _is_syllable(word)}
    if len(syllables) < _MANY and all(word.isascii() for word in syllables):
        return []
    return [span for span, word in found if _is_syllable(word) or _lost_its_mark(word)]


def _is_syllable(word: str) -> bool:
    plain = word.translate(_TONES)
    # A single letter without a mark is rather an enumeration.
    return (plain != word or len(word) > 1) and _SYLLABLE.fullmatch(plain) is not None


def _lost_its_mark(word: str) -> bool:
    return (
        len(word) > 1
        and word.count("?") == 1
        and any(_is_syllable(word.replace("?", vowel)) for vowel in "aeiou")
    )
