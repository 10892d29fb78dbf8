// What is agreed in the worlds that are explored: three parties and a vendor, with everything in it that may move work.
//
// client: client-it = ann (lead), abe. provider: desk = bob (lead), ben. security: soc = cid (lead). dee is the
// client's, in no team; vic is the vendor's.
// other → desk, network → soc, and whatever is urgent → soc. plans.roadmap is strategic: client-it, ann. cid answers
// for everything else. The desk has its hours (from 13:00 to 15:00), a rotation of hours (bob until 14:30, then ben), a
// minimum of two, and client-it as cover. Hand-offs: 30 minutes, two bounces. Escalation of what is normal: the lead
// after 20 minutes, dee after 40. Disputes: ann and bob together, then dee, 30 minutes each. Decisions: purchase, by
// ann after cid was heard, within 40 minutes, deadlock dee. Scenario ransomware: soc contains, ann communicates. The
// second version has no desk any more: bob is of soc, and soc has its work. In the third one bob has left, and
// ben is the desk and rules in his place.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "desk/actor.h"
#include "policy/policy.h"

namespace tandem::protocol {

inline constexpr base::Instant kStart = base::Instant::from_unix_s(1'791'208'800);  // a Monday, 14:00 UTC

inline constexpr std::array<std::string_view, 6> kPeople{"ann", "abe", "bob", "ben", "cid", "dee"};
enum Person : std::uint32_t { kAnn, kAbe, kBob, kBen, kCid, kDee };

enum Text : std::uint32_t { kFirst, kWithoutDesk, kWithoutBob };

// What of the agreement's circumstances may change while a world runs.
struct Terms {
  std::uint32_t text = 0;  // which version, from 0
  std::uint32_t away = 0;  // a bit for each person who is on leave
  bool operator==(const Terms&) const = default;
};

[[nodiscard]] const policy::Policy& agreement(const Terms& terms);  // made once; not thread-safe
[[nodiscard]] desk::Actor actor(std::uint32_t person);
[[nodiscard]] desk::Actor system_actor();

}  // namespace tandem::protocol
