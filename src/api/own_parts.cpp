#include "api/own_parts.h"

#include <algorithm>

namespace ferrule::api {
namespace {

using plant::Kind;
using plant::PartType;

bool has_grade(const PartType& own, const std::string& grade) {
  return own.grade == grade ||
         std::all_of(own.faces.begin(), own.faces.end(), [&](const plant::TypeFace& face) { return face.grade == grade; });
}

bool has_brand(const PartType& own, const std::string& brand) {
  return own.brand == brand ||
         std::all_of(own.faces.begin(), own.faces.end(), [&](const plant::TypeFace& face) { return face.brand == brand; });
}

bool has_array_end(const PartType& own) {
  return std::any_of(own.faces.begin(), own.faces.end(), [](const plant::TypeFace& face) { return face.face.size() > 2; });
}

}  // namespace

int rears_of(const PartType& type) {
  return static_cast<int>(std::count_if(type.faces.begin(), type.faces.end(),
                                        [](const plant::TypeFace& face) { return face.name.starts_with("rear"); }));
}

bool follows(const PartType& own, const synth::CablingWish& wish) {
  if (!wish.fibre.empty() && own.fibre != wish.fibre) return false;
  if (!wish.grade.empty() && !has_grade(own, wish.grade)) return false;
  if (!wish.jacket.empty() && own.kind != Kind::kCassette && own.jacket != wish.jacket) return false;
  return wish.brand.empty() || !has_array_end(own) || has_brand(own, wish.brand);
}

std::vector<std::string> own_cords(const std::vector<PartType>& types, const synth::CablingWish& wish) {
  std::vector<std::string> out;
  for (const PartType& type : types)
    if (type.kind == Kind::kCord && type.faces.size() == 2 && follows(type, wish)) out.push_back(type.name);
  return out;
}

std::vector<std::pair<int, std::string>> own_trunks(const std::vector<PartType>& types, const synth::CablingWish& wish,
                                                    int most_legs) {
  std::vector<std::pair<int, std::string>> out;
  for (const PartType& type : types) {
    const int legs = static_cast<int>(type.faces.size() / 2);
    const bool asked = std::find(wish.trunk_legs.begin(), wish.trunk_legs.end(), legs) != wish.trunk_legs.end();
    if (type.kind == Kind::kTrunk && type.faces.size() % 2 == 0 && asked && legs <= most_legs && follows(type, wish))
      out.emplace_back(legs, type.name);
  }
  return out;
}

std::vector<OwnModule> own_modules(const std::vector<PartType>& types, const synth::CablingWish& wish) {
  std::vector<OwnModule> out;
  for (const PartType& type : types) {
    if (type.kind != Kind::kCassette || type.faces.empty() || type.faces.back().face.size() <= 2 || !follows(type, wish))
      continue;
    const int rears = rears_of(type);
    if (rears == 0 || rears == static_cast<int>(type.faces.size())) continue;
    out.push_back({type.name, &type.faces.front(), &type.faces[static_cast<std::size_t>(rears)], rears,
                   static_cast<int>(type.faces.size()) - rears, type.claims});
  }
  return out;
}

std::vector<OwnCassette> own_cassettes(const std::vector<PartType>& types, const synth::CablingWish& wish) {
  std::vector<OwnCassette> out;
  for (const PartType& type : types) {
    if (type.kind != Kind::kCassette || type.faces.empty() || !type.faces.front().name.starts_with("rear")) continue;
    if (rears_of(type) != 1 || !follows(type, wish)) continue;
    out.push_back({type.name, type.faces.front().face, type.faces.back().face, static_cast<int>(type.faces.size()) - 1,
                   type.faces.front().joint, type.claims});
  }
  return out;
}

}  // namespace ferrule::api
