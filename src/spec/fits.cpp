#include "spec/fits.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "spec/connector_name.h"
#include "spec/flame_rating.h"

namespace ferrule::spec {
namespace {

constexpr std::string_view kRules = "rules of substitution for MPO assemblies, terminology section 5";

std::string value_shown(const Specification& s, Field field) {
  return s.has(field) ? value_text(field, s.get(field)) : std::string();
}

int positions_of(const facts::Facts& facts, std::string_view connector) {
  const facts::Connector* row = facts.connector(connector);
  return row == nullptr ? 0 : static_cast<int>(row->populated.size());
}

class Judge {
 public:
  Judge(const Specification& required, const Specification& offered, const facts::Facts& facts, const Needs& needs,
        std::optional<BrandPolicy> brand, bool turned)
      : r_(required), o_(offered), facts_(facts), needs_(needs), brand_(brand), turned_(turned) {
    out_.turned = turned;
    out_.reasons.reserve(32);
  }

  Fitting judge() {
    kind();
    for (const bool b : {false, true}) end(b);
    fibre_count();
    fibre();
    for (const Field field : {Field::kPolarity, Field::kPinOut, Field::kCordMap, Field::kLegWiring, Field::kAdapterKeys})
      map(field);
    length();
    jacket();
    euroclass_of_both();
    plain(Field::kArmour, 'S', "metal parts need bonding, and no metal may be asked for");
    loss();
    return_loss();
    brand();
    for (const Field field : {Field::kChangeable, Field::kPmd, Field::kFormFactor}) plain(field, 'S', "it is another one");
    for (const Field field : {Field::kColour, Field::kTestReport, Field::kPlace}) commercial(field);
    open_needs();
    for (const FitReason& reason : out_.reasons) out_.fit = std::max(out_.fit, reason.fit);
    return std::move(out_);
  }

 private:
  Field of_offer(Field field) const { return turned_ ? mirrored(field) : field; }

  void add(Field field, char field_class, Fit fit, std::string why, std::string_view source = kRules) {
    out_.reasons.push_back(
        {spell(field), value_shown(r_, field), value_shown(o_, of_offer(field)), field_class, fit, std::move(why), source});
  }

  // What one side leaves open: true when there is nothing left to compare.
  bool one_is_silent(Field field, char field_class) {
    const bool required = r_.has(field), offered = o_.has(of_offer(field));
    if (required && offered) return false;
    if (required) {
      add(field, field_class, Fit::kCannotConfirm, "the offer does not say it");
      ask(field);
    } else if (offered) {
      add(field, field_class, Fit::kBetter, "the offer says more than is required");
    }
    return true;
  }
  void ask(Field field) {
    if (const Need* need = needs_.need_of(field)) ask(need->question);
  }
  void ask(const std::string& question) {
    if (std::find(out_.ask.begin(), out_.ask.end(), question) == out_.ask.end()) out_.ask.push_back(question);
  }

  // Equal or not, nothing between.
  void plain(Field field, char field_class, const std::string& why) {
    if (one_is_silent(field, field_class)) return;
    const bool equal = value_shown(r_, field) == value_shown(o_, of_offer(field));
    add(field, field_class, equal ? Fit::kSame : Fit::kNo, equal ? "equal" : why);
  }

  void kind() {
    if (one_is_silent(Field::kKind, 'S')) return;
    const std::string_view required = r_.text(Field::kKind), offered = o_.text(Field::kKind);
    const auto cable = [](std::string_view kind) { return kind == "trunk" || kind == "patch_cord"; };
    if (required == "other" || required == "not_fibre" || required == "tool")
      return add(Field::kKind, 'S', Fit::kCannotConfirm, "no list tells what decides for a part of this kind");
    if (required == offered) return add(Field::kKind, 'S', Fit::kSame, "equal");
    if (cable(required) && cable(offered) && is_multi_fibre(r_.text(Field::kAType)))
      return add(Field::kKind, 'S', Fit::kConditional,
                 "a cord and a trunk of the same connectors differ in construction: check cable type, pulling and bend rating");
    add(Field::kKind, 'S', Fit::kNo, "another kind of part");
  }

