# fx_common_headers(target)         the headers from outside that most files include, compiled once
# fx_common_headers(target TESTS)   with those of gtest
#
# Of the program only where FERRULE_SANITIZE or FERRULE_FUZZ is on: those builds are the longest part of ./dev test. The release
# build reads each header where it is named, so a file that forgot to include one still fails there. Tests take them always, and
# are not optimised: half the time of a build was spent on them.

set(FX_COMMON_HEADERS
  <algorithm> <fmt/format.h> <map> <optional> <span> <string> <string_view> <tl/expected.hpp> <unordered_map> <vector>)

set(FX_TEST_OPTIONS -O0)  # also: gcc 12 takes precompiled std::string for faulty (bug 105651) when it optimises

function(fx_common_headers target)
  if(NOT (FERRULE_SANITIZE OR FERRULE_FUZZ OR ARGN STREQUAL TESTS))
    return()
  endif()
  if(ARGN STREQUAL TESTS)
    target_compile_options(${target} PRIVATE ${FX_TEST_OPTIONS})
  endif()
  set(common fx_common${ARGN})
  if(NOT TARGET ${common})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${common}.cpp CONTENT "" @ONLY)
    add_library(${common} OBJECT ${PROJECT_BINARY_DIR}/${common}.cpp)
    target_precompile_headers(${common} PRIVATE ${FX_COMMON_HEADERS})
    # Whoever uses these headers has the same definitions, or the compiler refuses them.
    if(ARGN STREQUAL TESTS)
      target_precompile_headers(${common} PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
      target_compile_options(${common} PRIVATE ${FX_TEST_OPTIONS})
      target_link_libraries(${common} PRIVATE ferrule::base GTest::gmock)
    else()
      target_link_libraries(${common} PRIVATE fmt::fmt)
    endif()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${common})
endfunction()
