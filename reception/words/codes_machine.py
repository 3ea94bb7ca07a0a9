"""What to say when the machine, the database or somebody else's change stands in the way."""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "invalid": (
        "有 {count} 处需要修改，请按提示更正后再保存。",
        "{count} entries need correction; please see each field.",
    ),
    "not_allowed": (
        "您的角色不能“{action}”，请联系有权限的同事办理。",
        "Your role does not permit this: {action}. Please ask a colleague who may.",
    ),
    "not_found": (
        "这条{kind}已不存在，请刷新后再看。",
        "This {kind} does not exist any more; please refresh the list.",
    ),
    "conflict": (
        "这条{kind}刚被其他同事修改，请刷新后再改，您填写的内容仍在。",
        "A colleague has just changed this {kind}; please refresh and change it again. What you typed is still here.",
    ),
    "locked": (
        "数据正被其他程序占用，请稍候再试，您填写的内容仍在。",
        "The data are in use by another program; please try again shortly. What you typed is still here.",
    ),
    "disk_full": (
        "磁盘已满，未能保存。请清理磁盘空间后再试，您填写的内容仍在。",
        "The disk is full and nothing was saved. Please free some space and try again; what you typed is still here.",
    ),
    "read_only": (
        "数据文件夹不可写，请检查文件夹权限后再试。",
        "The folder cannot be written; please check its permissions and try again.",
    ),
    "damaged": (
        "数据文件已损坏，请不要继续使用，请联系管理员从备份恢复。",
        "The database is damaged; please stop working and ask the administrator to restore a backup.",
    ),
    "database_gone": (
        "数据文件不见了，但备份还在。请不要重新建立单位，请联系管理员从备份恢复。",
        "The database is gone, but its backups are still there; please ask the administrator to restore one.",
    ),
    "io_error": (
        "读写磁盘出错，请检查磁盘后再试。",
        "The disk could not be read or written; please check it and try again.",
    ),
    "settings_not_kept": (
        "本机设置没有存下来，请检查设置文件夹的权限；下次启动前设置仍然有效。",
        "The settings could not be kept; please check their folder. They hold until the program ends.",
    ),
    "cannot_open": (
        "打不开数据文件，请检查数据文件夹是否存在、是否有权限。",
        "The database cannot be opened; please check that the folder exists and may be used.",
    ),
    "database": (
        "数据库出错，操作未完成，请再试一次；仍不成功请联系管理员。",
        "The database failed and nothing was done; please try again, or ask the administrator.",
    ),
    "backup_failed": (
        "备份没有做成，数据仍然完好。请检查磁盘空间后再备份一次。",
        "The backup could not be made; the data are unharmed. Please check the disk and back up again.",
    ),
    "folder_not_writable": (
        "不能在文件夹“{folder}”中保存文件，请检查文件夹是否存在、是否有写入权限，或另选文件夹。",
        "No file can be saved in {folder}; please check that the folder exists and may be written, or choose another.",
    ),
    "file_in_use": (
        "文件“{file}”正被其他程序打开，请关闭后再导出一次。",
        "The file {file} is open in another program; please close it and export again.",
    ),
    "no_printer": (
        "本机没有可用的打印机，请检查打印机是否已连接、已开机；也可以先存为 PDF 文件。",
        "This machine has no printer; please check that one is connected and switched on, or save the paper as a PDF.",
    ),
    "printer_gone": (
        "找不到打印机“{printer}”，请检查它是否已连接，或另选打印机。",
        "The printer {printer} cannot be found; please check that it is connected, or choose another one.",
    ),
    "print_failed": (
        "打印机“{printer}”没有收下这份单子，请检查后按 F5 再打一次；单子已保存，不会丢失。",
        "The printer {printer} did not take the paper; please check it and press F5. The notice is kept and not lost.",
    ),
    "paper_unreadable": (
        "单子的内容无法显示，请再试一次；仍不成功请联系管理员。",
        "The paper cannot be shown; please try again, or ask the administrator.",
    ),
    "sqlite_old": (
        "本机的 SQLite {version} 版本过低，不能安全保存数据，请联系管理员更新程序。",
        "SQLite {version} of this machine is too old to keep data safely; please ask the administrator to update.",
    ),
    "exists_already": (
        "文件夹“{folder}”中已有一个单位的数据，请直接打开，或另选文件夹。",
        "The folder {folder} holds an office already; please open it or choose another folder.",
    ),
    "no_store": (
        "文件夹“{folder}”中没有数据，请先建立单位，或另选文件夹。",
        "There is no office in {folder}; please create one first or choose another folder.",
    ),
    "no_key": (
        "文件夹“{folder}”缺少修改痕迹的密钥文件（audit.key），请从备份恢复该文件。",
        "The key of the audit log (audit.key) is missing in {folder}; please restore it from a backup.",
    ),
    "network_folder": (
        "文件夹“{folder}”在网络共享上，多机同时写入会损坏数据，请改用本机文件夹。",
        "The folder {folder} is a network share, where data would be damaged; please use a folder of this machine.",
    ),
    "not_ours": (
        "这个文件不是首问接待的数据，请另选文件夹。",
        "This file does not belong to Reception; please choose another folder.",
    ),
    "newer_database": (
        "数据由更新版本的程序写入，请先更新本机程序再打开。",
        "The data were written by a newer version; please update the program first.",
    ),
    "not_read_back": (
        "{number} 保存后核对不一致，请再保存一次，并告知管理员。",
        "{number} did not read back as it was written; please save again and tell the administrator.",
    ),
}
