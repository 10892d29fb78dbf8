// People at work on a store: tickets are opened and changed through the real desk and its example agreement, so that
// every event a test stores is one that could happen.
//
//   StoreDesk desk(place.store());
//   const auto ticket = desk.opens({.category = "malware"});
//   desk.does(ticket, person("mei"), desk::Take{});
//   CHECK(desk.numbers({}) == Numbers{1});
#pragma once

#include <doctest/doctest.h>

#include "app/store.h"
#include "base/check.h"
#include "desk/due.h"
#include "desk/evolve.h"
#include "desk/example_agreement.h"

template <>
struct doctest::StringMaker<std::vector<std::uint64_t>> {
  static String convert(const std::vector<std::uint64_t>& numbers) {
    std::string text;
    for (const auto number : numbers) text += fmt::format("{} ", number);
    return text.c_str();
  }
};

namespace tandem {

using Numbers = std::vector<std::uint64_t>;

inline const desk::EngagementName kHarbor{"harbor-cu"};
inline const desk::EngagementName kUnknownEngagement{"nowhere"};

[[nodiscard]] inline app::EngagementRecord engagement_record(std::string_view name, std::string_view prefix) {
  return {.name = desk::EngagementName(name),
          .display = "Harbor Credit Union and Northbeam IT",
          .prefix = std::string(prefix),
          .created_at = desk::kMonday,
          .agreement = {.version = 1,
                        .root = "agreement.yaml",
                        .files = {{"agreement.yaml", "tandem: 1\n"}},
                        .in_force_from = desk::kMonday}};
}

class StoreDesk {
 public:
  // What a test wants to say about a ticket; the rest is as usual.
  struct Opening {
    std::string_view category = "workstation";
    std::string_view priority = "normal";
    std::string_view subject = "screen stays black";
    std::string_view description = {};
    std::string_view email = "ann@harbor.example";
    std::optional<desk::ExternalKey> external = {};
    desk::EngagementName engagement = kHarbor;
    desk::TicketKind kind = desk::TicketKind::Incident;
  };

  explicit StoreDesk(app::Store& store) : now(desk::kMonday), store_(&store) {
    REQUIRE(store.write(
        [&](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record("harbor-cu", "HCU")); }));
  }
  // Of a store that has its engagements and tickets already. `ids_from` keeps new ids apart from those of others.
  StoreDesk(app::Store& store, std::uint64_t ids_from,
            std::shared_ptr<const policy::Policy> policy = desk::example_agreement())
      : now(desk::kMonday), store_(&store), ids_(ids_from), policy_(std::move(policy)) {}

  [[nodiscard]] app::Store& store() { return *store_; }
  [[nodiscard]] const policy::Policy& policy() const { return *policy_; }
  [[nodiscard]] desk::TicketId next_id() { return desk::TicketId(base::IdBits{.high = 7, .low = ++ids_}); }

  // Inside a write of the caller.
  base::Result<desk::Ticket> opens_in(app::WriteTransaction& tx, desk::TicketId id, const Opening& opening) const {
    desk::OpenTicket command;
    TANDEM_TRY(command.number, tx.next_number(opening.engagement));
    command.subject = opening.subject;
    command.description = opening.description;
    command.requester = {.name = "Ann Field", .email = std::string(opening.email), .vip = false};
    command.category = desk::CategoryName(opening.category);
    command.priority = desk::PriorityName(opening.priority);
    command.external = opening.external;
    command.kind = opening.kind;
    // What the teams open among themselves is opened by one of them.
    const bool is_theirs = opening.kind != desk::TicketKind::Incident;
    const auto decision =
        desk::open(command, circumstances(is_theirs ? desk::person("sam") : desk::requester(opening.email)));
    const auto& events = std::get<desk::Events>(decision);
    TANDEM_TRY(auto ticket, desk::replay(id, events));
    TANDEM_TRY_DONE(tx.append(opening.engagement, ticket, rank_of(ticket), events));
    TANDEM_TRY_DONE(tx.set_due(opening.engagement, id, desk::next_due(ticket, circumstances(desk::system_actor()))));
    return ticket;
  }
  base::Result<std::optional<desk::RefusalKind>> does_in(app::WriteTransaction& tx,
                                                         const desk::EngagementName& engagement, desk::TicketId id,
                                                         const desk::Actor& actor, const desk::Command& command) const {
    TANDEM_TRY(auto ticket, tx.ticket(engagement, id));
    TANDEM_CHECK(ticket.has_value());
    const auto decision = desk::decide(*ticket, command, circumstances(actor));
    if (const auto* refusal = std::get_if<desk::Refusal>(&decision)) return refusal->kind;
    const auto& events = std::get<desk::Events>(decision);
    for (const desk::Event& event : events) TANDEM_TRY_DONE(desk::evolve(*ticket, event));
    TANDEM_TRY_DONE(tx.append(engagement, *ticket, rank_of(*ticket), events));
    TANDEM_TRY_DONE(tx.set_due(engagement, id, desk::next_due(*ticket, circumstances(desk::system_actor()))));
    return std::nullopt;
  }

  desk::Ticket opens() { return opens(Opening{}); }
  desk::Ticket opens(const Opening& opening) {
    const auto id = next_id();
    std::optional<desk::Ticket> opened;
    const auto done = store_->write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(opened, opens_in(tx, id, opening));
      return {};
    });
    REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
    return *opened;
  }
  // Nothing when it was done.
  std::optional<desk::RefusalKind> does(const desk::Ticket& ticket, const desk::Actor& actor,
                                        const desk::Command& command) {
    std::optional<desk::RefusalKind> refused;
    const auto done = store_->write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(refused, does_in(tx, kHarbor, ticket.id, actor, command));
      return {};
    });
    REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
    return refused;
  }

  [[nodiscard]] desk::Ticket read(const desk::Ticket& ticket) {
    const auto stored = store_->ticket(kHarbor, ticket.id);
    REQUIRE(stored);
    REQUIRE(stored->has_value());
    return **stored;
  }

  // Every row of a queue, page by page.
  [[nodiscard]] std::vector<app::QueueRow> rows(app::QueueQuery query) {
    if (query.engagement.empty()) query.engagement = kHarbor;
    std::vector<app::QueueRow> all;
    do {
      auto page = store_->queue(query);
      REQUIRE_MESSAGE(page.has_value(), (page ? std::string() : page.error().message));
      REQUIRE(page->rows.size() <= query.limit);
      REQUIRE((page->next.empty() || page->rows.size() == query.limit));
      std::ranges::move(page->rows, std::back_inserter(all));
      query.after = page->next;
    } while (!query.after.empty());
    return all;
  }
  [[nodiscard]] Numbers numbers(app::QueueQuery query) {
    Numbers found;
    for (const app::QueueRow& row : rows(std::move(query))) found.push_back(row.number);
    return found;
  }
  [[nodiscard]] std::string dump() {
    auto text = store_->dump_read_tables();
    REQUIRE(text);
    return *std::move(text);
  }

  [[nodiscard]] std::uint32_t rank_of(const desk::Ticket& ticket) const {
    const auto index = policy_->find_priority(ticket.facts.priority.text());
    TANDEM_CHECK(index.has_value());
    return index->value;
  }
  [[nodiscard]] desk::Circumstances circumstances(const desk::Actor& actor) const {
    return {.policy = *policy_, .now = now, .actor = actor, .workload = {}};
  }

  base::Instant now;

 private:
  app::Store* store_;
  std::uint64_t ids_ = 0;
  std::shared_ptr<const policy::Policy> policy_ = desk::example_agreement();
};

}  // namespace tandem
