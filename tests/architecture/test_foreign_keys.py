"""Foreign keys point down the street too. The import linter cannot see it: they are named by string."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from tests.architecture.street import heights, our_apps

HEIGHTS = heights()


def points_up(model: type[models.Model]) -> list[str]:
    """The model's relations that point up the street, or sideways to a room beside its own."""
    room = model._meta.app_config.name
    wrong = []
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        target = field.related_model
        if target is None or target is get_user_model() or target._meta.app_config.name == room:
            continue
        floor = HEIGHTS.get(target._meta.app_config.name)
        if floor is not None and floor >= HEIGHTS[room]:
            wrong.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    return wrong


def all_models() -> list[type[models.Model]]:
    return [model for app in our_apps() for model in app.get_models(include_auto_created=True)]


def test_every_room_stands_in_the_street() -> None:
    assert {app.name for app in our_apps()} == set(HEIGHTS)


def test_foreign_keys_point_down() -> None:
    assert [line for model in all_models() for line in points_up(model)] == []


def test_no_generic_foreign_keys() -> None:
    fields = [field for model in all_models() for field in model._meta.private_fields]
    assert [str(field) for field in fields if isinstance(field, GenericForeignKey)] == []
