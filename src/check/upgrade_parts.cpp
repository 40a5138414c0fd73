#include "check/upgrade_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::check {
namespace {

std::string_view polish_word(spec::Polish polish) {
  return polish == spec::Polish::kUnknown ? "" : spec::angled(polish) ? "APC" : "PC";
}

std::string_view gender_word(spec::Pins pins) {
  return pins == spec::Pins::kPinned ? "pinned" : pins == spec::Pins::kUnpinned ? "unpinned" : "";
}

// "{connector: MPO-12, gender: unpinned, polish: APC}"; what is not known stays unsaid.
std::string block(const spec::Face& face, std::string_view more = {}) {
  std::string out = "{connector: " + face.connector;
  if (!gender_word(face.pins).empty()) out += fmt::format(", gender: {}", gender_word(face.pins));
  if (!polish_word(face.polish).empty()) out += fmt::format(", polish: {}", polish_word(face.polish));
  return out + std::string(more) + "}";
}

std::string end_words(const spec::Face& face) {
  std::string out = face.connector;
  if (!gender_word(face.pins).empty()) out += fmt::format(" {}", gender_word(face.pins));
  if (!polish_word(face.polish).empty()) out += fmt::format(" {}", polish_word(face.polish));
  return out;
}

std::string traits_text(const PartTraits& traits) {
  std::string out;
  if (!traits.fibre.empty()) out += ", fibre: " + traits.fibre;
  if (!traits.grade.empty()) out += ", grade: " + traits.grade;
  return out;
}

std::string traits_words(const PartTraits& traits) {
  std::string out;
  if (!traits.fibre.empty()) out += ", " + traits.fibre;
  if (!traits.grade.empty() && traits.grade != "standard") out += ", " + traits.grade;
  return out;
}

bool same_face(const plant::TypeFace& a, const plant::TypeFace& b) {
  return a.face.connector == b.face.connector && a.face.pins == b.face.pins && a.face.polish == b.face.polish &&
         a.face.populated == b.face.populated && a.grade == b.grade && a.loss_max == b.loss_max && a.joint == b.joint &&
         a.receptacle == b.receptacle;
}

}  // namespace

const plant::PartType* PartShop::keep(plant::PartType part) {
  kept_.push_back(std::move(part));
  return &kept_.back();
}

const plant::PartType& PartShop::optic(const facts::Optic& optic) {
  const auto [at, fresh] = optics_.try_emplace(&optic, nullptr);
  if (fresh) at->second = keep(maker_.optic(optic));
  return *at->second;
}

std::string PartShop::name_in_plant(const plant::PartType& part) const {
  for (const plant::PartType& own : plant_.types) {
    if (own.kind != part.kind || own.fibre != part.fibre || own.far != part.far || own.faces.size() != part.faces.size())
      continue;
    if (std::equal(own.faces.begin(), own.faces.end(), part.faces.begin(), same_face)) return own.name;
  }
  return "";
}

const MadePart* PartShop::make(std::string words, std::string description) {
  const auto [at, fresh] = made_.try_emplace(description);
  MadePart& made = at->second;
  if (!fresh) return made.part == nullptr ? nullptr : &made;
  std::optional<plant::PartType> part = maker_.part(words, description);
  if (!part) return nullptr;
  made.words = std::move(words);
  made.description = std::move(description);
  made.plant_name = name_in_plant(*part);
  made.part = keep(std::move(*part));
  return &made;
}

const MadePart* PartShop::cord(const spec::Face& a, const spec::Face& b, const std::string& polarity, const PartTraits& traits) {
  const bool array = b.size() > 2, alike = block(a) == block(b);
  const std::string ends = alike ? "ends: " + block(a) : fmt::format("a: {}, b: {}", block(a), block(b));
  return make(fmt::format("cord {}{}, {}{}", end_words(a), alike ? "" : " to " + end_words(b),
                          array ? "Type " + polarity : polarity, traits_words(traits)),
              fmt::format("{{kind: cord, polarity: {}{}, {}}}", polarity, traits_text(traits), ends));
}

const MadePart* PartShop::harness(const spec::Face& head, const facts::ListedMap& wiring, spec::Polish port,
                                  const PartTraits& traits) {
  const std::string_view polish = polish_word(port);
  return make(fmt::format("harness {} to {} x {}{}{}, wiring {}{}", end_words(head), wiring.b_count, wiring.b_connector,
                          polish.empty() ? "" : " ", polish, wiring.name, traits_words(traits)),
              fmt::format("{{kind: breakout, wiring: {}{}, head: {}, leg: {{connector: {}, count: {}{}{}}}}}", wiring.name,
                          traits_text(traits), block(head), wiring.b_connector, wiring.b_count,
                          polish.empty() ? "" : ", polish: ", polish));
}

const MadePart* PartShop::cassette(const spec::Face& rear, const std::string& front, std::size_t ports,
                                   const std::string& transition, const std::string& adapter, const PartTraits& traits) {
  return make(fmt::format("cassette {} to {} x {}, {}, rear adapters of Type {}{}", end_words(rear), ports, front, transition,
                          adapter, traits_words(traits)),
              fmt::format("{{kind: cassette, transition: {}, adapter: {}{}, rear: {}, front: {{connector: {}, count: {}}}}}",
                          transition, adapter, traits_text(traits), block(rear), front, ports));
}

const MadePart* PartShop::panel(const std::string& connector, const std::string& adapter) {
  return make(fmt::format("adapter panel {}, Type {}", connector, adapter),
              fmt::format("{{kind: adapter-panel, connector: {}, adapter: {}}}", connector, adapter));
}

const plant::PartType* PartShop::regraded(const plant::PartType& part, const std::string& grade) {
  const auto [at, fresh] = regraded_.try_emplace({&part, grade}, nullptr);
  if (!fresh) return at->second;
  plant::PartType other = part;
  other.grade = grade;
  for (plant::TypeFace& face : other.faces) {
    face.grade = grade;
    face.loss_max = {};
  }
  return at->second = keep(std::move(other));
}

}  // namespace ferrule::check
