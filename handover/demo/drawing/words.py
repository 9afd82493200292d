"""Reading, talking and telling the news."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, around, mix
from handover.demo.drawing.people import BLACK, BROWN, GREY, LIGHT, Look, Pose, figure


def reading() -> Canvas:
    """Shelves, a lamp, and two who read together."""
    canvas = Canvas("#f6e8d2", "#f2dcbc", seed=61)
    colours = ("#e4572e", "#2a7f8c", "#f2c14e", "#5b3f8c", "#3d7a4e", "#d1495b", "#1d3557", "#e8b48a")
    for shelf in range(3):
        foot = 300 + shelf * 260
        x = 40.0
        while x < 1560:
            wide, tall = canvas.random.uniform(28, 62), canvas.random.uniform(140, 215)
            if canvas.random.random() < 0.1:
                x += 50
                continue
            fill = canvas.random.choice(colours)
            canvas.box(x, foot - tall, x + wide, foot, mix(fill, "#f6e8d2", 0.35), 4)
            canvas.box(x, foot - tall + 24, x + wide, foot - tall + 36, mix(fill, "#ffffff", 0.6))
            x += wide + 5
        canvas.box(0, foot, WIDTH, foot + 24, "#b9824f")
    canvas.box(0, 900, WIDTH, HEIGHT, "#c98d62")
    canvas.oval((800, 985), 620, 90, "#e4b488")
    canvas.polygon([(1240, 430), (1180, 560), (1400, 560), (1340, 430)], "#f2c14e")
    canvas.stroke([(1290, 560), (1290, 980)], 16, "#5c4a3c")
    canvas.oval((1290, 985), 90, 18, "#5c4a3c")
    for side, look in (
        (-1, Look("#2a7f8c", "#34452f", LIGHT, GREY, "bun")),
        (1, Look("#e4572e", "#2f3e5c", BROWN, BLACK, "curls")),
    ):
        size = 520 if side < 0 else 420
        x = 800 + side * 190
        canvas.blob(
            [(x - 190, 900), (x - 150, 800), (x, 770), (x + 150, 800), (x + 190, 900), (x, 970)],
            "#5b3f8c" if side < 0 else "#3d7a4e",
        )
        legs = ((20, 70), (14, 60)) if side < 0 else ((160, 110), (166, 120))
        arms = ((60, 10), (66, 14)) if side < 0 else ((120, 170), (114, 166))
        figure(canvas, (x, 810), size, look, Pose(lean=-90, arms=arms, legs=legs, facing=-side))
    canvas.polygon([(680, 690), (800, 720), (800, 850), (690, 820)], "#fffdf6")
    canvas.polygon([(930, 684), (800, 720), (800, 850), (916, 814)], "#f3ead6")
    canvas.stroke([(676, 688), (800, 720), (934, 682)], 10, "#d1495b")
    for i in range(3):
        canvas.stroke([(712, 728 + i * 26), (780, 746 + i * 26)], 6, "#c9bda4")
        canvas.stroke([(824, 746 + i * 26), (896, 726 + i * 26)], 6, "#c9bda4")
    return canvas


def languages() -> Canvas:
    """A pot of tea, cakes, and greetings in the air."""
    canvas = Canvas("#f3dfe0", "#f8ead8", seed=65)
    _bubble(canvas, 330, 250, 230, 130, "#2a7f8c", 1)
    _bubble(canvas, 820, 190, 210, 120, "#e4572e", 1)
    _bubble(canvas, 1280, 270, 230, 130, "#f2c14e", -1)
    for x, y, fill in ((330, 250, "#fffaf0"), (820, 190, "#fffaf0"), (1280, 270, "#26303d")):
        for i, length in enumerate((240, 170, 210)):
            canvas.stroke([(x - 120, y - 46 + i * 44), (x - 120 + length, y - 46 + i * 44)], 18, fill)
    canvas.box(0, 800, WIDTH, HEIGHT, "#5b7f8c")
    for i in range(-2, 15):
        canvas.polygon(
            [(i * 120, 800), (i * 120 + 56, 800), (i * 120 - 20, HEIGHT), (i * 120 - 96, HEIGHT)], "#6b8f9c"
        )
    canvas.oval((800, 950), 280, 34, "#4a6c78")
    canvas.disc((800, 790), 190, "#fffaf0")
    canvas.box(640, 900, 960, 950, "#fffaf0", 24)
    canvas.curve([(960, 800), (1060, 790), (1080, 690), (1140, 670)], 52, "#fffaf0")
    canvas.ring((610, 780), 92, 32, "#fffaf0", 80, 280)
    canvas.oval((800, 614), 96, 24, "#e8dcc8")
    canvas.disc((800, 584), 26, "#d1495b")
    for i in range(6):
        canvas.disc(around((800, 800), 74, i * 60), 34, ("#d1495b", "#f28f3b")[i % 2])
    canvas.disc((800, 800), 36, "#f2c14e")
    for x, fill in ((300, "#f2c14e"), (1320, "#e4572e")):
        canvas.oval((x, 965), 170, 32, "#fffaf0")
        canvas.polygon([(x - 110, 800), (x + 110, 800), (x + 76, 950), (x - 76, 950)], fill)
        canvas.oval((x, 800), 110, 24, "#8a4f2a")
        canvas.ring((x + 118, 862), 42, 17, fill, 270, 460)
        for side in (-30, 26):
            canvas.curve(
                [(x + side, 760), (x + side + 20, 720), (x + side - 14, 680), (x + side + 10, 640)],
                10,
                "#ffffff",
            )
    return canvas


def _bubble(canvas: Canvas, x: float, y: float, wide: float, tall: float, fill: Colour, way: int) -> None:
    canvas.box(x - wide, y - tall, x + wide, y + tall, fill, 90)
    canvas.polygon(
        [(x + way * 40, y + tall - 6), (x + way * 150, y + tall - 6), (x + way * 150, y + tall + 84)], fill
    )


def newsroom() -> Canvas:
    """A microphone, a red light, and the front page."""
    canvas = Canvas("#28344f", "#3a4a6e", seed=66)
    for i in range(5):
        canvas.ring((560, 420), 230 + i * 74, 12, mix("#3a4a6e", "#7fa0d0", 0.6 - i * 0.1), 200, 340)
    canvas.box(410, 170, 710, 640, "#dfe3ea", 150)
    for i in range(9):
        canvas.box(410, 230 + i * 38, 710, 242 + i * 38, "#aab3c2")
    canvas.box(410, 420, 710, 460, "#e4572e")
    canvas.ring((560, 520), 230, 30, "#8a93a0", 10, 170)
    canvas.stroke([(560, 740), (560, 950)], 34, "#8a93a0")
    canvas.box(380, 930, 740, 980, "#8a93a0", 24)
    canvas.box(180, 90, 420, 170, "#1b2236", 18)
    canvas.disc((226, 130), 22, "#ff5a4a")
    canvas.stroke([(276, 118), (386, 118)], 13, "#ff9a8a")
    canvas.stroke([(276, 144), (346, 144)], 13, "#ff9a8a")
    canvas.polygon([(930, 300), (1440, 240), (1520, 900), (1010, 970)], "#cfc8b8")
    canvas.polygon([(910, 280), (1420, 220), (1500, 880), (990, 950)], "#fffaf0")
    canvas.polygon([(956, 336), (1392, 284), (1402, 366), (966, 418)], "#26303d")
    canvas.polygon([(976, 460), (1190, 434), (1212, 630), (1000, 656)], "#2a7f8c")
    canvas.disc((1096, 520), 40, "#f2c14e")
    canvas.polygon([(990, 600), (1080, 540), (1130, 580), (1200, 540), (1212, 630), (1000, 656)], "#1e616c")
    for column, (x, y) in enumerate(((1226, 440), (1020, 700))):
        for i in range(5):
            length = (176 if column == 0 else 400) * (0.6 if i == 4 else 1.0)
            canvas.stroke(
                [(x + i * 5, y + i * 40), (x + i * 5 + length, y + i * 40 - length * 0.118)], 12, "#b9b2a2"
            )
    return canvas
