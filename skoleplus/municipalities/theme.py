"""Two brand colours in, a palette with guaranteed contrast out, for light and for dark screens.

Contrast (WCAG 2.2, success criterion 1.4.3) depends on relative luminance alone. So every token has its
luminance written down in a table, hue and chroma come from the brand, and whatever colours a municipality
chooses, every text is readable on every surface. tests/look/test_theme.py proves it for random colours.
"""

import hashlib
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

Rgb = tuple[float, float, float]
Palette = dict[str, str]

DEFAULT_PRIMARY = "#0b5f5a"
DEFAULT_SECONDARY = "#c2500f"

DANGER, GOOD, ALERT = "#b3261e", "#1c6b3f", "#9a6200"


class Tone(NamedTuple):
    """One token: whose hue, how light (WCAG relative luminance), how much of the brand's chroma."""

    role: str
    luminance: float
    chroma: float = 1.0


# Surfaces stay at or above 0.72 and texts at or below 0.10: (0.72 + 0.05) / (0.10 + 0.05) = 5.1.
LIGHT = {
    "page": Tone("neutral", 1.0),
    "page-soft": Tone("neutral", 0.925, 0.6),
    "raised": Tone("neutral", 1.0),
    "tint": Tone("primary", 0.86, 0.35),
    "tint-strong": Tone("primary", 0.74, 0.5),
    "warm-tint": Tone("secondary", 0.86, 0.35),
    "danger-tint": Tone("danger", 0.86, 0.25),
    "good-tint": Tone("good", 0.86, 0.35),
    "alert-tint": Tone("alert", 0.86, 0.35),
    "ink": Tone("neutral", 0.016),
    "ink-soft": Tone("neutral", 0.095),
    "accent-ink": Tone("primary", 0.085),
    "warm-ink": Tone("secondary", 0.085),
    "danger-ink": Tone("danger", 0.075),
    "good-ink": Tone("good", 0.085),
    "alert-ink": Tone("alert", 0.085),
    "line": Tone("neutral", 0.76, 0.8),
    "line-strong": Tone("neutral", 0.19),
    "focus": Tone("neutral", 0.016),
    "danger": Tone("danger", 0.11),
    "good": Tone("good", 0.11),
    "foot": Tone("primary", 0.018, 0.9),
}

# Surfaces stay at or below 0.055 and texts at or above 0.47: (0.47 + 0.05) / (0.055 + 0.05) = 4.95.
DARK = {
    "page": Tone("neutral", 0.010),
    "page-soft": Tone("neutral", 0.007),
    "raised": Tone("neutral", 0.018),
    "tint": Tone("primary", 0.030, 0.6),
    "tint-strong": Tone("primary", 0.053, 0.7),
    "warm-tint": Tone("secondary", 0.034, 0.5),
    "danger-tint": Tone("danger", 0.026, 0.4),
    "good-tint": Tone("good", 0.030, 0.6),
    "alert-tint": Tone("alert", 0.030, 0.6),
    "ink": Tone("neutral", 0.84, 0.5),
    "ink-soft": Tone("neutral", 0.50),
    "accent-ink": Tone("primary", 0.52, 0.8),
    "warm-ink": Tone("secondary", 0.52, 0.8),
    "danger-ink": Tone("danger", 0.50, 0.8),
    "good-ink": Tone("good", 0.52, 0.8),
    "alert-ink": Tone("alert", 0.52, 0.8),
    "line": Tone("neutral", 0.050),
    "line-strong": Tone("neutral", 0.28),
    "focus": Tone("neutral", 0.84, 0.5),
    "danger": Tone("danger", 0.14),
    "good": Tone("good", 0.12),
    "foot": Tone("primary", 0.014, 0.6),
}

TEXTS = ("ink", "ink-soft", "accent-ink", "warm-ink", "danger-ink", "good-ink", "alert-ink")
SURFACES = (
    "page",
    "page-soft",
    "raised",
    "tint",
    "tint-strong",
    "warm-tint",
    "danger-tint",
    "good-tint",
    "alert-tint",
)
# White text stands on these, in both modes.
SOLIDS = ("accent", "accent-hover", "accent-deep", "danger", "good", "foot", "hero-from", "hero-to")
# Edges of fields, the ring of the focused thing and the mark of the current page need 3:1 (1.4.11).
EDGES = ("line-strong", "focus", "warm")


