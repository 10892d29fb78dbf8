// The engagements a server runs, each with its compiled agreement and the leave that was recorded since. Loaded from
// the store at start and when one is added or leave changes; what others hold is an immutable snapshot, so that a
// request sees one agreement and one state of leave from beginning to end.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "agreement/compile.h"
#include "app/failure.h"
#include "app/store.h"
#include "base/time.h"
#include "desk/clock_terms.h"
#include "policy/policy.h"

namespace tandem::app {

struct Engagement {
  EngagementRecord record;
  std::shared_ptr<const policy::Policy> policy;  // the agreement and the recorded leave; never null
  std::shared_ptr<const policy::Policy> agreed;  // the agreement's text alone; never null
  std::vector<LeaveRecord> leave;                // that was recorded and is in force, in the order of the ids
  // Every version, the oldest first and the one in force last: what a ticket's time is measured by.
  std::vector<desk::AgreementInForce> versions{};

  [[nodiscard]] desk::AgreementHistory history() const { return desk::AgreementHistory(versions); }
};

// "harbor-cu" → "HCU": words of up to three letters whole, of longer ones the first letter. At most 6 characters.
[[nodiscard]] std::string number_prefix(const desk::EngagementName& name);
// "HCU-1042" or "1042" → 1042 when the prefix fits.
[[nodiscard]] std::optional<std::uint64_t> parse_number(std::string_view text, std::string_view prefix);
// "HCU-1042" → 1042, and nothing else: bare digits may be anything that is searched for.
[[nodiscard]] std::optional<std::uint64_t> parse_prefixed_number(std::string_view text, std::string_view prefix);
[[nodiscard]] std::string format_number(std::string_view prefix, std::uint64_t number);

class Engagements {
 public:
  // `store` outlives this.
  explicit Engagements(Store& store) : store_(&store) {}

  // Reads every engagement with all its versions and compiles what is in force; older versions are compiled when a
  // ticket of their time is first read. Expectations are not asked again: they held when the text was adopted. An
  // agreement in force that no longer compiles is Corrupt. An older version that does not is logged
  // (`agreement-version-unreadable`), and the next later one that does stands in for it, now and after every adoption.
  // One that compiles to something else than was signed is logged and counts as it compiles (agreement_seal.h).
  [[nodiscard]] base::Result<void> load();
  // Null when there is none. Thread-safe.
  [[nodiscard]] std::shared_ptr<const Engagement> find(const desk::EngagementName& name) const;
  [[nodiscard]] std::vector<std::shared_ptr<const Engagement>> all() const;

  // Puts a text in force: creates the engagement, or adds a version when the text differs from the one in force.
  // REQUIRES: bundle compiles without errors (the caller has shown the findings), else BadInput.
  [[nodiscard]] base::Result<std::shared_ptr<const Engagement>> adopt(const agreement::Bundle& bundle,
                                                                      base::Instant now);

  // Takes up what was recorded or removed in the store: of one engagement, or of all when their number of leave changes
  // is another than the last time (another process may have written).
  [[nodiscard]] base::Result<void> take_up_leave(const desk::EngagementName& name);
  [[nodiscard]] base::Result<void> take_up_leave();
  // Called after leave has changed, with the new snapshot in place. Set once, before use; must not call back.
  void observe_leave(std::function<void(const desk::EngagementName&)> observer) { observer_ = std::move(observer); }

 private:
  using Snapshot = std::map<desk::EngagementName, std::shared_ptr<const Engagement>>;
  [[nodiscard]] base::Result<bool> read_leave(const desk::EngagementName& name);
  void put(std::shared_ptr<const Engagement> engagement);

  Store* store_;
  std::function<void(const desk::EngagementName&)> observer_;
  std::mutex changing_;  // one change after another: each begins with what the one before left
  std::optional<std::uint64_t> leave_changes_seen_;  // guarded by changing_
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_ = std::make_shared<Snapshot>();
};

}  // namespace tandem::app
