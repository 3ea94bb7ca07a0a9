"""What `--help` says of the papers that an office shows to everybody: the service guide, desk cards, badges."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "guide": (
        "输出办事指南：一个事项，或全部事项（封面、目录、书签）",
        "write the service guide: one matter, or all with contents and bookmarks",
    ),
    "cards": ("输出岗位桌牌、工作牌或服务承诺", "write desk cards, badges or the promise sheet"),
}

EXAMPLES: Mapping[str, Pair] = {
    "guide": (
        """指南是公开内容，不需要登录。打印今天有效的版次；岗位在岗人未经确认的，不印姓名。

示例：
  python -m reception guide --out 办事指南.pdf --data D
  python -m reception guide --matter JW-03 --paper-language both --out JW-03.pdf --data D
""",
        """The guide is for everybody, so nobody signs in. It says what is in force today; of a post whose holder
nobody has confirmed it names nobody.

Examples:
  python -m reception guide --out guide.pdf --data D
  python -m reception guide --matter JW-03 --paper-language both --out JW-03.pdf --data D
""",
    ),
    "cards": (
        """桌牌每人一页（A4 横向，200×100 毫米，对折），工作牌每页八张（90×54 毫米），服务承诺一页。
--person 可以多次使用，不给即所有在用账号。桌牌和工作牌的 --paper-language en 与 both 相同。

示例：
  python -m reception cards --kind desk --person 张敏 --out 桌牌.pdf --data D --as 张敏 --password-file P
  python -m reception cards --kind badge --paper-language both --out 工作牌.pdf --data D --as 张敏 --password-file P
  python -m reception cards --kind promise --out 承诺.pdf --data D --as 张敏 --password-file P
""",
        """Desk cards are a page each (A4 across, 200 x 100 mm, folded), badges eight a page (90 x 54 mm), the promise
is one page. --person may be said several times; without it, everybody with an account in use. For cards and
badges --paper-language en is the same as both.

Examples:
  python -m reception cards --kind desk --person 张敏 --out desk.pdf --data D --as 张敏 --password-file P
  python -m reception cards --kind badge --paper-language both --out badges.pdf --data D --as 张敏 --password-file P
  python -m reception cards --kind promise --out promise.pdf --data D --as 张敏 --password-file P
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "guide-matter": ("事项编码，如 JW-03（不给即全部）", "matter, for instance JW-03 (default: all)"),
    "card-kind": ("desk 桌牌，badge 工作牌，promise 服务承诺", "desk card, badge or promise sheet"),
    "person": ("账号姓名，可多次使用（默认所有在用账号）", "name of an account, repeatable (default: all in use)"),
}
