# What ./run, ./test and tools/*.sh share: saying what is done, installing Debian packages, building. Sourced, not run;
# the caller has set -euo pipefail and stands in the project's folder.
#
#   source tools/setup.sh
#   need_packages build
#   build_program release tandem

# Node.js brings its own list of certificate authorities; the system's may also know the one of a company's proxy.
if [[ -r /etc/ssl/certs/ca-certificates.crt ]]; then
  export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
fi

packages_installed=no  # "yes" once this run has installed something: CMake must then look again

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The names in one section of tools/packages.
packages_of() {
  awk -v wanted="[$1]" '/^\[/ { inside = ($1 == wanted); next } { sub(/#.*/, "") } inside && NF { print $1 }' tools/packages
}

# Runs a command as root, directly or through sudo.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "this needs root once, and sudo is not here. As root: $*"
  fi
}

# Installs what is missing of the given sections of tools/packages; quick and silent when nothing is.
need_packages() {
  local section wanted=() missing=() installed
  for section in "$@"; do
    if [[ $section == node ]] && command -v node >/dev/null && command -v npm >/dev/null; then continue; fi
    mapfile -t -O "${#wanted[@]}" wanted < <(packages_of "$section")
  done
  ((${#wanted[@]})) || return 0
  command -v dpkg-query >/dev/null || fail "Debian 12 is needed (there is no dpkg here). Packages: ${wanted[*]}"
  installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^[ih]i *//p' || true)
  local name
  for name in "${wanted[@]}"; do
    grep -qxF -- "$name" <<<"$installed" || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  as_root apt-get -q -o DPkg::Lock::Timeout=300 update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}"
  packages_installed=yes
}

# Configures a preset when it has not been, or when packages have just come that CMake did not find before.
configure() {
  local preset=$1
  if [[ -f build/$preset/build.ninja && $packages_installed == no ]]; then return 0; fi
  say "Configuring build/$preset"
  mkdir -p "build/$preset"
  cmake --preset "$preset" >"build/$preset/configure.log" 2>&1 || {
    cat "build/$preset/configure.log" >&2
    fail "CMake could not configure build/$preset"
  }
}

# build_program PRESET [TARGET …]: without a target, everything.
build_program() {
  local preset=$1 targets=()
  shift
  if (($#)); then targets=(--target "$@"); fi
  configure "$preset"
  # Ninja says "no work to do" in well under a second when nothing has changed, so there is no stamp of ours in between.
  say "Building build/$preset (the first time takes minutes, later only what changed)"
  cmake --build "build/$preset" -j2 "${targets[@]}"
}

# The browser application; web/build.sh knows by itself whether it is up to date.
build_web() {
  [[ -x web/build.sh ]] || fail "web/build.sh is missing: this is not a whole copy of the project"
  web/build.sh
}
