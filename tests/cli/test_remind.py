"""One notification a day, and what starts it: on every platform, with programs that only note their calls."""

from __future__ import annotations

import io
import os
import plistlib
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netkeeper.override import override
from netkeeper.store.network import Network
from tests.cli.conftest import Run
from tests.fakes import FakeMachine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that stand in are shell scripts")

SYSTEMD = ("systemctl", "crontab", "notify-send")
LAUNCHD = ("launchctl", "osascript")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(sys, "argv", ["/somewhere/pytest"])
    return FakeMachine(tmp_path, monkeypatch)


@pytest.fixture
def names(surroundings: Path) -> None:
    """The settings allow names."""
    file = surroundings / "config" / "config.toml"
    file.parent.mkdir()
    file.write_text('[remind]\nsays = "names"\n')


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has somebody sit at the terminal who answers so."""

    class Person(io.StringIO):
        @override
        def isatty(self) -> bool:
            return True

    return lambda text: monkeypatch.setattr(sys, "stdin", Person(text))


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_relative_to(folder / "network")
    }


# The notification


@pytest.mark.parametrize(("platform", "program"), [("linux", "notify-send"), ("freebsd14", "notify-send")])
def test_it_is_shown_once_a_day(
    nk: Run, demo: Network, machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, platform: str, program: str
) -> None:
    machine.be(platform, program)
    ran = nk("remind")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Reminded: 3 promises, ")
    (call,) = machine.calls(program)
    assert call[:3] == ["--app-name=netkeeper", "--", "netkeeper"]
    assert call[3].startswith("3 promises, ")
    assert machine.environment["DBUS_SESSION_BUS_ADDRESS"].endswith("/bus")

    assert nk("remind").out == "Reminded today already; --again does it once more.\n"
    assert len(machine.calls(program)) == 1
    nk("remind", "--again")
    assert len(machine.calls(program)) == 2
    monkeypatch.setenv("NETKEEPER_TODAY", "2026-11-24")
    nk("remind")
    assert len(machine.calls(program)) == 3


def test_it_names_nobody_unless_the_settings_allow_it(nk: Run, demo: Network, machine: FakeMachine) -> None:
    machine.be("linux", "notify-send")
    nk("remind")
    (call,) = machine.calls("notify-send")
    assert not any(word in call[3] for _, name in demo.names() for word in name.split())


def test_with_names_it_names_a_few_and_nothing_of_them_is_markup(
    nk: Run, machine: FakeMachine, names: None, tmp_path: Path
) -> None:
    machine.be("linux", "notify-send")
    card = tmp_path / "bo.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:<b>Bo</b> & \x1b[2J\nBDAY:1990-11-24\nEND:VCARD\n", newline="\r\n")
    nk("import", str(card))
    for name in ("Anna Virtanen", "Cai Chen", "Dina Dahl", "Elli Eskola"):
        nk("add", name)
        nk("followup", name, "call", "due:today")
    nk("remind")
    (call,) = machine.calls("notify-send")
    assert call[3] == "4 promises, 1 occasion: Anna Virtanen, Cai Chen, Dina Dahl and 2 more"
    for name in ("Anna", "Cai", "Dina", "Elli"):
        nk("done", name)
    nk("remind", "--again")
    assert machine.calls("notify-send")[-1][3] == "1 occasion: &lt;b&gt;Bo&lt;/b&gt; &amp; ␛[2J"


def test_on_a_mac_what_is_shown_is_never_a_script(nk: Run, machine: FakeMachine, names: None) -> None:
    machine.be("darwin", "osascript")
    nk("add", 'Bo" & (do shell script "x")', "birthday:24.11.")
    assert nk("remind").status == 0
    (call,) = machine.calls("osascript")
    assert call[-2:] == ["netkeeper", '1 occasion: Bo" & (do shell script "x")']
    assert "Bo" not in "".join(call[:-1])


def test_on_windows_what_is_shown_comes_beside_the_script(nk: Run, machine: FakeMachine, names: None) -> None:
    machine.be("win32", "powershell")
    nk("add", "Bo'; rm -r C:", "birthday:24.11.")
    assert nk("remind").status == 0
    (call,) = machine.calls("powershell")
    assert call[:3] == ["-NoProfile", "-NonInteractive", "-Command"]
    assert "Bo" not in "".join(call)
    assert machine.environment["NETKEEPER_NOTE_BODY"] == "1 occasion: Bo'; rm -r C:"


def test_a_day_with_nothing_is_quiet_and_a_later_one_is_not(nk: Run, anna: None, machine: FakeMachine) -> None:
    machine.be("linux", "notify-send")
    assert nk("remind").out == "Nothing is due today, so there is nothing to remind of.\n"
    assert machine.calls("notify-send") == []
    nk("followup", "anna", "call", "due:today")
    assert nk("remind").out == "Reminded: 1 promise.\n"


def test_no_network_is_quiet_and_stays_none(nk: Run, machine: FakeMachine, folder: str) -> None:
    machine.be("linux")
    assert nk("remind").status == 0
    assert not Path(folder).exists()


def test_where_nothing_can_show_it_one_line_says_so(nk: Run, demo: Network, machine: FakeMachine) -> None:
    machine.be("linux")
    ran = nk("remind")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "notify-send is not there; install libnotify" in ran.err


def test_one_that_could_not_be_shown_is_tried_again(nk: Run, demo: Network, machine: FakeMachine) -> None:
    machine.be("linux", "notify-send")
    machine.set("refuses")
    ran = nk("remind")
    assert ran.status == 1
    assert "notify-send could not show it: Cannot autolaunch D-Bus without X11." in ran.err
    machine.set("refuses", off=True)
    assert nk("remind").out.startswith("Reminded: ")


# Having it done every day


def test_systemd_gets_a_timer_and_loses_it_again(
    nk: Run, machine: FakeMachine, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(surroundings / "co%nf $x"))
    monkeypatch.delenv("NETKEEPER_DATA")
    monkeypatch.delenv("NETKEEPER_CONFIG")
    machine.be("linux", *SYSTEMD)
    before = files_in(surroundings)
    ran = nk("remind", "--install", "--at", "8.30", "--yes")
    assert ran.status == 0, ran.err
    assert ran.out == "Set up: a reminder every day at 8:30. netkeeper remind --remove takes it away.\n"
    units = surroundings / "co%nf $x" / "systemd" / "user"
    service, timer = ((units / f"netkeeper-remind.{kind}").read_text() for kind in ("service", "timer"))
    assert "OnCalendar=*-*-* 08:30:00\nPersistent=true\n" in timer
    assert f'ExecStart="{sys.executable}" "-P" "-m" "netkeeper" "remind"\n' in service
    for line in (*service.splitlines(), *timer.splitlines()):
        assert line in ran.err, "everything that was written was shown"
    systemctl = machine.path("systemctl")
    assert f"Run '{systemctl}' --user enable --now netkeeper-remind.timer" in ran.err
    assert machine.calls("systemctl")[-1] == ["--user", "enable", "--now", "netkeeper-remind.timer"]

    calls = len(machine.calls("systemctl"))
    assert nk("remind", "--install", "--at", "8:30", "--yes").out.startswith("It is set up already (systemd timer)")
    assert not {"enable", "daemon-reload"} & {each[1] for each in machine.calls("systemctl")[calls:]}

    assert nk("remind", "--install", "--at", "21:05", "--yes").status == 0
    assert "21:05:00" in (units / "netkeeper-remind.timer").read_text()

    ran = nk("remind", "--remove", "--yes")
    assert ran.out == "The daily reminder is gone.\n"
    assert f"Remove {units / 'netkeeper-remind.timer'}" in ran.err
    assert files_in(surroundings) == before
    assert not (surroundings / "co%nf $x" / "systemd").exists()
    assert nk("remind", "--remove", "--yes").out == "No daily reminder is set up.\n"


def test_other_units_stay(nk: Run, machine: FakeMachine, surroundings: Path) -> None:
    units = surroundings / ".config" / "systemd" / "user"
    (units / "timers.target.wants").mkdir(parents=True)
    (units / "mine.timer").write_text("[Timer]\n")
    (units / "timers.target.wants" / "mine.timer").write_text("x")
    machine.be("linux", *SYSTEMD)
    os.environ.pop("XDG_CONFIG_HOME", None)
    before = files_in(surroundings)
    nk("remind", "--install", "--yes")
    assert len(files_in(surroundings)) > len(before)
    nk("remind", "--remove", "--yes")
    assert files_in(surroundings) == before


def test_what_the_job_needs_comes_along_quoted(nk: Run, machine: FakeMachine, surroundings: Path) -> None:
    machine.be("linux", *SYSTEMD)
    folder = surroundings / 'my "net" 100% $HOME\\'
    nk("--data", str(folder), "remind", "--install", "--yes")
    (path,) = surroundings.rglob("netkeeper-remind.service")
    service = path.read_text()
    written = str(folder).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    assert f'"--data" "{written}" "remind"\n' in service
    assert f'Environment="NETKEEPER_CONFIG={surroundings / "config"}"\n' in service


def test_where_systemd_does_not_run_for_the_user_cron_does_it(nk: Run, machine: FakeMachine) -> None:
    machine.be("linux", *SYSTEMD)
    machine.set("no-session")
    ran = nk("remind", "--install", "--yes")
    assert ran.status == 0
    assert "(cron line)" in ran.err
    assert machine.crontab is not None


@pytest.mark.parametrize(
    "mine",
    [
        b"",
        b'# mine\n\n5 4 * * * backup \\%d\t # at night  \nMAILTO=""\n',
        b"@daily caf\xe9 \xff\r\n",
        b"# netkeeper-remind\n0 9 * * * my-own\n",
    ],
)
def test_a_crontab_survives_to_the_byte(nk: Run, machine: FakeMachine, mine: bytes) -> None:
    machine.be("linux", "crontab", "notify-send")
    if mine:
        machine.crontab = mine
    nk("remind", "--install", "--yes")
    assert machine.crontab is not None
    assert machine.crontab.startswith(mine)
    (line,) = machine.crontab.removeprefix(mine).splitlines()
    minute, hour, *stars, command = line.decode().split(" ", 5)
    assert (minute, hour, stars) == ("0", "9", ["*"] * 3)
    assert command.endswith(" remind >/dev/null # netkeeper-remind")
    assert nk("remind", "--install", "--yes").out.startswith("It is set up already (cron line)")
    nk("remind", "--install", "--at", "7", "--yes")
    assert machine.crontab.startswith(mine + b"0 7 ")
    assert machine.crontab.count(b"remind >/dev/null") == 1
    nk("remind", "--remove", "--yes")
    assert machine.crontab == (mine or None)


def test_a_last_line_without_its_end_gets_one(nk: Run, machine: FakeMachine) -> None:
    machine.be("linux", "crontab", "notify-send")
    machine.crontab = b"@daily x"
    nk("remind", "--install", "--yes")
    assert machine.crontab is not None
    assert machine.crontab.startswith(b"@daily x\n0 9 ")


def test_the_cron_line_runs_what_it_says_whatever_stands_in_the_paths(
    nk: Run, machine: FakeMachine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "it's here 50%" / "netkeeper"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s|" "$NETKEEPER_CONFIG" "$@" >&2\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("NETKEEPER_CONFIG", str(tmp_path / "my $config"))
    machine.be("linux", "crontab", "notify-send")
    nk("--data", str(tmp_path / 'a "b" %c'), "remind", "--install", "--yes")
    assert machine.crontab is not None
    command = machine.crontab.decode().split(" ", 5)[5].replace("\\%", "%")
    ran = machine_shell(command)
    assert ran == f'{tmp_path / "my $config"}|--data|{tmp_path}/a "b" %c|remind|'


def machine_shell(command: str) -> str:
    import subprocess

    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True).stderr


def test_a_crontab_that_cannot_be_read_is_not_written_over(nk: Run, machine: FakeMachine) -> None:
    machine.be("linux", "crontab", "notify-send")
    machine.crontab = b"@daily x\n"
    machine.set("refuses")
    ran = nk("remind", "--install", "--yes")
    assert ran.status == 1
    assert "The crontab can't be read: you are not allowed to use this program." in ran.err
    assert machine.crontab == b"@daily x\n"


def test_systemd_takes_over_from_cron(nk: Run, machine: FakeMachine) -> None:
    machine.be("linux", "crontab", "notify-send")
    machine.crontab = b"@daily x\n"
    nk("remind", "--install", "--yes")
    machine.be("linux", *SYSTEMD)
    ran = nk("remind", "--install", "--yes")
    assert "(systemd timer)" in ran.err
    assert machine.crontab == b"@daily x\n"


def test_launchd_gets_an_agent_and_loses_it_again(nk: Run, machine: FakeMachine, surroundings: Path) -> None:
    machine.be("darwin", *LAUNCHD)
    before = files_in(surroundings)
    ran = nk("remind", "--install", "--at", "9:05", "--yes")
    assert ran.status == 0, ran.err
    path = surroundings / "Library" / "LaunchAgents" / "netkeeper.remind.plist"
    agent = plistlib.loads(path.read_bytes())
    assert agent["StartCalendarInterval"] == {"Hour": 9, "Minute": 5}
    assert agent["ProgramArguments"][0] == sys.executable
    assert agent["ProgramArguments"][-1] == "remind"
    assert agent["EnvironmentVariables"] == {"NETKEEPER_CONFIG": str(surroundings / "config")}
    assert machine.calls("launchctl")[-1] == ["bootstrap", f"gui/{os.getuid()}", str(path)]
    assert nk("remind", "--install", "--at", "9:05", "--yes").out.startswith("It is set up already (launchd agent)")
    assert nk("remind", "--install", "--at", "10", "--yes").status == 0
    assert plistlib.loads(path.read_bytes())["StartCalendarInterval"]["Hour"] == 10
    assert nk("remind", "--remove", "--yes").status == 0
    assert files_in(surroundings) == before
    assert not (machine.folder / "loaded").exists()


def test_windows_gets_a_task_and_loses_it_again(nk: Run, machine: FakeMachine, tmp_path: Path) -> None:
    machine.be("win32", "schtasks", "powershell")
    assert nk("--data", str(tmp_path / "my net"), "remind", "--install", "--yes").status == 0
    (create,) = [call for call in machine.calls("schtasks") if call[0] == "/Create"]
    assert create[1:8] == ["/F", "/SC", "DAILY", "/ST", "09:00", "/TN", "netkeeper remind"]
    assert create[-1].endswith(f'--data "{tmp_path / "my net"}" remind')
    assert nk("remind", "--remove", "--yes").status == 0
    assert machine.calls("schtasks")[-1] == ["/Delete", "/F", "/TN", "netkeeper remind"]
    assert nk("remind", "--remove", "--yes").out == "No daily reminder is set up.\n"


@pytest.mark.parametrize(
    ("platform", "programs", "names"),
    [
        ("linux", (), "systemd timer or cron line"),
        ("darwin", (), "launchd agent or cron line"),
        ("win32", (), "scheduled task"),
    ],
)
def test_a_machine_that_has_nothing_for_it_says_so(
    nk: Run, machine: FakeMachine, platform: str, programs: tuple[str, ...], names: str
) -> None:
    machine.be(platform, *programs)
    ran = nk("remind", "--install", "--yes")
    assert (ran.status, ran.out) == (1, "")
    assert f"no {names} can be set up" in ran.err


@pytest.mark.parametrize(("platform", "programs"), [("linux", SYSTEMD), ("darwin", LAUNCHD)])
def test_one_that_is_refused_leaves_everything_as_it_was(
    nk: Run, machine: FakeMachine, surroundings: Path, platform: str, programs: tuple[str, ...]
) -> None:
    machine.be(platform, *programs)
    machine.set("refuses")
    before = files_in(surroundings)
    ran = nk("remind", "--install", "--yes")
    assert (ran.status, ran.out) == (1, "")
    assert "refused: " in ran.err
    assert ran.err.endswith("Everything is as it was.\n")
    assert files_in(surroundings) == before


def test_a_machine_without_notifications_is_told_of_before(nk: Run, machine: FakeMachine) -> None:
    machine.be("linux", "systemctl")
    ran = nk("remind", "--install", "--yes")
    assert ran.status == 0
    assert ran.err.startswith("No notification can be shown: notify-send is not there")


def test_it_asks_first_and_no_is_no(
    nk: Run, machine: FakeMachine, surroundings: Path, answer: Callable[[str], None]
) -> None:
    machine.be("linux", *SYSTEMD)
    before = files_in(surroundings)
    for said in ("", "\n", "n\n", "yes please\n"):
        answer(said)
        ran = nk("remind", "--install")
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.endswith("Set it up? [y/N] netkeeper: Nothing was changed.\n")
        assert files_in(surroundings) == before
    answer("Y\n")
    assert nk("remind", "--install").status == 0
    answer("n\n")
    assert nk("remind", "--remove").status == 1
    assert list(surroundings.rglob("netkeeper-remind.timer"))
    answer("yes\n")
    assert nk("remind", "--remove").status == 0
    assert files_in(surroundings) == before


def test_nobody_there_to_ask_is_wrong_usage(
    nk: Run, machine: FakeMachine, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.be("linux", *SYSTEMD)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    ran = nk("remind", "--install")
    assert ran.status == 2
    assert "add --yes" in ran.err
    assert not list(surroundings.rglob("netkeeper-remind.*"))


@pytest.mark.parametrize(
    "args", ["--install --remove", "--again --install", "--at 9", "--yes", "--again --remove", "--remove --at 9"]
)
def test_options_that_make_no_sense_together_are_wrong_usage(nk: Run, machine: FakeMachine, args: str) -> None:
    machine.be("linux", *SYSTEMD)
    ran = nk("remind", *shlex.split(args))
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_time_that_is_none_changes_nothing(nk: Run, machine: FakeMachine, surroundings: Path) -> None:
    machine.be("linux", *SYSTEMD)
    ran = nk("remind", "--install", "--at", "25:00", "--yes")
    assert ran.status == 1
    assert "Can't read '25:00' as a time of day; write it like 9:00 or 21:30." in ran.err
    assert machine.calls("systemctl") == []


def test_a_path_that_no_job_can_be_told_is_refused(nk: Run, machine: FakeMachine, tmp_path: Path) -> None:
    machine.be("linux", *SYSTEMD)
    ran = nk("--data", str(tmp_path / "a\nb"), "remind", "--install", "--yes")
    assert ran.status == 1
    assert "rename it" in ran.err
    assert machine.calls("systemctl") == []
