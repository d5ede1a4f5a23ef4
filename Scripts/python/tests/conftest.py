"""What all tests use: the command, and an index of the sample list."""

import json
import os
import pathlib
import subprocess

import pytest

import namesift

COMMAND = os.environ["NAMESIFT"]
ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "lists.nsx"
    subprocess.run(
        [COMMAND, "compile", "--list", "builtin:", "--output", path],
        check=True,
        capture_output=True,
    )
    return path


@pytest.fixture(scope="session")
def screener(index):
    return namesift.Screener(index)


@pytest.fixture(scope="session")
def run(index):
    """Runs `namesift screen` and gives the output lines by record number, from 0."""

    def run(arguments, text):
        finished = subprocess.run(
            [COMMAND, "screen", "--index", index, "--emit", "all", *arguments, "-"],
            input=text if isinstance(text, bytes) else text.encode(),
            capture_output=True,
        )
        assert finished.returncode in (0, 1), finished.stderr.decode()
        return [json.loads(line) for line in finished.stdout.splitlines()]

    return run
