"""`make run`'s parts on odd machines: each says in one sentence what is wrong, or works."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import addresses, children, disk, installing, postgres
from deploy.local.children import Children
from deploy.local.not_started import NotStarted

ROOT = Path(__file__).resolve().parents[2]
SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
)
START = """
import sys
from pathlib import Path
from deploy.local import postgres
from deploy.local.not_started import NotStarted
folder = Path(sys.argv[1]) / "postgres"
try:
    postgres.start(folder)
    print("runs as", postgres.process(folder).username())
except NotStarted as error:
    print(error)
"""


def on_a_machine_where(what: str, *kinds: str, folder: Path, script: str) -> str:
    """What `script` prints where the shell's commands `what` have been run; skips if they can't."""
    if shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip("only root, with unshare, can make such a machine")
    shell = f'{what} || exit 77; exec "$@"'
    command = ["unshare", *kinds, "sh", "-c", shell, "sh", sys.executable, "-c", script]
    done = subprocess.run(
        [*command, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip(f"this machine does not let us make it: {done.stderr}")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "text", ["0", "-1", "70000", "65536", "abc", "", "80 80", "8e3", "８０００"]
)
def test_what_is_no_port_is_refused(text):
    with pytest.raises(NotStarted, match=f"PORT is a number from 1 to 65535, not “{text}”"):
        addresses.port_of(text)


def test_a_port_may_be_the_first_or_the_last():
    assert [addresses.port_of(text) for text in ("1", "8000", "65535")] == [1, 8000, 65535]


def test_a_taken_port_is_refused(monkeypatch):
    monkeypatch.setattr(addresses, "LEAVING", 0)

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(NotStarted) as refusal:
            addresses.refuse_taken("127.0.0.1", port)

    assert str(refusal.value) == (
        f"Port {port} cannot be used (Address already in use); choose another: make run PORT=8001"
    )


def test_a_machine_without_ipv4(tmp_path):
    said = on_a_machine_where(
        "PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && ip addr del 127.0.0.1/8 dev lo",
        "--net",
        folder=tmp_path,
        script="from deploy.local import addresses; print(addresses.loopback())",
    )

    assert said == "::1\n"
    assert addresses.in_url("::1") == "[::1]"


def test_a_machine_whose_loopback_is_down_is_told_so(tmp_path):
    said = on_a_machine_where(
        "true",
        "--net",
        folder=tmp_path,
        script="from deploy.local import addresses, not_started\n"
        "try: addresses.loopback()\n"
        "except not_started.NotStarted as error: print(error)",
    )

    assert re.fullmatch("This machine cannot reach itself.+ip link set lo up\n", said)


def test_the_database_runs_without_useradd_and_a_user_of_its_own(tmp_path):
    names = tmp_path / "passwd"
    lines = Path("/etc/passwd").read_text().splitlines(keepends=True)
    names.write_text("".join(line for line in lines if not line.startswith("pgserver:")))

    said = on_a_machine_where(
        f"mount --bind {names} /etc/passwd", "--mount", folder=tmp_path, script=START
    )

    assert said == "runs as nobody\n"


def test_the_folder_of_another_user_is_taken_over(tmp_path):
    data = tmp_path / "postgres"
    test_the_database_runs_without_useradd_and_a_user_of_its_own(tmp_path)

    said = on_a_machine_where("true", "--mount", folder=tmp_path, script=START)

    assert said == "runs as pgserver\n"
    assert data.owner() == "pgserver"


def test_a_small_disk_is_refused_before_anything_is_written(tmp_path):
    said = on_a_machine_where(
        f"mount -t tmpfs -o size=60m none {tmp_path}", "--mount", folder=tmp_path, script=START
    )

    assert re.fullmatch(r"The disk is too small: \d+ MB are free in \S+, and 150 MB are .+\n", said)


def test_a_full_or_closed_disk_is_named(tmp_path):
    full = OSError(28, "No space left on device", "somewhere")
    closed = OSError(30, "Read-only file system", "/var/portal/key")

    assert disk.reason_of(full, tmp_path).startswith("The disk is too small: ")
    assert disk.reason_of(closed, tmp_path) == "The portal cannot write to /var/portal/key."
    assert disk.reason_of(ValueError("something else"), tmp_path) is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("error: failed to write: No space left on device (os error 28)", "The disk is full"),
        ("error: Failed to fetch: `https://…`\n  dns error", "The packages could not be"),
        ("ERROR: No matching distribution found for uv", "The packages could not be"),
        ("error: hash mismatch\nof a package", "error: hash mismatch\nof a package"),
    ],
)
def test_an_installation_says_why_it_failed(said, reason):
    assert installing.reason(said).startswith(reason)


def test_a_step_of_the_installation_is_silent_unless_it_fails(capfd):
    good = installing.main(sys.executable, "-c", "print('much')")
    bad = installing.main(sys.executable, "-c", "raise SystemExit('why')")

    assert (good, bad) == (0, 1)
    assert capfd.readouterr() == ("", "why\n")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what `make clean` needs, and something to remove."""
    (tmp_path / "deploy" / "local").mkdir(parents=True)
    for name in ("Makefile", "deploy/local/alone.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".var").mkdir()
    return tmp_path


def make_clean(clone: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["make", "clean", f"PYTHON={sys.executable}"],
        cwd=clone,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("how", "lock"), [("share", ".using.lock"), ("wait", ".installing.lock")])
def test_clean_is_refused_while_something_runs_from_the_folder(clone, how, lock):
    alone = str(ROOT / "deploy" / "local" / "alone.py")
    running = subprocess.Popen(
        [sys.executable, alone, how, lock, "sh", "-c", "echo; exec sleep 60"],
        cwd=clone,
        stdout=subprocess.PIPE,
    )
    running.stdout.readline()
    refused = make_clean(clone)
    is_kept = (clone / ".var").exists()
    running.kill()
    running.communicate()
    done = make_clean(clone)

    assert refused.returncode == 2
    assert refused.stderr.startswith("The portal runs from this folder, or is tested or installed")
    assert "Traceback" not in refused.stderr
    assert is_kept
    assert done.returncode == 0
    assert not (clone / ".var").exists()


def test_one_child_that_ends_is_named_and_the_others_are_ended():
    started = Children()
    started.start("short one", [sys.executable, "-c", "raise SystemExit(3)"])
    long = started.start("long one", SLEEP)

    ended = started.wait()
    stop_and_restore(started)

    assert ended == ("short one", 3)
    assert long.returncode == -signal.SIGTERM


def test_a_child_that_will_not_end_is_killed(monkeypatch):
    monkeypatch.setattr(children, "PATIENCE", 0.2)
    started = Children()
    words = [sys.executable, "-c", f"{STUBBORN}; time.sleep(60)"]
    stubborn = started.start("stubborn one", words, stdout=subprocess.PIPE)
    stubborn.stdout.readline()

    stop_and_restore(started)
    stubborn.communicate()

    assert stubborn.returncode == -signal.SIGKILL


def stop_and_restore(started: Children) -> None:
    """Stop them, then mind the signals again that a stopping process ignores."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    started.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_small_disk_is_a_reason_not_to_start(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "FIRST_START", 10**9)

    with pytest.raises(NotStarted, match="The disk is too small"):
        postgres.start(tmp_path / "postgres")
