#!/usr/bin/env bash
# Makes the files under deploy/secrets that docker-compose.yml mounts: the key that signs tokens, and a self-signed certificate
# for trying things out. Put a real certificate in its place before anybody else uses the site. Existing files are kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 077
mkdir -p secrets/tls

if [ ! -f secrets/signing-key.pem ]; then
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out secrets/signing-key.pem
  # The container's user reads it through a mount that keeps the owner: 1654 is "app" in the .NET images.
  chown 1654 secrets/signing-key.pem 2>/dev/null || chmod 0644 secrets/signing-key.pem
fi

if [ ! -f secrets/tls/tls.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=${1:-localhost}" \
    -addext "subjectAltName=DNS:${1:-localhost}" -keyout secrets/tls/tls.key -out secrets/tls/tls.crt
fi
echo "deploy/secrets is ready."
