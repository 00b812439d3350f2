#!/usr/bin/env bash
# desktop.sh [--size WxH] [--home DIR] [--with PARTS] [--] COMMAND…
# Runs a command on a desktop of its own: a display, a session bus, an empty home. PARTS is a comma list of
#   wm (a window manager), a11y (the accessibility bus), keyring (an unlocked secret service), or none;
# without --with all three are there. --home keeps that folder, else the home is deleted afterwards.
# The exit status is COMMAND's; 125 where the desktop could not be made. Several may run side by side.
set -u
self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")

die() {
    echo "desktop.sh: $*" >&2
    exit 125
}

# await SECONDS COMMAND…: asks ten times a second until the command agrees.
await() {
    local left=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $((left -= 1)) -gt 0 ] || return 1
        sleep 0.1
    done
}

# wait is cut short by a signal; the true status is that of the wait that was not.
reap() {
    local status
    while :; do
        wait "$1"
        status=$?
        kill -0 "$1" 2>/dev/null || return "$status"
    done
}

outer() {
    local size=1600x1000 home='' parts=wm,a11y,keyring
    while [ $# -gt 0 ]; do
        case "$1" in
        --size) size=${2:?} && shift 2 ;;
        --home) home=${2:?} && shift 2 ;;
        --with) parts=${2:?} && shift 2 ;;
        --) shift && break ;;
        -*) die "no such option: $1" ;;
        *) break ;;
        esac
    done
    [ $# -gt 0 ] || die "usage: desktop.sh [--size WxH] [--home DIR] [--with wm,a11y,keyring|none] [--] COMMAND…"
    local need
    for need in Xvfb dbus-run-session dbus-send; do
        command -v "$need" >/dev/null || die "$need is not installed"
    done

    room=$(mktemp -d) || die "no room for temporary files"
    server='' session=''
    trap '[ -z "$session" ] || kill -- "-$session" 2>/dev/null' INT TERM HUP
    trap '[ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null; rm -rf "$room"' EXIT
    home=${home:-$room/home}
    mkdir -p "$home" && mkdir -m 700 "$room/run" && mkfifo "$room/number" || die "no room for temporary files"
    home=$(cd "$home" && pwd)

    # The server picks a free display itself and tells its number through the pipe.
    Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp -noreset 7>"$room/number" 2>"$room/server.log" &
    server=$!
    local number
    read -r -t 30 number <"$room/number" || { cat "$room/server.log" >&2; die "the display did not start"; }

    local clean=(-u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u QT_QPA_PLATFORM -u XAUTHORITY -u GTK_MODULES
        DESKTOP_ROOM="$room" DESKTOP_PARTS="$parts" DISPLAY=":$number" HOME="$home" XDG_RUNTIME_DIR="$room/run"
        XDG_DATA_HOME="$home/.local/share" XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="$home/.cache"
        XDG_STATE_HOME="$home/.local/state" XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=none LANG=C.UTF-8 LC_ALL=C.UTF-8)
    # In the background, because bash heeds a signal only while it waits (standard input goes along by hand); in a
    # process group of its own, because dbus-run-session does not hand a signal on; and what the bus has to say goes
    # to its log, so that standard error is the command's alone.
    set -m
    env "${clean[@]}" dbus-run-session -- "$self" "$@" <&0 8>&2 2>"$room/bus.log" &
    session=$!
    set +m
    reap "$session"
}

has() {
    case ",$parts," in *",$1,"*) return 0 ;; esac
    return 1
}

inner() {
    exec 2>&8 8>&-
    local room=$DESKTOP_ROOM parts=$DESKTOP_PARTS
    unset DESKTOP_ROOM DESKTOP_PARTS
    started=() each= # not local: the trap outlives this function
    trap 'for each in "${started[@]}"; do kill "$each"; wait "$each"; done 2>/dev/null' EXIT

    if has wm; then
        openbox >"$room/wm.log" 2>&1 &
        started+=($!)
        await 10 sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep "window id"' || die "no window manager"
    fi
    if has a11y; then
        dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null ||
            die "no accessibility bus"
        dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
            string:org.a11y.Status string:IsEnabled variant:boolean:true >/dev/null || die "accessibility stays off"
        export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    fi
    if has keyring; then
        mkdir -p "$XDG_DATA_HOME/keyrings" && chmod 700 "$XDG_DATA_HOME/keyrings"
        # A password, because an empty one makes the keyring's file plain text.
        gnome-keyring-daemon --foreground --unlock --components=secrets <<<'of this desktop only' \
            >"$room/keyring.log" 2>&1 &
        started+=($!)
        await 10 sh -c 'dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep "boolean true"' ||
            die "no secret service"
    fi
    "$@"
}

if [ -n "${DESKTOP_ROOM:-}" ]; then
    inner "$@"
else
    outer "$@"
fi
