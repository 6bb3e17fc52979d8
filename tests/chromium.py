"""Finds the Chromium that the browser tests drive; `python -m tests.chromium` installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find() -> str | None:
    """Return the browser's path: what CHROMIUM names, Playwright's own, or the machine's."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    with sync_playwright() as playwright:
        places = [playwright.chromium.executable_path, *NAMES, ON_A_MAC]
    return next((found for place in places if (found := shutil.which(place))), None)


def ways_to_get_one() -> list[tuple[str, list[list[str]]]]:
    """Return the ways to install that may work here, each with its description and commands."""
    playwright = [sys.executable, "-m", "playwright"]
    download = [[*playwright, "install", "chromium"]]
    ways = [("Playwright's download", download)]
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        download.append([*sudo, *playwright, "install-deps", "chromium"])
        apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        install = [*apt, "install", "-y", "--no-install-recommends", "chromium"]
        ways.append(("Debian's package", [[*apt, "update"], install]))
    return ways


def succeeds(commands: list[list[str]]) -> bool:
    try:
        return all(
            subprocess.run(command, timeout=600, check=False).returncode == 0
            for command in commands
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    if os.environ.get("CHROMIUM") and not find():
        print(f"CHROMIUM names {os.environ['CHROMIUM']}, which is no program.")
        return 1
    for name, commands in ways_to_get_one():
        if find():
            break
        print(f"No Chromium found for the browser tests; trying {name} ...", flush=True)
        succeeds(commands)
    if found := find():
        print(f"Browser tests use {Path(found)}.")
        return 0
    print(
        "No Chromium for the browser tests. Install one: sudo apt-get install chromium "
        "(or set CHROMIUM to its path)."
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
