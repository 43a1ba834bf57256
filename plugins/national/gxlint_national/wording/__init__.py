"""Rules about the wording of the prose (CN8xx)."""

from gxlint.rules import Rule
from gxlint_national.wording.cn801_replaced_text import ReplacedText
from gxlint_national.wording.cn802_broken_date import BrokenDate
from gxlint_national.wording.cn803_impossible_date import ImpossibleDate
from gxlint_national.wording.cn804_placeholder import Placeholder
from gxlint_national.wording.cn805_generated_text import GeneratedText
from gxlint_national.wording.cn806_other_body import OtherBody
from gxlint_national.wording.cn807_missing_words import MissingWords
from gxlint_national.wording.cn808_wrong_term import WrongTerm
from gxlint_national.wording.cn809_punctuation import Punctuation
from gxlint_national.wording.cn810_numbering_style import NumberingStyle
from gxlint_national.wording.cn811_announced_measures import AnnouncedMeasures
from gxlint_national.wording.cn812_event_year import EventYear

RULES: tuple[type[Rule], ...] = (
    ReplacedText,
    BrokenDate,
    ImpossibleDate,
    Placeholder,
    GeneratedText,
    OtherBody,
    MissingWords,
    WrongTerm,
    Punctuation,
    NumberingStyle,
    AnnouncedMeasures,
    EventYear,
)
