"""On the water and in the pool."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLACK,
    BLOND,
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
from handover.demo.drawing.scenery import cloud, ripple, sea, stars, sun


def rowing() -> Canvas:
    canvas = Canvas("#fbe3c4", "#f6f1de", seed=11)
    sun(canvas, (1180, 300), 105, "#ffb765")
    canvas.hills(470, 26, 1300, 0.5, "#b9c9b4")
    canvas.hills(505, 18, 800, 2.0, "#8fb3a2")
    sea(canvas, 530, "#2c7f93", 70)
    for i in range(9):
        y = 545 + i * 22
        canvas.stroke([(1180 - 70 + i * 5, y), (1180 + 70 - i * 5, y)], 7, "#f9c98b")
    _castle(canvas, 300, 520)
    _rowing_boat(canvas, 800, 800)
    return canvas


def _castle(canvas: Canvas, x: float, foot: float) -> None:
    stone, roof = "#8da39c", "#5f8277"
    canvas.box(x - 120, foot - 70, x + 120, foot, stone)
    for tower, tall in ((-120, 130), (120, 110), (30, 150)):
        canvas.box(x + tower - 17, foot - tall, x + tower + 17, foot, stone)
        canvas.polygon(
            [(x + tower - 21, foot - tall), (x + tower, foot - tall - 75), (x + tower + 21, foot - tall)],
            roof,
        )
    canvas.polygon(
        [(x - 105, foot - 70), (x - 90, foot - 100), (x + 92, foot - 100), (x + 105, foot - 70)], roof
    )


def _rowing_boat(canvas: Canvas, x: float, y: float) -> None:
    crew = [
        Look("#e4572e", skin=WARM, hair=BLOND, style="bun"),
        Look("#f2b134", skin=DARK, hair=BLACK, style="curls"),
        Look("#e4572e", skin=LIGHT, hair=RED),
        Look("#f2b134", skin=TAN, hair=BLACK, style="long"),
    ]
    for i, look in enumerate(crew):
        seat = (x - 330 + i * 185, y - 12)
        pose = Pose(lean=-72, arms=((30, 20), (36, 14)), legs=((0, 0), (0, 0)), facing=1)
        joints = figure(canvas, seat, 330, look, pose)
        grip = joints.hands[1]
        blade = (grip[0] - 190, y + 128)
        canvas.stroke([grip, blade], 10, "#d9b98a")
        canvas.stroke([blade, around(blade, 62, 145)], 24, "#f8f4e6")
    cox = Pose(lean=-95, arms=((120, 60), (70, 120)), legs=((180, 180), (180, 180)), facing=-1)
    figure(canvas, (x + 480, y - 8), 330, Look("#245c73", skin=WARM, hair="#f4efe2", style="cap"), cox)
    hull = [(x - 660, y - 38), (x + 690, y - 48), (x + 590, y + 52), (x - 520, y + 60)]
    canvas.polygon(hull, "#9c5a34")
    canvas.polygon([(x - 660, y - 38), (x + 690, y - 48), (x + 672, y - 24), (x - 630, y - 12)], "#c47a45")
    for i in range(5):
        ripple(canvas, x - 720 + i * 300, y + 92 + (i % 2) * 26, 240, 7, "#7fb7c1")


def kayak() -> Canvas:
    canvas = Canvas("#bfe0ea", "#f3f4e2", seed=12)
    cloud(canvas, 330, 190, 90)
    cloud(canvas, 1250, 140, 70)
    canvas.hills(500, 46, 1500, 1.0, "#a9c9a4")
    canvas.hills(548, 26, 900, 2.2, "#6fa587")
    sea(canvas, 590, "#1f6f8b", 80)
    _kayak(canvas, 480, 730, 0.72, "#f2c14e", Look("#d1495b", skin=TAN, hair=BLACK, style="helmet"), 1)
    _kayak(
        canvas, 1010, 860, 1.05, "#e4572e", Look("#1d3557", skin=LIGHT, hair="#f7d354", style="helmet"), -1
    )
    return canvas


def _kayak(canvas: Canvas, x: float, y: float, size: float, hull: Colour, look: Look, way: int) -> None:
    pose = Pose(lean=-90 + 6 * way, arms=((150, 200), (30, -20)), legs=((0, 0), (0, 0)), facing=way)
    canvas.oval((x, y + 34 * size), 360 * size, 26 * size, "#15566e")
    joints = figure(canvas, (x, y - 8 * size), 420 * size, look, pose)
    left, right = joints.hands
    _paddle(canvas, left, right, size)
    shape = [(-380, -34), (-190, -42), (0, -30), (190, -42), (380, -34), (250, 22), (0, 40), (-250, 22)]
    canvas.blob([(x + dx * size, y + dy * size) for dx, dy in shape], hull)
    stripe = [(x - 330 * size, y - 14 * size), (x + 330 * size, y - 14 * size)]
    canvas.stroke(stripe, 9 * size, mix(hull, "#ffffff", 0.45))
    for side in (-1, 1):
        ripple(canvas, x + side * 300 * size - 110 * size, y + 60 * size, 220 * size, 6 * size, "#8cc5d1")


def _paddle(canvas: Canvas, left: Point, right: Point, size: float) -> None:
    lean = (right[1] - left[1]) / (right[0] - left[0])
    ends = [
        (left[0] - 130 * size, left[1] - 130 * size * lean),
        (right[0] + 130 * size, right[1] + 130 * size * lean),
    ]
    canvas.stroke(ends, 12 * size, "#3a2f2a")
    for end in ends:
        canvas.oval(end, 62 * size, 28 * size, "#3a2f2a", turn=18 if lean > 0 else -18)


def swimming() -> Canvas:
    """Lanes seen from above."""
    canvas = Canvas("#5cc3d6", "#37a9c4", seed=13)
    for _ in range(46):
        x, y = canvas.random.uniform(-60, WIDTH), canvas.random.uniform(30, HEIGHT)
        ripple(canvas, x, y, canvas.random.uniform(70, 160), 5, "#8bdcE6".lower())
    for lane in range(1, 4):
        y = lane * HEIGHT / 4
        for i in range(41):
            canvas.box(i * 41 - 10, y - 12, i * 41 + 25, y + 12, "#e4572e" if i % 2 else "#fff6e6", 10)
    caps = [
        ("#f2c14e", LIGHT, "#1d3557"),
        ("#ffffff", BROWN, "#e4572e"),
        ("#1d3557", TAN, "#3d7a4e"),
        ("#d1495b", WARM, "#5b3f8c"),
    ]
    for lane, (cap, skin, suit) in enumerate(caps):
        _swimmer(canvas, (380 + (lane * 311) % 760, (lane + 0.5) * HEIGHT / 4), cap, skin, suit)
    return canvas


def _swimmer(canvas: Canvas, place: Point, cap: Colour, skin: Colour, suit: Colour) -> None:
    x, y = place
    for i in range(3):
        canvas.oval((x - 250 - i * 62, y + (14 if i % 2 else -14)), 34 - i * 6, 15 - i * 2, "#e9fbfb")
    canvas.stroke([(x - 40, y - 8), (x - 200, y - 26)], 26, skin)
    canvas.stroke([(x - 40, y + 8), (x - 196, y + 30)], 26, skin)
    canvas.stroke([(x + 60, y + 22), (x - 30, y + 78), (x - 96, y + 62)], 24, skin)
    canvas.oval((x + 10, y), 104, 44, skin)
    canvas.oval((x - 22, y), 76, 41, suit)
    canvas.stroke([(x + 66, y - 22), (x + 150, y - 74), (x + 226, y - 46)], 24, skin)
    canvas.disc((x + 132, y), 37, cap)
    canvas.ring((x + 132, y), 26, 4, mix(cap, "#000000", 0.15), 200, 330)
    canvas.oval((x + 250, y - 44), 26, 12, "#e9fbfb")


def sailing() -> Canvas:
    canvas = Canvas("#a8d8ea", "#eef6ee", seed=14)
    sun(canvas, (260, 220), 86)
    cloud(canvas, 1240, 210, 110)
    cloud(canvas, 760, 130, 60)
    canvas.hills(560, 20, 1200, 0.2, "#9cc3a0")
    sea(canvas, 590, "#2a86a8", 70)
    _dinghy(canvas, 1280, 690, 0.5, "#f2c14e", 211)
    _dinghy(canvas, 330, 740, 0.72, "#3d7a4e", 96)
    _dinghy(canvas, 810, 870, 1.15, "#e4572e", 127)
    return canvas


def _dinghy(canvas: Canvas, x: float, y: float, size: float, colour: Colour, number: int) -> None:
    def at(dx: float, dy: float) -> Point:
        return x + dx * size, y + dy * size

    canvas.oval(at(0, 52), 270 * size, 24 * size, "#1d6b88")
    canvas.stroke([at(-60, 0), at(-60, -560)], 12 * size, "#caa36a")
    canvas.blob(
        [
            at(-48, -90),
            at(-48, -470),
            at(20, -510),
            at(210, -560),
            at(330, -330),
            at(300, -110),
            at(120, -78),
        ],
        "#fffaf0",
    )
    canvas.polygon([at(-48, -90), at(-48, -230), at(318, -245), at(300, -110)], colour)
    canvas.stroke([at(-48, -84), at(300, -104)], 9 * size, "#caa36a")
    canvas.stroke([at(-48, -110), at(214, -556)], 8 * size, "#caa36a")
    look = Look("#f28f3b", skin=(LIGHT, BROWN, TAN)[number % 3], hair=(BLOND, BLACK, CHESTNUT)[number % 3])
    figure(
        canvas,
        at(-150, 0),
        270 * size,
        look,
        Pose(lean=-104, arms=((40, 10), (30, -10)), legs=((0, 0), (0, 0))),
    )
    canvas.polygon([at(-260, -30), at(250, -46), at(215, 52), at(-205, 58)], "#fdf3df")
    canvas.polygon([at(-260, -30), at(250, -46), at(243, -22), at(-247, -4)], colour)
    for side in (-1, 1):
        ripple(canvas, x + side * 190 * size - 90 * size, y + 76 * size, 180 * size, 6 * size, "#9fd3df")


def flight_by_night() -> Canvas:
    """October 1943: a fishing boat without lights on its way to Sweden."""
    canvas = Canvas("#14203a", "#33466b", seed=15)
    stars(canvas, 90, 480)
    canvas.disc((1290, 210), 74, "#f4ecd0")
    canvas.disc((1258, 192), 68, "#18253f")
    canvas.hills(600, 12, 1300, 0.3, "#24324f")
    for i in range(9):
        canvas.disc((980 + i * 52 + (i % 3) * 9, 592 - (i % 2) * 6), 4.5, "#ffd678")
    sea(canvas, 612, "#1b2b48", 70)
    x, y = 640, 800
    canvas.oval((x, y + 74), 420, 34, "#13203a")
    for i, colour in enumerate(("#5a4a5f", "#6a4e48", "#465a6a", "#5f5a48", "#54425a")):
        head = (x - 230 + i * 74, y - 92 + (i % 2) * 14)
        canvas.blob(
            [
                (head[0] - 46, y),
                (head[0] - 30, head[1] + 30),
                (head[0], head[1] + 20),
                (head[0] + 30, head[1] + 30),
                (head[0] + 46, y),
            ],
            colour,
        )
        canvas.disc(head, 27, (WARM, LIGHT, WARM, LIGHT, WARM)[i])
        canvas.pie(head, 30, 180, 360, mix(colour, "#000000", 0.35))
    canvas.box(x + 170, y - 170, x + 290, y, "#c9b68c", 8)
    canvas.box(x + 158, y - 188, x + 302, y - 164, "#8d4a36", 6)
    canvas.box(x + 192, y - 140, x + 268, y - 84, "#2a3c5c", 6)
    canvas.stroke([(x + 60, y), (x + 60, y - 330)], 12, "#7b5b41")
    canvas.stroke([(x + 60, y - 320), (x - 300, y - 40)], 4, "#7b5b41")
    canvas.stroke([(x + 60, y - 320), (x + 390, y - 60)], 4, "#7b5b41")
    canvas.blob(
        [
            (x - 410, y - 74),
            (x - 200, y - 30),
            (x + 200, y - 30),
            (x + 420, y - 92),
            (x + 370, y + 46),
            (x + 200, y + 76),
            (x - 260, y + 76),
        ],
        "#3c6a78",
    )
    canvas.curve([(x - 404, y - 62), (x - 200, y - 18), (x + 200, y - 18), (x + 412, y - 78)], 12, "#e9dfc4")
    for i in range(4):
        ripple(canvas, x - 520 + i * 280, y + 108 + (i % 2) * 24, 220, 6, "#4b6288")
    return canvas
