"""The language of the windows: Chinese is written in the program, English comes from resources/i18n."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reception.workstation import resource

_installed: list[QTranslator] = []


def speak(*, english: bool) -> None:
    """Let all windows that are built from now on speak English or Chinese; Qt's own words too."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{folder}/qtbase_{'en' if english else 'zh_CN'}.qm"]
    if english:
        files.append(str(resource("i18n/en.qm")))
    for name in files:
        translator = QTranslator()
        if translator.load(name):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    QLocale.setDefault(QLocale(QLocale.Language.English) if english else chinese)
