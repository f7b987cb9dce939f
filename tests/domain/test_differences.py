"""Two wordings word by word: nothing is lost, and it reads as a clerk would mark it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.differences import Edit, Piece, differences

words = st.text(alphabet="建设数据平台完成。；，2021年90%5GAI\n ", max_size=60)


def show(before, after):
    marks = {Edit.SAME: "{}", Edit.REMOVED: "[-{}]", Edit.ADDED: "[+{}]"}
    return "".join(marks[edit].format(text) for edit, text in differences(before, after))


@given(words, words)
def test_the_pieces_give_both_wordings_back(before, after):
    pieces = differences(before, after)
    assert "".join(text for edit, text in pieces if edit is not Edit.ADDED) == before
    assert "".join(text for edit, text in pieces if edit is not Edit.REMOVED) == after
    assert all(text for _, text in pieces)
    assert all(one.edit is not other.edit for one, other in pairwise(pieces))


def test_the_same_wording_is_one_piece():
    assert differences("建设平台。", "建设平台。") == (Piece(Edit.SAME, "建设平台。"),)
    assert differences("", "") == ()


def test_a_word_that_came_is_marked_alone():
    assert show("做好宣传引导工作。", "做好宣传引导和培训工作。") == "做好宣传引导[+和培训]工作。"


def test_a_number_changes_as_a_whole():
    assert show("覆盖率达到90%以上。", "覆盖率达到95.5%以上。") == "覆盖率达到[-90%][+95.5%]以上。"


def test_sentences_that_stay_are_left_alone():
    before, after = "完成立项。建成平台。", "完成立项。开展试点。建成平台。"
    assert show(before, after) == "完成立项。[+开展试点。]建成平台。"


def test_what_has_little_in_common_is_replaced_as_a_whole():
    assert show("推进老旧小区改造", "完善政务服务热线") == "[-推进老旧小区改造][+完善政务服务热线]"


def test_a_single_letter_between_two_changes_goes_with_them():
    shown = show("由市发展改革局牵头负责组织实施各项工作", "由市数据管理局牵头负责组织实施各项工作")
    assert shown == "由市[-发展改革][+数据管理]局牵头负责组织实施各项工作"


def test_very_long_texts_are_not_compared_letter_by_letter():
    before, after = "甲" * 3000, "乙甲" * 1500
    assert show(before, after) == f"[-{before}][+{after}]"
