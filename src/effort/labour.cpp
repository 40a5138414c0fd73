#include "effort/labour.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "effort/counts.h"

namespace ferrule::effort {
namespace {

using plant::kNone;

constexpr std::string_view kTaskWords[kTasks] = {"mount", "pull", "dress", "label", "clean", "plug", "test"};

// Rates by their key; what is asked for and not there is remembered.
class RateBook {
 public:
  explicit RateBook(const std::vector<facts::LabourRate>& rates) {
    for (const facts::RateKey& key : facts::rate_keys()) {
      const auto found = std::find_if(rates.begin(), rates.end(), [&](const facts::LabourRate& rate) { return rate.key == key; });
      rows_.push_back({key, found == rates.end() ? std::nullopt : std::optional(found->minutes), false});
    }
  }

  std::int64_t of(std::string_view task, std::string_view of, std::string_view per) {
    for (Row& row : rows_)
      if (row.key == facts::RateKey{task, of, per}) {
        row.missed = row.missed || !row.minutes;
        return row.minutes.value_or(0);
      }
    return 0;
  }

  std::vector<facts::RateKey> missed() const {
    std::vector<facts::RateKey> out;
    for (const Row& row : rows_)
      if (row.missed) out.push_back(row.key);
    return out;
  }

 private:
  struct Row {
    facts::RateKey key;
    std::optional<std::int64_t> minutes;
    bool missed = false;
  };
  std::vector<Row> rows_;
};

class Areas {
 public:
  explicit Areas(const plant::Plant& plant) {
    std::map<std::string, std::uint32_t, std::less<>> known;
    for (const plant::Rack& rack : plant.racks) {
      const std::string hall = rack.hall.empty() ? std::string() : rack.hall + " ";
      const std::string name =
          rack.row.empty() ? fmt::format("{}rack {}", hall, rack.name) : fmt::format("{}row {}", hall, rack.row);
      const auto [at, fresh] = known.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
      if (fresh) names_.push_back(name);
      of_rack_.push_back(at->second);
    }
    nowhere_ = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back();
  }
  std::uint32_t of(std::uint32_t rack) const { return rack == kNone ? nowhere_ : of_rack_[rack]; }
  std::vector<std::string> names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::vector<std::uint32_t> of_rack_;
  std::uint32_t nowhere_ = 0;
};

// The word of the rates for a kind of cable.
std::string_view rated_as(plant::Kind kind) {
  if (kind == plant::Kind::kTrunk) return "trunk";
  return kind == plant::Kind::kBreakout || kind == plant::Kind::kConversion ? "breakout" : "cord";
}

struct PlugWork {
  std::int64_t clean = 0, plug = 0;
};

class Worker {
 public:
  Worker(const plant::Plant& plant, const LaidCables& laid, Sites& sites, const std::vector<facts::LabourRate>& rates)
      : plant_(plant), laid_(laid), sites_(sites), rates_(rates), areas_(plant) {}

  Labour work() {
    mount();
    for (const LaidCable& cable : laid_.cables) lay(cable);
    plug_all();
    test();
    return result();
  }

 private:
  using Key = std::tuple<std::uint32_t, Task, std::vector<std::uint32_t>>;

  Job& job(std::uint32_t phase, Task task, const std::vector<std::uint32_t>& areas) {
    // Phases that nobody named come last, as in the bill; kNone is the largest number.
    Job& job = jobs_[Key(phase, task, areas)];
    if (job.areas.empty()) {
      job.phase = phase;
      job.task = task;
      job.areas = areas;
    }
    return job;
  }

  void add(Job& job, std::uint64_t pieces, std::int64_t work) {
    job.pieces += pieces;
    job.work += work;
  }

  std::uint32_t area_of_node(std::uint32_t node) const { return areas_.of(node == kNone ? kNone : plant_.nodes[node].rack); }

  void mount() {
    for (const plant::Node& node : plant_.nodes) {
      Job& here = job(node.phase, Task::kMount, {areas_.of(node.rack)});
      if (node.panel) add(here, 1, rates_.of("mount", "panel", "piece"));
      for (std::uint32_t i = node.first_run; i < node.first_run + node.runs; ++i) {
        const plant::Run& run = plant_.runs[i];
        if (run.first_asset == kNone) continue;  // a panel without slots, or an adapter panel in a slot: mounted with it
        const bool optic = plant_.types[run.type].kind == plant::Kind::kTransceiver;
        add(here, run.names.count,
            rates_.of("mount", optic ? "transceiver" : "cassette", "piece") * static_cast<std::int64_t>(run.names.count));
      }
    }
  }

  // Areas of the racks at both ends; a cable without any rack is in the area without a name.
  const std::vector<std::uint32_t>& areas_of(const LaidCable& cable) {
    const auto [at, fresh] = of_ends_.try_emplace({cable.racks_a, cable.racks_b});
    if (!fresh) return at->second;
    for (const std::uint32_t set : {cable.racks_a, cable.racks_b})
      for (const std::uint32_t rack : laid_.sets.racks(set)) at->second.push_back(areas_.of(rack));
    if (at->second.empty()) at->second.push_back(areas_.of(kNone));
    return at->second = unique(std::move(at->second));
  }

