"""Notices written by hand, as the desk would compose them."""

from dataclasses import replace

from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText, Verdict


def material(
    no: int,
    name: str,
    state: MaterialState = MaterialState.PROVIDED,
    *,
    original: int = 1,
    copies: int = 0,
    when: str = "",
    reason: str = "",
) -> NoticeMaterial:
    """Give one row."""
    return NoticeMaterial(no=no, name=name, original=original, copies=copies, when=when, state=state, reason=reason)


LEAVE = NoticeText(
    number="教务告〔2026〕第0012号",
    title="示例大学教务处一次性告知单",
    title_en="One-time Notice · Academic Affairs Office, Sample University",
    office="教务处",
    university="示例大学",
    stub_label="第一联　存根（单位留存）",
    applicant_label="第二联　申请人留存（凭此联免重复咨询，补齐后直接到窗口）",
    applicant="林晓舟",
    person_no="202408010123",
    person_unit="外国语学院",
    phone="138****1234",
    told_at="2026年3月2日 09:35",
    register_number="首问〔2026〕0031",
    matter="本科生休学申请（因病）",
    matter_version="JW-04 第1版，2026年1月1日起施行",
    category="审批事项（承诺件）",
    basis=("《普通高等学校学生管理规定》", "学校学籍管理规定(校内)"),
    condition="因病、因事或创业等需要中断学业",
    materials=(
        material(1, "休学申请表(本人、家长签字)"),
        material(2, "二级甲等以上医院诊断证明", MaterialState.MISSING, copies=1, when="因病休学时"),
        material(3, "校医院复核意见", MaterialState.MISSING, when="因病休学时"),
        material(4, "创业或其他证明", MaterialState.NOT_APPLICABLE, copies=1, when="非因病休学时"),
        material(5, "学生证或校园卡(查验)"),
    ),
    steps=("学院审核", "教务处审核", "分管校领导审批", "发休学证明、办理离校"),
    limit="自材料齐全受理次日起10个工作日",
    due="2026年3月16日（星期一）前，今日受理时",
    statutory="无规定",
    not_counted="等待校医院复核",
    fee="不收费",
    place="师生服务大厅1-4号窗口",
    hours="工作日 08:00-12:00 14:30-17:30",
    phone_info="0731-5550-1204",
    phone_supervision="0731-5550-1999",
    verdict=Verdict.SUPPLEMENT,
    verdict_line="需补正 2 项",
    supplement_by="2026年3月23日（星期一）前",
    result="休学决定和证明",
    closing_lines=(
        "补齐后直接到窗口提交，不必重新取号咨询；逾期未补的，材料可以取回，以后可再次申请。",
        "本单一式两份，由单位和申请人各执一份。",
    ),
    informed_by="安 Ann",
    issued_on="2026年3月2日",
    seal_unit="示例大学教务处",
    query_code="7K3F92",
)

COMPLETE = replace(
    LEAVE,
    number="学工告〔2026〕第0107号",
    title="示例大学学生工作部（处）一次性告知单",
    title_en="One-time Notice · Student Affairs Office, Sample University",
    matter="补办学生证",
    materials=(material(1, "学生证补办申请表"), material(2, "一寸证件照片", original=2)),
    verdict=Verdict.COMPLETE,
    verdict_line="材料齐全，予以受理",
    supplement_by="",
    not_counted="",
    provisional_note="（暂定：当年放假安排尚未公布）",
    person_no="",
    person_unit="",
    closing_lines=("本单一式两份，由单位和申请人各执一份。",),
)

RARE = replace(
    LEAVE,
    applicant="㛃䶮𠅤𣲗𡋾𪨶𫍲𫖯𬭎𬸚𮧵𰻞堃喆犇",
    phone_info="0731-5550-1204转8012",
    informed_by="阿卜杜·热合曼",
)

_LONG_NAMES = (
    "休学期间个人安全责任承诺书（须由本人与法定监护人共同签字并按捺手印，一式三份，由学院、学校和家庭各自留存一份）",
    "国家留学基金管理委员会出具的录取与资助资格确认函原件以及加盖公章的中文译件（译件须由具有资质的翻译机构出具）",
    "所在学院党政联席会议关于该生学业情况、经济情况与在校表现的综合审核意见书（须注明会议日期与全体参会人员的姓名）",
)

LONG = replace(
    LEAVE,
    title="示例大学研究生院（党委研究生工作部）国际学生与港澳台学生事务联合办公室一次性告知单",
    title_en="One-time Notice · Joint Office for International, Hong Kong, Macao and Taiwan Student Affairs"
    ", Graduate School",
    applicant="阿卜杜热西提·买买提依明·古丽巴哈尔·努尔买买提·迪丽努尔·艾尔肯江·阿卜杜拉·玉素甫江·热合曼",
    person_unit="马克思主义学院与人文社会科学高等研究院联合培养项目管理中心（东校区）",
    matter="国家公派留学研究生因不可抗力延期回国复学并申请保留入学资格及奖学金待遇的综合审批",
    basis=(
        "《普通高等学校学生管理规定》第二十五条、第二十六条、第二十七条：学生可以分阶段完成学业，除另有规定外，应当在学校"
        "规定的最长学习年限内完成学业；学生申请休学或者学校认为应当休学的，经学校批准，可以休学，休学次数和期限由学校规定",
        "《国家公派出国留学研究生管理规定（试行）》第十八条：公派研究生因故不能按期回国的，应当提前两个月向推选单位提出书面"
        "申请，由推选单位提出意见后报国家留学基金管理委员会审批，未经批准擅自延期的，视为违约",
        "学校研究生学籍管理实施细则（校研〔2024〕17号）第三章第九条至第十四条；学校港澳台及国际学生奖学金评定办法（2025年修订）"
        "第六条第二款第（三）项，以及学校校长办公会议纪要〔2025〕第8期关于疫情与自然灾害期间学籍保留的补充意见",
    ),
    condition="因战争、自然灾害、重大公共卫生事件等不可抗力不能按期回国，且在原定回国日期前已向驻外使领馆教育处报备并取得书面证明",
    materials=tuple(
        material(
            no,
            _LONG_NAMES[no % 3],
            (MaterialState.DEFECTIVE, MaterialState.MISSING, MaterialState.PROVIDED)[no % 3],
            copies=no % 4,
            when="仅在由他人代为办理并且委托人身处境外时需要" if no % 4 == 1 else "",
            reason="签字处未由监护人本人签署，所附译件未加盖翻译机构公章，且会议日期与审核意见的落款日期前后不一致，"
            "请改正后连同原件一并重新提交；如监护人不便到场，可提交经公证的授权委托书及双方身份证件复印件。"
            if no % 3 == 0
            else "",
        )
        for no in range(1, 13)
    ),
    verdict_line="需补正 8 项",
)

TWELVE = replace(
    LEAVE,
    applicant="阿卜杜热西提·买买提依明·古丽巴哈尔·努尔买买提·迪丽努尔",
    materials=tuple(
        material(
            no,
            "二级甲等以上医院诊断证明" if no % 2 else "家长或监护人签字的知情同意书（原件）",
            MaterialState.MISSING if no in {3, 7} else MaterialState.PROVIDED,
            copies=no % 2,
        )
        for no in range(1, 13)
    ),
)