  void end(bool b) {
    const Field type = at_end(Field::kAType, b);
    if (!one_is_silent(type, 'S')) connector(type, b);
    const Field count = at_end(Field::kACount, b);
    if (!one_is_silent(count, 'S')) {
      const bool equal = r_.get(count).number == o_.get(of_offer(count)).number;
      add(count, 'S', equal ? Fit::kSame : Fit::kNo, equal ? "equal" : "another number of connectors");
    }
    pins(at_end(Field::kAGender, b), b);
    polish(at_end(Field::kAPolish, b));
  }

  void connector(Field type, bool b) {
    const std::string required = exact_connector(r_, b), offered = exact_connector(o_, b != turned_);
    if (required == offered) {
      const bool open = required == "MPO" || required == "LC" || required == "SC";
      add(type, 'S', open ? Fit::kCannotConfirm : Fit::kSame,
          open ? "both leave open which one: rows and positions, or simplex and duplex" : "equal");
      if (open) ask(fmt::format("Which {} exactly: how many rows and positions, or how many fibres?", required));
      return;
    }
    const bool family_open =
        (required.starts_with("MPO") && offered == "MPO") || (required == "MPO" && offered.starts_with("MPO")) ||
        required + "-duplex" == offered || offered + "-duplex" == required || required + "-simplex" == offered ||
        offered + "-simplex" == required || required + "-uniboot" == offered || offered + "-uniboot" == required;
    if (family_open) {
      ask(fmt::format("Which {} exactly: how many rows and positions, or how many fibres?",
                      required.size() < offered.size() ? required : offered));
      return add(type, 'S', Fit::kCannotConfirm, "one of the two leaves open which one it is");
    }
    const facts::Connector *wanted = facts_.connector(required), *given = facts_.connector(offered);
    const bool same_face = wanted != nullptr && given != nullptr && wanted->family == given->family &&
                           wanted->rows == given->rows && wanted->columns == given->columns && wanted->rows > 0;
    if (same_face && positions_of(facts_, offered) > positions_of(facts_, required) && is_multi_fibre(required))
      return add(type, 'S', Fit::kConditional,
                 fmt::format("more positions populated: {} fibres stay dark",
                             positions_of(facts_, offered) - positions_of(facts_, required)));
    if (same_face && required.substr(0, 2) == offered.substr(0, 2) &&
        positions_of(facts_, offered) == positions_of(facts_, required))
      return add(type, 'S', Fit::kConditional, "the same interface in another body: check the space at the port");
    add(type, 'S', Fit::kNo, "another interface: it does not mate, or not with all its fibres");
  }

  void pins(Field field, bool b) {
    if (!is_multi_fibre(r_.text(at_end(Field::kAType, b)))) return;
    if (one_is_silent(field, 'S')) return;
    if (r_.text(field) == o_.text(of_offer(field))) return add(field, 'S', Fit::kSame, "equal");
    if (o_.text(Field::kChangeable) == "yes")
      return add(field, 'S', Fit::kConditional, "to be set to the needed state in the field");
    add(field, 'S', Fit::kNo,
        r_.text(field) == "pinned" ? "two unpinned connectors hold no alignment" : "two pinned connectors damage each other");
  }

  void polish(Field field) {
    if (one_is_silent(field, 'S')) return;
    const std::string_view required = r_.text(field), offered = o_.text(of_offer(field));
    if (required == offered) return add(field, 'S', Fit::kSame, "equal");
    if (required == "APC" || offered == "APC") return add(field, 'S', Fit::kNo, "angled and flat faces do not meet");
    if (offered == "UPC") return add(field, 'S', Fit::kBetter, "both flat; UPC reflects less than PC");
    const bool multi = r_.text(Field::kMode) == "MM" && o_.text(Field::kMode) == "MM";
    add(field, 'S', multi ? Fit::kConditional : Fit::kNo,
        multi ? "both flat; PC and UPC are used alike for multimode: compare the return loss" : "PC reflects more than UPC");
  }

