#!/usr/bin/env bash
# key_secrecy.sh NARYAD SANDBOX: on a desktop with a keyring, connects, synchronises and opens the window, and then
# looks for the key everywhere it must not be.
set -u
naryad=$1
sandbox=$2
work=$(mktemp -d) || exit 1
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT
fail() {
    echo "FAIL: $1" >&2
    exit 1
}
# Waits until a command succeeds.
until_true() {
    for _ in $(seq 300); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    return 1
}

key=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
mkfifo "$work/in"
"$sandbox" --key-stdin --tasks 50 <"$work/in" >"$work/address" 2>"$work/sandbox.log" &
pids+=($!)
printf '%s\n' "$key" >"$work/in"
until_true test -s "$work/address" || fail "the sandbox did not start"
address=$(head -1 "$work/address")

export QT_LOGGING_RULES="*=true" QT_FORCE_STDERR_LOGGING=1 QT_QPA_PLATFORM=offscreen
printf '%s\n' "$key" | "$naryad" connect "$address" --name secrecy --data-dir "$work/data" >"$work/connect.out" 2>"$work/connect.log" ||
    fail "connect ended with $?: $(tail -1 "$work/connect.log")"
"$naryad" sync --account secrecy --data-dir "$work/data" >"$work/sync.out" 2>"$work/sync.log" || fail "sync ended with $?"
grep -q '"details":50' "$work/sync.out" || fail "sync did not read the tasks: $(cat "$work/sync.out")"
"$naryad" --account secrecy --data-dir "$work/data" >"$work/window.out" 2>"$work/window.log" &
window=$!
pids+=("$window")
holds_its_folder() { [ -n "$(find "$work/data" -name lock)" ]; }
until_true holds_its_folder || fail "the window did not open its files"
[ -r "/proc/$window/cmdline" ] || fail "the window is not running"
tr '\0' '\n' <"/proc/$window/cmdline" | grep -qF "$key" && fail "the key is an argument"
# A hardened process shows its environment to nobody; where it does, the key must not be in it.
{ tr '\0' '\n' <"/proc/$window/environ"; } 2>/dev/null | grep -qF "$key" && fail "the key is in the environment"
env | grep -qF "$key" && fail "the key is in the environment of the caller"
kill "$window"
wait "$window" 2>/dev/null

[ -n "$(find "$work/data" -name mirror.db -size +0)" ] || fail "there is no data to look through"
grep -rlsF "$key" "$work/data" "$work"/*.log "$work"/*.out "$HOME" | grep -v "/keyrings/" && fail "the key is in a file"
secret-tool search --all server naryad 2>/dev/null | grep -qF "$key" ||
    secret-tool search --all user "$address" 2>/dev/null | grep -qF "$key" || fail "the key is not in the keyring"
echo "the key is in the keyring and nowhere else"
