#!/usr/bin/env bash
# private-desktop.sh [--keyring] COMMAND…: runs a command on a display and a session bus of its own, with an empty
# home that is deleted afterwards; --keyring starts an unlocked keyring on that bus. The exit status is COMMAND's.
set -u
keyring=
if [ "${1:-}" = --keyring ]; then
    keyring=1
    shift
fi
[ $# -gt 0 ] || { echo "usage: private-desktop.sh [--keyring] COMMAND…" >&2; exit 2; }

if [ -z "${PRIVATE_DESKTOP_INNER:-}" ]; then
    home=$(mktemp -d) || exit 2
    mkdir -m 700 "$home/run"
    mkfifo "$home/display"
    Xvfb -displayfd 9 -screen 0 1600x1000x24 -nolisten tcp 9>"$home/display" >/dev/null 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$home"' EXIT
    read -r -t 20 number <"$home/display" || { echo "private-desktop: no display" >&2; exit 2; }
    env -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM PRIVATE_DESKTOP_INNER=1 PRIVATE_DESKTOP_KEYRING="$keyring" \
        DISPLAY=":$number" HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/.local/share" \
        XDG_CONFIG_HOME="$home/.config" LC_ALL=C.UTF-8 dbus-run-session -- "$0" "$@"
    exit $?
fi

unset PRIVATE_DESKTOP_INNER
if [ -n "${PRIVATE_DESKTOP_KEYRING:-}" ]; then
    mkdir -p "$XDG_DATA_HOME/keyrings"
    printf 'test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
fi
"$@"
