// What the people of an engagement keep together besides its tickets: macros, forms of the catalogue, VIPs. Who may do
// what is each kind's own rule; here is what they have in common: how much there may be, and that nobody writes over
// what they have not seen. Private to this folder.
//
//   return change_setting(*store_, std::move(macro), seen, [&](const MacroRecord& there) { return may_use(there); });
//
// The moment of a setting's last change is its version: with each change it is a later one, whatever the clock says. So
// there is one more thing to compare and nothing more to keep.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/author.h"
#include "app/store.h"

namespace tandem::app {

// What a kind of settings says of itself and how a transaction keeps it: `kOne`, `kMany`, `kMost` (of an engagement),
// and the functions id(record), engagement(record), changed(record), all(tx, engagement), put(tx, record),
// remove(tx, engagement, id). Beside its use cases.
template <class Record>
struct SettingKind;

template <class Record>
[[nodiscard]] std::unexpected<Failure> no_setting() {
  return not_found(fmt::format("there is no such {}", SettingKind<Record>::kOne));
}
// The refusal of one more. REQUIRES: there are `most`.
[[nodiscard]] std::unexpected<Failure> too_many_settings(std::size_t most, std::string_view many);
// `what` was changed meanwhile, with the signature `by`.
[[nodiscard]] std::unexpected<Failure> stale_setting(std::string_view what, const Signature& by);

// The one of that id, which may be any text, among those that the caller may have.
template <class Record, class May>
[[nodiscard]] Outcome<Record> find_setting(std::vector<Record> records, std::string_view id, May may_have) {
  using Kind = SettingKind<Record>;
  const auto wanted = std::remove_cvref_t<decltype(Kind::id(records.front()))>::parse(id);
  if (!wanted) return no_setting<Record>();
  const auto found = std::ranges::find_if(records, [&](const Record& one) { return Kind::id(one) == *wanted; });
  if (found == records.end() || !may_have(*found)) return no_setting<Record>();
  return std::move(*found);
}

// Inside a transaction: puts one more among those of the engagement, or says in `outcome` that there are too many.
template <class Record, class Put>
[[nodiscard]] base::Result<void> add_to(WriteTransaction& tx, const desk::EngagementName& engagement,
                                        Outcome<Record>& outcome, Put put) {
  using Kind = SettingKind<Record>;
  TANDEM_TRY(const auto there, Kind::all(tx, engagement));
  if (there.size() < Kind::kMost) return put();
  outcome = too_many_settings(Kind::kMost, Kind::kMany);
  return {};
}

template <class Record>
[[nodiscard]] Outcome<Record> add_setting(Store& store, const Record& record) {
  using Kind = SettingKind<Record>;
  Outcome<Record> outcome = record;
  const auto written = store.write([&](WriteTransaction& tx) {
    outcome = record;
    return add_to<Record>(tx, Kind::engagement(record), outcome, [&] { return Kind::put(tx, record); });
  });
  if (!written) return failed(written.error());
  return outcome;
}

// With the record of that id as the transaction finds it: `work` decides what becomes of it. Not there, or none that
// the caller may have: not found. Stale: it has changed since `seen`, which is nothing where the caller does not say.
template <class Record, class May, class Work>
[[nodiscard]] Outcome<> with_setting(Store& store, const desk::EngagementName& engagement, const auto& id,
                                     const std::optional<base::Instant>& seen, May may_have, Work work) {
  using Kind = SettingKind<Record>;
  Outcome<> outcome;
  const auto written = store.write([&](WriteTransaction& tx) -> base::Result<void> {
    outcome = {};
    TANDEM_TRY(const auto all, Kind::all(tx, engagement));
    const auto there = std::ranges::find_if(all, [&](const Record& one) { return Kind::id(one) == id; });
    if (there == all.end() || !may_have(*there)) {
      outcome = no_setting<Record>();
      return {};
    }
    if (seen && *seen != Kind::changed(*there).at) {
      outcome = stale_setting(Kind::kOne, Kind::changed(*there));
      return {};
    }
    return work(tx, *there);
  });
  if (!written) return failed(written.error());
  return outcome;
}

// Takes the place of the one of its id.
template <class Record, class May>
[[nodiscard]] Outcome<Record> change_setting(Store& store, Record record, const std::optional<base::Instant>& seen,
                                             May may_have) {
  using Kind = SettingKind<Record>;
  const base::Instant now = Kind::changed(record).at;
  const auto put = [&](WriteTransaction& tx, const Record& there) {
    Kind::changed(record).at = std::max(now, Kind::changed(there).at + base::Duration(1));
    return Kind::put(tx, record);
  };
  const auto done =
      with_setting<Record>(store, Kind::engagement(record), Kind::id(record), seen, std::move(may_have), put);
  if (!done) return std::unexpected(done.error());
  return record;
}

template <class Record, class May>
[[nodiscard]] Outcome<> remove_setting(Store& store, const Record& record, const std::optional<base::Instant>& seen,
                                       May may_have) {
  using Kind = SettingKind<Record>;
  const auto remove = [&](WriteTransaction& tx, const Record& /*there*/) {
    return Kind::remove(tx, Kind::engagement(record), Kind::id(record));
  };
  return with_setting<Record>(store, Kind::engagement(record), Kind::id(record), seen, std::move(may_have), remove);
}

}  // namespace tandem::app
