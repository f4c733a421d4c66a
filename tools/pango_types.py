"""`python -m tools.pango_types`: what WeasyPrint declares of Pango's C, read once for all starts.

Writes `guidepub/pdf/engine/pango_types.json` for the WeasyPrint that is installed. cffi's parser of C
takes longer than Pango takes to load, and reads the same text at each start.
"""

from __future__ import annotations

import ast
import json
import tempfile
from pathlib import Path

import cffi

from guidepub.files import sha256
from guidepub.pdf.engine.pango import FILE, source_of_declarations


def main() -> None:
    """Write the file."""
    source = source_of_declarations().read_text("utf-8")
    FILE.write_text(written(source), "utf-8")


def written(source: str) -> str:
    """Return the file for the source of the module that has the declarations."""
    builder = cffi.FFI()
    builder.set_source("pango", None)
    for text in _declared(source):
        builder.cdef(text)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "pango.py")
        builder.emit_python_code(str(made))
        code = made.read_text("utf-8")
    call = ast.parse(code[code.index("ffi = ") :]).body[0]
    assert isinstance(call, ast.Assign)
    assert isinstance(call.value, ast.Call)
    values = {each.arg: ast.literal_eval(each.value) for each in call.value.keywords}
    data = {"source": sha256(source.encode()), "made": values}
    return json.dumps(data, default=lambda value: value.decode("latin-1")) + "\n"


def _declared(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "cdef"
    ]


if __name__ == "__main__":
    main()
