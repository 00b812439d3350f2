#!/usr/bin/env bash
# Makes the certificates of the TLS tests anew: an authority of their own (its key is thrown away) and three server
# certificates: a good one of 127.0.0.1 and localhost, one of another name, and one that ran out. They serve tests only.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

key "$work/authority.key"
key server.key
touch "$work/index"
cat >"$work/ca.conf" <<CONF
[ca]
default_ca = tests
[tests]
database = $work/index
new_certs_dir = $work
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[server]
subjectAltName = \$ENV::NAMES
extendedKeyUsage = serverAuth
CONF
sign() { # file, key, extensions, names, from, until, [more]
    openssl req -new -key "$2" -subj "/CN=Naryad tests ${1%.pem}" -out "$work/request"
    NAMES=$4 openssl ca -batch -notext -config "$work/ca.conf" -extensions "$3" -keyfile "$work/authority.key" \
        -in "$work/request" -startdate "$5" -enddate "$6" -out "$1" "${@:7}" 2>/dev/null
}
here=IP:127.0.0.1,DNS:localhost
sign authority.pem "$work/authority.key" authority "$here" 20000101000000Z 21200101000000Z -selfsign
sign good.pem server.key server "$here" 20000101000000Z 21200101000000Z -cert authority.pem
sign other-name.pem server.key server DNS:other.example 20000101000000Z 21200101000000Z -cert authority.pem
sign expired.pem server.key server "$here" 20000101000000Z 20010101000000Z -cert authority.pem
