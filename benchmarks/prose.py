"""Sentences of invented reports. The figures in them differ from report to report, so that no two are alike."""

from random import Random

_OPENING = (
    "{year}年,{organisation}认真贯彻落实政府信息公开各项要求,围绕群众关心的事项做好公开工作,"
    "全年召开专题会议{a}次,研究解决公开工作中的问题{b}个。"
)
_BY_ASPECT = {
    "proactive": (
        "全年通过门户网站主动公开政府信息{c}条,其中工作动态{a}条、财政信息{b}条。",
        "全年发布政策解读材料{a}篇,其中图表解读{b}篇,回应群众关切{c}次。",
        "公开重大建设项目批准和实施信息{b}条,公共资源配置信息{c}条,社会公益事业信息{a}条。",
        "政务新媒体账号全年推送信息{c}条,阅读量达{d}人次,比上年有所提高。",
        "规范性文件、财政预决算、行政执法信息均按规定时限公开,公开内容完整,格式统一,查询方便。",
    ),
    "on_request": (
        "全年共收到政府信息公开申请{received}件,上年结转{carried_over}件,均由专人登记、审核、答复。",
        "答复前逐件开展合法性审查,听取法律顾问意见,必要时与申请人沟通,做到答复规范、说理清楚。",
        "对涉及第三方权益的申请书面征求意见,对内容不明确的申请一次性告知补正,减轻申请人负担。",
        "公开申请受理窗口的地址、电话和办公时间,当面、信函、网络三种渠道保持畅通。",
    ),
    "information_management": (
        "落实公文公开属性源头认定制度,主动公开、依申请公开、不予公开三类由起草人提出、分管负责人审定。",
        "对历年公开的信息逐条检查,更正差错{a}处,补充缺失内容{b}处,撤下过期信息{c}条。",
        "严格执行先审查、后公开的规定,审查不合格的退回修改,全年没有发生泄密和舆情事件。",
    ),
    "platform": (
        "完成门户网站专栏改版,设置栏目{a}个,清理空白栏目{b}个,修复错链{c}个。",
        "设立政务公开专区{a}处,配备查询设备{b}台,接待群众{c}人次,发放宣传资料{d}份。",
        "依托政务服务大厅开展政策宣讲{a}场,邀请企业和群众代表参加,面对面解答办事流程和申报条件。",
        "公开指南和公开目录在机构职能变化后及时更新,全年更新{a}次。",
    ),
    "supervision": (
        "将政府信息公开纳入年度工作考核,开展社会评议,评议满意度较高,全年没有责任追究的情形。",
        "组织业务培训{a}次,参加人员{c}人次,并选派{b}名工作人员跟班学习。",
        "主要负责人听取公开工作汇报{a}次,分管负责人定期调度,形成办公室牵头、各科室配合的工作格局。",
        "每季度对所属单位公开情况开展检查,发现问题{b}个,已全部整改,检查结果在系统内通报。",
    ),
}
_PROBLEMS = (
    "一年来,政府信息公开工作虽有进展,仍存在一些问题:一是部分信息公开不够及时,与群众期盼还有差距;"
    "二是政策解读多以文字为主,形式不够丰富;三是基层工作人员变动较多,业务不够熟练。",
    "下一步改进措施:一是编制重点领域公开事项清单,明确责任科室和公开时限;"
    "二是多用图表、问答、短视频解读政策,让群众看得懂;三是每年组织{a}次以上业务培训,以案例带练。",
)
_OTHER_MATTERS = (
    "本年度发出收费通知{notices}件,没有收取信息处理费,没有其他需要报告的事项。"
    "报告的电子版可以在门户网站下载,如有疑问请与办公室联系。"
)


class Words:
    """The prose of one report.

    ``numbers`` fill the slots that have to agree with the tables.
    """

    def __init__(self, rng: Random, **numbers: object) -> None:
        self._rng = rng
        self._numbers = numbers

    def overview(self, titles: dict[str, str]) -> list[str]:
        """Section one: an opening, then each aspect under its subheading. ``titles`` by key of the aspect."""
        lines = [self._fill(_OPENING)]
        for mark, (key, title) in zip("一二三四五", titles.items(), strict=True):
            lines += [f"({mark}){title}", "".join(self._shuffled(key))]
        return lines

    def problems(self) -> list[str]:
        """Section five."""
        return [self._fill(text) for text in _PROBLEMS]

    def other_matters(self) -> list[str]:
        """Section six."""
        return [self._fill(_OTHER_MATTERS)]

    def paragraph(self) -> str:
        """A paragraph that may stand in section one any number of times."""
        return "".join(self._shuffled(self._rng.choice(("proactive", "information_management", "platform"))))

    def _shuffled(self, aspect: str) -> list[str]:
        sentences = _BY_ASPECT[aspect]
        return [self._fill(text) for text in self._rng.sample(sentences, len(sentences))]

    def _fill(self, text: str) -> str:
        draw = self._rng.randint
        return text.format(
            a=draw(2, 9), b=draw(10, 48), c=draw(60, 990), d=draw(2000, 90000), **self._numbers
        )