  void fibre_count() {
    if (one_is_silent(Field::kFibreCount, 'S')) return;
    const double required = r_.get(Field::kFibreCount).number, offered = o_.get(Field::kFibreCount).number;
    if (required == offered) return add(Field::kFibreCount, 'S', Fit::kSame, "equal");
    if (offered > required)
      return add(Field::kFibreCount, 'S', Fit::kConditional, fmt::format("{} fibres stay dark", offered - required));
    add(Field::kFibreCount, 'S', Fit::kNo, "too few fibres");
  }

  void fibre() {
    plain(Field::kMode, 'S', "single-mode and multimode never mix");
    if (one_is_silent(Field::kFibreType, 'P')) {
      glass();
      return;
    }
    const std::string_view required = r_.text(Field::kFibreType), offered = o_.text(Field::kFibreType);
    const facts::FibreSubstitution* row = facts_.substitution(required, offered);
    if (required == offered) {
      add(Field::kFibreType, 'P', Fit::kSame, "equal");
    } else if (row == nullptr) {
      add(Field::kFibreType, 'P', Fit::kCannotConfirm, "no rule compares the two");
    } else {
      const Fit fit = row->verdict == "ok" ? Fit::kBetter : row->verdict == "recheck" ? Fit::kConditional : Fit::kNo;
      add(Field::kFibreType, 'P', fit, row->why, row->source);
    }
    glass();
  }

  void glass() {
    if (one_is_silent(Field::kGlass, 'P')) return;
    const bool equal = r_.text(Field::kGlass) == o_.text(Field::kGlass);
    add(Field::kGlass, 'P', equal ? Fit::kSame : Fit::kConditional,
        equal ? "equal" : "another ITU type: compare bend radius and splicing loss");
  }

  void map(Field field) {
    if (one_is_silent(field, 'S')) return;
    if (r_.text(field) != o_.text(of_offer(field)))
      return add(field, 'S', Fit::kNo, "another map: light arrives at other positions");
    if (r_.text(field) != "other") return add(field, 'S', Fit::kSame, "equal");
    add(field, 'S', Fit::kCannotConfirm, "a word like universal is not one wiring: compare the maps");
    ask("Which position goes where? Please send the map.");
  }

  // A hundredth of the length, and at least two centimetres, is what rounding between feet and metres makes.
  void length() {
    if (one_is_silent(Field::kLength, 'S')) return;
    const double required = r_.get(Field::kLength).number, offered = o_.get(Field::kLength).number;
    const double rounding = std::max(0.02, std::max(required, offered) * 0.01);
    if (required == offered) return add(Field::kLength, 'S', Fit::kSame, "equal");
    if (std::abs(offered - required) <= rounding) return add(Field::kLength, 'S', Fit::kSame, "equal but for rounding");
    if (offered < required) return add(Field::kLength, 'S', Fit::kNo, fmt::format("{:.2f} m too short", required - offered));
    add(Field::kLength, 'S', Fit::kConditional,
        fmt::format("{:.2f} m longer: there must be room for the slack, and the loss grows a little", offered - required));
  }

  void jacket() {
    if (one_is_silent(Field::kJacket, 'S')) return;
    const std::string_view required = r_.text(Field::kJacket), offered = o_.text(Field::kJacket);
    if (required == offered) return add(Field::kJacket, 'S', Fit::kSame, "equal");
    const facts::Jacket *wanted = facts_.jacket(required), *given = facts_.jacket(offered);
    if (wanted == nullptr || given == nullptr || wanted->scheme != given->scheme || wanted->scheme == "material") {
      ask(fmt::format("Is the cable also rated {}?", required));
      return add(Field::kJacket, 'S', Fit::kCannotConfirm,
                 fmt::format("{} says nothing about {}: ratings are not converted between schemes", offered, required));
    }
    if (replaces(*wanted, offered))
      return add(Field::kJacket, 'S', Fit::kBetter, "a stricter type of the same scheme", wanted->source);
    add(Field::kJacket, 'S', Fit::kNo, "a less strict type, or conductive for non-conductive", wanted->source);
  }

