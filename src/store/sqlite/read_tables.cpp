#include "store/sqlite/read_tables.h"

#include "app/queue_projection.h"
#include "base/check.h"
#include "store/sqlite/changes.h"
#include "store/sqlite/decisions.h"
#include "store/sqlite/files.h"

namespace tandem::store::sqlite {
namespace {

std::string engagement_word(std::int64_t engagement) {
  return fmt::format("e{}", engagement);
}

// What a ticket weighs in the workloads: its owner while it is open.
struct Weight {
  bool is_open = false;
  std::string team;
  std::string person;
  bool operator==(const Weight&) const = default;
};

base::Result<void> add_load(Connection& connection, std::int64_t engagement, std::string_view kind,
                            std::string_view name, int by) {
  if (name.empty()) return {};
  if (by > 0) {
    TANDEM_TRY(auto* add, connection.prepare("INSERT INTO workloads (engagement, kind, name, open) VALUES (?, ?, ?, 1) "
                                             "ON CONFLICT DO UPDATE SET open = open + 1"));
    add->bind(1, engagement);
    add->bind(2, kind);
    add->bind(3, name);
    return add->run();
  }
  TANDEM_TRY(auto* take,
             connection.prepare("UPDATE workloads SET open = open - 1 WHERE engagement = ? AND kind = ? AND name = ?"));
  take->bind(1, engagement);
  take->bind(2, kind);
  take->bind(3, name);
  TANDEM_TRY_DONE(take->run());
  TANDEM_TRY(auto* drop,
             connection.prepare("DELETE FROM workloads WHERE engagement = ? AND kind = ? AND name = ? AND open = 0"));
  drop->bind(1, engagement);
  drop->bind(2, kind);
  drop->bind(3, name);
  return drop->run();
}

base::Result<void> move_load(Connection& connection, std::int64_t engagement, const Weight& before,
                             const Weight& after) {
  if (before == after) return {};
  for (const auto& [weight, by] : {std::pair(&before, -1), std::pair(&after, 1)}) {
    if (!weight->is_open) continue;
    TANDEM_TRY_DONE(add_load(connection, engagement, "team", weight->team, by));
    TANDEM_TRY_DONE(add_load(connection, engagement, "person", weight->person, by));
  }
  return {};
}

struct TicketKey {
  std::int64_t key = 0;
  Weight weight;
};

base::Result<TicketKey> find_key(Connection& connection, std::int64_t engagement, desk::TicketId id) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT key, is_open, team, person FROM tickets WHERE engagement = ? AND id = ?"));
  row->bind(1, engagement);
  row->bind_id(2, id.bits());
  TANDEM_TRY(const bool found, row->step());
  if (!found) {
    return base::fail(base::ErrorCode::Corrupt,
                      fmt::format("ticket {} has events and no row: run `tandem rebuild`", id.text()));
  }
  TicketKey key{
      .key = row->integer(0),
      .weight = {
          .is_open = row->integer(1) != 0, .team = std::string(row->text(2)), .person = std::string(row->text(3))}};
  row->reset();
  return key;
}

base::Result<void> write_words(Connection& connection, std::int64_t engagement, std::int64_t key,
                               std::span<const desk::Event> events, Known known) {
  app::SearchText text;
  for (const desk::Event& event : events) app::add_words(text, event);
  if (known == Known::No) {
    const std::string word = engagement_word(engagement);
    TANDEM_TRY(auto* add,
               connection.prepare(
                   "INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (?, ?, ?, ?, ?)"));
    add->bind(1, key);
    add->bind(2, word);
    add->bind(3, text.shared);
    add->bind(4, text.internal);
    add->bind(5, text.team);
    return add->run();
  }
  if (text == app::SearchText()) return {};
  // trim: a blank between what was there and what comes, where both are something.
  TANDEM_TRY(auto* change,
             connection.prepare(
                 "UPDATE ticket_words SET shared = trim(shared || ' ' || ?), internal = trim(internal || ' ' || ?), "
                 "team = trim(team || ' ' || ?) WHERE rowid = ?"));
  change->bind(1, text.shared);
  change->bind(2, text.internal);
  change->bind(3, text.team);
  change->bind(4, key);
  return change->run();
}

base::Result<void> write_ratings(Connection& connection, std::int64_t engagement, std::int64_t key,
                                 std::uint32_t last_version, std::span<const desk::Event> events) {
  std::uint32_t version = last_version - static_cast<std::uint32_t>(events.size());
  for (const desk::Event& event : events) {
    ++version;
    const auto* rated = std::get_if<desk::ServiceRated>(&event.data);
    if (rated == nullptr) continue;
    TANDEM_TRY(auto* add, connection.prepare("INSERT INTO ratings (engagement, ticket, version, at, verdict, words, "
                                             "party, team) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    add->bind(1, engagement);
    add->bind(2, key);
    add->bind(3, static_cast<std::int64_t>(version));
    add->bind(4, event.at);
    add->bind(5, desk::to_text(rated->verdict));
    add->bind(6, rated->words);
    add->bind(7, rated->party.text());
    add->bind(8, rated->team.text());
    TANDEM_TRY_DONE(add->run());
  }
  return {};
}

// Texts that must live while a statement has them.
struct Columns {
  explicit Columns(const app::QueueRow& row) : tags(app::as_column(row.tags)), watchers(app::as_column(row.watchers)) {}
  std::string tags;
  std::string watchers;
};

// The first kTicketParameters of the statements below.
void bind_ticket(Statement& statement, const app::QueueRow& row, const desk::Ticket& ticket, const Columns& columns) {
  int at = 0;
  statement.bind(++at, -row.updated_at.unix_us());
  statement.bind(++at, static_cast<std::int64_t>(row.version));
  statement.bind(++at, desk::to_text(row.state));
  statement.bind(++at, static_cast<std::int64_t>(desk::is_open(row.state)));
  row.waiting_on ? statement.bind(++at, desk::to_text(*row.waiting_on)) : statement.bind_null(++at);
  statement.bind(++at, row.priority.text());
  statement.bind(++at, static_cast<std::int64_t>(row.priority_rank));
  statement.bind(++at, row.category.text());
  statement.bind(++at, row.owner.party.text());
  statement.bind(++at, row.owner.team.text());
  statement.bind(++at, row.owner.person.text());
  statement.bind(++at, row.accountable.text());
  statement.bind(++at, static_cast<std::int64_t>(row.gap));
  if (ticket.handoff) {
    const desk::HandoffOffered& offer = ticket.handoff->offer;
    statement.bind(++at, offer.to_team.text());
    statement.bind(++at, offer.to_person.text());
  } else {
    for (int i = 0; i < 2; ++i) statement.bind_null(++at);
  }
  statement.bind(++at, static_cast<std::int64_t>(row.public_comments));
  statement.bind(++at, columns.tags);
  statement.bind(++at, columns.watchers);
  row.part_of ? statement.bind_id(++at, row.part_of->bits()) : statement.bind_null(++at);
  row.major_since ? statement.bind(++at, *row.major_since) : statement.bind_null(++at);
  statement.bind(++at, row.vendor.text());
  row.chase_at ? statement.bind(++at, *row.chase_at) : statement.bind_null(++at);
  const auto& unanswered = row.unanswered;
  unanswered ? statement.bind(++at, unanswered->since) : statement.bind_null(++at);
  statement.bind(++at, unanswered ? std::string_view(unanswered->name) : std::string_view());
  statement.bind(++at, unanswered ? std::string_view(unanswered->by) : std::string_view());
  statement.bind(++at, unanswered ? std::string_view(unanswered->asked.text()) : std::string_view());
  statement.bind(++at, static_cast<std::int64_t>(unanswered ? unanswered->count : 0));
}
constexpr int kTicketParameters = 27;

base::Result<std::int64_t> insert_ticket(Connection& connection, std::int64_t engagement, const app::QueueRow& row,
                                         const desk::Ticket& ticket) {
  TANDEM_TRY(auto* add,
             connection.prepare(
                 "INSERT INTO tickets (staleness, version, state, is_open, waiting_on, priority, priority_rank, "
                 "category, party, team, person, accountable, gap, "
                 "handoff_team, handoff_person, public_comments, tags, watchers, part_of, major_since, vendor, "
                 "chase_at, unanswered_since, unanswered_name, unanswered_by, unanswered_asked, unanswered_count, "
                 "engagement, id, newness, subject, site, requester_name, requester_email, requester_vip, "
                 "opened_at, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                 "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  const Columns columns(row);
  bind_ticket(*add, row, ticket, columns);
  int at = kTicketParameters;
  add->bind(++at, engagement);
  add->bind_id(++at, row.id.bits());
  add->bind(++at, -static_cast<std::int64_t>(row.number));
  add->bind(++at, row.subject);
  add->bind(++at, row.site.text());
  add->bind(++at, row.requester.name);
  add->bind(++at, row.requester.email);
  add->bind(++at, static_cast<std::int64_t>(row.requester.vip));
  add->bind(++at, row.opened_at);
  add->bind(++at, desk::to_text(row.kind));
  if (auto added = add->run(); !added) {
    if (added.error().code != base::ErrorCode::Conflict) return std::unexpected(std::move(added).error());
    return base::fail(base::ErrorCode::Conflict, fmt::format("number {} is taken", row.number));
  }
  return connection.last_row();
}

base::Result<void> update_ticket(Connection& connection, std::int64_t key, const app::QueueRow& row,
                                 const desk::Ticket& ticket) {
  TANDEM_TRY(auto* change, connection.prepare(
                               "UPDATE tickets SET staleness = ?, version = ?, state = ?, is_open = ?, waiting_on = "
                               "?, priority = ?, priority_rank = ?, category = ?, party = ?, "
                               "team = ?, person = ?, accountable = ?, gap = ?, handoff_team = ?, handoff_person = ?, "
                               "public_comments = ?, tags = ?, watchers = ?, part_of = ?, major_since = ?, vendor = ?, "
                               "chase_at = ?, unanswered_since = ?, unanswered_name = ?, unanswered_by = ?, "
                               "unanswered_asked = ?, unanswered_count = ? WHERE key = ?"));
  const Columns columns(row);
  bind_ticket(*change, row, ticket, columns);
  change->bind(kTicketParameters + 1, key);
  return change->run();
}

// Conflict when the key stands for another ticket; then the row of this one is taken away again.
base::Result<void> insert_external_key(Connection& connection, std::int64_t engagement, const desk::Ticket& ticket,
                                       std::int64_t ticket_key) {
  if (!ticket.facts.external) return {};
  const desk::ExternalKey& external = *ticket.facts.external;
  TANDEM_TRY(auto* add,
             connection.prepare("INSERT INTO external_keys (engagement, system, key, ticket) VALUES (?, ?, ?, ?)"));
  add->bind(1, engagement);
  add->bind(2, external.system);
  add->bind(3, external.key);
  add->bind_id(4, ticket.id.bits());
  const auto added = add->run();
  if (added || added.error().code != base::ErrorCode::Conflict) return added;
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM tickets WHERE key = ?"));
  drop->bind(1, ticket_key);
  TANDEM_TRY_DONE(drop->run());
  return base::fail(base::ErrorCode::Conflict, fmt::format("{} {} is here already", external.system, external.key));
}

std::vector<desk::PersonName> people_of_column(std::string_view column) {
  std::vector<desk::PersonName> people;
  for (std::string& name : app::words_of_column(column)) people.emplace_back(std::move(name));
  return people;
}

std::optional<app::UnansweredActions> unanswered_in(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return app::UnansweredActions{.since = row.instant(column),
                                .name = std::string(row.text(column + 1)),
                                .by = std::string(row.text(column + 2)),
                                .asked = desk::PersonName(row.text(column + 3)),
                                .count = static_cast<std::uint32_t>(row.integer(column + 4))};
}

}  // namespace

base::Result<std::optional<std::int64_t>> find_engagement(Connection& connection, const desk::EngagementName& name) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT id FROM engagements WHERE name = ?"));
  row->bind(1, name.text());
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  const std::int64_t id = row->integer(0);
  row->reset();
  return id;
}

base::Result<void> write_read_tables(Connection& connection, std::int64_t engagement, const desk::Ticket& after,
                                     std::uint32_t priority_rank, std::span<const desk::Event> events, Known known) {
  const app::QueueRow row = app::queue_row(after, priority_rank);
  TicketKey before;
  if (known == Known::Yes) {
    TANDEM_TRY(before, find_key(connection, engagement, after.id));
    TANDEM_TRY_DONE(update_ticket(connection, before.key, row, after));
  } else {
    TANDEM_TRY(before.key, insert_ticket(connection, engagement, row, after));
    TANDEM_TRY_DONE(insert_external_key(connection, engagement, after, before.key));
  }
  TANDEM_TRY_DONE(write_decision(connection, engagement, before.key, after));
  TANDEM_TRY_DONE(write_words(connection, engagement, before.key, events, known));
  TANDEM_TRY_DONE(write_change(connection, engagement, after));
  TANDEM_TRY_DONE(write_ratings(connection, engagement, before.key, after.version, events));
  TANDEM_TRY_DONE(write_files(connection, engagement, before.key, events));
  const Weight weight{
      .is_open = desk::is_open(after.state), .team = row.owner.team.text(), .person = row.owner.person.text()};
  return move_load(connection, engagement, before.weight, weight);
}

base::Result<app::Load> read_load(Connection& connection, std::int64_t engagement) {
  app::Load load;
  TANDEM_TRY(auto* row, connection.prepare("SELECT kind, name, open FROM workloads WHERE engagement = ?"));
  row->bind(1, engagement);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return load;
    const auto open = static_cast<std::uint32_t>(row->integer(2));
    if (row->text(0) == "team") {
      load.open_by_team[desk::TeamName(row->text(1))] = open;
    } else {
      load.open_by_person[desk::PersonName(row->text(1))] = open;
    }
  }
}

base::Result<app::Load> read_load_of(Connection& connection, std::int64_t engagement,
                                     std::span<const desk::CategoryName> categories) {
  app::Load load;
  // Few tickets are of these categories: SQLite would rather walk all of a team's than sort them.
  for (const desk::CategoryName& category : categories) {
    TANDEM_TRY(auto* row,
               connection.prepare("SELECT team, person, count(*) FROM tickets INDEXED BY tickets_open_of_category "
                                  "WHERE engagement = ? AND category = ? AND is_open = 1 GROUP BY team, "
                                  "person"));
    row->bind(1, engagement);
    row->bind(2, category.text());
    for (;;) {
      TANDEM_TRY(const bool more, row->step());
      if (!more) break;
      const auto open = static_cast<std::uint32_t>(row->integer(2));
      load.open_by_team[desk::TeamName(row->text(0))] += open;
      if (!row->text(1).empty()) load.open_by_person[desk::PersonName(row->text(1))] += open;
    }
  }
  return load;
}

base::Result<std::vector<app::RatingRow>> read_ratings(Connection& connection, std::int64_t engagement,
                                                       const app::RatingQuery& query) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT t.id, t.newness, r.version, r.at, r.verdict, r.words, r.party, r.team, "
                                "t.category FROM ratings r JOIN tickets t ON t.key = r.ticket WHERE r.engagement = ? "
                                "AND r.at >= ? ORDER BY r.at, t.newness DESC, r.version"));
  row->bind(1, engagement);
  row->bind(2, query.from);
  std::vector<app::RatingRow> rows;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return rows;
    const desk::CategoryName category(row->text(8));
    if (std::ranges::find(query.hidden_categories, category) != query.hidden_categories.end()) continue;
    const auto verdict = desk::parse<desk::Verdict>(row->text(4));
    TANDEM_ENSURE(verdict.has_value());
    rows.push_back({.ticket = desk::TicketId(row->id(0)),
                    .number = static_cast<std::uint64_t>(-row->integer(1)),
                    .version = static_cast<std::uint32_t>(row->integer(2)),
                    .at = row->instant(3),
                    .rated = {.verdict = *verdict,
                              .words = std::string(row->text(5)),
                              .party = desk::PartyName(row->text(6)),
                              .team = desk::TeamName(row->text(7))}});
  }
}

