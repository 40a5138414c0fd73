#!/usr/bin/env bash
# What Ferrule does, on the plants of a real fabric: the 4-SU DGX SuperPOD, 2,044 cords between leaf and spine.
# Run by ./dev demo after the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ferrule=build/ferrule
direct=examples/superpod-h100-4su
panels=examples/superpod-h100-4su-panels

# The port whose light is followed in both plants, and the twin with one physical mistake (an empty string: the first twin).
port=${FERRULE_DEMO_PORT:-}
faulty=${FERRULE_DEMO_FAULTY:-}

fail() { printf 'demo: %s\n' "$1" >&2; exit 1; }
say() { printf '\n\n----  %s\n' "$1"; shift; for line in "$@"; do printf '      %s\n' "$line"; done; printf '\n'; }

run() {  # expected exit code, command...
  local expected=$1 code=0
  shift
  printf '$ %s\n' "$*"
  "$@" < /dev/null || code=$?
  (( code == expected )) || fail "that should have ended with exit code $expected, and ended with $code"
}

[[ -x $ferrule ]] || fail "there is no $ferrule; type ./dev build"
for example in "$direct" "$panels"; do
  [[ -d $example ]] || fail "the example $example is missing"
done
if [[ ! $faulty ]]; then
  for twin in "$panels"/faulty/*/ "$direct"/faulty/*/; do
    if [[ -d $twin ]]; then faulty=${twin%/}; break; fi
  done
fi
[[ $faulty && -d $faulty ]] || fail "the faulty twin ${faulty:-of $panels} is missing"
for example in "$direct" "$panels"; do
  # Each example says in its file `trace` which port is worth following.
  [[ $port || -r $example/trace ]] || fail "$example/trace is missing: one line, the port to follow"
done
port_of() { if [[ $port ]]; then printf '%s' "$port"; else head -n 1 "$1/trace"; fi; }

say "1. The fabric, every cord direct from switch to switch" \
  "Each lane of each link is followed from transmitter to receiver. Clean: exit code 0."
run 0 "$ferrule" check "$direct"

say "2. One port of it, fibre by fibre" \
  "Every part, face and position that the light meets, both ways."
run 0 "$ferrule" trace "$direct" "$(port_of "$direct")"

say "3. The same fabric through two panels" \
  "Angled faces leave only Type A adapters, so the Type B cables must be odd in number: cord, trunk, cord."
run 0 "$ferrule" check "$panels"

say "4. The same port in it"
run 0 "$ferrule" trace "$panels" "$(port_of "$panels")"

say "5. One mistake of the kind that installers make: $faulty" \
  "What is wrong, where, and the least change that repairs it. Faulty: exit code 1."
[[ -r $faulty/README.md ]] && sed -n '1p' "$faulty/README.md"
run 1 "$ferrule" check "$faulty"

say "Where to look next" \
  "examples/            the plants above and others, each with faulty twins and a drawing" \
  "docs/rules/          why each finding is one: $ferrule explain M201" \
  "docs/language/       how to write your own: $ferrule init my-plant" \
  "README.md            everything else"
