"""Release builds: of this tree, and of another commit beside it."""

import os
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
CACHE = os.path.join(ROOT, ".bench")


class Build:
    """The binaries of a tree."""

    def __init__(self, root):
        self.root = root
        folder = output(["swift", "build", "-c", "release", "--show-bin-path"], cwd=root).strip()
        self.namesift = os.path.join(folder, "namesift")
        self.engine_bench = os.path.join(folder, "engine-bench")
        self.commit = output(["git", "rev-parse", "--short=12", "HEAD"], cwd=root).strip()
        if output(["git", "status", "--porcelain", "--untracked-files=no"], cwd=root).strip():
            self.commit += "+"


def this_tree(build):
    if build:
        _build(ROOT)
    return Build(ROOT)


def other_tree(commit):
    """A build of `commit` in a work tree of its own, kept for the next time."""
    full = output(["git", "rev-parse", "--verify", f"{commit}^{{commit}}"], cwd=ROOT).strip()
    root = os.path.join(CACHE, f"base-{full[:12]}")
    if not os.path.isdir(root):
        output(["git", "worktree", "add", "--detach", root, full], cwd=ROOT)
    _build(root)
    return Build(root)


def _build(root):
    for product in ("namesift", "engine-bench"):
        print(f"building {product} in {os.path.relpath(root)}", file=sys.stderr)
        output(["swift", "build", "-c", "release", "--product", product], cwd=root)


def output(command, cwd=None):
    """What a command prints; ends the script when it fails."""
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} failed:\n{result.stdout}{result.stderr}")
    return result.stdout