  static std::vector<std::uint32_t> unique(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  // A breakout has an end for each leg, any other cable two.
  std::int64_t ends_of(const plant::PartType& type) const {
    return type.kind == plant::Kind::kBreakout || type.kind == plant::Kind::kConversion
               ? static_cast<std::int64_t>(type.faces.size())
               : 2;
  }

  void lay(const LaidCable& cable) {
    const plant::PartType& type = plant_.types[cable.type];
    const std::string_view of = rated_as(type.kind);
    const std::int64_t ends = ends_of(type);
    const std::vector<std::uint32_t>& areas = areas_of(cable);
    const std::int64_t metres = rates_.of("pull", of, "metre");
    if (cable.length_mm == 0) ++without_length_;
    Job& pull = job(cable.phase, Task::kPull, areas);
    add(pull, 1, ends * rates_.of("pull", of, "end") + (metres * cable.length_mm + 500) / 1000);
    if (const auto lying = plant_.laying.find(cable.asset); lying != plant_.laying.end())
      for (const std::uint32_t tray : lying->second.trays) note_tray(pull, tray);
    add(job(cable.phase, Task::kDress, areas), 1, ends * rates_.of("dress", of, "end"));
    add(job(cable.phase, Task::kLabel, areas), static_cast<std::uint64_t>(ends), ends * rates_.of("label", "cable", "end"));
  }

  static void note_tray(Job& pull, std::uint32_t tray) {
    const auto at = std::lower_bound(pull.trays.begin(), pull.trays.end(), tray);
    if (at == pull.trays.end() || *at != tray) pull.trays.insert(at, tray);
  }

  PlugWork work_of(const spec::Face& face) {
    const int ferrules = ferrules_of(face);
    return {ferrules * rates_.of("clean", face.size() > 2 ? "array" : "single", "ferrule"),
            rates_.of("plug",
                      face.size() > 2    ? "array"
                      : face.size() == 2 ? "duplex"
                                         : "single",
                      "plug")};
  }

  // Every plug that is in something, where that stands.
  void plug_all() {
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset) {
      if (plant_.asset_first[asset] == plant_.asset_first[asset + 1]) continue;
      const plant::PartType& type = plant_.asset_type(asset);
      if (!laid(type.kind) && type.kind != plant::Kind::kLoopback) continue;
      const std::uint32_t phase = sites_.of_cable(asset).phase;
      for (std::uint32_t plug = plant_.asset_first[asset]; plug < plant_.asset_first[asset + 1]; ++plug) put(plug, phase);
    }
  }

  void put(std::uint32_t plug, std::uint32_t phase) {
    const plant::Connector& connector = plant_.connectors[plug];
    const bool plugged = connector.mate != kNone || sites_.node_of(plug) != kNone;
    if (!plugged) return;
    if (connector.joint() == plant::Joint::kSplice) {
      ++splice_ends_;
      return;
    }
    const std::vector<std::uint32_t> areas{area_of_node(sites_.node_of(plug))};
    const spec::Face& face = plant_.face_of(plug).face;
    const PlugWork work = work_of(face);
    add(job(phase, Task::kClean, areas), static_cast<std::uint64_t>(ferrules_of(face)), work.clean);
    add(job(phase, Task::kPlug, areas), 1, work.plug);
  }

  void test() {
    const std::int64_t each = plant_.link_count() == 0 ? 0 : rates_.of("test", "link", "link");
    const std::int64_t fibre = plant_.link_count() == 0 ? 0 : rates_.of("test", "fibre", "fibre");
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link) {
      std::vector<std::uint32_t> areas;
      std::int64_t fibres = 0;
      for (std::uint32_t bundle = plant_.links[link].first_bundle; bundle < plant_.links[link + 1].first_bundle; ++bundle) {
        const plant::Bundle& asked = plant_.bundles[bundle];
        fibres += static_cast<std::int64_t>(plant_.lane_sets[asked.a_set].fibres.size());
        for (const std::uint32_t end : {asked.a, asked.b})
          if (end != kNone) areas.push_back(area_of_node(sites_.node_of(end)));
      }
      add(job(laid_.link_phase[link], Task::kTest, unique(std::move(areas))), 1, each + fibre * fibres);
    }
  }

  Labour result() {
    Labour out;
    out.areas = areas_.names();
    for (auto& [key, job] : jobs_) {
      if (job.pieces == 0) continue;
      const auto task = static_cast<std::size_t>(job.task);
      out.by_task[task] += job.work;
      out.pieces[task] += job.pieces;
      out.all += job.work;
      out.jobs.push_back(std::move(job));
    }
    out.without_length = without_length_;
    out.without_rate = rates_.missed();
    out.splices = splice_ends_ / 2;
    return out;
  }

  const plant::Plant& plant_;
  const LaidCables& laid_;
  Sites& sites_;
  RateBook rates_;
  Areas areas_;
  std::map<Key, Job> jobs_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> of_ends_;
  std::uint64_t without_length_ = 0, splice_ends_ = 0;
};

}  // namespace

std::string_view spell(Task task) { return kTaskWords[static_cast<std::size_t>(task)]; }

Labour labour(const plant::Plant& plant, const LaidCables& laid, Sites& sites, const std::vector<facts::LabourRate>& rates) {
  return Worker(plant, laid, sites, rates).work();
}

}  // namespace ferrule::effort
