"""The serial of a record on paper, in its remark."""

from reception.rules.paper_serials import next_serial, serial_of, with_serial


def test_the_serial_stands_before_what_else_is_remarked():
    assert with_serial(" 12 ", "另附一页") == "纸质登记第12号；另附一页"
    assert serial_of("纸质登记第12号；另附一页\n第二行") == ("12", "另附一页\n第二行")
    assert serial_of("另附一页") == ("", "另附一页")
    assert with_serial("", "另附一页") == "另附一页"
    assert [next_serial(each) for each in ("7", "3-09", "乙", "")] == ["8", "3-10", "", ""]
