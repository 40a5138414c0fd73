# fx_rule_table(module)     one line per rule page, so that adding a rule edits no list
#
# The header of docs/rules/same-pins-meet.md, "code: M201" and "severity: error", becomes a line of check/rule_table.inc in the
# build folder's generated/, which the module includes:
#
#     RULE(M201, same_pins_meet, kError)
#
# sorted by code. A page whose header says "retired: ..." or "by: reader" keeps its code taken and gives no line. A page without its function
# does not link; a function without its page fails tools/check-tree.

function(fx_rule_table module)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/rules/*.md)
  list(FILTER pages EXCLUDE REGEX "/README\\.md$")
  set(rows)
  set(codes)
  foreach(page IN LISTS pages)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
    cmake_path(GET page STEM LAST_ONLY name)
    file(READ ${page} text LIMIT 4000)
    if(NOT text MATCHES "^---\n(.*)\n---\n")
      message(FATAL_ERROR "${page}:1: a rule page begins with a header between two lines of ---")
    endif()
    string(REGEX REPLACE "^---\n" "" header "${text}")
    string(REGEX REPLACE "\n---\n.*" "\n" header "${header}")
    if(NOT header MATCHES "(^|\n)code: *([A-Z][0-9]+)")
      message(FATAL_ERROR "${page}:1: the header has no 'code: M201'")
    endif()
    set(code ${CMAKE_MATCH_2})
    if(code IN_LIST codes)
      message(FATAL_ERROR "${page}:1: the code ${code} is taken by another page")
    endif()
    list(APPEND codes ${code})
    if(header MATCHES "(^|\n)(retired|by):")  # "by: reader": found while reading, there is no function
      continue()
    endif()
    if(NOT header MATCHES "(^|\n)severity: *(error|warning|note|off)")
      message(FATAL_ERROR "${page}:1: the header has no 'severity:' of error, warning, note or off")
    endif()
    string(SUBSTRING ${CMAKE_MATCH_2} 0 1 first)
    string(SUBSTRING ${CMAKE_MATCH_2} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(REPLACE "-" "_" function ${name})
    list(APPEND rows "RULE(${code}, ${function}, k${first}${rest})")
  endforeach()
  list(SORT rows)
  list(JOIN rows "\n" rows)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/check/rule_table.inc
       CONTENT "// Written by cmake/RuleTable.cmake from the headers of docs/rules/*.md.\n${rows}\n" @ONLY)
  get_target_property(kind ferrule_${module} TYPE)
  if(NOT kind STREQUAL INTERFACE_LIBRARY)
    target_include_directories(ferrule_${module} PRIVATE ${PROJECT_BINARY_DIR}/generated)
  endif()
endfunction()
