#!/usr/bin/env bash
# desktop_test.sh DESKTOP: proves that the private desktop gives what it promises and leaves nothing behind.
set -u
desktop=$1
failed=0
expect() { # WHAT WANTED GOT
    [ "$2" = "$3" ] || { echo "FAILED: $1: wanted '$2', got '$3'" && failed=1; }
}

"$desktop" --with none -- sh -c 'exit 7'
expect "the command's status is handed on" 7 $?
expect "standard input reaches the command" "typed" "$(echo typed | "$desktop" --with none -- cat)"
expect "the outer session is not seen" "none:unset" \
    "$(WAYLAND_DISPLAY=wayland-9 XDG_CURRENT_DESKTOP=KDE "$desktop" --with none -- \
        sh -c 'echo "$XDG_CURRENT_DESKTOP:${WAYLAND_DISPLAY:-unset}"')"
expect "all three parts are there" "a window manager, accessibility, a kept secret" "$("$desktop" -- bash -c '
    xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id" && printf "a window manager, "
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Get \
        string:org.a11y.Status string:IsEnabled | grep -q "boolean true" && printf "accessibility, "
    printf x | secret-tool store --label=t a b && [ "$(secret-tool lookup a b)" = x ] && printf "a kept secret"')"

home=$("$desktop" --with none -- sh -c 'touch "$HOME/mark" && echo "$HOME"')
expect "the home is gone afterwards" "gone" "$([ -n "$home" ] && [ ! -e "$home" ] && echo gone)"
kept=$(mktemp -d)
"$desktop" --with none --home "$kept" -- sh -c 'touch "$HOME/mark"'
expect "a home of one's own is kept" "mark" "$(ls "$kept")"
rm -rf "$kept"

export TMPDIR
TMPDIR=$(mktemp -d)
mkfifo "$TMPDIR/ready"
"$desktop" --with none -- sh -c 'echo $$ >"$1"; exec tail -f /dev/null' sh "$TMPDIR/ready" &
read -r inside <"$TMPDIR/ready"
kill $!
wait $!
expect "one that is told to end says so" 143 $?
for _ in $(seq 50); do # the command had its signal before; it may be a moment dying
    kill -0 "$inside" 2>/dev/null || break
    sleep 0.1
done
expect "and its command has ended" "ended" "$(kill -0 "$inside" 2>/dev/null && echo alive || echo ended)"
expect "and leaves no files" "ready" "$(ls "$TMPDIR")"
rm -r "$TMPDIR"
unset TMPDIR

"$desktop" --with none -- /no/such/command 2>/dev/null
expect "a command that is not there" 127 $?
[ $failed -ne 0 ] || echo "the desktop keeps its promises"
exit $failed
