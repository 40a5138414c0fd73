# Sourced by ./dev: form. clang-format decides the layout, clang-tidy looks for mistakes, two scripts hold the map.

cpp_files() {  # paths... -> every C++ file below them that is ours
  find "$@" \( -name '*.cpp' -o -name '*.h' \) -type f | sort
}

shell_files() {
  grep -rlE '^#!.*\bbash' dev .ci tools tests bench 2>/dev/null
  ls tools/*.sh
}

format_sources() {
  cpp_files src tests bench | xargs -r clang-format -i
}

lint_sources() {  # paths..., all of src by default
  local status=0 file
  local -a files
  (( $# )) || set -- src tests bench

  step "layout"
  cpp_files "$@" | xargs -r clang-format --dry-run -Werror || status=1

  step "shell syntax"
  while IFS= read -r file; do
    bash -n "$file" || status=1
  done < <(shell_files | sort -u)

  step "the map and the tree"
  python3 tools/check-includes || status=1
  python3 tools/check-tree || status=1

  step "clang-tidy"
  FERRULE_UNITY=OFF configure build-lint -DCMAKE_BUILD_TYPE=Release -DFERRULE_TESTS=ON || return 1
  # Sources below src only: tests and benchmarks are judged by the compiler's warnings.
  mapfile -t files < <(cpp_files "$@" | grep -E '^(\./)?src/.*\.cpp$')
  # gcc's own options mean nothing to clang-tidy; it must not call them errors.
  if (( ${#files[@]} )); then
    printf '%s\n' "${files[@]}" | xargs -P "$JOBS" -n 1 \
      clang-tidy -p build-lint --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-unused-command-line-argument \
      2> >(grep -vE '^[0-9]+ warnings? generated|^Suppressed|^Use -header-filter' >&2) || status=1
  fi
  (( status == 0 )) && printf '\nlint: clean\n'
  return $status
}
