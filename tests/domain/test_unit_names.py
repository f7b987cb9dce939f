"""Names that are probably one unit, and names that only look like it."""

import pytest

from desktop_app.domain.ledger import UnitRow
from desktop_app.domain.unit_names import is_several, suggest


def suggested(*names, tasks=None):
    units = [UnitRow(number, name, (), (tasks or {}).get(name, 1)) for number, name in enumerate(names, 1)]
    return [(each.keep.name, each.other.name) for each in suggest(units)]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("区行政审批局（大数据中心）", "区行政审批局"),
        ("云岭区财政局", "区财政局"),
        ("区财政局", "财政局"),
        ("市政务服务数据管理局", "市政数局"),
        ("市住房城乡建设局", "市住建局"),
        ("市住房和城乡建设局", "市住建局"),
        ("市人力资源和社会保障局", "市人社局"),
        ("市发展和改革委员会", "市发改委"),
        ("市发展改革委", "市发改委"),
        ("市卫生健康委员会", "市卫健委"),
        ("市应急管理局", "市应急局"),
        ("市文化广电旅游局", "市文旅局"),
        ("市政府办公室", "市政府办"),
    ],
)
def test_one_office_under_two_names_is_asked_about(long, short):
    assert [set(pair) for pair in suggested(short, long)] == [{short, long}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市公安局", "市公安交管局"),
        ("市财政局", "区财政局"),
        ("市教育局", "市教育考试院"),
        ("市农业局", "市农业农村局"),
        ("市水利局", "市水务局"),
        ("区自然资源局", "区自然资源分局"),
        ("各县（市）", "各县（市、区）人民政府"),
        ("市民政局", "市政务服务数据管理局"),
    ],
)
def test_two_offices_are_left_alone(one, other):
    assert suggested(one, other) == []


def test_a_short_name_that_fits_two_long_ones_is_left_alone():
    assert suggested("财政局", "市财政局", "区财政局") == []
    assert suggested("市文旅局", "市文化旅游局", "市文化广电旅游局") == []


def test_the_name_that_more_tasks_use_is_kept_but_never_a_short_form():
    names = ("区行政审批局（大数据中心）", "区行政审批局")
    assert suggested(*names, tasks={"区行政审批局": 9}) == [names[::-1]]
    assert suggested("市政数局", "市政务服务数据管理局", tasks={"市政数局": 9}) == [
        ("市政务服务数据管理局", "市政数局")
    ]


def test_each_suggestion_says_why():
    units = [UnitRow(1, "市政数局", (), 1), UnitRow(2, "市政务服务数据管理局", (), 1)]
    assert [each.reason for each in suggest(units)] == ["“市政数局”是简称"]


@pytest.mark.parametrize(
    "name",
    ["市各有关单位", "市有关单位", "各县（市、区）人民政府", "县（市、区）人民政府", "有关部门", "市直各部门", "市直部门",
     "区各镇街", "各镇街", "领导小组成员单位", "市直相关部门", "其他有关企业"],
)  # fmt: skip
def test_a_name_for_several_offices_is_known(name):
    assert is_several(name)


@pytest.mark.parametrize(
    "name",
    ["市公安局", "市委政法委", "市直机关工委", "市政务服务局（市行政审批局、市大数据局）", "仁怀市人民政府", "新蒲新区管委会",
     "市人民武装部", "城东街道", "市大数据集团公司", "区（高新区）人民政府办公室"],
)  # fmt: skip
def test_the_name_of_one_office_is_no_name_for_several(name):
    assert not is_several(name)
