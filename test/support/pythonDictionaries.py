"""Reads a JSON list of Python texts from stdin and writes what Python's own parser finds in each: its dictionaries, as
[start, end, [[key, key start, key end, value start, value end], …]]. Offsets count UTF-16 code units; null: no valid Python."""
import ast
import json
import sys


def offsets(text):
    """From a line and a column in bytes of UTF-8, as the parser counts them, to an offset."""
    lines = text.encode("utf-8").split(b"\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + units(line.decode("utf-8")) + 1)
    return lambda line, column: starts[line - 1] + units(lines[line - 1][:column].decode("utf-8"))


def units(text):
    return len(text.encode("utf-16-le")) // 2


def span(node, at):
    return [at(node.lineno, node.col_offset), at(node.end_lineno, node.end_col_offset)]


def dictionaries(text):
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None
    at = offsets(text)
    # What is in an f-string has no places of its own in older versions of Python.
    hidden = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and id(node) not in hidden:
            pairs = zip(node.keys, node.values)
            entries = [[key.value, *span(key, at), *span(value, at)] for key, value in pairs if isinstance(key, ast.Constant) and isinstance(key.value, str)]
            found.append([*span(node, at), entries])
    return sorted(found)


json.dump([dictionaries(text) for text in json.load(sys.stdin)], sys.stdout)
