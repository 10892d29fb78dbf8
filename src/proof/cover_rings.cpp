#include "proof/cover_rings.h"

#include <algorithm>

namespace tandem::proof {
namespace {

using policy::TeamIndex;

// Tarjan, "Depth-first search and linear graph algorithms" (1972).
class Rings {
 public:
  explicit Rings(const policy::Spec& spec) : spec_(spec), teams_(spec.teams.size()) {}

  std::vector<std::vector<TeamIndex>> find() {
    for (std::uint32_t start = 0; start < teams_.size(); ++start) {
      if (teams_[start].number == 0) search_from(start);
    }
    std::ranges::sort(rings_);
    return std::move(rings_);
  }

 private:
  struct Visit {
    std::uint32_t number = 0;  // in the order of arrival, from 1; 0: not yet visited
    std::uint32_t lowest = 0;  // the smallest number that is reached from it
    bool open = false;         // it belongs to no part yet
  };
  struct Stop {
    std::uint32_t team;
    std::size_t next_cover = 0;
  };

  void search_from(std::uint32_t start) {
    std::vector<Stop> way;
    enter(start, way);
    while (!way.empty()) {
      Stop& stop = way.back();
      const auto& covers = spec_.teams[stop.team].cover;
      if (stop.next_cover < covers.size()) {
        const std::uint32_t cover = covers[stop.next_cover++].value;
        if (teams_[cover].number == 0) {
          enter(cover, way);
        } else if (teams_[cover].open) {
          teams_[stop.team].lowest = std::min(teams_[stop.team].lowest, teams_[cover].number);
        }
        continue;
      }
      const std::uint32_t done = stop.team;
      way.pop_back();
      if (!way.empty()) teams_[way.back().team].lowest = std::min(teams_[way.back().team].lowest, teams_[done].lowest);
      if (teams_[done].lowest == teams_[done].number) leave(done);
    }
  }

  void enter(std::uint32_t team, std::vector<Stop>& way) {
    teams_[team] = {.number = ++visited_, .lowest = visited_, .open = true};
    open_.push_back({team});
    way.push_back({team});
  }

  void leave(std::uint32_t first) {
    const auto begin = std::ranges::find(open_, TeamIndex{first});
    std::vector<TeamIndex> part(begin, open_.end());
    open_.erase(begin, open_.end());
    for (const TeamIndex team : part) teams_[team.value].open = false;
    if (part.size() < 2) return;
    std::ranges::sort(part);
    rings_.push_back(std::move(part));
  }

  const policy::Spec& spec_;
  std::vector<Visit> teams_;
  std::vector<TeamIndex> open_;
  std::uint32_t visited_ = 0;
  std::vector<std::vector<TeamIndex>> rings_;
};

}  // namespace

std::vector<std::vector<policy::TeamIndex>> cover_rings(const policy::Spec& spec) {
  return Rings(spec).find();
}

}  // namespace tandem::proof
