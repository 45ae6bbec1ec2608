"""What docs/reminders.md tells shells to do, they do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "reminders.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="these shells are not there")
@pytest.mark.parametrize(("shell", "begins"), [("bash", ["-i", "-c"]), ("zsh", ["-i", "-c"]), ("fish", ["-i", "-c"])])
@pytest.mark.parametrize("is_there", [True, False])
def test_the_line_for_each_shell_shows_the_day_where_netkeeper_is_there(
    tmp_path: Path, shell: str, begins: list[str], is_there: bool
) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    found = re.search(rf"```{shell}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    if is_there:
        fake = tmp_path / "netkeeper"
        fake.write_text('#!/bin/sh\necho "netkeeper was asked: $*"\n')
        fake.chmod(0o755)
    ran = subprocess.run(
        [program, *begins, found[1]],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PATH": str(tmp_path)},
        timeout=60,
    )
    assert ran.stdout == ("netkeeper was asked: due --brief\n" if is_there else "")
