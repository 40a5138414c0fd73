# fx_common_headers(target)         the headers from outside that most files include, compiled once
# fx_common_headers(target TESTS)   with those of gtest
# fx_common_headers(target COLD)    not optimised either
#
# A third of the time of a build was spent on reading them. A file that forgot to include one is compiled all the same:
# tools/check-includes tells. Tests are not optimised either: that was half the time of a build.

set(FX_COMMON_HEADERS
  <algorithm> <fmt/format.h> <map> <optional> <span> <string> <string_view> <tl/expected.hpp> <unordered_map> <vector>)

set(FX_UNOPTIMISED -O0)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # gcc 12 takes precompiled std::string for faulty when it optimises (bug 105651); clang looks for the same in the sanitized build.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-array-bounds> $<$<COMPILE_LANGUAGE:CXX>:-Wno-stringop-overflow>
                      $<$<COMPILE_LANGUAGE:CXX>:-Wno-stringop-overread>)
endif()

function(fx_common_headers target)
  set(common fx_common${ARGN})
  if(ARGN)
    target_compile_options(${target} PRIVATE ${FX_UNOPTIMISED})
  endif()
  if(NOT TARGET ${common})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${common}.cpp CONTENT "" @ONLY)
    add_library(${common} OBJECT ${PROJECT_BINARY_DIR}/${common}.cpp)
    target_precompile_headers(${common} PRIVATE ${FX_COMMON_HEADERS})
    # Whoever uses these headers has the same definitions and options, or the compiler refuses them.
    if(ARGN)
      target_compile_options(${common} PRIVATE ${FX_UNOPTIMISED})
    endif()
    if(ARGN STREQUAL TESTS)
      target_precompile_headers(${common} PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
      target_link_libraries(${common} PRIVATE ferrule::base GTest::gmock)
    else()
      target_link_libraries(${common} PRIVATE fmt::fmt)
    endif()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${common})
endfunction()
