"""Things made and mended by hand."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLACK,
    BROWN,
    LIGHT,
    RED,
    TAN,
    Look,
    Pose,
    figure,
)
from handover.demo.drawing.scenery import cloud, ripple, sea, sun


def robot() -> Canvas:
    canvas = Canvas("#e3def7", "#cfe4f3", seed=71)
    for i in range(14):
        canvas.box(i * 120, 0, i * 120 + 3, HEIGHT, "#d5d6ef")
        canvas.box(0, i * 120, WIDTH, i * 120 + 3, "#d5d6ef")
    canvas.box(0, 900, WIDTH, HEIGHT, "#b9c4e4")
    x, y = 780, 600
    canvas.oval((x, 960), 330, 40, "#9fabd0")
    body, dark, bright = "#6a66b8", "#26264f", "#e4572e"
    for side in (-1, 1):
        canvas.stroke(
            [(x + side * 170, y - 30), (x + side * 300, y + (40 if side < 0 else -140))], 40, "#8a93a0"
        )
        hand = (x + side * 320, y + (70 if side < 0 else -180))
        canvas.ring(hand, 44, 26, bright, (-60 if side < 0 else 120), (220 if side < 0 else 420))
        canvas.stroke([(x + side * 90, y + 220), (x + side * 90, y + 320)], 50, "#8a93a0")
        canvas.box(x + side * 90 - 92, 900, x + side * 90 + 92, 964, dark, 30)
    canvas.box(x - 190, y - 110, x + 190, y + 240, body, 60)
    canvas.box(x - 120, y - 40, x + 120, y + 110, "#fdf3df", 24)
    for i, fill in enumerate((bright, "#f2c14e", "#3d7a4e")):
        canvas.disc((x - 70 + i * 70, y + 170), 24, fill)
    beat = [
        (x - 100, y + 40),
        (x - 50, y + 40),
        (x - 24, y - 14),
        (x + 12, y + 84),
        (x + 44, y + 40),
        (x + 100, y + 40),
    ]
    canvas.stroke(beat, 10, "#2a7f8c")
    canvas.box(x - 40, y - 150, x + 40, y - 100, "#8a93a0")
    canvas.box(x - 230, y - 430, x + 230, y - 140, body, 84)
    canvas.box(x - 180, y - 384, x + 180, y - 190, dark, 60)
    for side in (-1, 1):
        canvas.disc((x + side * 84, y - 300), 46, "#7ef0d2")
        canvas.disc((x + side * 84 + 12, y - 312), 16, "#ffffff")
    canvas.ring((x, y - 268), 56, 11, "#7ef0d2", 40, 140)
    canvas.stroke([(x, y - 430), (x, y - 500)], 14, "#8a93a0")
    canvas.disc((x, y - 520), 34, bright)
    for side in (-1, 1):
        canvas.box(x + side * 250 - 26, y - 340, x + side * 250 + 26, y - 230, bright, 20)
    for cx, cy, radius, fill in (
        (250, 330, 104, "#f2c14e"),
        (1340, 300, 130, "#8a93a0"),
        (1420, 700, 90, "#e8b48a"),
        (190, 700, 76, "#8a93a0"),
    ):
        _cog(canvas, (cx, cy), radius, fill)
    return canvas


def _cog(canvas: Canvas, centre: Point, radius: float, fill: Colour) -> None:
    for i in range(10):
        canvas.plank(
            around(centre, radius * 0.7, i * 36), around(centre, radius * 1.2, i * 36), radius * 0.34, fill
        )
    canvas.disc(centre, radius, fill)
    canvas.disc(centre, radius * 0.42, mix(fill, "#ffffff", 0.55))


def repair() -> Canvas:
    """A toaster taken apart, and the tools that will mend it."""
    canvas = Canvas("#dfeae6", "#c8ddd6", seed=72)
    canvas.box(90, 70, 1510, 560, "#b9d0c6", 24)
    for row in range(7):
        for column in range(20):
            canvas.disc((130 + column * 71, 110 + row * 68), 6, "#a3bdb2")
    _hammer(canvas, 260, 130)
    _spanner(canvas, 520, 130)
    _screwdriver(canvas, 740, 130)
    _pliers(canvas, 960, 130)
    canvas.ring((1290, 320), 150, 34, "#f28f3b", 30, 330)
    canvas.stroke([(1420, 395), (1460, 440)], 30, "#f28f3b")
    canvas.box(0, 830, WIDTH, HEIGHT, "#b9824f")
    canvas.box(0, 830, WIDTH, 856, "#a06c3d")
    canvas.box(470, 600, 1010, 900, "#d1495b", 80)
    canvas.box(470, 780, 1010, 900, "#b23a4c", 40)
    canvas.box(560, 584, 920, 620, "#3b2a30", 16)
    for x in (610, 780):
        canvas.box(x, 500, x + 96, 606, "#e8b878", 26)
        canvas.box(x + 12, 516, x + 84, 606, "#f4d6a0", 18)
    canvas.stroke([(1010, 690), (1064, 690)], 22, "#26303d")
    canvas.disc((740, 742), 52, "#fdf3df")
    canvas.stroke([(740, 742), (766, 716)], 12, "#26303d")
    canvas.curve([(470, 840), (380, 900), (300, 880), (250, 960), (140, 960)], 14, "#26303d")
    canvas.box(80, 936, 150, 984, "#26303d", 12)
    for dx in (948, 972):
        canvas.stroke([(50, dx - 4), (84, dx - 4)], 8, "#8a93a0")
    for x, y in ((1160, 920), (1240, 980), (1340, 910), (1420, 990)):
        canvas.disc((x, y), 30, "#8a93a0")
        canvas.stroke([(x - 15, y - 9), (x + 15, y + 9)], 7, "#5c6672")
    return canvas


def _hammer(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 20, y + 60, x + 20, y + 380, "#c98d52", 14)
    canvas.box(x - 100, y, x + 70, y + 84, "#5c6672", 16)
    canvas.polygon([(x + 60, y + 4), (x + 120, y + 50), (x + 60, y + 80)], "#5c6672")


def _spanner(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 24, y + 70, x + 24, y + 330, "#8a93a0", 14)
    for centre, start in (((x, y + 50), -60), ((x, y + 350), 120)):
        canvas.ring(centre, 46, 34, "#8a93a0", start, start + 300)


def _screwdriver(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 34, y, x + 34, y + 170, "#e4572e", 26)
    canvas.box(x - 10, y + 20, x + 10, y + 150, "#f28f6a", 10)
    canvas.box(x - 12, y + 170, x + 12, y + 360, "#8a93a0")
    canvas.polygon([(x - 12, y + 350), (x + 12, y + 350), (x + 22, y + 392), (x - 22, y + 392)], "#8a93a0")


def _pliers(canvas: Canvas, x: float, y: float) -> None:
    for side in (-1, 1):
        canvas.curve(
            [(x + side * 12, y + 140), (x + side * 70, y + 220), (x + side * 60, y + 380)], 40, "#2a7f8c"
        )
        canvas.polygon(
            [(x + side * 4, y), (x + side * 46, y + 30), (x + side * 40, y + 150), (x, y + 150)], "#5c6672"
        )
    canvas.disc((x, y + 146), 38, "#5c6672")
    canvas.disc((x, y + 146), 12, "#aab3b8")


def raft() -> Canvas:
    """Barrels, spars and rope, and a flag of one's own."""
    canvas = Canvas("#bfe2ea", "#f6f2dc", seed=75)
    sun(canvas, (300, 210), 88)
    cloud(canvas, 1220, 170, 90)
    canvas.hills(520, 36, 1300, 0.5, "#a8cfa0")
    for i in range(30):
        x = i * 56
        canvas.curve([(x, 640), (x + 8, 560), (x + 16, 500 - (i * 37) % 60)], 9, "#6f9f62")
        if i % 3 == 0:
            canvas.oval((x + 16, 492 - (i * 37) % 60), 10, 34, "#8a5a34")
    sea(canvas, 620, "#2f8a9c", 60)
    x, y = 800, 830
    canvas.oval((x, y + 96), 560, 36, "#216f80")
    for i in range(4):
        canvas.box(x - 500 + i * 260, y, x - 280 + i * 260, y + 100, ("#2a6f9c", "#e4804f")[i % 2], 40)
        for dx in (60, 150):
            canvas.box(x - 500 + i * 260 + dx, y, x - 490 + i * 260 + dx, y + 100, "#ffffff40")
    for i in range(3):
        canvas.stroke(
            [(x - 560, y - 6 - i * 22), (x + 560, y - 6 - i * 22)], 24, ("#c99a6a", "#b9824f", "#c99a6a")[i]
        )
    for dx in (-430, -150, 150, 430):
        canvas.stroke([(x + dx, y - 70), (x + dx, y + 24)], 26, "#a06c3d")
        for i in range(3):
            canvas.stroke([(x + dx - 24, y - 44 + i * 22), (x + dx + 24, y - 54 + i * 22)], 8, "#fdf3df")
    canvas.stroke([(x + 20, y - 60), (x + 20, y - 600)], 22, "#8a5a34")
    canvas.blob(
        [
            (x + 30, y - 580),
            (x + 180, y - 560),
            (x + 300, y - 590),
            (x + 310, y - 420),
            (x + 180, y - 390),
            (x + 30, y - 410),
        ],
        "#fffaf0",
    )
    canvas.curve(
        [(x + 60, y - 500), (x + 120, y - 530), (x + 180, y - 490), (x + 240, y - 520), (x + 290, y - 490)],
        22,
        "#2a7f8c",
    )
    canvas.curve(
        [(x + 60, y - 446), (x + 120, y - 476), (x + 180, y - 436), (x + 240, y - 466), (x + 290, y - 440)],
        22,
        "#e4572e",
    )
    crew = [
        (-330, Look("#f2c14e", "#2f3e5c", LIGHT, RED, "curls"), ((60, 100), (20, 70)), 1),
        (-120, Look("#5b3f8c", "#34452f", TAN, BLACK, "scarf"), ((-150, -120), (-30, -60)), 1),
        (360, Look("#e4572e", "#3b3f5c", BROWN, BLACK, "short"), ((160, 100), (120, 84)), -1),
    ]
    for dx, look, arms, way in crew:
        joints = figure(canvas, (x + dx, y - 240), 410, look, Pose(arms=arms, facing=way))
        if dx != -120:
            hand = joints.hands[0] if way < 0 else joints.hands[1]
            canvas.stroke([(hand[0] - way * 10, hand[1] - 170), (hand[0] + way * 60, y + 90)], 14, "#a06c3d")
            canvas.oval((hand[0] + way * 66, y + 110), 26, 60, "#a06c3d", -10 * way)
    for i in range(5):
        ripple(canvas, x - 660 + i * 280, y + 140 + (i % 2) * 30, 220, 7, "#8cc5d1")
    return canvas


