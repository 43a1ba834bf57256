"""Rules about what a page leaves behind in a report, and about what a report must not disclose (CN9xx)."""

from gxlint.rules import Rule
from gxlint_national.page.cn901_traditional_characters import TraditionalCharacters
from gxlint_national.page.cn902_web_chrome import WebChrome
from gxlint_national.page.cn903_duplicate_title import DuplicateTitle
from gxlint_national.page.cn904_lost_characters import LostCharacters
from gxlint_national.page.cn905_mobile_number import MobileNumber
from gxlint_national.page.cn906_id_number import IdNumber
from gxlint_national.page.cn907_public_mailbox import PublicMailbox
from gxlint_national.page.cn908_applicant_privacy import ApplicantPrivacy
from gxlint_national.page.cn909_secrecy_marking import SecrecyMarking
from gxlint_national.page.cn910_foreign_text import ForeignText

RULES: tuple[type[Rule], ...] = (
    TraditionalCharacters,
    WebChrome,
    DuplicateTitle,
    LostCharacters,
    MobileNumber,
    IdNumber,
    PublicMailbox,
    ApplicantPrivacy,
    SecrecyMarking,
    ForeignText,
)
