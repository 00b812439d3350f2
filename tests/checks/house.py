#!/usr/bin/env python3
"""Facts of the house that a text search can tell; each broken one is a line, and the exit status is 1.

house.py [ROOT]   checks the tree
house.py --self   proves that the include check fails on an include against the arrows
"""
import pathlib
import re
import sys

ROOMS = {
    "core": set(),
    "api": {"core"},
    "store": {"core"},
    "sync": {"core", "api", "store"},
    "models": {"core", "store"},
    "exports": {"core", "store", "models"},
    "secrets": {"core"},
    "sandbox": {"core"},
    "ui": {"core", "models", "sync", "exports"},
}
INCLUDE = re.compile(r'^\s*#include\s+["<]([a-z]+)/', re.M)


def against_arrows(room, text):
    rooms = [name for name in INCLUDE.findall(text) if name in ROOMS and name not in ("ui", room)]
    return [name for name in rooms if name not in ROOMS[room]]


def room_of(path):
    parts = path.parts
    return "ui" if parts[0] == "ui" else parts[1] if parts[0] == "src" else None


def problems(root):
    sources = [p for top in ("src", "ui", "app", "tests") for p in (root / top).rglob("*") if p.suffix in (".cpp", ".h")]
    for path in sources:
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        room = room_of(name)
        if room:
            for other in against_arrows(room, text):
                yield f"{name}: {room} may not include {other}/"
        if text.count("\n") > 500:
            yield f"{name}: over 500 lines"
        if room and re.search(r"(->|\.)(post|put|sendCustomRequest|deleteResource)\(", text) \
                and name.name not in ("WriteChannel.cpp",) and "QNetworkAccessManager" in text:
            yield f"{name}: writes go through the write channel only"
        if room == "ui" and re.search(r"(\.|->)exec\(\)", text):
            yield f"{name}: dialogs use open()"
        if re.search(r"(QThread::(m|u)?sleep|qSleep|sleep_for)\(", text):
            yield f"{name}: waits for a time, not for a condition"
        if "QSKIP" in text:
            yield f"{name}: a skipped test"
        if re.search(r"\.then\(\s*\[", text):
            yield f"{name}: a continuation without a context"
    for language in ("ru", "en"):
        text = (root / "translations" / f"naryad_{language}.ts").read_text(encoding="utf-8")
        if 'type="unfinished"' in text or "<translation></translation>" in text:
            yield f"translations/naryad_{language}.ts: an unfinished entry"


def main():
    if sys.argv[1:] == ["--self"]:
        assert against_arrows("ui", '#include "store/Mirror.h"\n') == ["store"]
        assert against_arrows("sync", '#include "store/Mirror.h"\n') == []
        return 0
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    found = list(problems(root))
    print("\n".join(found) if found else "the house stands")
    return 1 if found else 0


sys.exit(main())
