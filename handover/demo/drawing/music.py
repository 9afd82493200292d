"""What can be heard."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix


def brass() -> Canvas:
    """A trumpet and the notes it lets out."""
    canvas = Canvas("#1f5f63", "#2a7f7c", seed=55)
    canvas.disc((430, 540), 420, "#2f8a86")
    gold, deep = "#f2c14e", "#d69f2c"
    canvas.stroke([(240, 560), (980, 560)], 42, gold)
    canvas.polygon([(930, 539), (1060, 500), (1180, 380), (1180, 740), (1060, 620), (930, 581)], gold)
    canvas.oval((1182, 560), 40, 184, deep)
    canvas.oval((1190, 560), 26, 160, "#a8781f")
    canvas.stroke([(420, 560), (420, 700), (460, 740), (760, 740), (800, 700), (800, 560)], 38, deep)
    canvas.stroke([(420, 556), (430, 556)], 42, gold)
    canvas.polygon([(160, 530), (250, 546), (250, 574), (160, 590)], "#fdf3df")
    for i in range(3):
        x = 520 + i * 92
        canvas.box(x - 30, 470, x + 30, 790, gold, 12)
        canvas.box(x - 30, 520, x + 30, 540, deep)
        canvas.stroke([(x, 470), (x, 420)], 14, "#fdf3df")
        canvas.stroke([(x - 22, 412), (x + 22, 412)], 18, "#fdf3df")
    canvas.stroke([(250, 549), (940, 549)], 8, "#ffe29a")
    for x, y, size, fill in (
        (1330, 420, 1.0, "#fdf3df"),
        (1450, 640, 0.8, "#f28f3b"),
        (1360, 860, 0.9, "#fdf3df"),
        (1240, 200, 0.7, "#f28f3b"),
        (1490, 230, 0.9, "#f2c14e"),
    ):
        _note(canvas, (x, y), size, fill)
    return canvas


def _note(canvas: Canvas, place: Point, size: float, fill: Colour) -> None:
    x, y = place
    canvas.oval((x, y), 52 * size, 38 * size, fill, -20)
    canvas.stroke([(x + 46 * size, y - 10 * size), (x + 46 * size, y - 200 * size)], 13 * size, fill)
    canvas.curve(
        [(x + 46 * size, y - 200 * size), (x + 96 * size, y - 150 * size), (x + 92 * size, y - 90 * size)],
        17 * size,
        fill,
    )


def drums() -> Canvas:
    """Buckets turned upside down, and sticks."""
    canvas = Canvas("#fbe3b8", "#f8cf9a", seed=57)
    for i in range(12):
        canvas.pie((800, 620), 1300, i * 30, i * 30 + 15, "#fbd79a")
    canvas.box(0, 880, WIDTH, HEIGHT, "#8a5a7a")
    for x, foot, size, fill in (
        (330, 900, 1.0, "#2a7f8c"),
        (1270, 900, 1.0, "#3d7a4e"),
        (800, 960, 1.3, "#e4572e"),
    ):
        _bucket(canvas, (x, foot), size, fill)
    for start, end in (
        ((560, 210), (740, 560)),
        ((1060, 240), (880, 560)),
        ((150, 330), (290, 586)),
        ((1460, 330), (1310, 586)),
    ):
        canvas.stroke([start, end], 26, "#c98d52")
        canvas.disc(end, 24, "#a06c3d")
    for centre in ((760, 560), (300, 596), (1300, 596)):
        for i in range(5):
            a, b = around(centre, 70, 200 + i * 35), around(centre, 110, 200 + i * 35)
            canvas.stroke([a, b], 10, "#fffaf0")
    for x, y, fill in ((470, 420, "#5b3f8c"), (1140, 400, "#d1495b"), (90, 520, "#d1495b")):
        _note(canvas, (x, y), 0.7, fill)
    return canvas


def _bucket(canvas: Canvas, foot: Point, size: float, fill: Colour) -> None:
    x, y = foot
    wide, top, tall = 190 * size, 140 * size, 290 * size
    canvas.oval((x, y), wide * 1.05, 46 * size, "#00000030")
    canvas.polygon([(x - top, y - tall), (x + top, y - tall), (x + wide, y), (x - wide, y)], fill)
    canvas.oval((x, y), wide, 40 * size, fill)
    canvas.polygon(
        [(x + top * 0.4, y - tall), (x + top, y - tall), (x + wide, y), (x + wide * 0.5, y + 34 * size)],
        mix(fill, "#000000", 0.12),
    )
    canvas.oval((x, y - tall), top, 34 * size, mix(fill, "#ffffff", 0.25))
    canvas.ring((x, y - 40 * size), 150 * size, 8 * size, "#dfe3dc", 20, 160)
