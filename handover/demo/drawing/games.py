"""Ball games, and chess."""

from itertools import pairwise

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLACK,
    BROWN,
    CHESTNUT,
    DARK,
    LIGHT,
    RED,
    TAN,
    WARM,
    Look,
    Pose,
    figure,
)
from handover.demo.drawing.scenery import cloud, leaf_tree


def football() -> Canvas:
    """A pitch in striped green with the ball on its way to the goal."""
    canvas = Canvas("#bfe3ee", "#eef6e6", seed=21)
    cloud(canvas, 300, 150, 80)
    for i in range(7):
        leaf_tree(canvas, 60 + i * 250, 430, 240 + (i % 3) * 40, ("#5a9c68", "#6fae73", "#4c8a5c")[i % 3])
    canvas.box(0, 410, WIDTH, HEIGHT, "#6db56a")
    for i in range(-6, 8):
        spread = 150
        x = 800 + i * spread
        if i % 2:
            bottom = 800 + i * spread * 2.6
            canvas.polygon(
                [(x, 410), (x + spread, 410), (bottom + spread * 2.6, HEIGHT), (bottom, HEIGHT)], "#62a860"
            )
    _goal(canvas, 1180, 300, 330, 220)
    canvas.stroke([(760, 560), (1640, 560)], 8, "#f4f9ee")
    canvas.stroke([(760, 560), (420, 1080)], 8, "#f4f9ee")
    boots = Pose(lean=-104, arms=((150, 120), (40, -20)), legs=((112, 150), (28, 18)), facing=1)
    canvas.oval((520, 905), 150, 18, "#4d8f4f")
    figure(canvas, (500, 690), 520, Look("#e4572e", "#fdf3df", BROWN, BLACK, "curls", "#1d3557"), boots)
    _football(canvas, (880, 760), 74)
    for i in range(3):
        canvas.stroke([(700 - i * 26, 800 + i * 34 - 40), (770 - i * 10, 790 + i * 30 - 40)], 7, "#cfe8c4")
    canvas.oval((1300, 660), 70, 10, "#4d8f4f")
    keeper = Pose(lean=-80, arms=((-160, -140), (-40, -50)), legs=((120, 95), (60, 85)), facing=-1)
    figure(canvas, (1320, 510), 370, Look("#f2c14e", "#2a2f45", LIGHT, RED), keeper)
    return canvas


