"""A build whose output goes nowhere: the shell or a scheduler has closed a stream."""

from __future__ import annotations

import subprocess
import sys

import pytest
from definitions import definition, write


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_book_is_made_without_a_stream(tmp_path, closed):
    write(tmp_path, {"baker.md": definition()})
    line = f'"$0" -m guidepub build baker.md -e web {closed}'
    ran = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "dist/baker/baker.html").is_file()
