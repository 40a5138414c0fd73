# How every file is compiled: warnings, sanitizers, and nothing of this machine in the result.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough)
if(FERRULE_WERROR)
  add_compile_options(-Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # gcc 12 reports overlaps inside std::string that cannot happen (gcc bug 105651).
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()

if(FERRULE_UNITY)
  add_compile_options(-Wno-shadow)  # names of the other files of a heap; the build of single files keeps it
endif()

# Two checkouts give the same program.
add_compile_options(-ffile-prefix-map=${PROJECT_BINARY_DIR}/=build/ -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(FERRULE_SANITIZE OR FERRULE_FUZZ)
  # Whatever the build type: optimised a little, lines in every report, assertions on (no NDEBUG), first fault ends the run.
  # Lines only: whole debug information makes this build a quarter slower.
  set(fx_lines -g1)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    set(fx_lines -gline-tables-only)
  endif()
  foreach(type DEBUG RELEASE RELWITHDEBINFO)
    set(CMAKE_CXX_FLAGS_${type} "-O1 ${fx_lines}")
  endforeach()
  set(fx_sanitizers address,undefined)
  if(FERRULE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
      message(FATAL_ERROR "FERRULE_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
    endif()
    set(fx_sanitizers fuzzer-no-link,${fx_sanitizers})
    find_program(FX_LLD ld.lld)  # a hundred megabytes a program: 0.8 s of the processor instead of 4.5
    if(FX_LLD)
      add_link_options(-fuse-ld=lld)
    endif()
    if(NOT FERRULE_FUZZ_COMPARES)
      set(fx_not_sanitized -fno-sanitize-coverage=trace-cmp,indirect-calls)
    endif()
    # A null pointer that is read stops the address sanitizer too, and x86 reads at any address: a sixth of the time of this build.
    list(APPEND fx_not_sanitized -fno-sanitize=null,alignment)
    # Beyond an object there is what the address sanitizer guards, and beyond an array what bounds guards: an eighth of the time again.
    list(APPEND fx_not_sanitized -fno-sanitize=object-size)
    list(APPEND fx_not_sanitized -fno-sanitize=pointer-overflow)  # RapidJSON adds to a null pointer when it first makes room
  endif()
  add_compile_options(-fsanitize=${fx_sanitizers} ${fx_not_sanitized} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${fx_sanitizers})
  add_compile_definitions(FERRULE_SANITIZED _GLIBCXX_ASSERTIONS)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # The instrumented flow confuses this warning about std::optional and tl::expected; the release build keeps it.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
  endif()
endif()
