"""Draws throughput against list size, threads and threshold as SVG, from the latest record."""

import json
import math
import os
import sys

from measuring.report import RECORDS

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 300, 240, 56, 34, 42
INK, GRID, BAR = "#222", "#ddd", "#2a6f97"


def draw():
    """Draws all panels into one file and gives its path."""
    record = _latest()
    results = {result["case"]: result for result in record["results"]}
    panels = [
        Panel("names/s against list size, 2 threads", "listed names", _sizes(results), log=True),
        Panel("names/s against threads, CSL", "threads", _threads(results), bars=True),
        Panel("names/s against threshold, 2 threads", "threshold", _thresholds(results)),
    ]
    panels = [panel for panel in panels if len(panel.points) > 1]
    if not panels:
        sys.exit("bench: the latest record has nothing to draw; run Scripts/bench --only engine")
    body = "".join(
        f'<g transform="translate({i * WIDTH},0)">{panel.svg()}</g>\n'
        for i, panel in enumerate(panels)
    )
    note = (
        f"{record['machine']['processor']}, {record['machine']['cpus']} cpus, "
        f"commit {record['commit']}, distinct names, steady state"
    )
    path = os.path.join(RECORDS, "throughput.svg")
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{len(panels) * WIDTH}" '
            f'height="{HEIGHT + 22}" font-family="sans-serif" font-size="11" fill="{INK}">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n{body}'
            f'{_text(8, HEIGHT + 14, note, size=10)}\n</svg>\n'
        )
    return os.path.relpath(path)


def _latest():
    """The latest record with the most results."""
    found = []
    for name in sorted(os.listdir(RECORDS)):
        if name.endswith(".json"):
            with open(os.path.join(RECORDS, name), encoding="utf-8") as file:
                record = json.load(file)
            if record.get("kind") == "matrix":
                found.append(record)
    if not found:
        sys.exit(f"bench: no record in {os.path.relpath(RECORDS)}; run Scripts/bench")
    return found[-1]


def _rate(result):
    return result["names_per_second"]


def _sizes(results):
    return [
        (int(result["list"]), _rate(result))
        for case, result in results.items()
        if case.startswith("engine/") and result["list"] != "csl"
    ]


def _threads(results):
    return [
        (f"{stream}, {threads}", _rate(results[f"engine/csl/{stream}/{threads}"]))
        for stream in ("distinct", "traffic")
        for threads in (1, 2)
        if f"engine/csl/{stream}/{threads}" in results
    ]


def _thresholds(results):
    return sorted(
        (float(result["threshold"]), _rate(result))
        for case, result in results.items()
        if case.startswith("engine/csl/distinct/2/")
    )


class Panel:
    """One diagram: points joined by lines, or bars."""

    def __init__(self, title, label, points, log=False, bars=False):
        self.title, self.label, self.points = title, label, points
        self.log, self.bars = log, bars

    def svg(self):
        top = max(rate for _, rate in self.points)
        step = _step(top)
        self.top = math.ceil(top / step) * step
        parts = [_text(LEFT, 18, self.title, bold=True)]
        for i in range(int(self.top / step) + 1):
            y = self._y(i * step)
            parts.append(_line(LEFT, y, WIDTH - 12, y, GRID))
            parts.append(_text(LEFT - 6, y + 4, _short(i * step), anchor="end"))
        parts.append(self._bars() if self.bars else self._curve())
        middle = (LEFT + WIDTH - 12) / 2
        parts.append(_text(middle, HEIGHT - 6, self.label, anchor="middle"))
        return "".join(parts)

    def _y(self, rate):
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * rate / self.top

    def _curve(self):
        scale = math.log10 if self.log else float
        low, high = scale(self.points[0][0]), scale(self.points[-1][0])
        places = [
            (LEFT + 10 + (WIDTH - LEFT - 40) * (scale(x) - low) / (high - low), self._y(rate))
            for x, rate in self.points
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts = [f'<polyline points="{path}" fill="none" stroke="{BAR}" stroke-width="2"/>']
        for (x, y), (value, _) in zip(places, self.points):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{BAR}"/>')
            label = _short(value) if self.log else f"{value:g}"
            parts.append(_text(x, HEIGHT - BOTTOM + 16, label, anchor="middle"))
        return "".join(parts)

    def _bars(self):
        width = (WIDTH - LEFT - 12) / len(self.points)
        parts = []
        for i, (label, rate) in enumerate(self.points):
            x, y = LEFT + i * width, self._y(rate)
            parts.append(
                f'<rect x="{x + 8:.1f}" y="{y:.1f}" width="{width - 16:.1f}" '
                f'height="{HEIGHT - BOTTOM - y:.1f}" fill="{BAR}"/>'
            )
            parts.append(
                _text(x + width / 2, HEIGHT - BOTTOM + 16, label, anchor="middle", size=9)
            )
        return "".join(parts)


def _step(top):
    """A round distance of grid lines, of which there are three to six."""
    power = 10 ** math.floor(math.log10(top))
    return next(power * f for f in (0.2, 0.25, 0.5, 1, 2) if top / (power * f) <= 6)


def _short(number):
    for unit, value in (("M", 1_000_000), ("k", 1_000)):
        if number >= value:
            return f"{number / value:g}{unit}"
    return f"{number:g}"


def _text(x, y, text, anchor="start", size=11, bold=False):
    weight = ' font-weight="bold"' if bold else ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"{weight}>'
        f"{escaped}</text>"
    )


def _line(x1, y1, x2, y2, colour):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'
