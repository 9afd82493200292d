"""A sheet of paper for flat pictures: shapes with smooth edges in a plane of 1600 × 1067 units."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2  # drawn twice as large and averaged down: smooth edges without an anti-aliasing library

Point = tuple[float, float]
Colour = str


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0–1) of the way from the first hex colour to the second."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def around(centre: Point, radius: float, degrees: float) -> Point:
    """The point `radius` away from the centre; 0° points right, 90° down."""
    turn = math.radians(degrees)
    return centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)


def smooth(points: Sequence[Point], closed: bool, steps: int = 12) -> list[Point]:
    """A soft line through all points (Catmull-Rom)."""
    count = len(points)
    ring = range(count) if closed else range(count - 1)
    line: list[Point] = []
    for i in ring:
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        line += [_between(p0, p1, p2, p3, step / steps) for step in range(steps)]
    return line if closed else [*line, points[-1]]


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def axis(a: float, b: float, c: float, d: float) -> float:
        curve = (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        return 0.5 * (2 * b + (c - a) * t + curve)

    return axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])


class Canvas:
    """One picture being drawn. Colours are hex texts; `#rrggbbaa` lets what is below shine through."""

    def __init__(self, top: Colour, bottom: Colour | None = None, seed: int = 1):
        self.random = Random(seed)  # noqa: S311 - the same picture every time, nothing secret
        self._image = self._gradient(top, bottom or top)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    @staticmethod
    def _gradient(top: Colour, bottom: Colour) -> Image.Image:
        column = Image.new("RGB", (1, 256))
        for y in range(256):
            column.putpixel((0, y), tuple(int(mix(top, bottom, y / 255)[i : i + 2], 16) for i in (1, 3, 5)))
        return column.resize((WIDTH * SCALE, HEIGHT * SCALE), Image.Resampling.BILINEAR)

    def finished(self) -> Image.Image:
        return self._image.reduce(SCALE)

    def soften(self, radius: float) -> None:
        """Blur what is there so far, as light in the air does."""
        small = self._image.reduce(4).filter(ImageFilter.GaussianBlur(radius * SCALE / 4))
        self._image.paste(small.resize(self._image.size, Image.Resampling.BILINEAR))

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        """A soft closed shape through the points."""
        self.polygon(smooth(points, closed=True), fill)

    def disc(self, centre: Point, radius: float, fill: Colour) -> None:
        self.oval(centre, radius, radius, fill)

    def oval(self, centre: Point, rx: float, ry: float, fill: Colour, turn: float = 0) -> None:
        """An ellipse with half axes rx, ry, turned clockwise by so many degrees."""
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        corners = 24 + int(max(rx, ry) / 4)
        ring = [
            (rx * math.cos(a), ry * math.sin(a)) for a in (math.tau * i / corners for i in range(corners))
        ]
        self.polygon([(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in ring], fill)

    def pie(self, centre: Point, radius: float, start: float, end: float, fill: Colour) -> None:
        steps = 40
        rim = [around(centre, radius, start + (end - start) * i / steps) for i in range(steps + 1)]
        self.polygon([centre, *rim], fill)

    def box(
        self, left: float, top: float, right: float, bottom: float, fill: Colour, corner: float = 0
    ) -> None:
        edges = [edge * SCALE for edge in (left, top, right, bottom)]
        self._draw.rounded_rectangle(edges, corner * SCALE, fill=fill)

    def plank(self, start: Point, end: Point, width: float, fill: Colour) -> None:
        """A straight bar with square ends."""
        turn = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])) + 90
        sides = [around(start, width / 2, turn), around(end, width / 2, turn)]
        sides += [around(end, -width / 2, turn), around(start, -width / 2, turn)]
        self.polygon(sides, fill)

    def stroke(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """A line with round ends and joints."""
        for start, end in pairwise(points):
            self.plank(start, end, width, fill)
        for point in points:
            self.disc(point, width / 2, fill)

    def curve(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        self.stroke(smooth(points, closed=False), width, fill)

    def ring(
        self, centre: Point, radius: float, width: float, fill: Colour, start: float = 0, end: float = 360
    ) -> None:
        """A circle line, or the arc of it from `start` to `end` degrees."""
        outer = (radius + width / 2) * SCALE
        x, y = centre[0] * SCALE, centre[1] * SCALE
        self._draw.arc([x - outer, y - outer, x + outer, y + outer], start, end, fill, round(width * SCALE))

    def hills(self, base: float, height: float, length: float, shift: float, fill: Colour) -> None:
        """Rolling ground from `base` down to the lower edge; `length` is one wave."""
        crest = [
            (
                x,
                base
                + height * math.sin(math.tau * x / length + shift) * (0.7 + 0.3 * math.sin(x / 230 + shift)),
            )
            for x in range(-10, WIDTH + 21, 10)
        ]
        self.polygon([(-10, HEIGHT), *crest, (WIDTH + 20, HEIGHT)], fill)
