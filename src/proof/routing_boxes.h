// A routing rule's conditions as boxes of the space of work. Private to proof/routing_space.
//
// An absence is known leave or a further one. So that boxes stay products, a rule that asks for one becomes two: the
// moments in which one of its people is on leave, and the others with one of them further away.
#pragma once

#include <map>
#include <vector>

#include "proof/routing_space.h"

namespace tandem::proof {

class RoutingSpace::Boxes {
 public:
  explicit Boxes(const RoutingSpace& space) : space_(space), views_(space.views_) {}

  // Where the team whose load is the i-th has nobody present, and less than the highest load.
  [[nodiscard]] std::vector<Box> unreal(std::size_t i) const;
  [[nodiscard]] std::vector<Box> of_rule(const policy::Rule& rule);

 private:
  [[nodiscard]] Box everything() const { return Box(kFirstLoad + space_.loads_.size(), Everything{}); }
  [[nodiscard]] Choice load_choice(const policy::Rule::Load& load, std::size_t& column) const;
  [[nodiscard]] const Bits& hours(const policy::Rule& rule);

  const RoutingSpace& space_;
  const RoutingViews& views_;
  std::map<std::vector<std::uint64_t>, Bits> hours_{};  // many rules ask for the same hours
};

}  // namespace tandem::proof
