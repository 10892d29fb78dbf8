// Making the read tables anew, and showing them.
#include "desk/evolve.h"
#include "store/memory/memory_state.h"

namespace tandem::store::memory {

base::Result<std::uint64_t> MemoryStore::rebuild() {
  const std::scoped_lock lock(mutex_);
  std::uint64_t count = 0;
  for (auto& [name, stored] : state_->engagements) {
    stored.by_number.clear();
    stored.by_external_key.clear();
    stored.in_work = {};
    for (auto& [id, ticket] : stored.tickets) {
      std::vector<desk::Event> events;
      ticket.words = {};
      for (const app::StoredEvent& event : ticket.events) {
        events.push_back(event.event);
        add_words(ticket.words, event.event);
        ++count;
      }
      TANDEM_TRY(ticket.ticket, desk::replay(id, events));
      stored.by_number.emplace(ticket.ticket.facts.number, id);
      count_open(stored.in_work, ticket.ticket);
      if (const auto& external = ticket.ticket.facts.external)
        stored.by_external_key.emplace(std::pair(external->system, external->key), id);
    }
    count += stored.life.size();
    TANDEM_TRY_DONE(stored.make_ledger());
  }
  return count;
}

base::Result<std::string> MemoryStore::dump_read_tables() {
  const std::scoped_lock lock(mutex_);
  std::string dump;
  for (const auto& [name, stored] : state_->engagements) {
    for (const auto& [number, id] : stored.by_number) {
      const StoredTicket& ticket = stored.tickets.at(id);
      dump += app::dump_line(name, app::queue_row(ticket.ticket, ticket.priority_rank));
      dump += fmt::format("{}|{}|words|{}|{}|{}\n", name.text(), number, ticket.words.shared, ticket.words.internal,
                          ticket.words.team);
      if (const auto decision = app::decision_row(ticket.ticket)) dump += app::dump_line(name, *decision);
    }
    for (const auto& [key, id] : stored.by_external_key)
      dump += fmt::format("{}|external|{}|{}|{}\n", name.text(), key.first, key.second, id.text());
    for (const auto& [number, id] : stored.by_number) {
      for (const desk::Attachment& one : stored.tickets.at(id).ticket.files) {
        if (!one.removed) dump += app::dump_line(name, number, one.file.file, one.file.hash);
      }
    }
    for (const desk::ScheduledChange& change : state_->changes_of(name)) dump += app::dump_line(name, change);
    for (const auto& [team, open] : stored.in_work.open_by_team)
      dump += fmt::format("{}|load|team|{}|{}\n", name.text(), team.text(), open);
    for (const auto& [person, open] : stored.in_work.open_by_person)
      dump += fmt::format("{}|load|person|{}|{}\n", name.text(), person.text(), open);
    std::vector<app::RatingRow> ratings;
    for (const auto& [id, ticket] : stored.tickets) std::ranges::copy(ticket.ratings(), std::back_inserter(ratings));
    std::ranges::sort(ratings, {},
                      [](const app::RatingRow& row) { return std::tuple(row.at, row.number, row.version); });
    for (const app::RatingRow& rating : ratings) dump += app::dump_line(name, rating);
    for (const auto& [id, notice] : state_->notices) {
      if (notice.engagement == name) dump += app::dump_line(notice);
    }
    if (const std::uint64_t size = stored.leaves.size(); size > 0) {
      const auto reader = [&](std::span<const ledger::NodeAt> nodes) { return stored.nodes(nodes); };
      TANDEM_TRY(const auto root, ledger::root_at(size, reader));
      dump += fmt::format("{}|ledger|{}|{}\n", name.text(), size, ledger::to_text(root));
    }
  }
  return dump;
}

}  // namespace tandem::store::memory
