"""Files that ship with the program: fonts, icons, translations, calendars, sample catalogue."""
