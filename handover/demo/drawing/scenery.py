"""What several pictures share: sun, clouds, trees, water."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, mix


def sun(canvas: Canvas, centre: Point, radius: float, fill: Colour = "#ffd678") -> None:
    canvas.disc(centre, radius * 1.5, fill + "40")
    canvas.disc(centre, radius, fill)


def cloud(canvas: Canvas, x: float, y: float, size: float, fill: Colour = "#ffffff") -> None:
    for dx, dy, radius in ((-0.9, 0, 0.42), (-0.35, -0.3, 0.55), (0.3, -0.12, 0.5), (0.85, 0.04, 0.36)):
        canvas.disc((x + dx * size, y + dy * size), radius * size, fill)
    canvas.box(x - 1.3 * size, y - 0.05 * size, x + 1.2 * size, y + 0.42 * size, fill, 0.24 * size)


def spruce(canvas: Canvas, x: float, foot: float, height: float, fill: Colour) -> None:
    canvas.box(x - height * 0.025, foot - height * 0.2, x + height * 0.025, foot, mix(fill, "#3b2a20", 0.6))
    for tier in range(3):
        width = height * (0.19 + 0.075 * tier)
        top = foot - height + height * 0.25 * tier
        canvas.polygon([(x, top), (x + width, top + height * 0.4), (x - width, top + height * 0.4)], fill)


def leaf_tree(canvas: Canvas, x: float, foot: float, height: float, fill: Colour) -> None:
    canvas.plank((x, foot), (x, foot - height * 0.6), height * 0.06, "#6b4a35")
    for dx, dy, radius in ((-0.2, 0.62, 0.22), (0.2, 0.6, 0.21), (0, 0.8, 0.27)):
        canvas.disc((x + dx * height, foot - dy * height), radius * height, fill)
    canvas.disc((x + 0.06 * height, foot - 0.84 * height), 0.17 * height, mix(fill, "#ffffff", 0.12))


def sea(canvas: Canvas, top: float, fill: Colour, glints: int = 60, bottom: float = HEIGHT) -> None:
    """Water down from `top`, with short light strokes that grow towards the viewer."""
    canvas.box(0, top, WIDTH, bottom, fill)
    light = mix(fill, "#ffffff", 0.22)
    for _ in range(glints):
        depth = canvas.random.random()
        x, y = canvas.random.uniform(-50, WIDTH), top + 12 + depth * (bottom - top - 20)
        length = canvas.random.uniform(30, 70) * (0.5 + 1.6 * depth)
        canvas.stroke([(x, y), (x + length, y)], 2.5 + 4 * depth, light)


def ripple(canvas: Canvas, x: float, y: float, length: float, width: float, fill: Colour) -> None:
    """One wavy line."""
    points = [(x + length * i / 8, y + (9 if i % 2 else -9)) for i in range(9)]
    canvas.curve(points, width, fill)


def stars(canvas: Canvas, count: int, bottom: float, fill: Colour = "#fff4d0") -> None:
    for _ in range(count):
        place = (canvas.random.uniform(0, WIDTH), canvas.random.uniform(0, bottom))
        canvas.disc(place, canvas.random.choice((1.6, 2.2, 3.2, 4.4)), fill)


def grass(canvas: Canvas, top: float, fill: Colour, count: int = 60) -> None:
    """Tufts on the ground between `top` and the lower edge."""
    for _ in range(count):
        x, y = canvas.random.uniform(0, WIDTH), canvas.random.uniform(top, HEIGHT)
        reach = 10 + 18 * (y - top) / (HEIGHT - top)
        for lean in (-0.5, 0, 0.5):
            canvas.stroke([(x, y), (x + lean * reach, y - reach)], 3, fill)
