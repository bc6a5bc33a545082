# Sourced by tools/run and tools/test: what a bare Debian 12 machine lacks, and the build.
# shellcheck shell=bash
# All that is said goes to standard error; standard output belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The one list of what quoth is built and tested with.
packages=(
  g++ cmake ninja-build
  libicu-dev libeigen3-dev libfmt-dev nlohmann-json3-dev libsimdjson-dev zlib1g-dev libcli11-dev libtbb-dev
  libxxhash-dev
  libgtest-dev libgmock-dev libbenchmark-dev python3 python3-jsonschema
)

say() { printf '%s\n' "$*" >&2; }

# Installs what is missing of packages, as root or through sudo; where neither will do, prints the command and leaves.
install_packages() {
  command -v dpkg-query >/dev/null || { say "no dpkg here: taking the packages of tools/setup.sh to be installed"; return; }
  local installed missing=()
  installed=$(dpkg-query -W -f='${db:Status-Abbrev}${binary:Package}\n' "${packages[@]}" 2>/dev/null || true)
  for package in "${packages[@]}"; do
    grep -Eq "^ii +${package//+/\\+}(:|$)" <<<"$installed" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)  # nobody is there to type a password
  fi
  local install=(apt-get install -y --no-install-recommends "${missing[@]}")
  say "installing ${missing[*]}"
  if [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && "${as_root[@]}" true; }; then
    if "${as_root[@]}" apt-get -q update >&2 &&
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -q >&2; then
      return 0
    fi
  fi
  say "these packages could not be installed from here; run this and try again:"
  say "  su -c 'apt-get update && ${install[*]}'"
  exit 1
}

# build PRESET [TARGET...]: configures and builds what is stale, in silence where nothing is.
build() {
  local preset=$1 folder=$root/build/$1
  shift
  mkdir -p "$folder"
  exec 9>"$folder/.lock"
  flock 9  # two runs at once must not build into each other
  if [ ! -f "$folder/build.ninja" ]; then
    (cd "$root" && cmake --preset "$preset") >&2
  fi
  if ! ninja -C "$folder" -n "$@" 2>/dev/null | grep -q '^ninja: no work to do'; then
    ninja -C "$folder" "$@" >&2
  fi
  exec 9>&-
}
