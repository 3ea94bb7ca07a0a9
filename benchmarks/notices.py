"""How long a notice takes to draw, as a ratio to the same drawing with a font that is not embedded.

Run: python -m benchmarks.notices
"""

import statistics
import subprocess
import sys

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from benchmarks.figures import Row, milliseconds
from reception.documents import fonts
from reception.documents.papers import render_notice, warm
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText, PaperSize, Verdict

ROUNDS = 40
UNEMBEDDED = "STSong-Light"


def notice() -> NoticeText:
    """Give a notice as the desk issues it daily: five materials, two of them missing."""
    states = (MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.MISSING)
    names = ("休学申请表（本人、家长签字）", "二级甲等以上医院诊断证明", "校医院复核意见", "其他证明", "学生证")
    return NoticeText(
        number="教务告〔2026〕第0012号",
        title="示例大学教务处一次性告知单",
        title_en="One-time Notice · Academic Affairs Office, Sample University",
        office="教务处",
        university="示例大学",
        stub_label="第一联　存根（单位留存）",
        applicant_label="第二联　申请人留存（凭此联免重复咨询，补齐后直接到窗口）",
        applicant="林晓舟",
        person_no="2024****23",
        person_unit="外国语学院",
        phone="138****1234",
        told_at="2026-03-02 09:35",
        register_number="首问〔2026〕0031",
        matter="本科生休学申请",
        matter_version="JW-04 第1版",
        category="审批事项（承诺件）",
        basis=("《普通高等学校学生管理规定》", "学校学籍管理规定（校内）"),
        condition="因病、因事或创业等需要中断学业",
        materials=tuple(
            NoticeMaterial(
                no=no, name=name, original=1, copies=no % 2, when="", state=states[no % len(states)], reason=""
            )
            for no, name in enumerate(names, start=1)
        ),
        steps=("学院审核", "教务处审核", "分管校领导审批", "发休学证明、办理离校"),
        limit="自材料齐全受理之次日起10个工作日",
        due="如今日补齐，最迟2026年3月16日（星期一）17:30前办结",
        statutory="",
        not_counted="等待校医院复核",
        fee="不收费",
        place="师生服务大厅1-4号窗口",
        hours="工作日 08:00-12:00 14:30-17:30",
        phone_info="0731-5550-1204",
        phone_supervision="0731-5550-1999",
        verdict=Verdict.SUPPLEMENT,
        verdict_line="需补正3项，补齐后可以办理",
        supplement_by="2026年3月23日（星期一）前",
        result="休学决定和证明",
        closing_lines=("补齐后请直接到窗口提交，不必重新取号咨询。", "本单一式两份，由单位和申请人各执一份。"),
        informed_by="安",
        issued_on="2026年3月2日",
        seal_unit="示例大学教务处",
        query_code="7K3F92",
    )


def steady(size: PaperSize) -> float:
    """Give the median of some notices, drawn one after the other."""
    text = notice()
    return statistics.median(milliseconds(lambda: render_notice(text, size)) for _ in range(ROUNDS))


def use_unembedded() -> None:
    """Let every letter be named only, as STSong-Light, and left to the viewer to find."""
    pdfmetrics.registerFont(UnicodeCIDFont(UNEMBEDDED))
    for face in (fonts.regular(), fonts.bold()):
        for character, glyph in list(face.items()):
            face[character] = glyph._replace(font=UNEMBEDDED)
        face.name = UNEMBEDDED


def measure() -> dict[str, float]:
    """Give the milliseconds of a fresh program: the warming, the first notice after it, steady ones, the floor."""
    figures = {"warming": milliseconds(warm)}
    text = notice()
    figures["first"] = milliseconds(lambda: render_notice(text, PaperSize.A5))
    figures["A5"], figures["A4"] = steady(PaperSize.A5), steady(PaperSize.A4)
    use_unembedded()
    figures["floor"] = steady(PaperSize.A5)
    return figures


def rows() -> list[Row]:
    """Give the figures, measured in a process of their own that has drawn nothing yet."""
    command = [sys.executable, "-m", "benchmarks.notices", "--bare"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = {name: float(value) for name, value in (line.split() for line in told.splitlines())}
    return [
        Row("notice A5, steady / not embedded", figures["A5"] / figures["floor"], "x", 2.7),
        Row("notice A5, first after warming / steady", figures["first"] / figures["A5"], "x", 3.5),
        Row("notice A5, steady", figures["A5"], "ms"),
        Row("notice A4, both parts, steady", figures["A4"], "ms"),
        Row("warming, in the background", figures["warming"], "ms"),
    ]


def main() -> None:
    """Print the figures, or with --bare the plain milliseconds of this process."""
    if "--bare" in sys.argv:
        for name, value in measure().items():
            print(name, f"{value:.3f}")
        return
    for row in rows():
        target = f"   target at most {row.most} {row.unit}" if row.most else ""
        print(f"  {row.name:40} {row.value:8.2f} {row.unit}{target}")


if __name__ == "__main__":
    main()
