"""Where the water is shallow."""

from handover.demo.drawing.canvas import WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLACK,
    BLOND,
    BROWN,
    LIGHT,
    Look,
    Pose,
    figure,
)
from handover.demo.drawing.scenery import cloud, sea, sun


def sea_creatures() -> Canvas:
    """Shallow water seen from the side: crab, fish, starfish and a net."""
    canvas = Canvas("#a7dbe0", "#2f8fa3", seed=16)
    canvas.box(0, 0, WIDTH, 150, "#d9eef0")
    canvas.curve(
        [(-20, 150), (220, 132), (460, 158), (720, 134), (980, 160), (1240, 136), (1460, 156), (1640, 140)],
        16,
        "#ffffff",
    )
    canvas.hills(930, 24, 900, 0.4, "#ecd9a8")
    canvas.hills(990, 16, 600, 2.4, "#e2c98d")
    for _ in range(30):
        canvas.disc(
            (canvas.random.uniform(0, WIDTH), canvas.random.uniform(980, 1060)),
            canvas.random.uniform(5, 14),
            "#c9b07a",
        )
    for i in range(22):
        x = 30 + (i * 173) % 1570
        tall = canvas.random.uniform(130, 330)
        green = canvas.random.choice(("#3c8d5a", "#2f7550", "#6aa84f"))
        canvas.curve(
            [(x, 990), (x + 22, 990 - tall * 0.35), (x - 18, 990 - tall * 0.7), (x + 14, 990 - tall)],
            15,
            green,
        )
    for x, y, size, colour, way in (
        (420, 400, 1.0, "#f28f3b", 1),
        (640, 560, 0.6, "#f2c14e", 1),
        (760, 330, 0.5, "#d1495b", -1),
    ):
        _fish(canvas, x, y, size, colour, way)
    _crab(canvas, 560, 900)
    _starfish(canvas, (960, 975), 84)
    canvas.stroke([(1590, 60), (1250, 640)], 20, "#c69c6d")
    canvas.ring((1160, 720), 150, 16, "#8a6a48")
    for i in range(-4, 5):
        canvas.stroke(
            [(1160 + i * 32, 720 - 135 + abs(i) * 16), (1160 + i * 32, 720 + 135 - abs(i) * 16)], 3, "#f7f3e3"
        )
        canvas.stroke(
            [(1160 - 135 + abs(i) * 16, 720 + i * 32), (1160 + 135 - abs(i) * 16, 720 + i * 32)], 3, "#f7f3e3"
        )
    for _ in range(12):
        canvas.ring(
            (canvas.random.uniform(200, 1100), canvas.random.uniform(220, 860)),
            canvas.random.uniform(7, 18),
            4,
            "#e6f7f7",
        )
    return canvas


def _fish(canvas: Canvas, x: float, y: float, size: float, colour: Colour, way: int) -> None:
    def at(dx: float, dy: float) -> Point:
        return x + way * dx * size, y + dy * size

    canvas.polygon([at(-100, 0), at(-200, -86), at(-170, 0), at(-200, 86)], mix(colour, "#000000", 0.15))
    canvas.polygon([at(-30, -70), at(40, -130), at(70, -60)], mix(colour, "#000000", 0.15))
    canvas.oval((x, y), 150 * size, 84 * size, colour)
    for dx in (-50, 10):
        canvas.oval(at(dx, 0), 15 * size, 66 * size, mix(colour, "#ffffff", 0.55))
    canvas.disc(at(90, -18), 20 * size, "#ffffff")
    canvas.disc(at(95, -18), 10 * size, "#1d2b3a")


def _crab(canvas: Canvas, x: float, y: float) -> None:
    shell, leg = "#d1495b", "#b23a4c"
    for side in (-1, 1):
        for i in range(3):
            knee = (x + side * (150 + i * 14), y - 24 + i * 44)
            canvas.stroke(
                [(x + side * 70, y + 10 + i * 16), knee, (knee[0] + side * 22, y + 84 + i * 6)], 15, leg
            )
        canvas.stroke([(x + side * 90, y - 20), (x + side * 170, y - 90), (x + side * 150, y - 150)], 22, leg)
        canvas.pie((x + side * 150, y - 180), 62, -70, 230, shell)
        canvas.stroke([(x + side * 36, y - 60), (x + side * 42, y - 118)], 10, leg)
        canvas.disc((x + side * 42, y - 126), 22, "#ffffff")
        canvas.disc((x + side * 42 + 6, y - 126), 10, "#1d2b3a")
    canvas.oval((x, y), 134, 84, shell)
    canvas.ring((x, y - 4), 46, 9, "#7d2433", 30, 150)


def _starfish(canvas: Canvas, centre: Point, radius: float) -> None:
    points = [around(centre, radius * (1 if i % 2 == 0 else 0.42), i * 36 - 90) for i in range(10)]
    canvas.blob(points, "#f28f3b")
    for i in range(5):
        canvas.disc(around(centre, radius * 0.5, i * 72 - 90), radius * 0.07, "#ffd9a8")


def beach_cleaning() -> Canvas:
    canvas = Canvas("#cfe9f0", "#fbf3de", seed=17)
    cloud(canvas, 380, 170, 80)
    sun(canvas, (1340, 190), 80)
    sea(canvas, 440, "#3a93ad", 40, bottom=640)
    canvas.hills(640, 14, 1100, 0.3, "#f2e2b8")
    canvas.hills(780, 18, 1500, 1.9, "#ead39f")
    x = 1180
    canvas.polygon([(x - 54, 640), (x - 36, 250), (x + 36, 250), (x + 54, 640)], "#fffaf0")
    for low, high in ((560, 480), (400, 320)):
        inset = (640 - low) * 0.046, (640 - high) * 0.046
        canvas.polygon(
            [
                (x - 54 + inset[0], low),
                (x - 54 + inset[1], high),
                (x + 54 - inset[1], high),
                (x + 54 - inset[0], low),
            ],
            "#d1495b",
        )
    canvas.box(x - 46, 180, x + 46, 250, "#ffd678", 6)
    canvas.pie((x, 182), 52, 180, 360, "#7d2433")
    canvas.polygon([(1000, 640), (1120, 600), (1300, 598), (1420, 640)], "#8fa98a")
    children = [
        (
            420,
            760,
            Look("#e4572e", skin=LIGHT, hair=BLOND, style="long"),
            Pose(lean=-60, arms=((80, 70), (64, 60))),
        ),
        (
            820,
            800,
            Look("#2a6f7f", "#4a4238", BROWN, BLACK, "curls"),
            Pose(lean=-118, arms=((110, 110), (140, 120)), facing=-1),
        ),
    ]
    for cx, cy, look, pose in children:
        canvas.oval((cx + 6, cy + 178), 110, 16, "#c9ae75")
        figure(canvas, (cx, cy), 420, look, pose)
    canvas.blob([(560, 960), (540, 840), (585, 770), (640, 770), (690, 850), (670, 965)], "#4f8f63")
    canvas.stroke([(588, 774), (640, 774)], 16, "#2e5f41")
    for bx, by, colour in (
        (250, 930, "#7fb7c1"),
        (1010, 950, "#e4572e"),
        (1300, 880, "#f2c14e"),
        (1440, 990, "#7fb7c1"),
        (760, 1010, "#5b3f8c"),
    ):
        canvas.oval((bx, by + 20), 44, 8, "#c9ae75")
        canvas.box(bx - 40, by - 14, bx + 26, by + 16, colour, 10)
        canvas.box(bx + 24, by - 7, bx + 42, by + 9, colour, 3)
    return canvas
