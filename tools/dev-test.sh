# Sourced by ./dev: everything that must hold, and the closing line that says how it went.
#
# Every stage leaves its count in $TALLY as "passed failed" lines; the closing line is their sum. A stage that dies
# before it can count (a build that fails) counts as one failure, so silence is never a pass.

TALLY=

tally() { printf '%s %s\n' "$1" "$2" >> "$TALLY"; }

close_test_run() {  # the closing line is the last thing that this program prints
  local passed=0 failed=0 p f
  while read -r p f; do
    passed=$((passed + p))
    failed=$((failed + f))
  done < "$TALLY"
  rm -f "$TALLY"
  (( passed + failed )) || failed=1
  printf '\n'
  printf '%d passed, %d failed\n' "$passed" "$failed"
  (( failed == 0 ))
}

run_ctest() {  # folder, ctest arguments...
  local folder=$1 results=$ROOT/$1/results status=0
  shift
  rm -rf "$results"
  mkdir -p "$results"
  ctest --test-dir "$folder" --parallel "$JOBS" --no-tests=error --output-on-failure \
    --output-junit "$results/ctest.xml" "$@" 2>&1 || status=1
  # The single cases of a gtest program or of the golden stories, where ctest sees only one test.
  local counted
  if counted=$(python3 tools/count-tests "$results") && [[ $counted =~ ^[0-9]+\ [0-9]+$ ]]; then
    printf '%s\n' "$counted" >> "$TALLY"
    [[ $status == 0 || ${counted#* } != 0 ]] || tally 0 1
  else
    tally 0 1
  fi
}

brief_fuzz() {  # one target per core: each of them runs on one
  local name said running=0
  for name in $(fuzz_targets); do
    (( ++running <= JOBS )) || wait -n || true
    {
      if said=$(fuzz_one "$name" "${FERRULE_FUZZ_SECONDS:-5}"); then tally 1 0; else tally 0 1; fi
      printf '%s\n' "$said"
    } &
  done
  wait
}

# The unit tests are built once, for the sanitizers: they see more there, and two builds of them took most of half an hour.
run_tests() {
  TALLY=$(mktemp)
  if ! need build test fuzz; then
    tally 0 1
    close_test_run
    return
  fi

  step "the program as people get it: golden, hostile and page tests"
  if build_release_tests; then run_ctest build --label-exclude '^(unit|corpus)$'; else tally 0 1; fi

  step "under the address and undefined-behaviour sanitizers: unit and golden tests, and each fuzz target for a moment"
  if build_sanitized; then
    run_ctest build-sanitize --label-regex '^(unit|golden)$'
    brief_fuzz
  else
    tally 0 1
  fi

  close_test_run
}

# Fuzzing. A target is tests/fuzz/fuzz_<name>.cpp; its seeds, and every input that once hurt, are in tests/fuzz/corpus/<name>.

fuzz_targets() {
  local file
  for file in tests/fuzz/fuzz_*.cpp; do
    [[ -e $file ]] || continue
    file=${file##*/fuzz_}
    printf '%s\n' "${file%.cpp}"
  done
}

# A unit that takes seconds under the sanitizers beside another job is slow, not hung.
FUZZ_UNIT_SECONDS=30

fuzz_one() {  # name, seconds
  local name=$1 seconds=$2 built=${FUZZ_BUILD:-build-sanitize}
  local found=$built/found/$name grown=$built/corpus/$name log=$built/$name.log
  local -a seeds=()
  mkdir -p "$found" "$grown"
  [[ -d tests/fuzz/corpus/$name ]] && seeds=("tests/fuzz/corpus/$name")
  printf 'fuzz %s for %s s: ' "$name" "$seconds"
  if "$built/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout="$FUZZ_UNIT_SECONDS" -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix="$found/" "$grown" "${seeds[@]}" > "$log" 2>&1 < /dev/null; then
    printf '%s inputs, nothing found\n' "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
  else
    printf 'FOUND SOMETHING\n'
    tail -n 40 "$log"
    printf 'The input is in %s. Copy it to tests/fuzz/corpus/%s and repair.\n' "$found" "$name"
    return 1
  fi
}

run_fuzz() {  # seconds, optional name
  local name status=0
  for name in ${2:-$(fuzz_targets)}; do
    fuzz_one "$name" "$1" || status=1
  done
  return $status
}