def circuits() -> Canvas:
    """A little board that measures the air in the classroom."""
    canvas = Canvas("#d8ecea", "#c5e0de", seed=76)
    for i in range(5):
        canvas.ring((1180, 380), 120 + i * 90, 14, mix("#c5e0de", "#2a7f8c", 0.55 - i * 0.1), 215, 325)
    canvas.polygon([(330, 330), (1010, 250), (1110, 830), (420, 920)], "#2a5a4a")
    canvas.polygon([(310, 300), (990, 220), (1090, 800), (400, 890)], "#3d8f6e")
    for start, middle, end in (
        ((400, 420), (560, 400), (640, 520)),
        ((430, 560), (600, 540), (640, 600)),
        ((450, 700), (640, 680), (700, 720)),
        ((960, 330), (880, 380), (860, 470)),
        ((1010, 560), (940, 570), (870, 600)),
        ((1040, 720), (900, 740), (820, 700)),
    ):
        canvas.stroke([start, middle, end], 9, "#f2c14e")
        canvas.disc(start, 20, "#f2c14e")
        canvas.disc(start, 9, "#2a5a4a")
    canvas.polygon([(610, 470), (860, 440), (896, 680), (648, 712)], "#26303d")
    for i in range(5):
        for j in range(5):
            lit = (i, j) in {
                (1, 0),
                (3, 0),
                (0, 1),
                (1, 1),
                (2, 1),
                (3, 1),
                (4, 1),
                (0, 2),
                (1, 2),
                (2, 2),
                (3, 2),
                (4, 2),
                (1, 3),
                (2, 3),
                (3, 3),
                (2, 4),
            }
            centre = (654 + i * 44 + j * 6, 498 + j * 40 - i * 5)
            canvas.box(
                centre[0] - 10,
                centre[1] - 10,
                centre[0] + 10,
                centre[1] + 10,
                "#ff6a4a" if lit else "#4a5462",
                5,
            )
    for x, y in ((420, 340), (930, 280), (1030, 760), (460, 830)):
        canvas.disc((x, y), 24, "#e8e2d6")
    for i, fill in enumerate(("#d1495b", "#26303d", "#f2c14e")):
        canvas.curve([(420 + i * 40, 880 - i * 5), (360 + i * 60, 980), (240 + i * 110, 1090)], 20, fill)
    canvas.box(1120, 470, 1460, 900, "#fdf3df", 40)
    canvas.box(1160, 510, 1420, 700, "#26303d", 18)
    canvas.stroke([(1190, 650), (1240, 600), (1290, 630), (1340, 560), (1390, 580)], 13, "#7ef0d2")
    canvas.disc((1230, 790), 42, "#3d8f6e")
    canvas.disc((1350, 790), 42, "#e8dcc8")
    return canvas
