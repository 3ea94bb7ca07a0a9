"""What the linters on the market do not know about this house: each lint reads one syntax tree.

A lint takes a tree and gives `line: what is wrong` for each place. They forbid the forms by which text from
outside could be read as markup or as SQL, and the ways by which a rule could look at the machine it runs on.
"""

import ast
from collections.abc import Iterator

BOXES = {"QMessageBox", "QErrorMessage"}
SHOWING = {"QLabel", "setToolTip", "setWhatsThis", "setStatusTip"}
FORMATS = {"RichText", "MarkdownText", "AutoText"}
MARKUP = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown"}
TRANSLATORS = {"tr", "translate"}
STATEMENTS = {"execute_sql", "execute", "executemany", "executescript", "SQL", "raw"}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter"}
CLOCK_OWNERS = {"datetime", "date", "time"}
MACHINE = {"open", "read_text", "read_bytes", "getenv", "token_bytes", "token_hex", "uuid4", "urandom"}
BANNED_WORDS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "data", "info", "process"}
BANNED_CLASS_ENDS = ("Manager", "Handler", "Helper", "Helpers", "Utils", "Util", "Mixins")
LONGEST_FUNCTION = 60


def called(node: ast.AST) -> str:
    """Give the last word of what a call calls, or an empty text."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            return node.func.attr
        if isinstance(node.func, ast.Name):
            return node.func.id
    return ""


def owner(node: ast.AST) -> str:
    """Give the last word of what stands before the dot of a call: `datetime` in `dt.datetime.now()`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        value = node.func.value
        if isinstance(value, ast.Attribute):
            return value.attr
        if isinstance(value, ast.Name):
            return value.id
    return ""


def fixed(node: ast.expr) -> bool:
    """Say whether a text is written in the program itself: a constant, or its translation."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return fixed(node.body) and fixed(node.orelse)
    if isinstance(node, ast.Call) and called(node) in TRANSLATORS:
        return all(isinstance(argument, ast.Constant) for argument in node.args)
    return False


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Give every call in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def markup_in_windows(tree: ast.AST) -> Iterator[str]:
    """Find texts that Qt may take for markup: it guesses, unless the text format is set to plain."""
    for node in calls(tree):
        name, first = called(node), node.args[0] if node.args else None
        if name in SHOWING and (first is None or not fixed(first)):
            yield f"{node.lineno}: {name} guesses at markup; take the factory of ui.look"
        elif name in BOXES or (owner(node) in BOXES and name[:1].islower()):
            yield f"{node.lineno}: a message box guesses at markup; take the factory of ui.look"
        elif name in MARKUP:
            yield f"{node.lineno}: {name} reads markup"
    for attribute in ast.walk(tree):
        if isinstance(attribute, ast.Attribute) and attribute.attr in {
            "RichText",
            "MarkdownText",
            "AutoText",
        }:
            yield f"{attribute.lineno}: {attribute.attr} reads markup"


def markup_on_paper(tree: ast.AST) -> Iterator[str]:
    """Find the ReportLab classes that parse their text as markup; papers draw strings on the canvas."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and "platypus" in ast.unparse(node):
            yield f"{node.lineno}: platypus parses markup"
        elif isinstance(node, ast.Call) and called(node) in {"Paragraph", "XPreformatted"}:
            yield f"{node.lineno}: {called(node)} parses markup"


def built_sql(tree: ast.AST) -> Iterator[str]:
    """Find statements put together from pieces; values belong into parameters."""
    for node in calls(tree):
        if called(node) not in STATEMENTS or not node.args:
            continue
        text = node.args[0]
        interpolated = isinstance(text, ast.JoinedStr)
        glued = isinstance(text, ast.BinOp) and isinstance(text.op, ast.Add | ast.Mod)
        if interpolated or glued or called(text) in {"format", "join", "format_map", "replace"}:
            yield f"{node.lineno}: {called(node)} takes a statement put together from pieces"


def looks_at_the_machine(tree: ast.AST) -> Iterator[str]:
    """Find rules that read the clock, a file or chance; all of these come in as parameters."""
    for node in calls(tree):
        name = called(node)
        if name in CLOCKS and owner(node) in CLOCK_OWNERS:
            yield f"{node.lineno}: {owner(node)}.{name}() reads the clock; take `now` as a parameter"
        elif name in {
            "open",
            "read_text",
            "read_bytes",
            "getenv",
            "token_bytes",
            "token_hex",
            "uuid4",
            "urandom",
        }:
            yield f"{node.lineno}: {name}() looks at the machine"


def banned_names(tree: ast.AST) -> Iterator[str]:
    """Find classes and functions with names that say nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_CLASS_ENDS):
            yield f"{node.lineno}: class {node.name}"
        elif isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith(("do_", "process_")):
            yield f"{node.lineno}: function {node.name}"


def banned_module(stem: str) -> bool:
    """Say whether a module bears a name that says nothing."""
    return bool(BANNED_WORDS.intersection(stem.split("_")))


def long_functions(tree: ast.AST) -> Iterator[str]:
    """Find functions longer than a screen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.lineno}: {node.name} has {length} lines"


def unfinished(tree: ast.AST) -> Iterator[str]:
    """Find code that stands for code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            yield f"{node.lineno}: {node.id}"
        elif isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant) and node.test.value:
            yield f"{node.lineno}: asserts a constant"


def looks_away(tree: ast.AST) -> Iterator[str]:
    """Find tests that do not run, that are allowed to fail, or that hope for time to pass."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail", "importorskip"}:
            yield f"{node.lineno}: {node.attr}"
        elif isinstance(node, ast.Call) and called(node) == "sleep" and owner(node) == "time":
            yield f"{node.lineno}: sleeps"


def holds_for_good(tree: ast.AST) -> Iterator[str]:
    """Find lambdas joined to the line, which outlives every window: they hold their window and act for it."""
    for call in calls(tree):
        spoken = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr == "connect" else None
        if not isinstance(spoken, ast.Attribute) or spoken.attr not in {"changed", "minute"}:
            continue
        line = spoken.value
        name = line.attr if isinstance(line, ast.Attribute) else line.id if isinstance(line, ast.Name) else ""
        if name.endswith("link") and any(isinstance(each, ast.Lambda) for each in call.args):
            yield f"{call.lineno}: a lambda on the line"
