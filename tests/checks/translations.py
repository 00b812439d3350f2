#!/usr/bin/env python3
"""Every text of the program stands in both catalogues, translated.

translations.py LUPDATE ROOT: refreshes copies of the catalogues from the sources, as the target
update_translations does, and fails on what is missing or unfinished.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def unfinished(text):
    for message in re.findall(r"<message.*?</message>", text, re.S):
        empty = "<translation></translation>" in message or "<numerusform></numerusform>" in message
        if 'type="unfinished"' in message or empty:
            yield re.search(r"<source>(.*?)</source>", message, re.S).group(1)


def main():
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    rooms = [str(root / room) for room in ("src", "ui", "app")]
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        for name, extra in (("naryad_ru.ts", []), ("naryad_en.ts", ["-pluralonly"])):
            copy = pathlib.Path(folder) / name
            shutil.copy(root / "translations" / name, copy)
            subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", *extra, *rooms, "-ts", str(copy)],
                           check=True)
            for source in unfinished(copy.read_text(encoding="utf-8")):
                print(f"{name}: not translated: {source}")
                broken = True
    return 1 if broken else 0


sys.exit(main())
