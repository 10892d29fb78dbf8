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
  // As it will be when the version that is agreed already comes into force; null: none is. Whoever finds an engagement
  // gets the one of that moment, so that nothing has to happen at the instant itself.
  std::shared_ptr<const Engagement> next{};

  [[nodiscard]] desk::AgreementHistory history() const { return desk::AgreementHistory(versions); }
  [[nodiscard]] base::Instant in_force_from() const { return versions.back().from; }
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
  // Both outlive this.
  Engagements(Store& store, const base::Clock& clock) : store_(&store), clock_(&clock) {}

  // Reads every engagement with all its versions and compiles what is in force; older versions are compiled when a
  // ticket of their time is first read. Expectations are not asked again: they held when the text was adopted. An
  // agreement in force that no longer compiles is Corrupt. An older version that does not is logged
  // (`agreement-version-unreadable`), and the next later one that does stands in for it, now and after every adoption.
  // One that compiles to something else than was signed is logged and counts as it compiles (agreement_seal.h).
  [[nodiscard]] base::Result<void> load();
  // As it is now, under the version that is in force now. Null when there is none. Thread-safe.
  [[nodiscard]] std::shared_ptr<const Engagement> find(const desk::EngagementName& name) const;
  [[nodiscard]] std::vector<std::shared_ptr<const Engagement>> all() const;

  // Puts a text in force without signatures: creates the engagement, or adds a version when the text differs from the
  // newest one. It is an act of an administrator in the life of the agreement, recorded like any other, and holds from
  // now on, or from when a version that is agreed already does. Proposals that are open are overtaken by it.
  // REQUIRES: bundle compiles without errors (the caller has shown the findings), else BadInput.
  struct Adopted {
    std::shared_ptr<const Engagement> engagement;  // under the version of the text, though it may be yet to come
    bool is_new = true;                            // no: the newest version has the same text
    bool replaces_signed = false;                  // the version before was signed by the parties
    std::uint32_t overtaken = 0;                   // proposals that were open
  };
  [[nodiscard]] base::Result<Adopted> adopt(const agreement::Bundle& bundle, base::Instant now);
  // Takes up the versions that were agreed since, of one engagement or of all (another process may have written, or
  // added an engagement).
  [[nodiscard]] base::Result<void> take_up_agreement(const desk::EngagementName& name);
  [[nodiscard]] base::Result<void> take_up_agreements();

  // Takes up what was recorded or removed in the store: of one engagement, or of all when their number of leave changes
  // is another than the last time (another process may have written).
  [[nodiscard]] base::Result<void> take_up_leave(const desk::EngagementName& name);
  [[nodiscard]] base::Result<void> take_up_leave();
  // Called after leave has changed, with the new snapshot in place. Set once, before use; must not call back.
  void observe_leave(std::function<void(const desk::EngagementName&)> observer) { observer_ = std::move(observer); }

 private:
  using Snapshot = std::map<desk::EngagementName, std::shared_ptr<const Engagement>>;
  [[nodiscard]] base::Result<bool> read_leave(const desk::EngagementName& name);
  // Read and compiled anew.
  [[nodiscard]] base::Result<std::shared_ptr<const Engagement>> read_engagement(EngagementRecord record) const;
  // As it was when it was read.
  [[nodiscard]] std::shared_ptr<const Engagement> as_read(const desk::EngagementName& name) const;
  [[nodiscard]] std::string free_prefix(const desk::EngagementName& name) const;
  void put(std::shared_ptr<const Engagement> engagement);

  Store* store_;
  const base::Clock* clock_;
  std::function<void(const desk::EngagementName&)> observer_;
  std::mutex changing_;  // one change after another: each begins with what the one before left
  std::optional<std::uint64_t> leave_changes_seen_;  // guarded by changing_
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_ = std::make_shared<Snapshot>();
};

}  // namespace tandem::app
