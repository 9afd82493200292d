"""Dragons, serpents and old ships."""

from handover.demo.drawing.canvas import WIDTH, Canvas, around
from handover.demo.drawing.scenery import cloud, sea, sun


def picture_book() -> Canvas:
    """A dragon, a castle and a moon that rise out of an open book."""
    canvas = Canvas("#f7dfc4", "#f3cfae", seed=62)
    canvas.disc((800, 430), 390, "#5b3f8c")
    for _ in range(24):
        place = around((800, 430), canvas.random.uniform(40, 370), canvas.random.uniform(0, 360))
        canvas.disc(place, canvas.random.choice((4, 6, 8)), "#ffe9a8")
    canvas.disc((1010, 220), 66, "#ffe9a8")
    canvas.disc((1040, 204), 58, "#5b3f8c")
    stone = "#e8b48a"
    for x, wide, tall in ((800, 190, 250), (690, 74, 340), (910, 74, 380), (800, 80, 440)):
        canvas.box(x - wide / 2, 820 - tall, x + wide / 2, 830, stone)
        if wide < 100:
            canvas.polygon([(x - 52, 820 - tall), (x, 720 - tall), (x + 52, 820 - tall)], "#d1495b")
            canvas.box(x - 12, 860 - tall, x + 12, 910 - tall, "#5b3f8c", 12)
    canvas.pie((800, 830), 56, 180, 360, "#8a5a3c")
    canvas.blob(
        [(360, 560), (440, 480), (560, 500), (640, 580), (600, 700), (470, 730), (380, 660)], "#3d7a4e"
    )
    canvas.curve([(400, 640), (300, 720), (230, 660), (200, 560)], 46, "#3d7a4e")
    canvas.polygon([(170, 580), (200, 500), (240, 572)], "#f2c14e")
    canvas.curve([(590, 560), (650, 470), (620, 380)], 62, "#3d7a4e")
    canvas.oval((650, 350), 84, 54, "#3d7a4e", -8)
    canvas.disc((668, 330), 15, "#fffaf0")
    canvas.disc((672, 330), 8, "#26303d")
    for i, (x, y) in enumerate(((470, 486), (530, 490), (590, 520), (606, 440), (596, 380))):
        canvas.polygon([(x - 24, y + 10), (x - 6 - i * 2, y - 44), (x + 22, y + 8)], "#f2c14e")
    canvas.blob(
        [(460, 560), (360, 400), (400, 330), (470, 420), (500, 340), (560, 450), (560, 560)], "#5a9c68"
    )
    canvas.blob([(730, 350), (820, 330), (900, 350), (830, 372)], "#f28f3b")
    canvas.blob([(740, 352), (800, 344), (850, 354), (800, 364)], "#ffe08a")
    for side in (-1, 1):
        for i, fill in enumerate(("#d9c7a4", "#efe3c8", "#fffdf6")):
            drop = 34 - i * 15
            canvas.polygon(
                [
                    (800, 850 + drop),
                    (800 + side * 300, 800 + drop),
                    (800 + side * 660, 850 + drop),
                    (800 + side * 640, 990 + drop),
                    (800 + side * 300, 945 + drop),
                    (800, 1000 + drop),
                ],
                fill,
            )
        for i in range(3):
            canvas.stroke(
                [
                    (800 + side * 110, 878 + i * 32),
                    (800 + side * 300, 850 + i * 32),
                    (800 + side * 560, 884 + i * 28),
                ],
                7,
                "#d9c7a4",
            )
    canvas.stroke([(800, 852), (800, 1010)], 8, "#d9c7a4")
    return canvas


