# fx_embed(module pattern...)     files of the repository as bytes inside the program
#
# The assembler includes each file as it is (.incbin); a generated source lists them as facts/embedded.h declares. A new or
# removed file is seen at the next build (CONFIGURE_DEPENDS), an edited one is assembled again (OBJECT_DEPENDS). READMEs are for
# people and stay out.

function(fx_embed module)
  set(files)
  foreach(pattern IN LISTS ARGN)
    file(GLOB found CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/${pattern})
    list(APPEND files ${found})
  endforeach()
  list(FILTER files EXCLUDE REGEX "(^|/)README\\.md$")
  list(SORT files)
  list(LENGTH files count)

  set(assembly ".section .rodata\n")
  set(declarations)
  set(rows)
  set(paths)
  set(number 0)
  foreach(file IN LISTS files)
    set(path ${PROJECT_SOURCE_DIR}/${file})
    list(APPEND paths ${path})
    set(symbol ferrule_embedded_${number})
    # The byte 0 between two files keeps a reader that runs over the end from reading the next file as its own.
    string(APPEND assembly ".global ${symbol}\n${symbol}:\n.incbin \"${path}\"\n"
                           ".global ${symbol}_end\n${symbol}_end:\n.byte 0\n")
    string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      EmbeddedFile{\"${file}\", between(${symbol}, ${symbol}_end)},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")

  set(stem ${PROJECT_BINARY_DIR}/generated/${module}/embedded)
  file(CONFIGURE OUTPUT ${stem}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${stem}.cpp @ONLY CONTENT
"// Written by cmake/EmbedData.cmake.
#include \"facts/embedded.h\"

#include <array>

extern \"C\" {
${declarations}}

namespace ferrule::facts {
namespace {
[[maybe_unused]] std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::span<const EmbeddedFile> embedded_files() {
  static const std::array<EmbeddedFile, ${count}> files{
${rows}  };
  return files;
}
}  // namespace ferrule::facts
")
  set_source_files_properties(${stem}.S PROPERTIES OBJECT_DEPENDS "${paths}")

  add_library(ferrule_embedded STATIC ${stem}.S ${stem}.cpp)
  target_include_directories(ferrule_embedded PRIVATE ${PROJECT_SOURCE_DIR}/src)
  fx_outside(${module} LINKS ferrule_embedded)
endfunction()
