// XML as a stream of beginnings, ends and texts, without anything that XML can do to a reader.
//
// Refused: a document type, and with it every entity but the five of XML itself; nesting deeper than 64.
// Shape:   names without their prefix ("x:row" is "row"); text comes in pieces. A handler that returns false ends the reading.
#pragma once

#include <string>
#include <string_view>

namespace ferrule::syntax {

class XmlHandler {
 public:
  using Attributes = const char**;  // name, value, name, value, nothing
  virtual ~XmlHandler() = default;
  virtual bool begin(std::string_view name, Attributes attributes) = 0;
  virtual bool end(std::string_view name) = 0;
  virtual bool text(std::string_view piece) = 0;
};

std::string_view attribute(XmlHandler::Attributes attributes,
                           std::string_view name);  // with its prefix cut off; empty: not there

enum class XmlEnd { kWhole, kStopped, kRefused, kMalformed };

struct XmlReading {
  XmlEnd end = XmlEnd::kWhole;
  std::string message;  // of what was refused or malformed
};

XmlReading read_xml(std::string_view xml, XmlHandler& handler);

}  // namespace ferrule::syntax
