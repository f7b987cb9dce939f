"""Is this a plan at all? What is not one is refused with the reason, before anything is stored."""

from __future__ import annotations

import re

from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import Plan

_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST_LETTERS = 12
_LEAST_SHARE = 0.3
_OFFICIAL = re.compile(
    r"推进|推动|加强|加快|完善|建立|健全|落实|实施|开展|强化|提升|优化|深化|构建|打造|制定|组织|建设|保障|规范|完成|负责|牵头|做好|抓好|督促|监管|管理|"
    r"建成|新建|召开|清理|排查|整改|启动|编制|出台|组建|设立|上线|迁移|修复|开通|举办|培育|发展|整治|治理|改造|支持|鼓励|探索|统筹|促进|应当|不得|报送|检查|考核"
)


def refuse_what_is_no_plan(name: str, plan: Plan) -> None:
    """Stop at a text without Chinese, without an outline, without tasks, or whose items ask for nothing official.

    Raises:
        BadInput: the sentence says which.
    """
    letters = len(_HAN.findall(plan.text))
    written = len(re.sub(r"\s", "", plan.text))
    if letters < _LEAST_LETTERS or letters < _LEAST_SHARE * written:
        raise BadInput(f"“{name}”几乎没有中文内容，不是规划或方案，核对文件后重新导入")
    if not plan.nodes:
        raise BadInput(f"“{name}”没有“一、”“（一）”“1.”等编号条目，也没有任务表，不是规划或方案，核对文件后重新导入")
    if not plan.tasks:
        raise BadInput(f"“{name}”有编号条目但没有任务，只含背景、原则或目标，核对是否缺少正文后重新导入")
    if not any(task.assignments or _OFFICIAL.search(task.title + task.text) for task in plan.tasks):
        raise BadInput(f"“{name}”的编号条目不像工作任务，不是规划或方案，核对文件后重新导入")
