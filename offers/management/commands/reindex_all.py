from typing import Any

from django.core.management.base import BaseCommand

from offers import search


class Command(BaseCommand):
    help = "Writes the search index of the public offers afresh."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{search.reindex_all()} offers in the search index.")