  void euroclass_of_both() {
    if (one_is_silent(Field::kEuroclass, 'S')) return;
    const std::optional<Euroclass> wanted = euroclass(facts_, r_.text(Field::kEuroclass)),
                                   given = euroclass(facts_, o_.text(Field::kEuroclass));
    if (r_.text(Field::kEuroclass) == o_.text(Field::kEuroclass)) return add(Field::kEuroclass, 'S', Fit::kSame, "equal");
    const Answer answer = wanted && given ? compare(facts_, *wanted, *given) : Answer::kNotKnown;
    const Fit fit = answer == Answer::kFits ? Fit::kBetter : answer == Answer::kTooLoose ? Fit::kNo : Fit::kCannotConfirm;
    add(Field::kEuroclass, 'S', fit,
        answer == Answer::kFits       ? "class, smoke, droplets and acidity are each equal or better"
        : answer == Answer::kTooLoose ? "class, smoke, droplets or acidity is worse"
                                      : "a mark is not stated, and what is not stated is not equal");
    if (fit == Fit::kCannotConfirm) ask("Which marks has the CPR class (s, d, a)?");
  }

  // Figures compare on the same basis only. Words (low loss) have no common meaning.
  void loss() {
    if (r_.has(Field::kMaxIl) || o_.has(Field::kMaxIl)) {
      if (!one_is_silent(Field::kMaxIl, 'P')) loss_figures();
    }
    if (r_.has(Field::kMaxIl) && o_.has(Field::kMaxIl)) return;
    if (one_is_silent(Field::kGrade, 'P')) return;
    const bool equal = r_.text(Field::kGrade) == o_.text(Field::kGrade);
    add(Field::kGrade, 'P', Fit::kCannotConfirm,
        equal ? "the same word, which has no common meaning: compare dB per mated pair"
              : "words without figures: compare dB per mated pair");
    ask(Field::kMaxIl);
  }

  void loss_figures() {
    const double required = r_.get(Field::kMaxIl).number, offered = o_.get(Field::kMaxIl).number;
    if (r_.text(Field::kLossBasis) != o_.text(Field::kLossBasis)) {
      ask(Field::kLossBasis);
      return add(Field::kMaxIl, 'P', offered > required ? Fit::kNo : Fit::kCannotConfirm,
                 "the figures are not said to be on the same basis");
    }
    if (required == offered) return add(Field::kMaxIl, 'P', Fit::kSame, "equal");
    if (offered < required) return add(Field::kMaxIl, 'P', Fit::kBetter, "less loss");
    add(Field::kMaxIl, 'P', Fit::kNo,
        fmt::format("{:.2f} dB more for each mated pair; a project may still allow it: fits --in", offered - required));
  }

  void return_loss() {
    if (one_is_silent(Field::kMinRl, 'P')) return;
    const double required = r_.get(Field::kMinRl).number, offered = o_.get(Field::kMinRl).number;
    add(Field::kMinRl, 'P',
        offered == required  ? Fit::kSame
        : offered > required ? Fit::kBetter
                             : Fit::kNo,
        offered == required  ? "equal"
        : offered > required ? "reflects less"
                             : "reflects more");
  }

  bool claims(const Specification& s) const {
    return s.has(Field::kMtpBrandClaimed) && s.get(Field::kMtpBrandClaimed).number != 0;
  }

  // MTP and MPO mate. Whether the brand is wanted is the buyer's to say; a deviation is declared, not hidden.
  void brand() {
    const std::string_view required = r_.text(Field::kBrandTerm), offered = o_.text(Field::kBrandTerm);
    if (required.empty() || offered.empty()) return void(one_is_silent(Field::kBrandTerm, 'C'));
    const bool wanted = brand_ ? *brand_ != BrandPolicy::kFamily : claims(r_);
    if (brand_ == BrandPolicy::kFamily)
      return add(Field::kBrandTerm, 'C', required == offered ? Fit::kSame : Fit::kBetter,
                 "any MPO of the same family is accepted");
    if (wanted && !claims(o_)) {
      ask("Are the connectors MTP by US Conec? Please name the line.");
      const Fit fit = brand_ == BrandPolicy::kRequired ? (offered == "MPO" ? Fit::kNo : Fit::kCannotConfirm) : Fit::kConditional;
      return add(Field::kBrandTerm, 'C', fit,
                 offered == "MPO" ? "MTP is required and an MPO is offered: a deviation to be declared"
                                  : "MTP as a word is no claim of the brand");
    }
    if (claims(r_) == claims(o_) && required == offered) {
      add(Field::kBrandTerm, 'C', Fit::kSame, "equal");
      return line();
    }
    if (claims(o_) || required == "MPO" || required == "MPO/MTP")
      return add(Field::kBrandTerm, 'C', Fit::kBetter, "every MTP is an MPO, and the requirement asks for no brand");
    add(Field::kBrandTerm, 'C', Fit::kConditional,
        "the interface is the same; the requirement writes MTP and does not say whether the brand is meant");
  }

