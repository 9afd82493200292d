"""Mat, track, wall and wheels."""

import math

from handover.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, around, mix
from handover.demo.drawing.people import (
    BLACK,
    BLOND,
    BROWN,
    DARK,
    LIGHT,
    RED,
    TAN,
    WARM,
    Look,
    Pose,
    figure,
)
from handover.demo.drawing.scenery import cloud, leaf_tree, sun


def gymnastics() -> Canvas:
    """A cartwheel over a mat, turn by turn."""
    canvas = Canvas("#fbe7d3", "#f6d9bd", seed=24)
    canvas.disc((800, 470), 400, "#f8cfae")
    canvas.box(0, 800, WIDTH, HEIGHT, "#d98a5b")
    for i in range(6):
        canvas.box(0, 800 + i * 48, WIDTH, 804 + i * 48, "#cf7d4d")
    canvas.polygon([(90, 830), (1510, 830), (1590, 930), (10, 930)], "#2a7f8c")
    canvas.polygon([(10, 930), (1590, 930), (1590, 968), (10, 968)], "#1e616c")
    for i in range(1, 4):
        canvas.stroke([(90 + i * 355, 832), (10 + i * 395, 928)], 5, "#1e616c")
    leotard = {"trousers": "#5b3f8c"}
    start = Pose(lean=-90, arms=((-100, -95), (-60, -80)), legs=((110, 95), (60, 30)), facing=1)
    figure(canvas, (240, 690), 380, Look("#e4572e", "#e4572e", LIGHT, BLOND, "bun", LIGHT), start)
    middle = Pose(lean=90, arms=((122, 108), (62, 72)), legs=((-148, -140), (-32, -40)), facing=1)
    figure(
        canvas, (800, 560), 480, Look("#f2c14e", leotard["trousers"], BROWN, BLACK, "short", BROWN), middle
    )
    finish = Pose(lean=-90, arms=((-140, -130), (-40, -50)), legs=((104, 92), (76, 88)), facing=-1)
    figure(canvas, (1350, 690), 380, Look("#3d7a4e", "#26303d", TAN, BLACK, "curls", TAN), finish)
    for start_angle, end_angle in ((205, 245), (295, 335)):
        canvas.ring((800, 560), 350, 9, "#ffffff", start_angle, end_angle)
    return canvas


def judo() -> Canvas:
    canvas = Canvas("#dfe9e2", "#cfdfd6", seed=25)
    canvas.disc((800, 430), 330, "#d1495b")
    for row in range(4):
        for column in range(-1, 9):
            mat = [_on_floor(row + down, column + right) for right, down in ((0, 0), (1, 0), (1, 1), (0, 1))]
            canvas.polygon(mat, ("#6fa58c", "#7db299")[(row + column) % 2])
    canvas.oval((800, 955), 420, 36, "#5a8a74")
    gi = "#fffaf0"
    left = Pose(lean=-76, arms=((20, 0), (34, -12)), legs=((128, 100), (62, 104)), facing=1)
    right = Pose(lean=-104, arms=((160, 180), (146, 192)), legs=((52, 80), (118, 76)), facing=-1)
    _judoka(canvas, (600, 700), Look(gi, gi, TAN, BLACK, "short", TAN), left, "#f28f3b")
    _judoka(canvas, (1000, 700), Look("#dfe7f2", "#dfe7f2", LIGHT, RED, "bun", LIGHT), right, "#3d7a4e")
    return canvas


def _on_floor(row: float, column: float) -> Point:
    return 800 + (column - 4) * (210 + 60 * row), 690 + 80 * row + 12 * row * row


def _judoka(canvas: Canvas, hip: Point, look: Look, pose: Pose, belt: Colour) -> None:
    figure(canvas, hip, 600, look, pose)
    waist = around(hip, 20, pose.lean)
    canvas.stroke([(waist[0] - 46, waist[1]), (waist[0] + 46, waist[1])], 26, belt)
    knot = (waist[0] + 20 * pose.facing, waist[1] + 4)
    canvas.stroke([knot, (knot[0] - 8, knot[1] + 76)], 19, belt)
    canvas.stroke([knot, (knot[0] + 36 * pose.facing, knot[1] + 66)], 19, mix(belt, "#000000", 0.12))


