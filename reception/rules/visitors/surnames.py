"""Chinese surnames of two characters, simplified and traditional.

Source: handbook §10.2 (a double surname stays whole under the mask).
"""

from typing import Final

_SPACED: Final = """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
    濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 叔孙 季孙 孟孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车
    亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延
    东郭 南门 羊舌 微生 梁丘 左丘 西门 东门 北宫 第五 南荣 东里 仲长 子书 子桑 即墨 达奚 褚师
    纳兰 完颜 叶赫 那拉 单于 淳于 屈突 贺兰 贺若 尔朱 沮渠 秃发 乞伏 耶律 哥舒 斛律 仆固 公仪
    公输 公户 公玉 公山 歐陽 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離
    鐘離 長孫 鮮于 閭丘 巫馬 顓孫 壤駟 樂正 穀梁 夾谷 軒轅 東郭 南門 西門 東門 單于 賀蘭 達奚
    納蘭 完顏 葉赫 爾朱 僕固 公儀 公輸
"""
DOUBLE_SURNAMES: Final = frozenset(_SPACED.split())