@dataclass(frozen=True)
class Theme:
    """The palettes of one municipality and the address-safe digest of its stylesheet."""

    light: Palette
    dark: Palette

    @property
    def stylesheet(self) -> str:
        dark = _block(":root", self.dark).replace("\n", "\n  ").rstrip()
        light = _block(":root", self.light)
        return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n  {dark}\n}}\n"

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.stylesheet.encode()).hexdigest()[:10]


@lru_cache(maxsize=256)
def make_theme(primary: str = DEFAULT_PRIMARY, secondary: str = DEFAULT_SECONDARY) -> Theme:
    """The theme for two brand colours.

    Args:
        primary: "#rrggbb", carries buttons, links and the hero.
        secondary: "#rrggbb", carries what should catch the eye.

    Raises:
        ValueError: a colour is not written as "#rrggbb".
    """
    hues = {
        "primary": _to_oklch(primary),
        "secondary": _to_oklch(secondary),
        "danger": _to_oklch(DANGER),
        "good": _to_oklch(GOOD),
        "alert": _to_oklch(ALERT),
    }
    _, chroma, hue = hues["primary"]
    # Greys lean towards the brand, but never far enough to look like a colour of their own.
    hues["neutral"] = (0.5, min(chroma * 0.25, 0.018), hue)
    brand, warm = luminance(primary), luminance(secondary)
    light = _tones(LIGHT, hues) | _solids(hues, min(max(brand, 0.02), 0.165), min(max(warm, 0.13), 0.27))
    dark = _tones(DARK, hues) | _solids(hues, min(max(brand, 0.10), 0.165), min(max(warm, 0.21), 0.40))
    # On a dark screen the hero is a dusk, not a lamp.
    dark |= {"hero-from": _tone(hues["primary"], 0.012), "hero-to": _tone(hues["primary"], 0.045)}
    return Theme(light, dark)


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of "#rrggbb", 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _tones(table: dict[str, Tone], hues: dict[str, Rgb]) -> Palette:
    return {name: _tone(hues[tone.role], tone.luminance, tone.chroma) for name, tone in table.items()}


def _solids(hues: dict[str, Rgb], base: float, warm: float) -> Palette:
    """Filled areas: the brand's own colour where white text is readable on it, else the nearest that is."""
    return {
        "accent": _tone(hues["primary"], base),
        "accent-hover": _tone(hues["primary"], base * 0.68),
        "accent-deep": _tone(hues["primary"], base * 0.45),
        "on-accent": "#ffffff",
        "hero-from": _tone(hues["primary"], base * 0.5),
        "hero-to": _tone(hues["primary"], base),
        "warm": _tone(hues["secondary"], warm),
    }


def _block(selector: str, palette: Palette) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in palette.items())
    return f"{selector} {{\n{lines}}}\n"


def _tone(oklch: Rgb, target: float, share: float = 1.0) -> str:
    """The colour of this hue whose relative luminance is nearest to the target."""
    if target >= 1:
        return "#ffffff"
    _, chroma, hue = oklch
    low, high = 0.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        if luminance(_to_hex(middle, chroma * share, hue)) < target:
            low = middle
        else:
            high = middle
    return _to_hex(high, chroma * share, hue)


def _linear(colour: str) -> Rgb:
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"{colour!r} is not a colour written as #rrggbb")
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


# Oklab by Björn Ottosson, https://bottosson.github.io/posts/oklab/ (public domain): equal steps look equal.


def _to_oklch(colour: str) -> Rgb:
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _to_linear(lightness: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The nearest colour a screen can show: chroma gives way, hue and lightness stay."""
    low, high = 0.0, chroma
    channels = _to_linear(lightness, chroma, hue)
    if not _on_screen(channels):
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (middle, high) if _on_screen(_to_linear(lightness, middle, hue)) else (low, middle)
        channels = _to_linear(lightness, low, hue)
    return "#" + "".join(f"{_to_byte(channel):02x}" for channel in channels)


def _on_screen(channels: Rgb) -> bool:
    return all(-0.0001 <= channel <= 1.0001 for channel in channels)


def _to_byte(channel: float) -> int:
    channel = min(max(channel, 0.0), 1.0)
    encoded = 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
    return round(encoded * 255)
