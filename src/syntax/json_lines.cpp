#include "syntax/json_lines.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace ferrule::syntax {
namespace {

struct Finder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Finder> {
  Finder(std::string_view wanted, std::string& into) : name(wanted), out(into) {}
  bool StartObject() { return ++depth, true; }
  bool EndObject(rapidjson::SizeType) { return --depth, true; }
  bool StartArray() { return ++depth, true; }
  bool EndArray(rapidjson::SizeType) { return --depth, true; }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    here = depth == 1 && std::string_view(text, length) == name;
    return true;
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    if (here && depth == 1) {
      out.assign(text, length);
      found = true;
    }
    here = false;
    return true;
  }
  bool Default() {
    here = false;
    return true;
  }
  std::string_view name;
  std::string& out;
  int depth = 0;
  bool here = false, found = false;
};

}  // namespace

Member text_member(std::string_view line, std::string_view name, std::string& out) {
  out.clear();
  Finder finder(name, out);
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(line.data(), line.size());
  const bool good = !reader.Parse<rapidjson::kParseIterativeFlag>(stream, finder).IsError();
  if (!good) out.clear();  // half an object says nothing
  return !good ? Member::kNoJson : finder.found ? Member::kFound : Member::kMissing;
}

}  // namespace ferrule::syntax
