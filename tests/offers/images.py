"""Pictures made on the spot, good ones and bad ones."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pillow_heif import register_heif_opener

register_heif_opener()


def drawn(size=(640, 480), mode="RGB"):
    """Blue above, red below, so that turning it is seen."""
    image = Image.new("RGB", size, "#0000ff")
    image.paste("#ff0000", (0, size[1] // 2, size[0], size[1]))
    return image.convert(mode)


def saved(format="JPEG", size=(640, 480), mode="RGB", **options):
    out = BytesIO()
    drawn(size, mode).save(out, format=format, **options)
    return out.getvalue()


def uploaded(content=None, name="foto.jpg", content_type="image/jpeg"):
    return SimpleUploadedFile(name, saved() if content is None else content, content_type)


def png_of(width, height):
    """A PNG that claims a size and holds next to nothing: a bomb."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def with_odd_exif():
    """A photo to be turned, with a number in its metadata (tag 259) that is said to be text."""
    entries = struct.pack("<HHIHH", 259, 2, 1, 0, 0) + struct.pack("<HHIHH", 274, 3, 1, 6, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + entries + bytes(4)
    return saved(exif=b"Exif\0\0" + tiff)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