def _goal(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for i in range(11):
        canvas.stroke([(x + i * width / 10, y), (x + i * width / 10, y + height)], 2.5, "#e3efe6")
    for i in range(8):
        canvas.stroke([(x, y + i * height / 7), (x + width, y + i * height / 7)], 2.5, "#e3efe6")
    canvas.stroke([(x, y + height), (x, y), (x + width, y), (x + width, y + height)], 13, "#ffffff")


def _football(canvas: Canvas, centre: Point, radius: float) -> None:
    canvas.disc(centre, radius, "#ffffff")
    patch = [around(centre, radius * 0.36, i * 72 - 90) for i in range(5)]
    canvas.polygon(patch, "#26303d")
    for i, corner in enumerate(patch):
        rim = around(centre, radius * 0.72, i * 72 - 90)
        canvas.stroke([corner, rim], radius * 0.06, "#26303d")
        turn = i * 72 - 90
        canvas.polygon([rim, around(centre, radius, turn - 20), around(centre, radius, turn + 20)], "#26303d")
    canvas.ring(centre, radius, 4, "#d5dce0")


def handball() -> Canvas:
    canvas = Canvas("#e9dcc4", "#e9dcc4", seed=22)
    for i in range(10):
        canvas.box(i * 170, 0, i * 170 + 82, 520, "#e2d2b5")
    canvas.box(0, 150, WIDTH, 176, "#c9563a")
    canvas.box(0, 520, WIDTH, HEIGHT, "#4f8fb0")
    canvas.box(0, 512, WIDTH, 530, "#8d6a4a")
    canvas.oval((1400, 760), 560, 260, "#e8b04b")
    canvas.oval((1400, 752), 560, 260, "#5f9fbe")
    x, top, width, height = 1190, 270, 330, 330
    for i in range(11):
        canvas.stroke([(x + i * width / 10, top), (x + i * width / 10, top + height)], 2.5, "#cfc3aa")
        canvas.stroke([(x, top + i * height / 10), (x + width, top + i * height / 10)], 2.5, "#cfc3aa")
    posts = [(x, top + height), (x, top), (x + width, top), (x + width, top + height)]
    for start, end in pairwise(posts):
        for i in range(6):
            a = (start[0] + (end[0] - start[0]) * i / 6, start[1] + (end[1] - start[1]) * i / 6)
            b = (start[0] + (end[0] - start[0]) * (i + 1) / 6, start[1] + (end[1] - start[1]) * (i + 1) / 6)
            canvas.plank(a, b, 20, "#c9362f" if i % 2 else "#ffffff")
    keeper = Pose(lean=-90, arms=((-160, -110), (-20, -70)), legs=((125, 80), (55, 100)), facing=-1)
    canvas.oval((1355, 640), 90, 12, "#4a86a3")
    figure(canvas, (1355, 480), 390, Look("#3d7a4e", "#2a2f45", WARM, CHESTNUT), keeper)
    canvas.oval((560, 930), 170, 22, "#427c99")
    jump = Pose(lean=-72, arms=((20, 40), (-130, -70)), legs=((140, 190), (70, 130)), facing=1)
    joints = figure(canvas, (520, 560), 560, Look("#e4572e", "#26303d", TAN, BLACK, "bun", "#fdf3df"), jump)
    hand = joints.hands[1]
    canvas.disc((hand[0] + 14, hand[1] - 40), 52, "#f2c14e")
    canvas.ring((hand[0] + 14, hand[1] - 40), 34, 5, "#d69f2c", 20, 160)
    canvas.ring((hand[0] + 14, hand[1] - 40), 34, 5, "#d69f2c", 200, 340)
    guard = Pose(lean=-94, arms=((-120, -100), (-70, -84)), legs=((110, 92), (74, 88)), facing=-1)
    canvas.oval((910, 850), 90, 13, "#427c99")
    figure(canvas, (910, 660), 470, Look("#1d3557", "#fdf3df", DARK, BLACK, "curls"), guard)
    return canvas


def table_tennis() -> Canvas:
    """Straight down on a table: two bats, one ball."""
    canvas = Canvas("#e8a85f", "#dd9550", seed=23)
    for i in range(9):
        canvas.box(0, i * 128, WIDTH, i * 128 + 6, "#d08a47")
    table = [(210, 130), (1390, 130), (1390, 937), (210, 937)]
    canvas.polygon([(x + 22, y + 26) for x, y in table], "#b9763a")
    canvas.polygon(table, "#1f7a6d")
    canvas.box(210, 130, 1390, 148, "#f6f3e8")
    canvas.box(210, 919, 1390, 937, "#f6f3e8")
    canvas.box(210, 130, 228, 937, "#f6f3e8")
    canvas.box(1372, 130, 1390, 937, "#f6f3e8")
    canvas.box(210, 527, 1390, 540, "#cfe5dd")
    canvas.box(788, 70, 812, 997, "#fffaf0")
    for i in range(30):
        canvas.box(788, 74 + i * 31, 812, 88 + i * 31, "#d6dcd4")
    _bat(canvas, (470, 360), -38, "#d1363b")
    _bat(canvas, (1190, 720), 150, "#26303d")
    for i in range(5):
        canvas.disc(
            (700 - i * 42, 470 - i * 10 + i * i * 3),
            15 - i * 2.2,
            "#ffffff" + ("b0", "80", "60", "40", "28")[i],
        )
    canvas.disc((752, 478), 36, "#11564c")
    canvas.disc((744, 466), 36, "#fff6e0")
    return canvas


def _bat(canvas: Canvas, centre: Point, turn: float, rubber: Colour) -> None:
    grip = around(centre, 250, turn + 180)
    canvas.oval((centre[0] + 14, centre[1] + 16), 150, 138, "#15594f", turn)
    canvas.plank(around(centre, 90, turn + 180), grip, 46, "#c98d52")
    canvas.plank(around(centre, 150, turn + 180), grip, 26, "#a96f3b")
    canvas.oval(centre, 150, 138, "#c98d52", turn)
    canvas.oval(around(centre, 8, turn), 142, 131, rubber, turn)
    canvas.oval(around(centre, 40, turn - 60), 60, 40, mix(rubber, "#ffffff", 0.12), turn)


def wheelchair_basketball() -> Canvas:
    canvas = Canvas("#f3e3c6", "#eed7b0", seed=30)
    canvas.box(0, 690, WIDTH, HEIGHT, "#c98549")
    for i in range(8):
        canvas.box(0, 690 + i * 50, WIDTH, 694 + i * 50, "#bd783d")
    canvas.oval((500, 1000), 620, 190, "#fbe9dc")
    canvas.oval((500, 1000), 606, 178, "#c98549")
    canvas.stroke([(1460, 1000), (1460, 220)], 30, "#5c6672")
    canvas.box(1270, 110, 1500, 330, "#fffaf0", 12)
    canvas.box(1300, 180, 1400, 290, "#d1495b", 6)
    canvas.box(1314, 194, 1386, 276, "#fffaf0", 4)
    for i in range(7):
        canvas.stroke([(1130 + i * 24, 330), (1156 + i * 15, 450)], 4, "#ffffff")
    canvas.stroke([(1120, 326), (1284, 326)], 14, "#e4572e")
    x, y = 560, 640
    canvas.oval((x + 10, 908), 250, 22, "#ad6c36")
    canvas.ring((x - 16, y + 110), 150, 18, "#3b4450")
    seat = "#1d3557"
    look = Look("#e4572e", seat, DARK, BLACK, "curls")
    pose = Pose(lean=-84, arms=((-100, -50), (-60, -70)), legs=((6, 84), (2, 80)))
    canvas.stroke([(x - 110, y - 90), (x - 100, y + 50), (x + 90, y + 54)], 26, "#5c6672")
    joints = figure(canvas, (x - 46, y + 20), 560, look, pose)
    canvas.stroke([(x + 90, y + 54), (x + 170, y + 190), (x + 230, y + 190)], 16, "#5c6672")
    canvas.disc((x + 168, y + 228), 36, "#3b4450")
    canvas.disc((x + 168, y + 228), 14, "#cfd5da")
    canvas.ring((x - 40, y + 110), 152, 22, "#26303d")
    canvas.ring((x - 40, y + 110), 120, 6, "#cfd5da")
    for i in range(10):
        canvas.stroke([(x - 40, y + 110), around((x - 40, y + 110), 142, i * 36)], 3, "#cfd5da")
    canvas.disc((x - 40, y + 110), 20, "#f2c14e")
    hand = joints.hands[1]
    for i in range(5):
        canvas.disc((hand[0] + 110 + i * 78, hand[1] - 100 - i * 30 + i * i * 11), 7, "#d9a05f")
    _basketball(canvas, (hand[0] + 34, hand[1] - 62), 66)
    return canvas


def _basketball(canvas: Canvas, centre: Point, radius: float) -> None:
    canvas.disc(centre, radius, "#ee7b30")
    line = "#7a3b16"
    canvas.stroke([around(centre, radius, 200), around(centre, radius, 20)], 5, line)
    canvas.stroke([around(centre, radius, 110), around(centre, radius, -70)], 5, line)
    canvas.ring(around(centre, radius * 1.25, 65), radius, 5, line, 200, 290)
    canvas.ring(around(centre, radius * 1.25, 245), radius, 5, line, 20, 110)


def chess() -> Canvas:
    canvas = Canvas("#2f4a5c", "#1f3444", seed=31)
    canvas.disc((1250, 190), 260, "#3a596d")
    top, rows = 560, 5
    for row in range(rows):
        for column in range(-3, 13):

            def at(r: float, c: float) -> Point:
                depth = r / rows
                wide = 150 + 110 * depth
                return 800 + (c - 5) * wide, top + (HEIGHT + 40 - top) * (depth**1.15)

            fill = "#f0e2c4" if (row + column) % 2 else "#a56d43"
            canvas.polygon(
                [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)], fill
            )
    white, black = "#fffaf0", "#2b2530"
    _pawn(canvas, (330, 690), 0.8, black)
    _rook(canvas, (610, 690), 0.9, black)
    _pawn(canvas, (1330, 700), 0.8, black)
    _knight(canvas, (1010, 850), 1.25, white)
    _pawn(canvas, (520, 940), 1.25, white)
    _pawn(canvas, (1400, 985), 1.35, white)
    return canvas


