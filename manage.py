#!/usr/bin/env python
"""Run administrative tasks. A newcomer's commands run in development, with servers of their own."""

import os
import sys


def main() -> None:
    os.environ.setdefault("SKOLEPLUS_ENV", "development")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skoleplus.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
