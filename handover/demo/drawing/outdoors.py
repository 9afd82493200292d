"""Forest, garden and meadow."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLOND,
    LIGHT,
    Look,
    Pose,
    figure,
)
from handover.demo.drawing.scenery import cloud, grass, leaf_tree, spruce, sun


def orienteering() -> Canvas:
    """A control flag between the trees, and somebody with a map on the way to it."""
    canvas = Canvas("#d9ede1", "#f6f1dc", seed=41)
    sun(canvas, (1240, 220), 95)
    for fill, foot, tall, count in (
        ("#a9cdb0", 690, 360, 17),
        ("#78b08c", 770, 430, 13),
        ("#3f7d62", 860, 520, 9),
    ):
        for i in range(count):
            x = (i + 0.5) * WIDTH / count + canvas.random.uniform(-40, 40)
            if 560 < x < 1120 and tall > 500:
                continue
            spruce(canvas, x, foot, tall * canvas.random.uniform(0.75, 1.1), fill)
        canvas.hills(foot - 10, 12, 900, tall, fill)
    canvas.hills(900, 22, 1400, 1.2, "#24574a")
    canvas.blob(
        [
            (560, HEIGHT + 30),
            (640, 960),
            (800, 930),
            (760, 890),
            (850, 885),
            (930, 935),
            (860, 985),
            (980, HEIGHT + 30),
        ],
        "#c9a877",
    )
    canvas.stroke([(1120, 620), (1120, 940)], 16, "#7a5a40")
    canvas.polygon([(1030, 640), (1210, 640), (1210, 820), (1030, 820)], "#ffffff")
    canvas.polygon([(1210, 640), (1210, 820), (1030, 820)], "#ec6a1e")
    canvas.oval((700, 985), 110, 16, "#1b4439")
    pose = Pose(lean=-82, arms=((40, -20), (50, -30)), legs=((120, 150), (50, 100)))
    joints = figure(canvas, (700, 800), 430, Look("#e4572e", "#2f3e5c", LIGHT, BLOND, "bun"), pose)
    hand = joints.hands[1]
    canvas.polygon(
        [
            (hand[0] - 30, hand[1] - 66),
            (hand[0] + 84, hand[1] - 40),
            (hand[0] + 66, hand[1] + 40),
            (hand[0] - 46, hand[1] + 14),
        ],
        "#fdf6e0",
    )
    canvas.curve(
        [
            (hand[0] - 20, hand[1] - 30),
            (hand[0] + 16, hand[1] - 16),
            (hand[0] + 30, hand[1] + 14),
            (hand[0] + 60, hand[1] - 4),
        ],
        6,
        "#d1495b",
    )
    return canvas


def bees() -> Canvas:
    """A hive among flowers."""
    canvas = Canvas("#d3ecf2", "#fbf4d8", seed=43)
    sun(canvas, (250, 210), 92)
    cloud(canvas, 1150, 160, 90)
    canvas.hills(640, 40, 1400, 0.8, "#b7d79c")
    canvas.hills(740, 30, 1000, 2.4, "#8dbf78")
    leaf_tree(canvas, 1420, 760, 470, "#5f9f62")
    for dx, dy in ((-60, -330), (40, -400), (90, -300), (-20, -250)):
        canvas.disc((1420 + dx, 760 + dy), 20, "#d1495b")
    grass(canvas, 800, "#6fa75f", 60)
    _hive(canvas, 560, 880)
    for x, y, tall, fill in (
        (130, 1020, 190, "#5b3f8c"),
        (260, 1050, 150, "#d1495b"),
        (930, 1010, 200, "#d1495b"),
        (1040, 1050, 160, "#f28f3b"),
        (1190, 1000, 210, "#5b3f8c"),
        (1320, 1050, 150, "#ffffff"),
        (1500, 1010, 190, "#f28f3b"),
    ):
        _flower(canvas, (x, y), tall, fill)
    for x, y, size, turn in (
        (880, 420, 1.1, -12),
        (1080, 600, 0.9, 10),
        (300, 470, 0.8, 16),
        (760, 640, 0.55, -20),
        (1180, 330, 0.6, 0),
    ):
        _bee(canvas, (x, y), size, turn)
    for i in range(7):
        canvas.disc((970 + i * 14, 520 + (i % 3) * 14 + i * 6), 4, "#8a7a4a")
    return canvas


def _hive(canvas: Canvas, x: float, foot: float) -> None:
    canvas.oval((x, foot + 44), 240, 24, "#6fa75f")
    for dx in (-150, 150):
        canvas.stroke([(x + dx, foot - 20), (x + dx * 1.08, foot + 40)], 26, "#a9794c")
    for i, fill in enumerate(("#f6d37a", "#f2c14e", "#f6d37a")):
        canvas.box(x - 200, foot - 130 - i * 116, x + 200, foot - 20 - i * 116, fill, 10)
        canvas.box(x - 60, foot - 96 - i * 116, x + 60, foot - 80 - i * 116, "#c99a3a", 8)
    canvas.polygon(
        [(x - 240, foot - 366), (x + 240, foot - 366), (x + 200, foot - 432), (x - 200, foot - 432)],
        "#c9563a",
    )
    canvas.box(x - 90, foot - 46, x + 90, foot - 24, "#5a3d2a", 10)


def _flower(canvas: Canvas, foot: Point, tall: float, fill: Colour) -> None:
    top = (foot[0] + 6, foot[1] - tall)
    canvas.curve([(foot[0], foot[1] + 60), (foot[0] - 8, foot[1] - tall / 2), top], 10, "#4c8a5c")
    canvas.oval((foot[0] + 28, foot[1] - tall * 0.35), 34, 13, "#5a9c68", -28)
    for i in range(7):
        canvas.disc(around(top, 40, i * 360 / 7), 27, fill)
    canvas.disc(top, 25, "#f2c14e")


def _bee(canvas: Canvas, centre: Point, size: float, turn: float) -> None:
    def at(dx: float, dy: float) -> Point:
        spun = around((0, 0), 1, turn)
        return centre[0] + (dx * spun[0] - dy * spun[1]) * size, centre[1] + (
            dx * spun[1] + dy * spun[0]
        ) * size

    canvas.oval(at(-22, -66), 40 * size, 62 * size, "#ffffffcc", turn - 24)
    canvas.oval(at(34, -68), 38 * size, 60 * size, "#f3fbffcc", turn + 20)
    canvas.oval(at(0, 0), 100 * size, 62 * size, "#f7b733", turn)
    for dx in (-52, -8, 36):
        canvas.oval(at(dx, 0), 14 * size, (62 - abs(dx) * 0.35) * size, "#3a2a22", turn)
    canvas.disc(at(88, -4), 42 * size, "#3a2a22")
    canvas.disc(at(100, -14), 11 * size, "#ffffff")
    canvas.stroke([at(104, -40), at(132, -74)], 6 * size, "#3a2a22")
    canvas.polygon([at(-96, -14), at(-130, 0), at(-96, 14)], "#3a2a22")


def garden() -> Canvas:
    """Raised beds, a watering can and things that grow."""
    canvas = Canvas("#d5edf0", "#f7f6df", seed=45)
    sun(canvas, (1330, 190), 90)
    cloud(canvas, 300, 160, 80)
    canvas.hills(520, 26, 1300, 0.4, "#a8d08d")
    canvas.box(0, 560, WIDTH, HEIGHT, "#8dbf78")
    for i in range(16):
        canvas.box(20 + i * 102, 430, 78 + i * 102, 600, "#fff6e6", 8)
        canvas.polygon([(20 + i * 102, 436), (49 + i * 102, 398), (78 + i * 102, 436)], "#fff6e6")
    canvas.box(0, 500, WIDTH, 520, "#f3e6c8")
    for x, y, wide in ((90, 700, 640), (860, 690, 660)):
        canvas.box(x, y, x + wide, y + 120, "#6b4630", 10)
        canvas.box(x - 16, y + 60, x + wide + 16, y + 170, "#b9824f", 8)
        canvas.box(x - 16, y + 112, x + wide + 16, y + 120, "#a06c3d")
    for i in range(5):
        _carrot(canvas, 150 + i * 128, 740)
    for i in range(3):
        _cabbage(canvas, (980 + i * 210, 690), 92)
    for i in range(4):
        x = 880 + i * 196
        canvas.stroke([(x, 720), (x, 470)], 9, "#a9794c")
    canvas.oval((800, 1010), 190, 22, "#6fa75f")
    canvas.blob([(690, 880), (910, 880), (930, 1010), (670, 1010)], "#2a7f8c")
    canvas.box(676, 856, 924, 900, "#2a7f8c", 14)
    canvas.stroke([(920, 960), (1060, 850)], 34, "#2a7f8c")
    canvas.stroke([(1030, 816), (1100, 880)], 30, "#1e616c")
    canvas.ring((660, 930), 84, 24, "#1e616c", 70, 290)
    for i in range(9):
        canvas.disc((1110 + (i % 3) * 32 + i * 5, 890 + (i // 3) * 36 + (i % 3) * 20), 8, "#7fc4d6")
    for place, fill in (
        ((180, 960), "#d1495b"),
        ((330, 1000), "#f28f3b"),
        ((1400, 980), "#5b3f8c"),
        ((470, 960), "#ffffff"),
    ):
        _flower(canvas, place, 90, fill)
    return canvas


def _carrot(canvas: Canvas, x: float, ground: float) -> None:
    for lean in (-40, -14, 14, 40):
        canvas.curve(
            [(x, ground - 10), (x + lean * 0.5, ground - 90), (x + lean, ground - 150)], 13, "#4c8a5c"
        )
    canvas.polygon(
        [(x - 36, ground - 26), (x + 36, ground - 26), (x + 6, ground + 96), (x - 6, ground + 96)], "#f28f3b"
    )
    canvas.oval((x, ground - 26), 36, 16, "#f28f3b")
    for dy in (4, 34):
        canvas.stroke([(x - 20, ground + dy), (x - 2, ground + dy)], 5, "#d46f22")


def _cabbage(canvas: Canvas, centre: Point, radius: float) -> None:
    for i in range(7):
        canvas.oval(
            around(centre, radius * 0.5, i * 30 + 180),
            radius * 0.56,
            radius * 0.5,
            "#5f9f62" if i % 2 else "#4c8a5c",
        )
    canvas.disc(centre, radius * 0.66, "#9ccc84")
    canvas.ring(centre, radius * 0.36, 7, "#7db86c", 190, 330)
    canvas.ring((centre[0], centre[1] + 14), radius * 0.5, 7, "#7db86c", 200, 300)


def horse() -> Canvas:
    canvas = Canvas("#cfe8f0", "#f7f1da", seed=46)
    sun(canvas, (1300, 200), 88)
    cloud(canvas, 420, 170, 90)
    canvas.hills(560, 50, 1500, 0.5, "#b9d9a0")
    canvas.hills(640, 30, 1000, 2.0, "#97c684")
    leaf_tree(canvas, 170, 690, 380, "#5f9f62")
    canvas.box(0, 700, WIDTH, HEIGHT, "#83b86f")
    for x in (40, 400, 760, 1120, 1480):
        canvas.box(x, 560, x + 40, 820, "#fff6e6", 8)
    for y in (600, 690):
        canvas.box(0, y, WIDTH, y + 28, "#fff6e6")
    coat, mane = "#a9683c", "#4a2f22"
    x, y = 720, 560
    canvas.oval((x + 10, 968), 330, 26, "#6aa158")
    for dx, shade in ((-150, 0.2), (170, 0.2), (-210, 0.0), (220, 0.0)):
        leg = mix(coat, "#000000", shade)
        canvas.stroke([(x + dx, y + 110), (x + dx - 12, y + 260), (x + dx, y + 380)], 56, leg)
        canvas.box(x + dx - 32, y + 370, x + dx + 34, y + 408, "#2f2622", 8)
    canvas.curve([(x - 262, y - 20), (x - 340, y + 60), (x - 330, y + 220)], 56, mane)
    canvas.blob(
        [
            (x - 280, y - 30),
            (x - 180, y - 120),
            (x + 60, y - 100),
            (x + 210, y - 130),
            (x + 300, y - 10),
            (x + 250, y + 130),
            (x + 40, y + 160),
            (x - 200, y + 150),
        ],
        coat,
    )
    canvas.blob(
        [
            (x + 141, y - 60),
            (x + 223, y - 213),
            (x + 280, y - 302),
            (x + 354, y - 332),
            (x + 428, y - 280),
            (x + 502, y - 213),
            (x + 498, y - 169),
            (x + 444, y - 161),
            (x + 379, y - 198),
            (x + 329, y - 154),
            (x + 280, y + 10),
        ],
        coat,
    )
    canvas.polygon([(x + 323, y - 314), (x + 334, y - 380), (x + 374, y - 324)], coat)
    canvas.blob(
        [
            (x + 321, y - 332),
            (x + 239, y - 280),
            (x + 174, y - 161),
            (x + 141, y - 87),
            (x + 190, y - 95),
            (x + 239, y - 191),
            (x + 297, y - 272),
            (x + 362, y - 317),
        ],
        mane,
    )
    canvas.blob([(x + 346, y - 346), (x + 395, y - 317), (x + 395, y - 272), (x + 362, y - 302)], mane)
    canvas.disc((x + 400, y - 262), 13, "#2f2622")
    canvas.oval((x + 484, y - 192), 36, 40, "#d9a77c", 20)
    canvas.disc((x + 490, y - 201), 8, "#6b4630")
    canvas.stroke([(x + 387, y - 206), (x + 425, y - 295)], 12, "#d1495b")
    canvas.stroke([(x + 444, y - 243), (x + 461, y - 169)], 12, "#d1495b")
    child = Pose(lean=-94, arms=((-150, -170), (-160, 190)), facing=-1)
    canvas.oval((1390, 958), 90, 15, "#6aa158")
    joints = figure(canvas, (1390, 780), 430, Look("#f2c14e", "#2f3e5c", LIGHT, BLOND, "long"), child)
    canvas.disc(joints.hands[1], 24, "#c9362f")
    return canvas
