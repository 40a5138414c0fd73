# Sourced by ./dev: Debian packages, what is missing of them, and how they get here.
#
#   need build test      # returns when every package of these groups is there; otherwise installs, or says what to type
#
# Nothing is done, and no network is touched, when dpkg already knows every package.

packages_of() {  # groups... -> package names, one a line
  local group line wanted=" $* "
  while IFS= read -r line; do
    line=${line%%#*}
    line=${line//[[:space:]]/}
    case $line in
      '') ;;
      '['*']') group=${line#[}; group=${group%]} ;;
      *) [[ $wanted == *" $group "* ]] && printf '%s\n' "$line" ;;
    esac
  done < "$ROOT/tools/packages.txt"
  return 0
}

missing_of() {  # packages... -> those that are not installed
  local known package
  known=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qx "$package installed" <<< "$known" || printf '%s\n' "$package"
  done
}

need() {  # groups...
  local -a packages missing run=()
  [[ ${FERRULE_NO_SETUP:-} ]] && return 0
  mapfile -t packages < <(packages_of "$@")

  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    complain "this is not a Debian system, so I cannot install what is needed." \
      "Install what these Debian 12 packages hold:" \
      "    ${packages[*]}" \
      "then say that it is done:" \
      "    FERRULE_NO_SETUP=1 ./dev $VERB"
    return 1
  fi

  mapfile -t missing < <(missing_of "${packages[@]}")
  (( ${#missing[@]} == 0 )) && return 0
  note "missing: ${missing[*]}"

  if (( $(id -u) != 0 )); then
    if ! command -v sudo >/dev/null; then
      complain "I am not root and there is no sudo. Ask somebody who is root to type:" \
        "    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
    run=(sudo)
    [[ -t 0 ]] || run=(sudo -n)  # nobody is there to type a password
    if ! "${run[@]}" true; then
      complain "sudo does not let me in. Type this yourself, then try again:" \
        "    sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
  fi

  run+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  "${run[@]}" update || note "the package lists could not be refreshed; trying with those that are here"
  if ! "${run[@]}" install -y --no-install-recommends "${missing[@]}"; then
    complain "apt-get could not install: ${missing[*]}" \
      "Is there a network, and does /etc/apt/sources.list name a Debian 12 mirror? When both are right, type:" \
      "    ./dev setup"
    return 1
  fi
  mapfile -t missing < <(missing_of "${packages[@]}")
  if (( ${#missing[@]} )); then
    complain "apt-get was content, but these are still not installed: ${missing[*]}"
    return 1
  fi
}
