#include "syntax/xml_events.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <expat.h>
#include <fmt/format.h>

namespace ferrule::syntax {
namespace {

constexpr int kDeepestElement = 64;
constexpr std::size_t kParsedAtOnce = 1 << 20;

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct State {
  XML_Parser parser;
  XmlHandler& handler;
  XmlReading reading;
  int depth = 0;

  void stop(XmlEnd end, std::string message = {}) {
    if (reading.end != XmlEnd::kWhole) return;
    reading = {end, std::move(message)};
    XML_StopParser(parser, XML_FALSE);
  }
  bool stopped() const { return reading.end != XmlEnd::kWhole; }  // expat may finish the event it is in
};

State& state_of(void* user) { return *static_cast<State*>(user); }

void XMLCALL on_begin(void* user, const XML_Char* name, const XML_Char** attributes) {
  State& state = state_of(user);
  if (state.stopped()) return;
  if (++state.depth > kDeepestElement)
    return state.stop(XmlEnd::kRefused, fmt::format("elements more than {} deep", kDeepestElement));
  if (!state.handler.begin(local(name), attributes)) state.stop(XmlEnd::kStopped);
}

void XMLCALL on_end(void* user, const XML_Char* name) {
  State& state = state_of(user);
  if (state.stopped()) return;
  --state.depth;
  if (!state.handler.end(local(name))) state.stop(XmlEnd::kStopped);
}

void XMLCALL on_text(void* user, const XML_Char* text, int size) {
  State& state = state_of(user);
  if (!state.stopped() && !state.handler.text({text, static_cast<std::size_t>(size)})) state.stop(XmlEnd::kStopped);
}

void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  state_of(user).stop(XmlEnd::kRefused, "a document type, which could define entities");
}

}  // namespace

std::string_view attribute(XmlHandler::Attributes attributes, std::string_view name) {
  for (; attributes[0] != nullptr; attributes += 2)
    if (local(attributes[0]) == name) return attributes[1];
  return {};
}

XmlReading read_xml(std::string_view xml, XmlHandler& handler) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                                        &XML_ParserFree);
  State state{parser.get(), handler, {}, 0};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), &on_begin, &on_end);
  XML_SetCharacterDataHandler(parser.get(), &on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), &on_doctype);
  for (std::size_t at = 0;; at += kParsedAtOnce) {
    const std::string_view block = xml.substr(std::min(at, xml.size()), kParsedAtOnce);
    const bool last = at + kParsedAtOnce >= xml.size();
    const XML_Status status = XML_Parse(parser.get(), block.data(), static_cast<int>(block.size()), last ? XML_TRUE : XML_FALSE);
    if (state.stopped()) return state.reading;
    if (status != XML_STATUS_OK)
      return {XmlEnd::kMalformed, fmt::format("{} in line {}", XML_ErrorString(XML_GetErrorCode(parser.get())),
                                              XML_GetCurrentLineNumber(parser.get()))};
    if (last) return state.reading;
  }
}

}  // namespace ferrule::syntax
