"""The lists and streams that are measured, made once and kept."""

import os

from measuring.builds import CACHE, ROOT, output

_CSL = "us_csl/consolidated_2026-07-31_derived.csv.gz"
CSL_SIZE = 57_000
# Long streams tell steady from cold; the others only have to run for a second.
_SHORT = {"common": 50_000, "new": 50_000, "long": 10_000, "han": 50_000, "near": 50_000}
SEED = 7


class Workload:
    """Inputs by what they are; the paths of files that exist."""

    def __init__(self, build, names):
        self.build = build
        self.names = names
        os.makedirs(CACHE, exist_ok=True)
        shared = os.environ.get("NAMESIFT_SHARED", os.path.join(ROOT, "..", "shared"))
        self.published = os.path.join(shared, "lists")
        published = os.path.join(self.published, _CSL)
        self.csl_is_real = os.path.exists(published)
        self.csl = published if self.csl_is_real else self.list(CSL_SIZE)
        if not self.csl_is_real:
            print(f"skipped: {_CSL} is not here; a synthetic list of its size stands in")

    def list(self, size):
        """A synthetic list of `size` names."""
        return self._made(f"list-{size}.csv", ["--watchlist", "--records", str(size)])

    def index(self, build, list_name):
        """The index that `build` makes of the CSL (`csl`) or of a synthetic list by its size."""
        source = self.csl if list_name == "csl" else self.list(int(list_name))
        path = os.path.join(CACHE, f"{list_name}-{build.commit}.nsx")
        output([build.namesift, "compile", "--list", source, "--output", path])
        return path

    def stream(self, stream, format, count=None):
        """The file of a stream of `count` names or records."""
        count = count or _SHORT.get(stream, self.names)
        # Mutated listed names are in the stream, so that it depends on the list.
        origin = "published" if self.csl_is_real else "synthetic"
        return self._made(
            f"{stream}-{origin}-{count}.{format}",
            ["--stream", stream, "--format", format, "--records", str(count), "--list", self.csl],
        )

    def _made(self, name, arguments):
        path = os.path.join(CACHE, name)
        if not os.path.exists(path):
            script = os.path.join(ROOT, "Scripts", "generate-corpus")
            partial = path + ".partial"
            output([script, *arguments, "--seed", str(SEED), "--output", partial])
            os.rename(partial, path)
        return path
