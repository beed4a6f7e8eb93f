#!/usr/bin/env bash
# Makes the files of certs/ anew: a small world for tests. Its keys protect nothing.
set -euo pipefail
cd "$(dirname "$0")/certs"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

key() { openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$work/$1.key"; }
marked() { echo "Test key of replint: it protects nothing."; cat "$1"; }
# name, subject, extensions, days, issuer
certificate() {
    [ -e "$work/$1.key" ] || key "$1"
    openssl req -new -key "$work/$1.key" -subj "$2" -out "$work/$1.csr"
    printf '%b' "$3" >"$work/$1.ext"
    openssl x509 -req -in "$work/$1.csr" -CA "$5-cert.pem" -CAkey "$work/$5.key" -set_serial "0x$((++serial))" \
        -days "$4" -extfile "$work/$1.ext" -out "$1-cert.pem" 2>/dev/null
}
authority() {
    key "$1"
    openssl req -x509 -new -key "$work/$1.key" -subj "$2" -days 36500 -out "$1-cert.pem" \
        -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
}

rm -rf ./*
mkdir capath
serial=10
authority ca "/O=Example/CN=Example Root"
authority otherca "/O=Example/CN=Other Root"
certificate server "/O=Example/CN=db1" "subjectAltName=DNS:db1.example.com,DNS:*.db.example.com,IP:192.0.2.1\n" 36500 ca
certificate expired "/O=Example/CN=db1" "subjectAltName=DNS:db1.example.com\n" 365 ca
certificate cn "/O=Example/CN=db1.example.com" "basicConstraints=CA:FALSE\n" 36500 ca
certificate revoked "/O=Example/CN=db2" "subjectAltName=DNS:db2.example.com\n" 36500 ca
certificate auto "/CN=MySQL_Server_8.4.6_Auto_Generated_Server_Certificate" "basicConstraints=CA:FALSE\n" 36500 ca
certificate intermediate "/O=Example/CN=Example Intermediate" "basicConstraints=critical,CA:TRUE,pathlen:0\n" 36500 ca
certificate below "/O=Example/CN=repl" "extendedKeyUsage=clientAuth\n" 36500 intermediate
cat intermediate-cert.pem >>below-cert.pem
openssl genrsa -out "$work/small.key" 1024 2>/dev/null
openssl req -x509 -new -key "$work/small.key" -sha1 -subj "/CN=small" -days 36500 -out small-cert.pem

mv ca-cert.pem ca.pem
mv otherca-cert.pem otherca.pem
marked "$work/server.key" >server-key.pem
marked "$work/cn.key" >other-key.pem
openssl pkcs8 -topk8 -in "$work/server.key" -passout pass:example | marked /dev/stdin >encrypted-key.pem
openssl rsa -in "$work/small.key" -traditional -aes128 -passout pass:example 2>/dev/null | marked /dev/stdin >old-encrypted-key.pem
openssl x509 -in ca.pem -outform DER -out ca.der

touch "$work/index.txt"
printf '[ca]\ndefault_ca=it\n[it]\ndatabase=%s/index.txt\ndefault_md=sha256\n' "$work" >"$work/ca.cnf"
openssl ca -config "$work/ca.cnf" -cert ca.pem -keyfile "$work/ca.key" -revoke revoked-cert.pem 2>/dev/null
openssl ca -config "$work/ca.cnf" -cert ca.pem -keyfile "$work/ca.key" -gencrl -crldays 36500 -out crl.pem 2>/dev/null
cp ca.pem "capath/$(openssl x509 -in ca.pem -noout -hash).0"
cp crl.pem "capath/$(openssl crl -in crl.pem -noout -hash).r0"
cp otherca.pem capath/not-hashed.pem