  void line() {
    if (one_is_silent(Field::kProductLine, 'C')) return;
    const bool equal = r_.text(Field::kProductLine) == o_.text(Field::kProductLine);
    add(Field::kProductLine, 'C', equal ? Fit::kSame : Fit::kConditional,
        equal ? "equal" : "another line of connectors: compare the figures");
  }

  void commercial(Field field) {
    if (!r_.has(field) && !o_.has(field)) return;
    if (!r_.has(field)) return add(field, 'C', Fit::kBetter, "the offer says more than is required");
    const bool equal = value_shown(r_, field) == value_shown(o_, field);
    add(field, 'C', equal ? Fit::kSame : Fit::kConditional,
        equal           ? "equal"
        : o_.has(field) ? "differs: to be accepted by the buyer"
                        : "the offer does not say it");
  }

  // What decides safety and neither side states cannot be confirmed by anybody.
  void open_needs() {
    for (const Need* need : needs_.open(r_)) {
      if (need->need_class != NeedClass::kSafety) continue;
      const bool said = std::any_of(out_.reasons.begin(), out_.reasons.end(), [&](const FitReason& reason) {
        return reason.fit >= Fit::kCannotConfirm && reason.field == spell(need->fields.front());
      });
      if (said) continue;
      out_.reasons.push_back({spell(need->fields.front()),
                              {},
                              value_shown(o_, of_offer(need->fields.front())),
                              'S',
                              Fit::kCannotConfirm,
                              "the requirement does not say it, and it decides whether the part works",
                              need->source});
      ask(need->question);
    }
  }

  const Specification &r_, &o_;
  const facts::Facts& facts_;
  const Needs& needs_;
  std::optional<BrandPolicy> brand_;
  bool turned_;
  Fitting out_;
};

// Both ends alike: laid the other way round it is the same cable.
bool symmetric(const Specification& s) {
  for (const Field field : {Field::kAType, Field::kAGender, Field::kAPolish, Field::kACount})
    if (value_shown(s, field) != value_shown(s, at_end(field, true))) return false;
  return true;
}

int badness(const Fitting& fitting) {
  int sum = 0;
  for (const FitReason& reason : fitting.reasons)
    sum += reason.fit == Fit::kNo ? 100 : reason.fit == Fit::kCannotConfirm ? 10 : static_cast<int>(reason.fit);
  return sum;
}

}  // namespace

std::string_view spell(Fit fit) {
  constexpr std::string_view kWords[] = {"same", "better", "conditional", "cannot-confirm", "no"};
  return kWords[static_cast<std::size_t>(fit)];
}

Fitting fits(const Specification& required, const Specification& offered, const facts::Facts& facts, const Needs& needs,
             std::optional<BrandPolicy> brand) {
  Fitting straight = Judge(required, offered, facts, needs, brand, false).judge();
  // A cable may be laid the other way round; its map is its own inverse.
  const std::string_view kind = offered.text(Field::kKind);
  if ((kind != "trunk" && kind != "patch_cord") || symmetric(offered)) return straight;
  Fitting turned = Judge(required, offered, facts, needs, brand, true).judge();
  const bool better = turned.fit < straight.fit || (turned.fit == straight.fit && badness(turned) < badness(straight));
  return better ? turned : straight;
}

}  // namespace ferrule::spec
