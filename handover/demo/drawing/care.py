"""A warm meal and a helping hand."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Point, mix
from handover.demo.drawing.people import BLACK, BROWN, Look, Pose, figure


def soup() -> Canvas:
    canvas = Canvas("#fbe9cf", "#f6d9b0", seed=73)
    for row in range(6):
        for column in range(12):
            shade = ("#fdf0dc", "#f9e2c2")[(row + column) % 2]
            canvas.box(column * 136 + 4, row * 116 + 4, column * 136 + 132, row * 116 + 112, shade, 8)
    canvas.box(0, 740, WIDTH, HEIGHT, "#c98d62")
    canvas.box(0, 740, WIDTH, 764, "#a96f46")
    x = 800
    canvas.oval((x, 900), 400, 40, "#a96f46")
    canvas.box(x - 340, 470, x + 340, 900, "#2a7f8c", 90)
    canvas.box(x - 340, 470, x + 340, 620, "#2a7f8c")
    for side in (-1, 1):
        canvas.ring(
            (x + side * 350, 600), 60, 30, "#1e616c", (-90 if side > 0 else 90), (90 if side > 0 else 270)
        )
    canvas.oval((x, 470), 340, 70, "#1e616c")
    canvas.oval((x, 476), 304, 54, "#e8803b")
    for dx, dy, radius, fill in (
        (-200, 480, 26, "#f2c14e"),
        (-110, 462, 22, "#5a9c68"),
        (-40, 492, 28, "#d1495b"),
        (70, 470, 24, "#f2c14e"),
        (150, 488, 26, "#5a9c68"),
        (220, 474, 20, "#fff6e0"),
    ):
        canvas.oval((x + dx, dy), radius * 1.3, radius * 0.6, fill)
    canvas.stroke([(x + 110, 480), (x + 330, 170)], 30, "#a06c3d")
    for dx in (-170, -40, 40):
        canvas.curve(
            [(x + dx, 390), (x + dx + 34, 320), (x + dx - 20, 250), (x + dx + 20, 170)], 18, "#ffffff"
        )
    _onion(canvas, (240, 890))
    canvas.polygon([(80, 980), (300, 1000), (300, 1036), (80, 1016)], "#fffaf0")
    for i in range(3):
        canvas.disc((1260 + i * 110, 880 - (i == 1) * 20), 66, "#d1495b")
        canvas.polygon(
            [
                (1242 + i * 110, 826 - (i == 1) * 20),
                (1260 + i * 110, 800 - (i == 1) * 20),
                (1278 + i * 110, 826 - (i == 1) * 20),
            ],
            "#4c8a5c",
        )
    canvas.polygon([(1180, 1000), (1540, 960), (1560, 1000), (1220, 1040)], "#f28f3b")
    canvas.stroke([(1180, 1016), (1110, 1000)], 16, "#4c8a5c")
    canvas.stroke([(1184, 1022), (1112, 1034)], 16, "#4c8a5c")
    canvas.oval((430, 970), 120, 44, "#5a9c68", -12)
    canvas.stroke([(330, 992), (530, 950)], 7, "#8dbf78")
    return canvas


def _onion(canvas: Canvas, centre: Point) -> None:
    x, y = centre
    canvas.blob(
        [
            (x, y - 130),
            (x + 30, y - 80),
            (x + 100, y - 20),
            (x + 90, y + 60),
            (x, y + 84),
            (x - 90, y + 60),
            (x - 100, y - 20),
            (x - 30, y - 80),
        ],
        "#b9824f",
    )
    for dx in (-46, 0, 46):
        canvas.curve([(x + dx * 0.3, y - 78), (x + dx * 1.3, y), (x + dx * 0.6, y + 74)], 5, "#a06c3d")


def first_aid() -> Canvas:
    """Pressing on the chest of a training dummy, to the beat of a heart."""
    canvas = Canvas("#f8dcd6", "#fbeee2", seed=74)
    heart = [
        (800, 600),
        (560, 400),
        (510, 240),
        (610, 140),
        (730, 160),
        (800, 250),
        (870, 160),
        (990, 140),
        (1090, 240),
        (1040, 400),
    ]
    canvas.blob(heart, "#f4b8b0")
    canvas.stroke([(60, 400), (420, 400), (480, 300), (560, 500), (620, 400), (1540, 400)], 14, "#ffffff")
    canvas.box(0, 830, WIDTH, HEIGHT, "#8fb9c4")
    canvas.box(160, 900, 1440, 985, "#2a7f8c", 30)
    pose = Pose(lean=-104, arms=((108, 98), (100, 92)), legs=((60, 170), (50, 160)), facing=-1)
    figure(canvas, (830, 770), 760, Look("#e4572e", "#2f3e5c", BROWN, BLACK, "bun"), pose)
    skin = "#e8c3a0"
    canvas.oval((360, 838), 96, 88, skin)
    canvas.polygon([(330, 770), (350, 722), (380, 762)], skin)
    canvas.pie((360, 850), 100, 60, 200, "#b9824f")
    canvas.curve([(372, 800), (396, 792), (420, 800)], 8, "#7a5236")
    canvas.stroke([(300, 790), (318, 778)], 9, "#b06a50")
    canvas.stroke([(440, 850), (520, 850)], 70, skin)
    canvas.box(480, 770, 1120, 920, "#f2c14e", 66)
    canvas.box(1060, 790, 1150, 912, "#3b4a6b", 30)
    canvas.stroke([(600, 836), (680, 860), (760, 850)], 60, mix("#f2c14e", "#000000", 0.12))
    canvas.oval((676, 776), 70, 34, BROWN, -6)
    canvas.oval((1320, 1000), 180, 18, "#7fa9b6")
    canvas.box(1180, 760, 1460, 990, "#3d8f6e", 30)
    canvas.ring((1320, 760), 56, 20, "#2f7558", 180, 360)
    canvas.box(1294, 806, 1346, 946, "#ffffff", 8)
    canvas.box(1250, 850, 1390, 902, "#ffffff", 8)
    return canvas