def _foot(canvas: Canvas, place: Point, size: float, fill: Colour) -> None:
    x, y = place
    canvas.oval((x + 16 * size, y + 8 * size), 130 * size, 34 * size, "#00000030")
    canvas.box(x - 105 * size, y - 36 * size, x + 105 * size, y + 10 * size, fill, 18 * size)
    canvas.box(
        x - 82 * size, y - 70 * size, x + 82 * size, y - 26 * size, mix(fill, "#888888", 0.15), 16 * size
    )


def _pawn(canvas: Canvas, place: Point, size: float, fill: Colour) -> None:
    x, y = place
    _foot(canvas, place, size, fill)
    canvas.polygon(
        [
            (x - 30 * size, y - 210 * size),
            (x + 30 * size, y - 210 * size),
            (x + 66 * size, y - 60 * size),
            (x - 66 * size, y - 60 * size),
        ],
        fill,
    )
    canvas.oval((x, y - 205 * size), 62 * size, 20 * size, mix(fill, "#888888", 0.15))
    canvas.disc((x, y - 262 * size), 62 * size, fill)


def _rook(canvas: Canvas, place: Point, size: float, fill: Colour) -> None:
    x, y = place
    _foot(canvas, place, size, fill)
    canvas.polygon(
        [
            (x - 52 * size, y - 270 * size),
            (x + 52 * size, y - 270 * size),
            (x + 72 * size, y - 60 * size),
            (x - 72 * size, y - 60 * size),
        ],
        fill,
    )
    canvas.box(x - 80 * size, y - 320 * size, x + 80 * size, y - 262 * size, fill, 8 * size)
    for dx in (-80, -22, 36):
        canvas.box(x + dx * size, y - 362 * size, x + (dx + 44) * size, y - 300 * size, fill, 5 * size)


def _knight(canvas: Canvas, place: Point, size: float, fill: Colour) -> None:
    x, y = place
    _foot(canvas, place, size, fill)
    outline = [
        (-74, -60), (-62, -190), (-20, -270), (-96, -232), (-150, -214), (-170, -256), (-110, -330),
        (-50, -392), (-34, -436), (4, -396), (74, -340), (100, -220), (80, -60),
    ]  # fmt: skip
    canvas.blob([(x + dx * size, y + dy * size) for dx, dy in outline], fill)
    canvas.curve(
        [(x + 20 * size, y - 380 * size), (x + 64 * size, y - 300 * size), (x + 60 * size, y - 160 * size)],
        12 * size,
        mix(fill, "#888888", 0.35),
    )
    canvas.disc((x - 58 * size, y - 330 * size), 11 * size, "#2b2530")
