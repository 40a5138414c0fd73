// The fields are those that spec/part_fields.cpp turns into a part of a plant, the other way round.
#include "api/part_line.h"

#include <algorithm>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/canonical.h"

namespace ferrule::api {
namespace {

using plant::Kind;
using spec::Field;

std::string_view noun_of(Kind kind) {
  switch (kind) {
    case Kind::kCord:
    case Kind::kExtension: return "patch_cord";
    case Kind::kTrunk: return "trunk";
    case Kind::kBreakout: return "breakout";
    case Kind::kConversion: return "conversion";
    case Kind::kCassette: return "cassette";
    case Kind::kAdapterPanel: return "panel";
    case Kind::kLoopback: return "loopback";
    case Kind::kTransceiver: return "transceiver";
    case Kind::kModule:
    case Kind::kTap: break;
  }
  return {};
}

std::string_view polish_word(spec::Polish polish) {
  return polish == spec::Polish::kUnknown ? "" : spec::angled(polish) ? "APC" : "PC";
}

std::string_view adapter_letter(plant::Joint joint) {
  return joint == plant::Joint::kOpposed ? "A" : joint == plant::Joint::kAligned ? "B" : "";
}

// Faces of one end, which are alike.
struct End {
  const plant::TypeFace* face = nullptr;
  int count = 0;
};

class LineOfPart {
 public:
  LineOfPart(const plant::PartType& type, const PartLineOptions& options) : type_(type), options_(options) {}

  PartLine write() {
    if (noun_of(type_.kind).empty()) return without_noun();
    text(Field::kKind, noun_of(type_.kind));
    if (type_.kind == Kind::kExtension) beyond_.emplace_back("extension");
    ends();
    glass();
    wiring();
    if (type_.kind == Kind::kTransceiver) text(Field::kPmd, type_.application);
    if (options_.length) number(Field::kLength, static_cast<double>(options_.length->millimetre) / 1000);
    jacket();
    connectors();
    out_.line = spec::canonical(out_.specification);
    out_.beyond = joined(beyond_, ", ");
    return std::move(out_);
  }

 private:
  void text(Field field, std::string_view value) {
    if (value.empty()) return;
    spec::Reading reading;
    reading.text = out_.specification.own(std::string(value));
    out_.specification.set(field, reading);
  }
  void number(Field field, double value) {
    spec::Reading reading;
    reading.number = value;
    out_.specification.set(field, reading);
  }

  // The faces of end a, or of end b: b of cables, the fronts of a cassette.
  End end_of(bool b) const {
    End end;
    for (const plant::TypeFace& face : type_.faces) {
      const bool far = type_.kind == Kind::kCassette ? !face.name.starts_with("rear") : face.name.starts_with("b");
      if (far != b) continue;
      if (end.face == nullptr) end.face = &face;
      ++end.count;
    }
    return end;
  }

  void ends() {
    if (type_.kind == Kind::kAdapterPanel) return set_end(false, {&type_.faces.front(), options_.ports});
    for (const bool b : {false, true})
      if (const End end = end_of(b); end.face != nullptr) set_end(b, end);
  }

  void set_end(bool b, const End& end) {
    const spec::Face& face = end.face->face;
    text(at_end(Field::kAType, b), face.connector);
    if (face.pins == spec::Pins::kPinned || face.pins == spec::Pins::kUnpinned)
      text(at_end(Field::kAGender, b), spec::spell(face.pins));
    text(at_end(Field::kAPolish, b), polish_word(face.polish));
    number(at_end(Field::kACount, b), end.count);
    if (face.polish == spec::Polish::kAngledUp && type_.kind != Kind::kTransceiver)
      beyond_.push_back(fmt::format("end {} slopes up", b ? "b" : "a"));
  }

  void glass() {
    text(Field::kFibreType, type_.fibre);
    if (!type_.fibre.empty() && type_.mode != spec::Mode::kUnknown)
      text(Field::kMode, type_.mode == spec::Mode::kSingle ? "SM" : "MM");
    if (type_.kind == Kind::kAdapterPanel || type_.kind == Kind::kTransceiver || type_.kind == Kind::kLoopback) return;
    const End a = end_of(false);
    if (a.face != nullptr) number(Field::kFibreCount, a.face->face.count() * a.count);
  }

  void wiring() {
    switch (type_.kind) {
      case Kind::kCord:
      case Kind::kTrunk:
      case Kind::kExtension: return polarity();
      case Kind::kAdapterPanel:
        if (type_.faces.front().face.size() > 2 || !adapter_letter(type_.faces.front().joint).empty())
          text(Field::kPolarity, adapter_letter(type_.faces.front().joint));
        return;
      case Kind::kBreakout:
        if (type_.claims == "port" || type_.claims == "consecutive") text(Field::kLegWiring, type_.claims);
        break;
      case Kind::kCassette: adapters(); break;
      default: break;
    }
    if (type_.kind != Kind::kTransceiver && type_.kind != Kind::kLoopback) add_map();
  }

  // A field of the language, but one that its canonical line leaves out.
  void adapters() {
    const std::string_view letter = adapter_letter(type_.faces.front().joint);
    text(Field::kAdapterKeys, letter);
    if (!letter.empty()) beyond_.push_back(fmt::format("rear adapters of Type {}", letter));
  }

