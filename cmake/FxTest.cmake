# fx_test(name [SHARDS n] [USES modules...] [WITH libraries...])     one gtest program from tests/unit/<name>/*.cpp, the ctest test unit.<name>
#
# SHARDS n: n tests, unit.<name>-1 and so on, each with a part of the cases, so that a long program does not run alone at the end.
# It links the module of its name, if there is one, and USES. A folder without tests yet gives no program. One program per module
# keeps ctest short; the single cases are counted from the file that gtest writes (tools/count-tests). Tests run in the root of
# the repository, so data/, docs/ and examples/ are at hand by those names.
#
# fx_test_library(name [USES modules...])     what several tests share: tests/<name>/*.cpp, included as "<name>/header.h"

find_package(GTest REQUIRED)

# No fuzz target runs the code of a test: what tells where it came to was a fifth of the time to compile it.
set(FX_NOT_FUZZED)
if(FERRULE_FUZZ)
  set(FX_NOT_FUZZED -fno-sanitize-coverage=edge,inline-8bit-counters,pc-table,stack-depth)
endif()

function(fx_test_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
  list(TRANSFORM arg_USES PREPEND ferrule::)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*.cpp)
  add_library(ferrule_test_${name} STATIC ${sources})
  target_include_directories(ferrule_test_${name} PUBLIC ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(ferrule_test_${name} PUBLIC ${arg_USES})
  target_compile_options(ferrule_test_${name} PRIVATE ${FX_NOT_FUZZED})
  fx_common_headers(ferrule_test_${name})
endfunction()

function(fx_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SHARDS" "USES;WITH")
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  get_property(modules GLOBAL PROPERTY FX_MODULES)
  if(name IN_LIST modules)
    list(APPEND arg_USES ${name})
  endif()
  list(TRANSFORM arg_USES PREPEND ferrule::)
  list(TRANSFORM arg_WITH PREPEND ferrule_test_)

  add_executable(unit_${name} ${sources})
  target_link_libraries(unit_${name} PRIVATE ${arg_WITH} ${arg_USES} GTest::gmock GTest::gtest_main)
  target_compile_options(unit_${name} PRIVATE ${FX_NOT_FUZZED})
  fx_common_headers(unit_${name} TESTS)
  if(NOT arg_SHARDS)
    fx_add_test(unit.${name} unit unit_${name})
    return()
  endif()
  foreach(shard RANGE 1 ${arg_SHARDS})
    math(EXPR index "${shard} - 1")
    fx_add_test(unit.${name}-${shard} unit unit_${name})
    set_property(TEST unit.${name}-${shard} APPEND PROPERTY ENVIRONMENT GTEST_TOTAL_SHARDS=${arg_SHARDS} GTEST_SHARD_INDEX=${index})
  endforeach()
endfunction()

# The address sanitizer keeps one frame of where memory came from: a twentieth of the time of the sanitized tests went into the others.
# A report that names memory is had with all of them by running the program by hand.
#
# fx_add_test(name label command...)     a ctest test that may leave its single cases in results/<name>.xml ($FERRULE_RESULT)
function(fx_add_test name label)
  set(result ${PROJECT_BINARY_DIR}/results/${name}.xml)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 900 ENVIRONMENT
    "GTEST_OUTPUT=xml:${result};FERRULE_RESULT=${result};UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=malloc_context_size=1;NO_COLOR=1")
  if(label STREQUAL unit)  # parts of one program run side by side: what they write for a moment must not meet
    set(scratch ${PROJECT_BINARY_DIR}/scratch/${name})
    file(MAKE_DIRECTORY ${scratch})
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT TMPDIR=${scratch} TEST_TMPDIR=${scratch}/)
  endif()
endfunction()
