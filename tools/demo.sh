#!/usr/bin/env bash
# What Ferrule does, on a real fabric: the 4-SU DGX SuperPOD, from thirty lines of text to a proven plant and a priced bill, and one
# mistake found. Run by ./dev demo after the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ferrule=build/ferrule
fabric=examples/design/superpod-h100
built=build/demo
port=leaf1-1/cage17/1
faulty=examples/superpod-h100-4su-panels/faulty/type-a-trunks

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
for example in "$fabric" "$faulty"; do
  [[ -d $example ]] || fail "the example $example is missing"
done

say "1. A fabric and a hall, as their author writes them"
grep -v '^#' "$fabric/plant.yaml"

say "2. The same as a plant: proven, costed, written" \
  "Ports, parts, racks and lengths; each lane of each link followed from transmitter to receiver. Clean: exit code 0."
rm -rf "$built"
run 0 "$ferrule" build "$fabric" -o "$built" --prices generic

say "3. One port of it, fibre by fibre" \
  "Every part, face and position that the light meets, both ways."
run 0 "$ferrule" trace "$built/plant" "$port"

say "4. One mistake of the kind that installers make: $faulty" \
  "What is wrong, where, and the least change that repairs it. Faulty: exit code 1."
[[ -r $faulty/README.md ]] && sed -n '1p' "$faulty/README.md"
run 1 "$ferrule" check "$faulty"

say "Where to look next" \
  "$built/README.md     what was just built: the plant, its verdicts and losses, its bill (bom.xlsx)" \
  "examples/            plants with faulty twins and a drawing; examples/design: published fabrics" \
  "docs/rules/          why each finding is one: $ferrule explain M201" \
  "docs/language/       how to write your own: $ferrule init my-plant" \
  "README.md            everything else"
