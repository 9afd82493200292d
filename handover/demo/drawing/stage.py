"""Under the lights."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around
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


def theatre() -> Canvas:
    """Hamlet under the light, between red curtains."""
    canvas = Canvas("#3a1526", "#24101c", seed=51)
    canvas.polygon([(800, -120), (380, 900), (1220, 900)], "#ffe1a0")
    canvas.soften(30)
    canvas.box(0, 880, WIDTH, HEIGHT, "#7a4a2b")
    for i in range(9):
        canvas.box(0, 880 + i * 24, WIDTH, 883 + i * 24, "#6b4024")
    canvas.oval((800, 920), 440, 70, "#fbdc9c")
    stone = "#5b4c63"
    for x, tall in ((480, 420), (1120, 460)):
        canvas.box(x - 60, 880 - tall, x + 60, 890, stone)
        for i in range(3):
            canvas.box(x - 74 + i * 56, 880 - tall - 44, x - 38 + i * 56, 880 - tall + 12, stone)
        canvas.box(x - 16, 880 - tall + 90, x + 16, 880 - tall + 160, "#2f2436", 14)
    hamlet = Pose(lean=-88, arms=((-30, -48), (130, 80)), legs=((104, 94), (74, 86)))
    joints = figure(
        canvas, (790, 690), 560, Look("#26303d", "#3b3f5c", LIGHT, BLOND, "long", "#1b2230"), hamlet
    )
    for i in range(9):
        canvas.disc(around((joints.head[0], joints.head[1] + 62), 54, 20 + i * 17.5), 20, "#fffaf0")
    _skull(canvas, (joints.hands[0][0] + 8, joints.hands[0][1] - 46))
    for side in (-1, 1):
        for i in range(7):
            x = 800 + side * (810 - i * 62)
            canvas.oval((x, 430), 54, 640 - i * 16, ("#b3263f", "#97203a")[i % 2])
        canvas.oval((800 + side * 560, 640), 84, 34, "#f2c14e", side * 18)
    for i in range(8):
        canvas.pie((i * 228, -10), 140, 0, 180, "#c8334b")
        canvas.ring((i * 228, -10), 138, 12, "#f2c14e", 0, 180)
    return canvas


def _skull(canvas: Canvas, centre: Point) -> None:
    x, y = centre
    canvas.disc((x, y - 8), 44, "#fff6e0")
    canvas.box(x - 26, y + 14, x + 26, y + 52, "#fff6e0", 10)
    for dx in (-17, 17):
        canvas.disc((x + dx, y - 2), 12, "#5b4c63")
        canvas.stroke([(x + dx * 0.5, y + 36), (x + dx * 0.5, y + 50)], 4, "#5b4c63")
    canvas.polygon([(x - 6, y + 18), (x, y + 8), (x + 6, y + 18)], "#5b4c63")


def film() -> Canvas:
    """A camera on its tripod, and the clapperboard."""
    canvas = Canvas("#2b3450", "#46507a", seed=54)
    canvas.polygon([(980, 420), (1640, 120), (1640, 860), (980, 540)], "#ffe9b855")
    for leg in (-190, 0, 190):
        canvas.stroke([(640, 660), (640 + leg, 1010)], 26, "#1b2236")
    canvas.disc((520, 250), 140, "#e4572e")
    canvas.disc((790, 230), 120, "#e4572e")
    for centre, radius in (((520, 250), 140), ((790, 230), 120)):
        canvas.disc(centre, radius * 0.82, "#c2441f")
        for i in range(5):
            canvas.disc(around(centre, radius * 0.5, i * 72 - 90), radius * 0.19, "#2b3450")
        canvas.disc(centre, radius * 0.12, "#2b3450")
    canvas.box(400, 350, 880, 660, "#fdf3df", 36)
    canvas.box(440, 396, 700, 610, "#e9d8b8", 20)
    canvas.polygon([(880, 440), (980, 400), (980, 610), (880, 570)], "#1b2236")
    canvas.disc((800, 560), 34, "#d1495b")
    for i, y in enumerate((430, 480, 530)):
        canvas.stroke([(480, y), (640 - i * 40, y)], 14, "#c9b48c")
    x, y = 1060, 690
    canvas.polygon([(x, y - 60), (x + 400, y - 150), (x + 416, y - 84), (x + 16, y + 6)], "#fffaf0")
    for i in range(4):
        a = x + 26 + i * 102
        canvas.polygon(
            [
                (a, y - 66 - i * 23),
                (a + 50, y - 77 - i * 23),
                (a + 36, y - 8 - i * 23),
                (a - 14, y + 3 - i * 23),
            ],
            "#1b2236",
        )
    canvas.box(x, y, x + 416, y + 290, "#1b2236", 12)
    canvas.box(x, y, x + 416, y + 66, "#fffaf0", 6)
    for i in range(4):
        a = x + 26 + i * 104
        canvas.polygon([(a, y), (a + 52, y), (a + 76, y + 66), (a + 24, y + 66)], "#1b2236")
    for i, length in enumerate((330, 220, 280)):
        canvas.stroke([(x + 40, y + 120 + i * 56), (x + 40 + length, y + 120 + i * 56)], 9, "#8fa0c8")
    canvas.disc((x + 350, y + 236), 20, "#e4572e")
    return canvas


def lucia() -> Canvas:
    """Children in white with candles on a winter morning."""
    canvas = Canvas("#182644", "#324672", seed=56)
    for x in (230, 800, 1370):
        canvas.box(x - 120, 90, x + 120, 560, "#0f1a33", 120)
        canvas.box(x - 104, 106, x + 104, 560, "#2a3d68", 104)
        canvas.box(x - 6, 106, x + 6, 560, "#0f1a33")
        canvas.box(x - 104, 330, x + 104, 342, "#0f1a33")
        for _ in range(14):
            canvas.disc((x + canvas.random.uniform(-92, 92), canvas.random.uniform(150, 540)), 6, "#dfe8ff")
    canvas.box(0, 860, WIDTH, HEIGHT, "#22304f")
    looks = [
        (LIGHT, BLOND),
        (DARK, BLACK),
        (WARM, CHESTNUT),
        (LIGHT, RED),
        (TAN, BLACK),
        (BROWN, BLACK),
        (LIGHT, BLOND),
    ]
    for i, (skin, hair) in enumerate(looks):
        x, size = 170 + i * 210, 420 - abs(i - 3) * 22
        canvas.oval((x, 935), 110, 20, "#182440")
        _singer(canvas, (x, 930), size, skin, hair, crown=i == 3)
    return canvas


def _singer(canvas: Canvas, foot: Point, size: float, skin: Colour, hair: Colour, crown: bool) -> None:
    x, y = foot
    neck, head = y - size * 0.66, (x, y - size * 0.78)
    canvas.disc(head, size * 0.15, hair)
    canvas.box(x - size * 0.15, head[1], x + size * 0.15, neck + size * 0.12, hair, size * 0.06)
    canvas.polygon(
        [(x - size * 0.11, neck), (x + size * 0.11, neck), (x + size * 0.25, y), (x - size * 0.25, y)],
        "#fdf8ec",
    )
    canvas.box(x - size * 0.15, neck + size * 0.24, x + size * 0.15, neck + size * 0.29, "#d1495b", 6)
    canvas.disc((x, head[1] + size * 0.02), size * 0.125, skin)
    canvas.pie((x, head[1]), size * 0.14, 190, 350, hair)
    canvas.oval((x, head[1] + size * 0.07), size * 0.03, size * 0.036, "#8a3b36")
    for side in (-1, 1):
        canvas.disc((x + side * size * 0.05, head[1] + size * 0.01), size * 0.014, "#26303d")
        canvas.stroke(
            [
                (x + side * size * 0.12, neck + size * 0.06),
                (x + side * size * 0.13, neck + size * 0.22),
                (x, neck + size * 0.21),
            ],
            size * 0.062,
            "#f3ead6",
        )
    if crown:
        canvas.curve(
            [
                (x - size * 0.14, head[1] - size * 0.05),
                (x, head[1] - size * 0.1),
                (x + size * 0.14, head[1] - size * 0.05),
            ],
            size * 0.05,
            "#3d7a4e",
        )
        for dx in (-0.1, -0.035, 0.035, 0.1):
            _candle(canvas, (x + dx * size, head[1] - size * 0.1), size * 0.1)
    _candle(canvas, (x, neck + size * 0.2), size * 0.11)


def _candle(canvas: Canvas, foot: Point, tall: float) -> None:
    x, y = foot
    canvas.disc((x, y - tall * 1.25), tall * 0.9, "#ffd97830")
    canvas.stroke([(x, y), (x, y - tall)], tall * 0.24, "#fffaf0")
    canvas.oval((x, y - tall * 1.3), tall * 0.17, tall * 0.32, "#ffb347")
