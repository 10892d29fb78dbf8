#include "app/ledger_audit.h"

#include <map>
#include <set>

#include "app/agreement_seal.h"
#include "app/content_hash.h"
#include "app/engagements.h"
#include "crypto/crypto.h"
#include "ledger/leaf.h"
#include "record/event_record.h"

namespace tandem::app {
namespace {

constexpr std::size_t kRowsAtOnce = 1000;
// Of so many changed leaves it is looked whether they have changed places.
constexpr std::size_t kMostCompared = 100;

class Audit {
 public:
  Audit(const EngagementRecord& engagement, std::span<const ledger::Head> kept)
      : engagement_(&engagement), kept_(kept.begin(), kept.end()) {
    std::ranges::sort(kept_, {}, &ledger::Head::size);
  }

  void take(const LedgerRow& row);
  void take(const StrayEvent& stray);
  void tell(std::string fault) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
    ++found_;
  }
  // What is in the files must be there and have its hash: that is how the ledger holds contents too.
  [[nodiscard]] base::Result<void> check_files(Store& store);
  [[nodiscard]] LedgerAudit finish();

 private:
  struct Ticket {
    std::uint32_t version = 0;  // of its last event so far
    std::string number;
  };
  struct Changed {
    std::size_t fault = 0;
    std::uint64_t leaf = 0;
    RecordedEvent event;
    ledger::Hash promised{};
  };

  [[nodiscard]] std::string name_of(desk::TicketId ticket) const;
  [[nodiscard]] std::string place_of(const LedgerRow& row) const;
  [[nodiscard]] ledger::Hash hash_of(const RecordedEvent& place, std::string_view record) const;
  void check_order(const LedgerRow& row);
  void check_event(const LedgerRow& row);
  void check_hashes(const LedgerRow& row);
  void check_kept();
  void find_swaps();
  void note_file(const RecordedEvent& event);

