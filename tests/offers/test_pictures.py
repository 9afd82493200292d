"""Looking into uploads and making clean copies."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from offers import pictures
from tests.offers.images import HTML, SVG, png_of, saved


def inspect(content):
    return pictures.inspect(BytesIO(content), len(content))


def both_gates(content):
    inspect(content)
    return list(pictures.encode(content).files)


def copies(content):
    made = pictures.encode(content)
    return made, {(width, name): Image.open(BytesIO(data)) for width, name, data in made.files}


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"])
def test_accepts_what_phones_and_computers_make(format):
    content = saved(format)
    assert inspect(content).format == format
    made, _files = copies(content)
    assert (made.width, made.height) == (640, 480)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (SVG, "SVG"),
        (b"\xef\xbb\xbf \n" + SVG, "SVG"),
        (HTML, "web page"),
        (b"%PDF-1.7 " + b"x" * 100, "PDF"),
        (b"hello", "cannot read"),
        (b"\xff\xd8\xff" + HTML, "cannot read"),
        (b"BM" + b"\0" * 200, "cannot read"),
        (saved("BMP"), "cannot read"),
        (saved("TIFF"), "cannot read"),
        (b"\0" * 100, "cannot read"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
        (png_of(6400, 6400), "40 million"),
        (png_of(60000, 60000), "40 million"),
        (png_of(2**31 - 1, 2**31 - 1), "40 million"),
        (saved(size=(20, 20)), "too small"),
        (saved("JPEG", (2000, 1500))[:20000], "broken"),
        (saved("PNG")[:-40], "broken"),
    ],
)
def test_refuses_with_a_reason(content, word):
    with pytest.raises(pictures.BadPicture, match=word):
        inspect(content)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"])
@pytest.mark.parametrize("kept", [0.95, 0.5, 0.1])
def test_half_a_file_never_becomes_a_picture(format, kept):
    whole = saved(format, (1200, 900))
    content = whole[: int(len(whole) * kept)]
    with pytest.raises(pictures.BadPicture):
        both_gates(content)


def test_makes_six_copies_and_never_enlarges():
    _made, files = copies(saved(size=(1000, 750)))
    assert {key: image.size for key, image in files.items()} == {
        (1600, "avif"): (1000, 750), (1600, "webp"): (1000, 750),
        (800, "avif"): (800, 600), (800, "webp"): (800, 600),
        (400, "avif"): (400, 300), (400, "webp"): (400, 300),
    }  # fmt: skip
    assert files[400, "avif"].format == "AVIF"
    assert files[400, "webp"].format == "WEBP"


def test_turns_upright_and_leaves_the_place_behind():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (56.0, 2.0, 10.0)
    made, files = copies(saved("JPEG", (900, 600), exif=exif.tobytes()))
    assert (made.width, made.height) == (600, 900)
    for image in files.values():
        assert image.height > image.width
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile"} & image.info.keys()
        left, right = (
            image.convert("RGB").getpixel((20, 100)),
            image.convert("RGB").getpixel((image.width - 20, 100)),
        )
        assert left[0] > left[2]  # red was below and is left now
        assert right[2] > right[0]


def test_converts_colours_by_the_files_own_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _made, files = copies(saved("PNG", icc_profile=profile))
    assert "icc_profile" not in files[800, "webp"].info


@pytest.mark.parametrize(
    ("format", "mode"),
    [
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "I;16"),
        ("PNG", "1"),
        ("GIF", "P"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
    ],
)
def test_reads_every_kind_of_colour(format, mode):
    _made, files = copies(saved(format, mode=mode))
    assert {image.mode for image in files.values()} == {"RGB"}


def test_shows_what_is_transparent_as_white():
    out = BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    _made, files = copies(out.getvalue())
    assert min(files[400, "webp"].convert("RGB").getpixel((50, 50))) > 250
