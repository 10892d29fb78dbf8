// A vendor case: what a vendor is asked for the sake of a ticket. Vendors own nothing here: the case is kept by whoever
// handles the vendor for the parties (`handled_by`), or else by the team that has the ticket, so that somebody of ours
// always chases. It is handed to nobody: where it follows its ticket, it goes where that goes. While the case has no
// answer, its ticket waits on the vendor.
//
// At the time of the next chase the holder is reminded, then who leads the team, then who answers for the work. A case
// that is chased and chased, or sent from vendor to vendor and back, is told to who answers for the work: a loop cannot
// go on unseen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "desk/names.h"

namespace tandem::desk {

// A case that has been chased this often without an answer is told to who answers for the work.
inline constexpr std::uint32_t kChasesUntilEscalation = 3;
// The next chase where nobody chose one: so much of the owning team's hours later. A working day.
inline constexpr base::Duration kUsualChase = base::hours(8);
inline constexpr base::Duration kLongestChase = base::hours(24 * 90);
inline constexpr std::size_t kMaxReference = 200;  // code points of a vendor's own case number

// Commands ----------------------------------------------------------------------------------------------------------

// The part of OpenTicket that makes it a vendor case. It goes with one link: `vendor-case-for`.
struct OpenVendorCase {
  PartyName vendor;
  std::string reference;                  // the vendor's own number; may be empty
  std::optional<base::Instant> chase_at;  // nothing: after kUsualChase
};
struct RecordChase {
  std::string said;       // what the vendor said
  std::string reference;  // empty: as it is
  PartyName passed_to;    // the vendor says that it is this one's; empty: it stays
  std::optional<base::Instant> chase_at;
};
struct RecordVendorAnswer {
  std::string said;
};

// Events ------------------------------------------------------------------------------------------------------------

struct VendorCaseOpened {
  PartyName vendor;
  std::string reference;
  std::optional<base::Instant> chase_at;  // nothing: the team's hours never open for so long
  bool operator==(const VendorCaseOpened&) const = default;
};
struct VendorChased {
  std::string said;
  PartyName vendor;  // who has it now
  std::string reference;
  std::optional<base::Instant> chase_at;
  bool operator==(const VendorChased&) const = default;
};
struct VendorAnswered {
  std::string said;
  bool operator==(const VendorAnswered&) const = default;
};
struct VendorChaseDue {
  std::uint32_t reminder = 0;  // since the last chase, from 1
  std::vector<PersonName> told;
  std::optional<base::Instant> next;
  bool operator==(const VendorChaseDue&) const = default;
};
struct VendorLoopFound {
  std::string reason;
  std::vector<PersonName> told;
  bool operator==(const VendorLoopFound&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct VendorCase {
  PartyName vendor;  // who has it now
  std::string reference;
  std::vector<PartyName> trail;  // who had it, in order, with who has it now
  std::uint32_t chases = 0;      // since the last answer
  std::uint32_t reminders = 0;   // since the last chase
  std::optional<base::Instant> chase_at;
  std::optional<base::Instant> answered_at;
  std::string said;  // the latest
  std::string loop;  // why it goes round in circles; empty: it does not
  // When the chase that nobody has recorded was first due: `chase_at` is then the next reminder.
  std::optional<base::Instant> due_since{};
  bool operator==(const VendorCase&) const = default;
};

}  // namespace tandem::desk
