// The space of work that two agreements share: every fact they tell apart, the load of teams that rules ask about, and
// the kinds of moment, as the columns of one decision table.
//
//   const JointWork work(sides);
//   work.columns();                           // of the table; positions are JointWork::kCategory and so on
//   work.rows();                              // the routing rules of both, in order, as boxes of the table
//   work.point_of(before_facts, kind);        // where a piece of work lies
//
// Facts are joint by name. A category or a priority that only one of them has is no part of the space: the other has no
// answer for it. A site, department or asset class that only one has is unknown to the other, which is what that one
// would make of it; the last value of these columns is "unknown to both".
//
// Load is one ordered column for each team that a rule asks about. Where the same number of people is there in both at
// every kind of moment, it counts open items per person; otherwise open items, for then the same items are not the same
// per person. Refers to `sides`. Immutable.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "agreement/diff/sides.h"
#include "proof/table.h"

namespace tandem::agreement::diff {

struct JointValue {
  std::uint32_t before = policy::Index<void>::kNone;
  std::uint32_t after = policy::Index<void>::kNone;
  std::string name;  // as it is called afterwards; empty: unknown
};

struct LoadColumn {
  std::uint32_t team = 0;  // the joint number
  bool per_person = true;
  std::int64_t end = 0;  // numbers from 0 on and below it; the last one stands for all that are larger
};

// A routing rule of one side, or the part of one that holds while so many people of a team are there.
struct JointRow {
  policy::RuleIndex rule{};
  proof::Box box{};
};

class JointWork {
 public:
  static constexpr std::size_t kCategory = 0, kPriority = 1, kSite = 2, kDepartment = 3, kAssetClass = 4,
                               kRequester = 5, kSource = 6, kMoment = 7, kFirstLoad = 8;

  explicit JointWork(const Sides& sides);

  [[nodiscard]] const Sides& sides() const { return *sides_; }
  [[nodiscard]] const std::vector<proof::Column>& columns() const { return columns_; }
  // REQUIRES: kCategory to kAssetClass.
  [[nodiscard]] std::span<const JointValue> values(std::size_t column) const { return values_[column]; }
  [[nodiscard]] std::span<const LoadColumn> loads() const { return loads_; }
  // The rules of each side in their order.
  [[nodiscard]] std::span<const JointRow> rows_before() const { return rows_before_; }
  [[nodiscard]] std::span<const JointRow> rows_after() const { return rows_after_; }

 private:
  enum class Which : std::uint8_t { Before, After };
  void add_values(std::size_t column, Space space, std::span<const std::string> before,
                  std::span<const std::string> after);
  void add_loads();
  [[nodiscard]] const Side& side(Which which) const;
  [[nodiscard]] proof::Box box_of(const policy::Rule& rule, Which which) const;
  [[nodiscard]] std::vector<JointRow> rows_of(Which which) const;

  const Sides* sides_;
  std::vector<proof::Column> columns_;
  std::vector<std::vector<JointValue>> values_;
  std::vector<LoadColumn> loads_;
  std::vector<JointRow> rows_before_, rows_after_;
};

}  // namespace tandem::agreement::diff
