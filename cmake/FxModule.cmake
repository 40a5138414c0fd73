# fx_module(name USES a b c)      a module: the folder src/<name>, the namespace ferrule::<name>, the target ferrule::<name>
#
# A module may use only what is declared above it, so a cycle cannot be written. Every .cpp below src/<name> belongs to it; a
# module without one yet is headers only. The list of all modules is the global property FX_MODULES, and the map as declared
# is written to modules.txt in the build folder. tools/check-includes holds every #include against it.
#
# fx_outside(name LINKS x y HEADERS p q)     libraries from outside that this module, and no other, may use
#
# HEADERS are what it includes with <...>, read by tools/check-includes. Base's reach everybody, since everybody uses base.

# FX_COLD    modules in which no test spends its time: under the sanitizers they are not optimised, which halves the time to compile them
#
# FX_BUSY    modules in which tests spend much of theirs: under the sanitizers they are optimised like what people get. A design that puts
#            devices into racks takes a sixth less, the module a tenth more to compile.
#
# fx_hot(names...)     modules whose files are compiled one by one even where FERRULE_UNITY joins those of others: in a large heap gcc
#                      inlines less, and inner loops take a tenth more instructions

function(fx_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "fx_module(${name}): what is '${arg_UNPARSED_ARGUMENTS}'? Write fx_module(name USES a b c).")
  endif()
  get_property(declared GLOBAL PROPERTY FX_MODULES)
  if(name IN_LIST declared)
    message(FATAL_ERROR "fx_module(${name}) is declared twice")
  endif()
  foreach(used IN LISTS arg_USES)
    if(NOT used IN_LIST declared)
      message(FATAL_ERROR "fx_module(${name} USES ${used}): ${used} is not declared above ${name}")
    endif()
  endforeach()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # a program's entry is not part of the library
  list(TRANSFORM arg_USES PREPEND ferrule:: OUTPUT_VARIABLE libraries)

  if(sources)
    add_library(ferrule_${name} STATIC ${sources})
    target_include_directories(ferrule_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(ferrule_${name} PUBLIC ${libraries})
    if(name IN_LIST FX_COLD AND (FERRULE_SANITIZE OR FERRULE_FUZZ))
      fx_common_headers(ferrule_${name} COLD)
    else()
      fx_common_headers(ferrule_${name})
    endif()
    if(name IN_LIST FX_BUSY AND (FERRULE_SANITIZE OR FERRULE_FUZZ))
      target_compile_options(ferrule_${name} PRIVATE -O2)
    endif()
  else()
    add_library(ferrule_${name} INTERFACE)
    target_include_directories(ferrule_${name} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(ferrule_${name} INTERFACE ${libraries})
  endif()
  add_library(ferrule::${name} ALIAS ferrule_${name})

  set_property(GLOBAL APPEND PROPERTY FX_MODULES ${name})
  list(JOIN arg_USES " " uses)
  string(STRIP "${name}: ${uses}" line)
  set_property(GLOBAL APPEND_STRING PROPERTY FX_MAP "${line}\n")
endfunction()

function(fx_outside name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;HEADERS")
  get_target_property(kind ferrule_${name} TYPE)
  if(kind STREQUAL INTERFACE_LIBRARY)
    target_link_libraries(ferrule_${name} INTERFACE ${arg_LINKS})
  else()
    target_link_libraries(ferrule_${name} PUBLIC ${arg_LINKS})
  endif()
endfunction()

function(fx_hot)
  if(FERRULE_SANITIZE OR FERRULE_FUZZ)
    return()  # slow anyhow
  endif()
  foreach(name IN LISTS ARGN)
    set_target_properties(ferrule_${name} PROPERTIES UNITY_BUILD OFF)
  endforeach()
endfunction()

function(fx_write_map)
  get_property(map GLOBAL PROPERTY FX_MAP)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/modules.txt CONTENT "${map}" @ONLY)
endfunction()
