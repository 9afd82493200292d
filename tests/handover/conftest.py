import io
import json

import pytest

from handover.services import import_bundle
from skoleplus.curriculum.services import load_curriculum


@pytest.fixture
def curriculum(db):
    load_curriculum(by=None)


@pytest.fixture
def bring(curriculum):
    """Import a bundle given as Python data, published unless said otherwise."""

    def bring(bundle, *, by=None, publish=True, dry_run=False):
        file = io.BytesIO(json.dumps(bundle, ensure_ascii=False).encode())
        return import_bundle(file=file, by=by, publish=publish, dry_run=dry_run)

    return bring
