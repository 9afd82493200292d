"""Under the stars."""

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, mix
from handover.demo.drawing.people import BLACK, BROWN, CHESTNUT, LIGHT, RED, TAN, Look, Pose, figure
from handover.demo.drawing.scenery import spruce, stars


def campfire() -> Canvas:
    canvas = Canvas("#1d2b4a", "#4a4a6e", seed=42)
    stars(canvas, 80, 520)
    canvas.disc((1330, 170), 62, "#f4ecd0")
    for i in range(15):
        spruce(
            canvas, i * 118 + canvas.random.uniform(-30, 30), 760, canvas.random.uniform(260, 430), "#1a3040"
        )
    canvas.box(0, 750, WIDTH, HEIGHT, "#24382f")
    canvas.oval((800, 860), 620, 210, "#3b4a34")
    canvas.oval((800, 870), 400, 130, "#5a5636")
    _tent(canvas, 300, 770, "#c9563a")
    _tent(canvas, 1330, 760, "#2a7f8c")
    for centre, size, fill in (
        ((800, 640), 1.0, "#ee7b30"),
        ((806, 690), 0.7, "#f7b13c"),
        ((800, 740), 0.4, "#fff0b8"),
    ):
        canvas.blob(
            [
                (centre[0] + dx * size, centre[1] + dy * size)
                for dx, dy in (
                    (0, -190),
                    (54, -60),
                    (120, -96),
                    (130, 60),
                    (70, 190),
                    (-70, 190),
                    (-130, 60),
                    (-98, -60),
                    (-44, -20),
                )
            ],
            fill,
        )
    for _ in range(16):
        canvas.disc(
            (800 + canvas.random.uniform(-140, 140), canvas.random.uniform(250, 520)),
            canvas.random.uniform(3, 6),
            "#ffc46b",
        )
    for start, end in (((650, 860), (930, 800)), ((670, 800), (950, 862)), ((640, 830), (960, 832))):
        canvas.stroke([start, end], 36, "#6b4630")
        canvas.disc(end, 18, "#c99a6a")
    scouts = [
        ((440, 800), Look("#e8b04b", "#34452f", LIGHT, CHESTNUT, "curls"), 1),
        ((1160, 800), Look("#4f8fb0", "#3b3f5c", BROWN, BLACK, "cap"), -1),
    ]
    for hip, look, way in scouts:
        canvas.stroke([(hip[0] - 110, hip[1] + 46), (hip[0] + 110, hip[1] + 46)], 50, "#5a3d2a")
        legs = ((20, 96), (8, 92)) if way == 1 else ((160, 84), (172, 88))
        arms = ((40, 0), (30, -6)) if way == 1 else ((140, 180), (150, 186))
        joints = figure(canvas, hip, 400, look, Pose(lean=-90, arms=arms, legs=legs, facing=way))
        hand = joints.hands[1]
        tip = (hand[0] + way * 150, hand[1] - 36)
        canvas.stroke([hand, tip], 8, "#a9794c")
        canvas.oval(tip, 26, 17, "#fff6e6")
    return canvas


def _tent(canvas: Canvas, x: float, foot: float, fill: Colour) -> None:
    canvas.polygon([(x - 190, foot), (x, foot - 230), (x + 190, foot)], fill)
    canvas.polygon(
        [(x, foot - 230), (x + 190, foot), (x + 250, foot - 20), (x + 60, foot - 236)],
        mix(fill, "#000000", 0.25),
    )
    canvas.polygon([(x - 50, foot), (x, foot - 180), (x + 50, foot)], "#ffd98f")


def stargazing() -> Canvas:
    canvas = Canvas("#131d3b", "#3d3f73", seed=44)
    for i in range(150):
        lane = i / 150
        place = (200 + lane * 1300 + canvas.random.gauss(0, 90), 60 + lane * 480 + canvas.random.gauss(0, 70))
        canvas.disc(place, canvas.random.uniform(14, 40), "#ffffff09")
    stars(canvas, 150, 700)
    dipper = [(230, 330), (350, 270), (450, 300), (560, 330), (600, 430), (750, 440), (770, 330)]
    canvas.stroke(dipper, 3, "#8fa3d8")
    canvas.stroke([dipper[3], dipper[6]], 3, "#8fa3d8")
    for star in dipper:
        canvas.disc(star, 10, "#fff4d0")
    canvas.disc((1270, 250), 96, "#f2b66b")
    canvas.oval((1270, 250), 190, 34, "#e8d3a8", -16)
    canvas.pie((1270, 250), 96, 170, 344, "#f2b66b")
    canvas.hills(820, 34, 1500, 0.6, "#1b2c3f")
    canvas.hills(900, 26, 1100, 2.2, "#14232f")
    for leg in ((-120, 1010), (0, 1030), (130, 1005)):
        canvas.stroke([(930, 800), (930 + leg[0], leg[1])], 18, "#8a6a48")
    canvas.plank((840, 850), (1130, 600), 84, "#e4572e")
    canvas.plank((1100, 626), (1190, 548), 108, "#fdf3df")
    canvas.plank((800, 884), (850, 842), 56, "#fdf3df")
    canvas.disc((930, 790), 26, "#26303d")
    looks = [
        (640, Look("#f2c14e", "#2f3e5c", TAN, BLACK, "long"), ((30, -10), (44, -20)), 1),
        (420, Look("#4f8fb0", "#5a4a5f", LIGHT, RED, "short"), ((-60, -70), (-40, -55)), 1),
    ]
    for x, look, arms, way in looks:
        figure(canvas, (x, 840), 440, look, Pose(lean=-86, arms=arms, facing=way))
    return canvas
