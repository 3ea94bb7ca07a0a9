"""The language of the windows: Chinese is written in the program, English comes from resources/i18n."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reception.words import Language
from reception.workstation import resource

_installed: list[QTranslator] = []


def speak(language: Language) -> None:
    """Let all windows that are built from now on speak a language; Qt's own words too."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{folder}/qtbase_{'zh_CN' if language is Language.ZH else 'en'}.qm"]
    if language is Language.EN:
        files.append(str(resource("i18n/en.qm")))
    for name in files:
        translator = QTranslator()
        if translator.load(name):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    QLocale.setDefault(chinese if language is Language.ZH else QLocale(QLocale.Language.English))