def cycling() -> Canvas:
    canvas = Canvas("#cdeaf0", "#f8f3dc", seed=26)
    sun(canvas, (1330, 210), 90)
    cloud(canvas, 420, 190, 90)
    canvas.hills(610, 60, 1500, 0.4, "#bcd9a6")
    canvas.hills(690, 50, 1100, 2.1, "#94c286")
    for x, tall in ((110, 240), (250, 190), (1500, 230)):
        leaf_tree(canvas, x, 720, tall, "#5a9c68")
    canvas.box(0, 800, WIDTH, HEIGHT, "#6b7480")
    canvas.box(0, 792, WIDTH, 810, "#dfe3dc")
    for i in range(7):
        canvas.box(40 + i * 260, 965, 180 + i * 260, 983, "#f4efe0")
    x, y, r = 800, 760, 150
    back, front = (x - 250, y), (x + 250, y)
    for wheel in (back, front):
        canvas.ring(wheel, r, 20, "#26303d")
        canvas.ring(wheel, r - 16, 5, "#aab3b8")
        for i in range(8):
            canvas.stroke(
                [around(wheel, 10, i * 45 + 10), around(wheel, r - 18, i * 45 + 10)], 2.5, "#aab3b8"
            )
    pedal, seat, head = (x - 40, y + 10), (x - 110, y - 220), (x + 190, y - 230)
    frame = "#e4572e"
    far_leg = Look("#245c73", "#3b4a6b", TAN, BLACK)
    figure(
        canvas,
        (seat[0] - 6, seat[1] - 38),
        470,
        far_leg,
        Pose(lean=-55, arms=((30, 25), (28, 25)), legs=((38, 118), (38, 118))),
    )
    for a, b in (
        (back, pedal),
        (pedal, head),
        (seat, pedal),
        (seat, head),
        (back, (x - 100, y - 190)),
        (head, front),
    ):
        canvas.stroke([a, b], 18, frame)
    canvas.ring(pedal, 40, 10, "#26303d")
    canvas.stroke([pedal, (pedal[0] + 34, pedal[1] + 62)], 12, "#26303d")
    canvas.stroke([(pedal[0] + 10, pedal[1] + 66), (pedal[0] + 66, pedal[1] + 66)], 14, "#26303d")
    canvas.stroke([head, (head[0] - 16, head[1] - 70), (head[0] - 95, head[1] - 80)], 14, "#26303d")
    canvas.stroke([(seat[0] - 50, seat[1] - 14), (seat[0] + 44, seat[1] - 10)], 28, "#26303d")
    rider = Look("#f2c14e", "#2f3e5c", TAN, "#2a7f8c", "helmet")
    figure(
        canvas,
        (seat[0] - 6, seat[1] - 38),
        470,
        rider,
        Pose(lean=-55, arms=((30, 25), (28, 25)), legs=((64, 96), (52, 104))),
    )
    canvas.disc((head[0] + 30, head[1] + 40), 22, "#ffd678")
    return canvas


def athletics() -> Canvas:
    """Red lanes in a bend, three runners, one baton."""
    canvas = Canvas("#cfe6ef", "#eaf3e2", seed=27)
    cloud(canvas, 1220, 150, 90)
    canvas.hills(360, 26, 900, 0.4, "#8fbf8a")
    canvas.box(0, 400, WIDTH, HEIGHT, "#79b873")
    canvas.polygon([(0, 520), (WIDTH, 440), (WIDTH, HEIGHT), (0, HEIGHT)], "#c9563a")
    for i in range(6):
        canvas.plank((-10, 530 + i * 112), (WIDTH + 10, 446 + i * 124), 8, "#fbe9dc")
    looks = [
        (Look("#1d3557", "#f2c14e", DARK, BLACK, "curls"), 330, 610, 430),
        (Look("#f2c14e", "#3d7a4e", LIGHT, BLOND, "long"), 800, 640, 490),
        (Look("#ffffff", "#5b3f8c", TAN, BLACK, "scarf"), 1270, 690, 540),
    ]
    for i, (look, x, y, size) in enumerate(looks):
        canvas.oval((x, y + size * 0.46), size * 0.3, 16, "#a8442c")
        swing = ((130, 40), (40, -40)) if i % 2 else ((30, -50), (140, 60))
        legs = ((120, 175), (30, 95)) if i % 2 else ((26, 92), (122, 178))
        joints = figure(canvas, (x, y), size, look, Pose(lean=-78, arms=swing, legs=legs))
        if i == 1:
            hand = joints.hands[1]
            canvas.stroke([around(hand, 46, -120), around(hand, 46, 60)], 20, "#2a7f8c")
    return canvas


