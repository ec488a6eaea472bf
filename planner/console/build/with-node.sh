#!/bin/sh
# Runs a step of the console's build, after one clear line if Node is missing or too old.
if ! command -v node >/dev/null 2>&1; then
  echo "The console needs Node 20.19 or later; found none. Install Node and npm, or put them on the PATH." >&2
  exit 1
fi
if ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)'; then
  echo "The console needs Node 20.19 or later; found $(node --version). Install a newer one, or put it first on the PATH." >&2
  exit 1
fi
cd "$(dirname "$0")/.." || exit 1
exec node build/console.mjs "$@"