  // Rows of facts that the map rests on: "transition universal on MPO-12", "wiring port-4xLC".
  void add_map() {
    if (!type_.map_known)
      beyond_.emplace_back("wiring not known");
    else
      for (const plant::Cited& cited : type_.map_facts) beyond_.push_back(cited.what);
  }

  void polarity() {
    const spec::Face& face = type_.faces.front().face;
    const std::string& claims = type_.claims;
    if (claims.empty()) {
      if (face.size() > 1) add_map();
    } else if (face.size() == 2) {
      text(Field::kCordMap, claims);
    } else if (claims.size() == 1) {
      text(Field::kPolarity, claims);
      pin_out();
    } else if (claims.find('-') != std::string::npos) {
      text(Field::kPolarity, claims.substr(0, 1));
      text(Field::kPinOut, claims);
    } else {
      beyond_.push_back("polarity " + claims);
    }
  }

  // Type B over two rows is two products: which one, the row of facts says ("Type B24-R, 24 fibres").
  void pin_out() {
    constexpr std::string_view kType = "Type ";
    if (type_.map_facts.empty() || !type_.map_facts.front().what.starts_with(kType)) return;
    const std::string_view what = std::string_view(type_.map_facts.front().what).substr(kType.size());
    const std::string_view name = what.substr(0, what.find(','));
    if (name.find('-') != std::string_view::npos) text(Field::kPinOut, name);
  }

  // "LSZH OFNR", "B2ca-s1a,d1,a1": the language keeps materials and listings, and classes of the construction rules, apart.
  void jacket() {
    std::string listed;
    for (const std::string_view word : split(type_.jacket, ' ')) {
      const std::size_t ca = word.find("ca");
      if (ca != std::string_view::npos && ca <= 2 && word.front() >= 'A' && word.front() <= 'F')
        text(Field::kEuroclass, word);
      else
        listed += (listed.empty() ? "" : " ") + std::string(word);
    }
    text(Field::kJacket, listed);
  }

  // What is said of the connectors, where it is said of all alike.
  void connectors() {
    if (type_.kind == Kind::kTransceiver) return;
    const plant::TypeFace& first = type_.faces.front();
    const auto alike = [&](auto member) {
      return std::all_of(type_.faces.begin(), type_.faces.end(),
                         [&](const plant::TypeFace& face) { return face.*member == first.*member; });
    };
    if (alike(&plant::TypeFace::loss_max)) {
      if (first.loss_max.microdecibel > 0) number(Field::kMaxIl, in_db(first.loss_max));
    } else {
      beyond_.emplace_back("loss differs from end to end");
    }
    if (alike(&plant::TypeFace::grade))
      grade(first.grade);
    else
      beyond_.emplace_back("grade differs from end to end");
    if (alike(&plant::TypeFace::brand)) brand(first.brand);
    if (type_.field_changeable) text(Field::kChangeable, "yes");
  }

  void grade(const std::string& word) {
    if (word == "standard" || word == "low-loss" || word == "ultra-low-loss") {
      std::string field = word;
      std::replace(field.begin(), field.end(), '-', '_');
      text(Field::kGrade, field);
    } else if (!word.empty()) {
      beyond_.push_back("grade " + word);
    }
  }

  void brand(const std::string& word) {
    if (word == "MTP") {
      text(Field::kBrandTerm, word);
      number(Field::kMtpBrandClaimed, 1);
    } else if (!word.empty() && word != "MPO") {
      beyond_.push_back("brand " + word);
    }
  }

  PartLine without_noun() {
    std::vector<std::string> faces;
    int count = 0;
    for (std::size_t i = 0; i < type_.faces.size(); ++i) {
      ++count;
      const std::string& connector = type_.faces[i].face.connector;
      if (i + 1 < type_.faces.size() && type_.faces[i + 1].face.connector == connector) continue;
      faces.push_back(fmt::format("{}x {}", count, connector));
      count = 0;
    }
    out_.line = fmt::format("{}: {}", plant::spell(type_.kind), joined(faces, " and "));
    if (!type_.fibre.empty()) out_.line += ", " + type_.fibre;
    add_map();
    out_.beyond = joined(beyond_, ", ");
    return std::move(out_);
  }

  const plant::PartType& type_;
  const PartLineOptions& options_;
  PartLine out_;
  std::vector<std::string> beyond_;
};

}  // namespace

PartLine part_line(const plant::PartType& type, const PartLineOptions& options) { return LineOfPart(type, options).write(); }

PartLine coupler_line(const plant::TypeFace& plug, plant::Joint joint) {
  PartLine out;
  const auto text = [&](Field field, std::string_view value) {
    if (value.empty()) return;
    spec::Reading reading;
    reading.text = out.specification.own(std::string(value));
    out.specification.set(field, reading);
  };
  text(Field::kKind, "adapter");
  text(Field::kAType, plug.face.connector);
  text(Field::kPolarity, adapter_letter(joint));
  out.line = spec::canonical(out.specification);
  if (adapter_letter(joint).empty() && plug.face.size() > 1) out.beyond = "adapter type not stated";
  return out;
}

}  // namespace ferrule::api