app::QueueRow read_row(const Statement& row) {
  const auto state = desk::parse<desk::State>(row.text(5));
  const auto kind = desk::parse<desk::TicketKind>(row.text(24));
  TANDEM_ENSURE(state && kind);
  return {
      .id = desk::TicketId(row.id(0)),
      .number = static_cast<std::uint64_t>(-row.integer(1)),
      .version = static_cast<std::uint32_t>(row.integer(3)),
      .subject = std::string(row.text(4)),
      .state = *state,
      .waiting_on = row.is_null(6) ? std::nullopt : desk::parse<desk::WaitingOn>(row.text(6)),
      .priority = desk::PriorityName(row.text(7)),
      .priority_rank = static_cast<std::uint32_t>(row.integer(8)),
      .category = desk::CategoryName(row.text(9)),
      .site = desk::SiteName(row.text(10)),
      .owner = {.party = desk::PartyName(row.text(11)),
                .team = desk::TeamName(row.text(12)),
                .person = desk::PersonName(row.text(13))},
      .accountable = desk::PersonName(row.text(14)),
      .gap = row.integer(15) != 0,
      .requester = {.name = std::string(row.text(16)), .email = std::string(row.text(17)), .vip = row.integer(18) != 0},
      .handoff_pending = !row.is_null(19),
      .handoff_to = desk::TeamName(row.text(19)),
      .public_comments = static_cast<std::uint32_t>(row.integer(20)),
      .opened_at = row.instant(21),
      .updated_at = base::Instant::from_unix_us(-row.integer(2)),
      .tags = app::words_of_column(row.text(22)),
      .watchers = people_of_column(row.text(23)),
      .kind = *kind,
      .part_of = row.is_null(25) ? std::nullopt : std::optional(desk::TicketId(row.id(25))),
      .major_since = row.is_null(26) ? std::nullopt : std::optional(row.instant(26)),
      .vendor = desk::PartyName(row.text(27)),
      .chase_at = row.is_null(28) ? std::nullopt : std::optional(row.instant(28)),
      .unanswered = unanswered_in(row, 29),
  };
}

}  // namespace tandem::store::sqlite
