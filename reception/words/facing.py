"""What a visitor reads on a screen that is turned to him: always in both languages."""

from reception.words.language import Pair

CHECK_NAME: Pair = ("请核对您的姓名", "Please check your name")
