"""Small people made of round limbs: one figure, any pose."""

from dataclasses import dataclass, field, replace

from handover.demo.drawing.canvas import Canvas, Colour, Point, around, mix

Limb = tuple[float, float]  # where the upper and the lower half point: 0° right, 90° down, -90° up

STANDING: tuple[Limb, Limb] = ((96, 94), (84, 86))
HANGING: tuple[Limb, Limb] = ((110, 96), (70, 84))

LIGHT, WARM, TAN, BROWN, DARK = "#f2c9a5", "#e0a878", "#c68a5b", "#8f5a3c", "#5f3b2a"
BLOND, CHESTNUT, BLACK, RED, GREY = "#e8c26a", "#7a4a2b", "#2b211f", "#c2622d", "#b9b4ad"


@dataclass(frozen=True)
class Look:
    shirt: Colour
    trousers: Colour = "#2f3e5c"
    skin: Colour = WARM
    hair: Colour = CHESTNUT
    style: str = "short"  # short, long, bun, curls, cap, helmet, scarf
    shoes: Colour = "#33302e"


@dataclass(frozen=True)
class Pose:
    lean: float = -90  # where the spine points
    arms: tuple[Limb, Limb] = HANGING
    legs: tuple[Limb, Limb] = STANDING
    facing: int = 1  # 1 looks to the right, -1 to the left


@dataclass
class Joints:
    """Where a drawn figure's hands, feet and head ended up, so that things can be put there."""

    head: Point = (0, 0)
    hands: list[Point] = field(default_factory=list)
    feet: list[Point] = field(default_factory=list)


def figure(canvas: Canvas, hip: Point, size: float, look: Look, pose: Pose | None = None) -> Joints:
    """Draw a person about `size` units tall whose hips are at `hip`. The first arm and leg lie behind."""
    pose = pose or Pose()
    joints = Joints()
    neck = around(hip, size * 0.30, pose.lean)
    shade = replace(
        look, shirt=mix(look.shirt, "#000000", 0.14), trousers=mix(look.trousers, "#000000", 0.16)
    )
    joints.hands.append(_arm(canvas, neck, size, shade, pose.arms[0]))
    joints.feet.append(_leg(canvas, hip, size, shade, pose.legs[0], pose.facing))
    joints.feet.append(_leg(canvas, hip, size, look, pose.legs[1], pose.facing))
    _torso(canvas, hip, neck, size, look)
    joints.head = around(neck, size * 0.145, pose.lean)
    _head(canvas, joints.head, size * 0.115, look, pose.facing)
    joints.hands.append(_arm(canvas, neck, size, look, pose.arms[1]))
    return joints


def _arm(canvas: Canvas, neck: Point, size: float, look: Look, limb: Limb) -> Point:
    elbow = around(neck, size * 0.155, limb[0])
    hand = around(elbow, size * 0.15, limb[1])
    canvas.stroke([elbow, hand], size * 0.058, look.skin)
    canvas.stroke([neck, elbow], size * 0.078, look.shirt)
    canvas.disc(hand, size * 0.036, look.skin)
    return hand


def _leg(canvas: Canvas, hip: Point, size: float, look: Look, limb: Limb, facing: int) -> Point:
    knee = around(hip, size * 0.215, limb[0])
    foot = around(knee, size * 0.205, limb[1])
    canvas.stroke([foot, around(foot, size * 0.06, limb[1] - 90 * facing)], size * 0.062, look.shoes)
    canvas.stroke([hip, knee, foot], size * 0.09, look.trousers)
    return foot


def _torso(canvas: Canvas, hip: Point, neck: Point, size: float, look: Look) -> None:
    canvas.stroke([around(hip, size * 0.02, -90), hip], size * 0.15, look.trousers)
    canvas.stroke([neck, around(hip, size * 0.05, -90)], size * 0.16, look.shirt)


def _head(canvas: Canvas, head: Point, radius: float, look: Look, facing: int) -> None:
    x, y = head
    if look.style == "long":
        locks = ((-1.1, -0.3), (0, -1.2), (1.1, -0.3), (1.05, 1.5), (-1.05, 1.5))
        canvas.blob([(x + dx * radius, y + dy * radius) for dx, dy in locks], look.hair)
    if look.style == "bun":
        canvas.disc((x - facing * radius * 0.75, y - radius * 0.95), radius * 0.45, look.hair)
    canvas.disc(head, radius, look.skin)
    _hair(canvas, head, radius, look, facing)


def _hair(canvas: Canvas, head: Point, radius: float, look: Look, facing: int) -> None:
    x, y = head
    if look.style == "curls":
        for turn in range(150, 400, 36):
            canvas.disc(around(head, radius * 0.82, turn), radius * 0.45, look.hair)
        return
    if look.style == "scarf":
        canvas.pie((x, y + radius * 0.1), radius * 1.22, 150, 390, look.hair)
        canvas.oval((x + facing * radius * 0.2, y + radius * 0.15), radius * 0.72, radius * 0.8, look.skin)
        return
    tilt = -14 * facing
    canvas.pie((x, y - radius * 0.08), radius * 1.09, 180 + tilt, 360 + tilt, look.hair)
    if look.style in ("cap", "helmet"):
        edge = y - radius * 0.16
        canvas.pie((x, edge), radius * 1.15, 180, 360, look.hair)
    if look.style == "cap":
        canvas.stroke(
            [(x, y - radius * 0.2), (x + facing * radius * 1.5, y - radius * 0.2)], radius * 0.22, look.hair
        )