def sea_serpent() -> Canvas:
    """A legend of the Sound: the serpent, the mermaid's rock and a very small ship."""
    canvas = Canvas("#f7c9a0", "#f6e2c2", seed=63)
    sun(canvas, (1180, 470), 150, "#f28f3b")
    cloud(canvas, 380, 200, 90, "#fff1de")
    cloud(canvas, 1300, 150, 60, "#fff1de")
    sea(canvas, 560, "#1f6f78", 60)
    green, light = "#3d8f5e", "#f2c14e"
    for x, size in ((520, 1.0), (800, 0.86), (1050, 0.66), (1250, 0.46)):
        canvas.ring((x, 700), 120 * size, 86 * size, green, 180, 360)
        for i in range(5):
            spot = around((x, 700), 164 * size, 205 + i * 32)
            canvas.polygon(
                [
                    around(spot, 24 * size, 205 + i * 32 - 90),
                    around(spot, 40 * size, 205 + i * 32),
                    around(spot, 24 * size, 205 + i * 32 + 90),
                ],
                light,
            )
        canvas.oval((x, 706), 200 * size, 20 * size, "#2f8a92")
    canvas.curve([(250, 720), (230, 560), (290, 430), (260, 320)], 96, green)
    canvas.oval((230, 270), 140, 88, green, 8)
    canvas.disc((196, 238), 30, "#fffaf0")
    canvas.disc((188, 240), 14, "#26303d")
    canvas.ring((170, 280), 66, 10, "#2a6a45", 40, 130)
    canvas.polygon([(290, 200), (330, 120), (350, 216)], light)
    canvas.polygon([(330, 250), (400, 200), (376, 290)], light)
    canvas.oval((250, 726), 120, 18, "#2f8a92")
    x, y = 1330, 830
    canvas.polygon([(x - 150, y - 20), (x + 160, y - 20), (x + 110, y + 60), (x - 110, y + 60)], "#8a5034")
    canvas.stroke([(x, y - 20), (x, y - 290)], 12, "#6b3c26")
    canvas.blob(
        [
            (x - 120, y - 90),
            (x - 100, y - 260),
            (x, y - 280),
            (x + 110, y - 260),
            (x + 126, y - 90),
            (x, y - 70),
        ],
        "#fffaf0",
    )
    for i in (-1, 0, 1):
        canvas.stroke([(x + i * 70, y - 262), (x + i * 74, y - 86)], 20, "#d1495b")
    for i in range(4):
        canvas.disc((x - 75 + i * 50, y + 4), 21, ("#f2c14e", "#2a7f8c")[i % 2])
    for i in range(5):
        canvas.curve(
            [
                (1100 + i * 100, 930 + (i % 2) * 40),
                (1150 + i * 100, 915 + (i % 2) * 40),
                (1200 + i * 100, 930 + (i % 2) * 40),
            ],
            8,
            "#7fb7c1",
        )
    return canvas


def old_harbour() -> Canvas:
    """Gabled houses by the Sound, and a ship that has paid its toll."""
    canvas = Canvas("#cbe4ec", "#f8f0d9", seed=64)
    cloud(canvas, 360, 140, 80)
    cloud(canvas, 1180, 110, 60)
    walls = ("#e8b04b", "#d1495b", "#f3e6c8", "#5f9aa8", "#e4804f", "#f6d9b0", "#8fae7a")
    x = -20.0
    for i, fill in enumerate(walls):
        wide, tall = 232, (420, 360, 460, 390, 440, 350, 410)[i]
        top = 730 - tall
        canvas.box(x, top + 90, x + wide, 730, fill)
        if i % 2:
            canvas.polygon([(x - 6, top + 96), (x + wide / 2, top - 30), (x + wide + 6, top + 96)], "#a8452f")
        else:
            for step in range(4):
                canvas.box(x + step * 28, top + 90 - step * 30, x + wide - step * 28, top + 96, fill)
        for row in range(3):
            for column in range(3):
                left, up = x + 34 + column * 62, top + 130 + row * 96
                if up + 60 < 720:
                    canvas.box(left, up, left + 38, up + 58, "#fffaf0", 4)
                    canvas.box(left + 5, up + 5, left + 33, up + 53, "#5b7f8c", 2)
                    canvas.box(left + 17, up + 5, left + 21, up + 53, "#fffaf0")
        canvas.box(x + 90, 650, x + 140, 730, "#5a3d2a", 4)
        x += wide
    canvas.box(0, 730, WIDTH, 800, "#b9a78c")
    for i in range(20):
        canvas.box(i * 84, 764, i * 84 + 78, 796, "#a8967a", 4)
    sea(canvas, 800, "#2c7f93", 30)
    x, y = 900, 900
    canvas.oval((x, y + 70), 430, 26, "#216a7c")
    for mast, tall, wide in ((-210, 500, 88), (40, 600, 104), (270, 440, 80)):
        canvas.stroke([(x + mast, y - 20), (x + mast, y - tall)], 14, "#6b4630")
        for i in range(2):
            yard = y - tall * (1 - 0.36 * i) + 70
            spread = wide * (0.75 + 0.3 * i)
            canvas.blob(
                [
                    (x + mast - spread, yard),
                    (x + mast + spread, yard),
                    (x + mast + spread * 1.1, yard + tall * 0.24),
                    (x + mast + 10, yard + tall * 0.2),
                    (x + mast - spread * 1.1, yard + tall * 0.24),
                ],
                "#fffaf0",
            )
        canvas.polygon(
            [(x + mast, y - tall - 6), (x + mast + 84, y - tall + 16), (x + mast, y - tall + 38)], "#d1495b"
        )
    canvas.blob(
        [
            (x - 420, y - 90),
            (x - 300, y - 40),
            (x + 250, y - 40),
            (x + 400, y - 120),
            (x + 380, y + 20),
            (x + 260, y + 74),
            (x - 280, y + 74),
            (x - 370, y + 10),
        ],
        "#8a5034",
    )
    canvas.curve([(x - 400, y - 74), (x - 290, y - 20), (x + 250, y - 22), (x + 398, y - 92)], 16, "#e8b04b")
    for i in range(6):
        canvas.box(x - 240 + i * 84, y + 10, x - 206 + i * 84, y + 42, "#4a2f22", 4)
    return canvas
