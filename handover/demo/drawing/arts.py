"""Clay, colour and ink."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, mix
from handover.demo.drawing.people import WARM


def painting() -> Canvas:
    """An easel with the sea on it."""
    canvas = Canvas("#f6e7cf", "#f1dcb8", seed=52)
    canvas.disc((1240, 280), 230, "#f7d9a0")
    canvas.box(0, 880, WIDTH, HEIGHT, "#c9a27a")
    for start, end in (((610, 180), (380, 1030)), ((1010, 180), (1200, 1030)), ((810, 120), (810, 1010))):
        canvas.stroke([start, end], 26, "#a06c3d")
    canvas.box(470, 180, 1130, 720, "#fffdf6", 6)
    canvas.box(500, 210, 1100, 690, "#bfe0ea")
    canvas.disc((960, 320), 58, "#f28f3b")
    canvas.box(500, 440, 1100, 690, "#2c7f93")
    for i, (y, fill) in enumerate(((470, "#3f95a8"), (530, "#1f6f8b"), (590, "#5aaabb"), (650, "#1b607a"))):
        canvas.curve(
            [(500, y), (620, y - 18), (760, y + 14), (900, y - 16), (1040, y + 12), (1100, y)],
            30 - i * 2,
            fill,
        )
    for left, right in ((470, 500), (1100, 1130)):
        canvas.box(left, 210, right, 690, "#fffdf6")
    for left, right in ((440, 470), (1130, 1160)):
        canvas.box(left, 450, right, 690, "#f4e4ca")
    canvas.polygon([(640, 470), (640, 300), (740, 450)], "#fffaf0")
    canvas.polygon([(590, 476), (750, 476), (722, 508), (616, 508)], "#d1495b")
    canvas.stroke([(430, 736), (1170, 736)], 34, "#8a5a34")
    _palette(canvas, 330, 850)
    for i, fill in enumerate(("#e4572e", "#2a7f8c", "#f2c14e")):
        x = 1270 + i * 74
        canvas.stroke([(x, 860), (x + (i - 1) * 40, 600 - (i % 2) * 40)], 15, "#c98d52")
        canvas.stroke(
            [(x + (i - 1) * 40, 600 - (i % 2) * 40), (x + (i - 1) * 47, 556 - (i % 2) * 40)], 28, fill
        )
    canvas.box(1220, 770, 1470, 960, "#8fb9c4", 22)
    canvas.oval((1345, 776), 125, 24, "#6f9fac")
    return canvas


def _palette(canvas: Canvas, x: float, y: float) -> None:
    shape = [
        (-230, 20),
        (-170, -110),
        (20, -150),
        (200, -90),
        (240, 30),
        (120, 120),
        (40, 70),
        (-40, 130),
        (-170, 120),
    ]
    canvas.blob([(x + dx + 10, y + dy + 16) for dx, dy in shape], "#a9835c")
    canvas.blob([(x + dx, y + dy) for dx, dy in shape], "#d9a866")
    for (dx, dy), fill in zip(
        ((-150, -10), (-80, -80), (20, -100), (120, -60), (160, 20)),
        ("#d1495b", "#f2c14e", "#2a7f8c", "#fffaf0", "#3d7a4e"),
        strict=True,
    ):
        canvas.blob(
            [
                (x + dx + a * 1.0, y + dy + b)
                for a, b in ((-34, 4), (-8, -26), (30, -10), (26, 22), (-10, 28))
            ],
            fill,
        )


def pottery() -> Canvas:
    canvas = Canvas("#efe0cf", "#e4cdb3", seed=53)
    for shelf in (300, 620):
        canvas.box(60, shelf, 760, shelf + 26, "#a06c3d", 6)
    pots = [
        (170, 300, 0.9, "#c9563a"),
        (370, 300, 1.15, "#2a7f8c"),
        (580, 300, 0.8, "#f2c14e"),
        (220, 620, 1.1, "#5b7f8c"),
        (460, 620, 0.85, "#e8b48a"),
        (650, 620, 1.0, "#8a5a7a"),
    ]
    for i, (x, foot, size, fill) in enumerate(pots):
        _pot(canvas, (x, foot), size, fill, i % 3)
    canvas.box(0, 900, WIDTH, HEIGHT, "#b98d64")
    canvas.box(940, 860, 1420, 1067, "#7a5236", 14)
    canvas.oval((1180, 860), 330, 66, "#5f4029")
    canvas.oval((1180, 846), 330, 62, "#8a93a0")
    canvas.oval((1180, 834), 220, 40, "#a5adb8")
    clay = "#c47f5a"
    canvas.blob(
        [
            (1040, 830),
            (1010, 700),
            (1070, 600),
            (1090, 520),
            (1270, 520),
            (1290, 600),
            (1350, 700),
            (1320, 830),
            (1180, 850),
        ],
        clay,
    )
    canvas.oval((1180, 524), 92, 24, "#8f5638")
    for y, wide in ((610, 108), (680, 150), (750, 160)):
        canvas.curve([(1180 - wide, y - 8), (1180, y + 16), (1180 + wide, y - 8)], 7, "#b06d49")
    for side, skin in ((-1, WARM), (1, WARM)):
        elbow, wrist = (1180 + side * 330, 400), (1180 + side * 220, 630)
        canvas.stroke([(1180 + side * 250, -60), elbow], 112, "#3d7a4e")
        canvas.stroke([elbow, wrist], 62, skin)
        canvas.oval((1180 + side * 176, 664), 66, 42, skin, -24 * side)
        for i in range(4):
            canvas.stroke(
                [(1180 + side * 170, 640 + i * 20), (1180 + side * (112 + i * 5), 646 + i * 24)], 21, skin
            )
        canvas.oval((1180 + side * 128, 690), 14, 22, mix(clay, "#ffffff", 0.2))
    return canvas


def _pot(canvas: Canvas, foot: Point, size: float, fill: Colour, form: int) -> None:
    x, y = foot
    forms = (
        [(-50, 0), (-90, -80), (-60, -150), (-36, -190), (36, -190), (60, -150), (90, -80), (50, 0)],
        [(-46, 0), (-64, -70), (-46, -140), (-62, -200), (62, -200), (46, -140), (64, -70), (46, 0)],
        [(-70, 0), (-100, -60), (-96, -110), (96, -110), (100, -60), (70, 0)],
    )
    canvas.blob([(x + dx * size, y + dy * size) for dx, dy in forms[form]], fill)
    canvas.curve(
        [
            (x - 70 * size, y - 76 * size),
            (x - 24 * size, y - 62 * size),
            (x + 24 * size, y - 84 * size),
            (x + 72 * size, y - 70 * size),
        ],
        13 * size,
        mix(fill, "#ffffff", 0.5),
    )


def printing() -> Canvas:
    """A roller, fresh ink and a poster."""
    canvas = Canvas("#e9e2d4", "#ddd2bd", seed=58)
    canvas.polygon([(300, 150), (900, 90), (990, 900), (390, 960)], "#c9bda4")
    canvas.polygon([(280, 120), (880, 60), (970, 870), (370, 930)], "#fffaf0")
    canvas.disc((600, 330), 150, "#e4572e")
    canvas.polygon([(350, 560), (915, 500), (926, 604), (361, 664)], "#2a7f8c")
    for i, (a, b) in enumerate(((400, 860), (410, 700))):
        y = 742 + i * 70
        canvas.stroke([(a, y), (b, y - 50 + i * 22)], 26, "#26303d")
    hand = [
        (600, 470),
        (520, 380),
        (540, 250),
        (570, 360),
        (580, 220),
        (606, 350),
        (630, 216),
        (644, 360),
        (684, 260),
        (676, 390),
        (720, 350),
        (690, 440),
    ]
    canvas.blob(hand, "#fffaf0")
    canvas.polygon([(1080, 700), (1500, 660), (1530, 980), (1110, 1020)], "#8fa0a8")
    canvas.blob(
        [(1130, 760), (1280, 720), (1470, 730), (1480, 860), (1380, 930), (1180, 940), (1120, 860)], "#e4572e"
    )
    canvas.stroke([(1250, 420), (1440, 200)], 44, "#a06c3d")
    canvas.stroke([(1250, 420), (1130, 560)], 20, "#5c6672")
    canvas.stroke([(1010, 500), (1250, 620)], 20, "#5c6672")
    canvas.stroke([(1250, 620), (1210, 700)], 20, "#5c6672")
    canvas.plank((1010, 600), (1250, 720), 120, "#26303d")
    canvas.plank((1000, 640), (1240, 760), 40, "#e4572e")
    return canvas