  const EngagementRecord* engagement_;
  std::vector<ledger::Head> kept_;
  std::vector<std::string> faults_;
  std::size_t found_ = 0;
  std::map<desk::TicketId, Ticket> tickets_;
  std::vector<Changed> changed_;
  std::map<std::uint64_t, ledger::Hash> roots_;                                  // at the sizes of the kept heads
  ledger::Frontier log_;                                                         // over the leaves as they are stored
  std::uint64_t next_ = 0;                                                       // the leaf that should come
  std::map<std::pair<desk::TicketId, std::uint32_t>, desk::ContentHash> files_;  // that are there
  Position last_ = 0;
  bool is_whole_ = true;  // no leaf is missing so far
};

std::string Audit::name_of(desk::TicketId ticket) const {
  if (ticket == kAgreementEvents) return "the agreement";
  const auto known = tickets_.find(ticket);
  if (known == tickets_.end() || known->second.number.empty()) return fmt::format("ticket {}", ticket.text());
  return known->second.number;
}

std::string Audit::place_of(const LedgerRow& row) const {
  if (!row.event) return fmt::format("leaf {}", row.leaf);
  return fmt::format("leaf {} ({}, event {})", row.leaf, name_of(row.event->ticket), row.event->version);
}

ledger::Hash Audit::hash_of(const RecordedEvent& place, std::string_view record) const {
  return ledger::leaf_hash({.engagement = engagement_->name.text(),
                            .ticket = place.ticket.text(),
                            .version = place.version,
                            .record = record});
}

void Audit::take(const LedgerRow& row) {
  if (row.leaf != next_) {
    is_whole_ = false;
    tell(row.leaf == next_ + 1 ? fmt::format("leaf {} is missing in the ledger", next_)
                               : fmt::format("leaves {} to {} are missing in the ledger", next_, row.leaf - 1));
  }
  next_ = row.leaf + 1;
  if (row.event) {
    check_order(row);
    check_event(row);
    note_file(*row.event);
  } else {
    tell(fmt::format("leaf {}: its event is missing; it was deleted", row.leaf));
  }
  check_hashes(row);
  last_ = std::max(last_, row.position);
}

// Events of a ticket, and of the agreement, are counted from 1 and written one after another.
void Audit::check_order(const LedgerRow& row) {
  const RecordedEvent& event = *row.event;
  Ticket& ticket = tickets_[event.ticket];
  if (ticket.version == 0 && event.ticket != kAgreementEvents) {
    const auto opened = record::decode(event.record);
    const auto* facts = opened ? std::get_if<desk::TicketOpened>(&opened->data) : nullptr;
    if (facts != nullptr) ticket.number = format_number(engagement_->prefix, facts->number);
  }
  if (event.version != ticket.version + 1) {
    tell(fmt::format("{}: event {} of {} should stand here", place_of(row), ticket.version + 1,
                     event.ticket == kAgreementEvents ? "the agreement" : "the ticket"));
  } else if (row.position <= last_ && row.leaf > 0) {
    tell(fmt::format("{}: it was written before the event of an earlier leaf", place_of(row)));
  }
  ticket.version = std::max(ticket.version, event.version);
}

void Audit::check_event(const LedgerRow& row) {
  if (row.hashes.empty() || hash_of(*row.event, row.event->record) == row.hashes.front()) return;
  if (changed_.size() < kMostCompared && faults_.size() < kMostFaults)
    changed_.push_back(
        {.fault = faults_.size(), .leaf = row.leaf, .event = *row.event, .promised = row.hashes.front()});
  tell(fmt::format("{}: its text is not the one that was written; it was changed", place_of(row)));
}

// The leaf's own hash is compared with the event; here, those above it with the leaves below.
void Audit::check_hashes(const LedgerRow& row) {
  if (!is_whole_) return;
  const auto hashes = row.hashes.empty() ? std::vector<ledger::Hash>() : log_.append(row.hashes.front());
  if (hashes.empty() || hashes != row.hashes) {
    is_whole_ = false;
    const std::uint64_t first = row.leaf + 1 - (std::uint64_t{1} << (ledger::hashes_of_leaf(row.leaf) - 1));
    tell(fmt::format("{}: the hashes kept with it are not those of leaves {} to {}; one of them was written over",
                     place_of(row), first, row.leaf));
    return;
  }
  if (std::ranges::any_of(kept_, [&](const ledger::Head& head) { return head.size == log_.size(); }))
    roots_.emplace(log_.size(), log_.root());
}

void Audit::take(const StrayEvent& stray) {
  const bool is_behind = stray.position > last_;
  tell(fmt::format("an event that the ledger does not have ({}, event {}, position {}): {}", name_of(stray.ticket),
                   stray.version, stray.position,
                   is_behind ? "it was added beside the program, or the end of the ledger was cut off"
                             : "it was added beside the program"));
}

void Audit::note_file(const RecordedEvent& event) {
  // Most are about none, and need not be read.
  const bool may_be =
      event.record.contains(R"("kind":"file-attached")") || event.record.contains(R"("kind":"file-removed")");
  const auto decoded = may_be ? record::decode(event.record) : base::Result<desk::Event>(desk::Event());
  if (!may_be || !decoded) return;  // a record that is none is told of as a changed leaf
  if (const auto* attached = std::get_if<desk::FileAttached>(&decoded->data))
    files_[{event.ticket, attached->file}] = attached->hash;
  if (const auto* removed = std::get_if<desk::FileRemoved>(&decoded->data)) files_.erase({event.ticket, removed->file});
}

base::Result<void> Audit::check_files(Store& store) {
  std::map<desk::ContentHash, bool> good;  // each content is read once
  for (const auto& [place, hash] : files_) {
    auto known = good.find(hash);
    if (known == good.end()) {
      TANDEM_TRY(const auto content, store.content(engagement_->name, hash));
      known = good.emplace(hash, content && app::hash_of(*content) == hash).first;
    }
    if (known->second) continue;
    tell(fmt::format("{}, file {}: what is in it is missing or is not what was attached", name_of(place.first),
                     place.second));
  }
  return {};
}

// Two changed events of which each has the other's text.
void Audit::find_swaps() {
  for (const Changed& one : changed_) {
    for (const Changed& other : changed_) {
      if (one.leaf == other.leaf) continue;
      const bool took_text = hash_of(other.event, one.event.record) == other.promised;
      const bool took_place = hash_of(one.event, one.event.record) == other.promised;
      if (!took_text && !took_place) continue;
      const LedgerRow row{.leaf = one.leaf, .position = 0, .hashes = {}, .event = one.event};
      faults_[one.fault] =
          fmt::format("{}: it has what was written for leaf {}; the two were swapped", place_of(row), other.leaf);
    }
  }
}

void Audit::check_kept() {
  roots_.emplace(0, ledger::empty_root());
  std::uint64_t good = 0;
  for (const ledger::Head& head : kept_) {
    if (head.size > next_) {
      tell(
          fmt::format("a kept head counts {} events and there are {}: the last {} were cut off, or all are another "
                      "history's",
                      head.size, next_, head.size - next_));
      continue;
    }
    const auto root = roots_.find(head.size);
    if (root == roots_.end()) {
      tell(fmt::format("a kept head of {} events cannot be compared, because leaves before it are missing or damaged",
                       head.size));
    } else if (root->second != head.root) {
      tell(
          fmt::format("between leaf {} and leaf {} the ledger is another than the one whose head was kept: history was "
                      "rewritten",
                      good, head.size - 1));
    } else {
      good = head.size;
    }
  }
}

LedgerAudit Audit::finish() {
  find_swaps();
  check_kept();
  if (found_ > faults_.size()) faults_.push_back(fmt::format("and {} more", found_ - faults_.size()));
  return {.size = next_, .root = log_.root(), .faults = std::move(faults_)};
}

// The texts that events name.
const desk::AgreementText* text_of(const desk::AgreementEvent& event) {
  if (const auto* begun = std::get_if<desk::DraftBegun>(&event.data)) return &begun->text;
  if (const auto* saved = std::get_if<desk::DraftSaved>(&event.data)) return &saved->text;
  if (const auto* agreed = std::get_if<desk::VersionAgreed>(&event.data)) return &agreed->text;
  return nullptr;
}

// What an event names by its hash must be there and have it: that is how the ledger holds the texts too.
base::Result<void> audit_texts(Store& store, const desk::EngagementName& engagement, Audit& audit) {
  const auto events = store.agreement_events(engagement);
  // A record that is no longer one has been told of, leaf by leaf.
  if (!events) return {};
  std::set<desk::TextHash> seen;
  for (const StoredAgreementEvent& stored : *events) {
    const desk::AgreementText* text = text_of(stored.event);
    if (text == nullptr) continue;
    for (const desk::AgreementFile& file : text->files) {
      if (!seen.insert(file.hash).second) continue;
      TANDEM_TRY(const auto kept, store.agreement_text(engagement, file.hash));
      if (kept && hex(crypto::sha256(*kept)) == file.hash.text()) continue;
      audit.tell(fmt::format("the agreement, event {}: the text of `{}` {}", stored.version, file.name,
                             kept ? "is not the one that was written; it was changed" : "is missing; it was deleted"));
    }
  }
  return {};
}

}  // namespace

base::Result<LedgerAudit> audit_ledger(Store& store, const EngagementRecord& engagement,
                                       std::span<const ledger::Head> kept) {
  Audit audit(engagement, kept);
  for (std::uint64_t from = 0;;) {
    TANDEM_TRY(const auto rows, store.ledger_rows(engagement.name, from, kRowsAtOnce));
    if (rows.empty()) break;
    for (const LedgerRow& row : rows) audit.take(row);
    from = rows.back().leaf + 1;
    if (from > std::numeric_limits<std::int64_t>::max()) break;  // a leaf that no program wrote; it is told already
  }
  TANDEM_TRY(const auto strays, store.events_outside_ledger(engagement.name, kMostFaults));
  for (const StrayEvent& stray : strays) audit.take(stray);
  TANDEM_TRY_DONE(audit_texts(store, engagement.name, audit));
  TANDEM_TRY_DONE(audit.check_files(store));
  return audit.finish();
}

}  // namespace tandem::app
