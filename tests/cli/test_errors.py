from __future__ import annotations

import errno
import gc
import io
import os
import subprocess
import sys

import pytest

from netkeeper.__main__ import main
from netkeeper.cli.errors import WrongUsageError, complain, guarded
from netkeeper.domain.errors import NetkeeperError


def _raise(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (NetkeeperError("Nothing fits."), 1, "netkeeper: Nothing fits.\n"),
        (WrongUsageError("Say who."), 2, "netkeeper: Say who.\n"),
        (KeyboardInterrupt(), 130, "netkeeper: Stopped.\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/x"),
            1,
            "netkeeper: /x: Permission denied.\n",
        ),
        (MemoryError(), 1, "netkeeper: There is not enough memory for this; nothing was changed.\n"),
        (NetkeeperError("With \x1b[2J and\nmore."), 1, "netkeeper: With ␛[2J and more.\n"),
    ],
)
def test_what_goes_wrong_is_one_line(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int, said: str
) -> None:
    assert guarded(lambda: _raise(error)) == status
    assert capsys.readouterr() == ("", said)


def test_a_fault_of_netkeepers_own_is_one_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(lambda: _raise(ZeroDivisionError("division by zero"))) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "NETKEEPER_DEBUG=1" in said


def test_it_is_shown_whole_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETKEEPER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: _raise(ZeroDivisionError()))


def test_a_line_is_never_endless(capsys: pytest.CaptureFixture[str]) -> None:
    complain("x" * 100_000)
    assert len(capsys.readouterr().err) < 1100


def test_any_encoding_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(buffer, encoding="ascii"))
    complain("Nobody is called Åsa ☕.")
    assert buffer.getvalue() == b"netkeeper: Nobody is called ?sa ?.\n"


def test_nobody_listening_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    stream.close()
    monkeypatch.setattr("sys.stderr", stream)
    complain("anything")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_who_has_gone_is_no_fault() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "netkeeper", "due"], stdout=write_end, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write_end)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("args", [["due"], ["--help"], ["--version"], ["completion", "bash"]], ids=lambda args: args[0])
def test_output_that_can_not_be_written_is_said(args: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "netkeeper", *args], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr == "netkeeper: Can't show the outcome: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("args", "status"), [("list", 0), ("nonsense", 2), ("", 1), ("--help", 0)])
def test_closed_streams_are_no_fault(closed: str, args: str, status: int) -> None:
    ran = subprocess.run(
        f'"{sys.executable}" -m netkeeper {args} {closed}', shell=True, capture_output=True, text=True, check=False
    )
    assert ran.returncode == status
    assert "fault here" not in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_early_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    def exit_now(status: int) -> None:
        raise SystemExit(status)

    monkeypatch.setattr("netkeeper.cli.start.start", interrupted)
    monkeypatch.setattr("os._exit", exit_now)
    was_enabled = gc.isenabled()
    try:
        with pytest.raises(SystemExit) as ended:
            main()
    finally:
        if was_enabled:
            gc.enable()
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")
