# Sourced by ./dev: one build folder per purpose, all with CMake and Ninja.
#
#   build            Release; the program is build/ferrule
#   build-sanitize   clang, address and undefined-behaviour sanitizers, assertions on: the unit tests and the fuzz targets
#   build-fuzz       the same, and the fuzz targets see what is compared: for fuzzing at length
#   build-lint       file by file, for clang-tidy; never built

configure() {  # folder, cmake arguments...
  local folder=$1
  shift
  # A folder that moved, or that another generator made, cannot be reused: cmake would only say so.
  if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$folder/CMakeCache.txt"; then
    rm -rf "$folder"
  fi
  cmake -S . -B "$folder" -G Ninja --log-level=WARNING -DFERRULE_UNITY="${FERRULE_UNITY:-ON}" "$@"
}

make_targets() {  # folder, targets...
  local folder=$1
  shift
  cmake --build "$folder" --parallel "$JOBS" --target "$@"
}

build_program() {
  configure build -DCMAKE_BUILD_TYPE=Release && make_targets build ferrule
}

build_release_tests() {  # all that runs the program, but not the unit tests
  configure build -DCMAKE_BUILD_TYPE=Release -DFERRULE_TESTS=ON && make_targets build ferrule story_tests
}

build_sanitized() {  # targets, default all
  (( $# )) || set -- all
  configure build-sanitize -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DFERRULE_FUZZ=ON -DFERRULE_TESTS=ON &&
    make_targets build-sanitize "$@"
}

build_fuzz() {
  configure build-fuzz -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DFERRULE_FUZZ=ON -DFERRULE_FUZZ_COMPARES=ON -DFERRULE_TESTS=ON &&
    make_targets build-fuzz fuzz_targets
}

build_bench() {
  configure build -DCMAKE_BUILD_TYPE=Release -DFERRULE_BENCH=ON && make_targets build ferrule benchmarks
}
