"""Pinyin left behind by web mirrors (``區(qū)``, ``監(jiān)督``). Loaded only for texts with accents."""

import re

_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
_BRACKETED = re.compile(r"\((?<=[\u3400-\u9fff]\()([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹü?]{1,7})\)")
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:a(?:i|o|ng?)?|ei?|e(?:ng?|r)|ou?|ong|ia(?:o|ng?)?|ie|i(?:ng?|ong|u)?|u(?:a(?:i|ng?)?|i|o|n)?|[üv](?:e|an|n)?|ue|uan)"
)


def residue(text: str) -> list[tuple[int, int]]:
    """Where bracketed pinyin stands behind a character; nothing where no syllable carries a tone mark.

    Once a text has shown that it carries pinyin, syllables that lost their mark on the way (``(qu)``,
    ``(ji?n)``) are taken as well, other Latin letters in brackets never.
    """
    found = [(match.span(), match[1]) for match in _BRACKETED.finditer(text)]
    if not any(_is_syllable(word) and not word.isascii() for _, word in found):
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