def climbing() -> Canvas:
    canvas = Canvas("#e6ded0", "#d9cdb9", seed=28)
    for corner in (
        [(0, 0), (560, 0), (420, 520), (0, 640)],
        [(560, 0), (1180, 0), (1250, 480), (420, 520)],
        [(1180, 0), (1600, 0), (1600, 560), (1250, 480)],
        [(0, 640), (420, 520), (500, HEIGHT), (0, HEIGHT)],
        [(420, 520), (1250, 480), (1180, HEIGHT), (500, HEIGHT)],
        [(1250, 480), (1600, 560), (1600, HEIGHT), (1180, HEIGHT)],
    ):
        canvas.polygon(corner, canvas.random.choice(("#e3d6c0", "#d8c8ae", "#cfbfa5", "#ddd0ba")))
    colours = ("#e4572e", "#f2c14e", "#2a7f8c", "#5b3f8c", "#3d7a4e", "#d1495b")
    for i in range(64):
        x, y = (
            70 + (i % 11) * 146 + canvas.random.uniform(-40, 40),
            60 + (i // 11) * 176 + canvas.random.uniform(-40, 40),
        )
        size = canvas.random.uniform(20, 40)
        ring = [around((x, y), size * canvas.random.uniform(0.7, 1.15), a) for a in range(0, 360, 60)]
        canvas.blob([(px + 5, py + 8) for px, py in ring], "#b9a78c")
        canvas.blob(ring, colours[i % 6])
        canvas.disc((x, y), 5, "#26303d")
    canvas.curve([(870, -20), (850, 260), (800, 500)], 10, "#26303d")
    canvas.curve([(940, -20), (980, 400), (930, 780), (1010, 1090)], 10, "#26303d")
    pose = Pose(lean=-84, arms=((-150, -110), (-40, -80)), legs=((150, 80), (50, 110)), facing=1)
    joints = figure(
        canvas, (790, 600), 640, Look("#2a7f8c", "#3b3f5c", BROWN, "#e4572e", "helmet", "#f2c14e"), pose
    )
    for hold in (*joints.hands, *joints.feet):
        canvas.oval((hold[0], hold[1] + (24 if hold in joints.feet else -14)), 58, 24, "#f28f3b")
    canvas.stroke([(742, 596), (840, 596)], 20, "#e4572e")
    canvas.ring((800, 560), 20, 9, "#dfe3dc")
    return canvas


def skateboard() -> Canvas:
    canvas = Canvas("#fbd9a8", "#f7c7a0", seed=29)
    sun(canvas, (320, 300), 120, "#f28f3b")
    for x, top, wide in ((560, 470, 150), (720, 400, 110), (1340, 440, 170), (1180, 520, 150)):
        canvas.box(x, top, x + wide, 760, "#e3a886")
        for row in range(4):
            for column in range(3):
                canvas.box(
                    x + 20 + column * wide * 0.3,
                    top + 24 + row * 60,
                    x + 38 + column * wide * 0.3,
                    top + 52 + row * 60,
                    "#fbe3c4",
                )
    canvas.box(0, 740, WIDTH, HEIGHT, "#8a93a0")
    canvas.polygon([(0, 740), (WIDTH, 740), (WIDTH, 756), (0, 756)], "#a8b0ba")
    canvas.polygon(
        [
            (1600, 450),
            *[
                (1230 + 370 * math.cos(math.radians(a)), 560 + 370 * math.sin(math.radians(a)))
                for a in range(0, 91, 5)
            ],
            (1600, 930),
        ],
        "#5c6672",
    )
    canvas.oval((700, 930), 230, 20, "#717a87")
    board = (700, 800)
    canvas.stroke(
        [
            (board[0] - 210, board[1] - 44),
            (board[0] - 150, board[1]),
            (board[0] + 150, board[1] - 30),
            (board[0] + 206, board[1] - 84),
        ],
        26,
        "#2a7f8c",
    )
    for dx, dy in ((-110, 36), (104, 14)):
        canvas.disc((board[0] + dx, board[1] + dy), 34, "#fdf3df")
        canvas.disc((board[0] + dx, board[1] + dy), 14, "#e4572e")
    pose = Pose(lean=-100, arms=((170, 200), (-20, 10)), legs=((128, 60), (36, 100)), facing=1)
    figure(canvas, (680, 610), 540, Look("#5b3f8c", "#2f3e5c", WARM, "#e4572e", "helmet", "#fdf3df"), pose)
    return canvas
