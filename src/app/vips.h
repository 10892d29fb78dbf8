// The register of VIPs of an engagement: requesters whose tickets are a VIP's from the moment they are opened, by
// whomever and in whatever way. Tickets that are open already stay as they are. Whoever leads a team of the client or
// of a provider keeps it; both teams and the auditor read it, with what was taken out of it and by whom.
//
//   auto added = vips.add(caller, engagement, {.email = "Chief@harbor.example", .name = "Ada Chief", .note = "board"});
//   auto all = vips.list(caller, engagement, VipHistory::Whole);
//
// Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/author.h"
#include "app/store.h"
#include "base/id.h"
#include "base/time.h"

namespace tandem::app {

inline constexpr std::size_t kMaxVips = 500;  // of an engagement, in the register at once
inline constexpr std::size_t kMaxVipText = 200;

// One line each, of what can be seen; at most kMaxVipText characters.
struct NewVip {
  std::string email;
  std::string name;  // empty: as the address
  std::string note;
};

struct VipRegister {
  std::vector<VipRecord> vips;  // in the order of the names
  bool may_keep = false;        // the caller may add and remove
};

class Vips {
 public:
  // All outlive this.
  Vips(Store& store, const Engagements& engagements, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), engagements_(&engagements), clock_(&clock), ids_(&ids) {}

  [[nodiscard]] Outcome<VipRegister> list(const Author& author, const desk::EngagementName& engagement,
                                          VipHistory history) const;
  [[nodiscard]] Outcome<VipRecord> add(const Author& author, const desk::EngagementName& engagement, NewVip vip);
  // `seen`: when they were put in, as the caller knows it; Stale when that is not so. Nothing: whatever is so.
  [[nodiscard]] Outcome<> remove(const Author& author, const desk::EngagementName& engagement, std::string_view id,
                                 const std::optional<base::Instant>& seen);

 private:
  [[nodiscard]] Outcome<AuthorScope> enter(const Author& author, const desk::EngagementName& engagement) const;
  [[nodiscard]] Outcome<AuthorScope> enter_to_keep(const Author& author, const desk::EngagementName& engagement) const;

  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

}  // namespace tandem::app
