#include "store/sqlite/queue_query.h"

#include "app/queue_projection.h"
#include "store/sqlite/read_tables.h"
#include "store/sqlite/sql_text.h"

namespace tandem::store::sqlite {
namespace {

struct OrderColumns {
  std::string_view order_by;
  std::string_view key;  // as a row value
};

OrderColumns columns_of(app::QueueOrder order) {
  switch (order) {
    case app::QueueOrder::Urgency: return {.order_by = "priority_rank, newness", .key = "(priority_rank, newness)"};
    case app::QueueOrder::Newest: return {.order_by = "newness", .key = "newness"};
    case app::QueueOrder::Updated: return {.order_by = "staleness, newness", .key = "(staleness, newness)"};
  }
  return {};
}

void add_states(Sql& sql, const std::vector<desk::State>& states) {
  if (states.empty()) return;
  sql.add(" AND state IN (");
  for (std::size_t i = 0; i < states.size(); ++i) sql.add(i == 0 ? "?" : ", ?", std::string(desk::to_text(states[i])));
  sql.add(")");
}

void add_cursor(Sql& sql, const app::QueueCursor& after) {
  const auto newness = -static_cast<std::int64_t>(after.number);
  switch (after.order) {
    case app::QueueOrder::Urgency:
      sql.add(" AND (priority_rank, newness) > (?", static_cast<std::int64_t>(after.priority_rank));
      sql.add(", ?)", newness);
      return;
    case app::QueueOrder::Newest: sql.add(" AND newness > ?", newness); return;
    case app::QueueOrder::Updated:
      sql.add(" AND (staleness, newness) > (?", -after.updated_us);
      sql.add(", ?)", newness);
      return;
  }
}

// One word of a search: the columns the searcher may find it in.
std::string match_word(const app::QueueQuery& query, const std::string& word, bool prefix) {
  const std::string_view star = prefix ? "*" : "";
  if (query.search_team_notes_only_public) return fmt::format("shared : \"{}\"{}", word, star);
  std::string match = fmt::format("({{shared internal}} : \"{}\"{}", word, star);
  for (const desk::TeamName& team : query.search_teams)
    match += fmt::format(" OR team : \"{}\"{}", app::team_word(team, word), star);
  return match + ")";
}

// Which tickets one part walks: a condition that an index begins with. Offers are few at any time: they are gathered
// and sorted, where SQLite would rather walk through everything in order.
struct Part {
  std::string condition;
  std::vector<Value> values;
  std::string_view from = "tickets";
};
constexpr std::string_view kOffers = "tickets INDEXED BY tickets_offered";
constexpr std::string_view kMajors = "tickets INDEXED BY tickets_major";
constexpr std::string_view kPartsOf = "tickets INDEXED BY tickets_part_of";
constexpr std::string_view kToChase = "tickets INDEXED BY tickets_to_chase";
constexpr std::string_view kUnanswered = "tickets INDEXED BY tickets_unanswered";

// The major incidents that are not of a hidden category, as a list to be part of. Few at any time.
Sql majors_in_sight(const app::QueueQuery& query, std::int64_t engagement) {
  Sql sql;
  sql.add(fmt::format("SELECT id FROM {} WHERE engagement = ? AND major_since IS NOT NULL", kMajors), engagement);
  add_none_of(sql, "category", query.hidden_categories);
  return sql;
}

// Where nobody is asked about: by what only some kinds of work have, each of which is rare among all tickets.
std::vector<Part> parts_of_rare_work(const app::QueueQuery& query, std::int64_t engagement) {
  std::vector<Part> parts;
  if (query.major != app::MajorWork::Any) {
    parts.push_back({" AND major_since IS NOT NULL", {}, kMajors});
    if (query.major == app::MajorWork::Declared) return parts;
    Sql majors = majors_in_sight(query, engagement);
    parts.push_back(
        {fmt::format(" AND part_of IS NOT NULL AND part_of IN ({})", majors.text), std::move(majors.values), kPartsOf});
  } else if (query.unanswered_only) {
    parts.push_back({" AND unanswered_since IS NOT NULL", {}, kUnanswered});
  } else if (query.chase_by) {
    parts.push_back({" AND chase_at IS NOT NULL AND chase_at <= ?", {query.chase_by->unix_us()}, kToChase});
  } else if (!query.vendors.empty()) {
    for (const desk::PartyName& vendor : query.vendors)
      parts.push_back({" AND vendor <> '' AND vendor = ?", {vendor.text()}});
  } else if (std::ranges::find(query.kinds, desk::TicketKind::Incident) == query.kinds.end()) {
    for (const desk::TicketKind kind : query.kinds)
      parts.push_back({" AND kind <> 'incident' AND kind = ?", {std::string(desk::to_text(kind))}});
  }
  return parts;
}

std::vector<Part> parts_of(const app::QueueQuery& query, std::int64_t engagement) {
  std::vector<Part> parts;
  const auto with_offers = [&](std::string_view owner_column, std::string_view offer_column, const std::string& name) {
    parts.push_back({fmt::format(" AND {} = ?", owner_column), {name}});
    parts.push_back({fmt::format(" AND {} = ? AND {} <> ?", offer_column, owner_column), {name, name}, kOffers});
  };
  if (!query.person.empty()) {
    parts.push_back({" AND person <> '' AND person = ?", {query.person.text()}});
    parts.push_back({" AND handoff_team IS NOT NULL AND handoff_person = ? AND person <> ?",
                     {query.person.text(), query.person.text()},
                     kOffers});
  } else if (!query.requester_email.empty()) {
    parts.push_back({" AND requester_email <> '' AND requester_email = ?", {query.requester_email}});
  } else if (query.teams.empty()) {
    parts = parts_of_rare_work(query, engagement);
    if (parts.empty()) parts.push_back({"", {}});
  } else {
    for (const desk::TeamName& team : query.teams) with_offers("team", "handoff_team", team.text());
  }
  return parts;
}

// Open and closed are apart in the indexes of urgency and of change; by number only what is open has one of its own.
std::vector<std::string_view> sides_of(const app::QueueQuery& query, app::QueueOrder order) {
  const bool wants_open = query.states.empty() || std::ranges::any_of(query.states, desk::is_open);
  const bool wants_closed = query.states.empty() || !std::ranges::all_of(query.states, desk::is_open);
  if (wants_closed && order == app::QueueOrder::Newest) return {""};
  std::vector<std::string_view> sides;
  if (wants_open) sides.push_back(" AND is_open = 1");
  if (wants_closed) sides.push_back(" AND is_open = 0");
  return sides;
}

void add_any_word_of(Sql& sql, std::string_view column, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return;
  sql.add(" AND (1 = 0");
  for (const std::string& word : wanted)
    sql.add(fmt::format(" OR instr({}, ?) > 0", column), fmt::format(" {} ", word));
  sql.add(")");
}

void add_wall(Sql& sql, const app::QueueQuery& query) {
  if (query.hidden_categories.empty()) return;
  sql.add(" AND (category NOT IN (");
  for (std::size_t i = 0; i < query.hidden_categories.size(); ++i)
    sql.add(i == 0 ? "?" : ", ?", query.hidden_categories[i].text());
  sql.add(")");
  if (!query.hidden_except_requester.empty()) sql.add(" OR requester_email = ?", query.hidden_except_requester);
  sql.add(")");
}

void add_kinds(Sql& sql, const app::QueueQuery& query) {
  if (query.kinds.empty()) return;
  sql.add(" AND kind IN (");
  for (std::size_t i = 0; i < query.kinds.size(); ++i)
    sql.add(i == 0 ? "?" : ", ?", std::string(desk::to_text(query.kinds[i])));
  sql.add(")");
}

void add_major(Sql& sql, const app::QueueQuery& query, std::int64_t engagement) {
  if (query.major == app::MajorWork::Any) return;
  sql.add(" AND (major_since IS NOT NULL");
  if (query.major == app::MajorWork::WithParts) {
    const Sql majors = majors_in_sight(query, engagement);
    sql.add(fmt::format(" OR part_of IN ({})", majors.text));
    sql.values.insert(sql.values.end(), majors.values.begin(), majors.values.end());
  }
  sql.add(")");
}

void add_filters(Sql& sql, const app::QueueQuery& query, std::int64_t engagement) {
  add_states(sql, query.states);
  add_any_of(sql, "priority", query.priorities);
  add_any_of(sql, "category", query.categories);
  add_any_of(sql, "party", query.parties);
  // A number beyond what a column holds is nobody's, as the largest is.
  constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
  add_any_word_of(sql, "tags", query.tags);
  if (!query.watcher.empty()) sql.add(" AND instr(watchers, ?) > 0", fmt::format(" {} ", query.watcher.text()));
  if (query.vip_only) sql.add(" AND requester_vip = 1");
  if (query.unanswered_only) sql.add(" AND unanswered_since IS NOT NULL");
  add_kinds(sql, query);
  add_any_of(sql, "vendor", query.vendors);
  if (query.chase_by) sql.add(" AND chase_at <= ?", query.chase_by->unix_us());
  add_major(sql, query, engagement);
  add_wall(sql, query);
  if (query.number) sql.add(" AND newness = ?", -static_cast<std::int64_t>(std::min(*query.number, kLargest)));
}

void add_person(Sql& sql, const app::QueueQuery& query) {
  if (query.person.empty()) return;
  sql.add(" AND (person = ?", query.person.text());
  sql.add(" OR handoff_person = ?)", query.person.text());
}

void add_requester(Sql& sql, const app::QueueQuery& query) {
  if (!query.requester_email.empty()) sql.add(" AND requester_email = ?", query.requester_email);
}

void add_teams(Sql& sql, const app::QueueQuery& query) {
  if (query.teams.empty()) return;
  sql.add(" AND (1 = 0");
  for (const desk::TeamName& team : query.teams) {
    sql.add(" OR team = ?", team.text());
    sql.add(" OR handoff_team = ?", team.text());
  }
  sql.add(")");
}

// What parts_of() has not asked already: it begins with the person, else the requester, else the teams.
void add_rest(Sql& sql, const app::QueueQuery& query) {
  if (!query.person.empty()) add_requester(sql, query);
  if (!query.person.empty() || !query.requester_email.empty()) add_teams(sql, query);
}

Sql walk_indexes(const app::QueueQuery& query, std::int64_t engagement, const std::optional<app::QueueCursor>& after,
                 app::QueueOrder order) {
  const OrderColumns columns = columns_of(order);
  const auto limit = static_cast<std::int64_t>(query.limit) + 1;
  Sql sql;
  bool first = true;
  for (const Part& part : parts_of(query, engagement)) {
    for (const std::string_view side : sides_of(query, order)) {
      sql.add(first ? "" : " UNION ");
      first = false;
      sql.add(fmt::format("SELECT * FROM (SELECT {} FROM {} WHERE engagement = ?", kRowColumns, part.from), engagement);
      sql.add(part.condition);
      sql.values.insert(sql.values.end(), part.values.begin(), part.values.end());
      sql.add(side);
      add_filters(sql, query, engagement);
      add_rest(sql, query);
      if (after) add_cursor(sql, *after);
      sql.add(fmt::format(" ORDER BY {} LIMIT ?)", columns.order_by), limit);
    }
  }
  if (sql.text.find(" UNION ") != std::string::npos)
    sql.add(fmt::format(" ORDER BY {} LIMIT ?", columns.order_by), limit);
  return sql;
}

// A search walks the tickets that hold the words, the newest first: row numbers grow with the numbers of an engagement.
// The words stand in a subquery of their own, because some of their columns are called like those of tickets.
Sql walk_matches(const app::QueueQuery& query, std::int64_t engagement, const std::vector<std::string>& words,
                 const std::optional<app::QueueCursor>& after) {
  Sql sql;
  sql.add(
      fmt::format("SELECT {} FROM (SELECT rowid AS found FROM ticket_words WHERE ticket_words MATCH ?", kRowColumns),
      match_text(query, engagement, words));
  if (after) {
    sql.add(" AND rowid <= (SELECT key FROM tickets WHERE engagement = ?", engagement);
    sql.add(" AND newness > ? ORDER BY newness LIMIT 1)", -static_cast<std::int64_t>(after->number));
  }
  sql.add(") CROSS JOIN tickets ON key = found WHERE 1 = 1");
  add_person(sql, query);
  add_requester(sql, query);
  add_teams(sql, query);
  add_filters(sql, query, engagement);
  sql.add(" ORDER BY found DESC LIMIT ?", static_cast<std::int64_t>(query.limit) + 1);
  return sql;
}

base::Result<app::QueuePage> read_page(Connection& connection, const Sql& sql, std::size_t limit,
                                       app::QueueOrder order) {
  TANDEM_TRY(auto* row, connection.prepare(sql.text));
  sql.bind_to(*row);
  app::QueuePage page;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) break;
    if (page.rows.size() == limit) {
      page.next = app::to_text(app::cursor_behind(page.rows.back(), order));
      row->reset();
      break;
    }
    page.rows.push_back(read_row(*row));
  }
  return page;
}

}  // namespace

// Words are letters, digits and bytes above 127 only (app::search_words), so that nothing needs escaping in the quotes.
std::string match_text(const app::QueueQuery& query, std::int64_t engagement, const std::vector<std::string>& words) {
  std::string match = fmt::format("engagement : e{}", engagement);
  for (std::size_t i = 0; i < words.size(); ++i) match += " AND " + match_word(query, words[i], i + 1 == words.size());
  if (query.known_errors) match += fmt::format(" AND internal : \"{}\"", app::kKnownErrorWord);
  return match;
}

base::Result<app::QueuePage> read_queue(Connection& connection, const app::QueueQuery& query) {
  const auto order = app::effective_order(query);
  std::optional<app::QueueCursor> after;
  if (!query.after.empty()) {
    TANDEM_TRY(after, app::parse_cursor(query.after, order));
  }
  TANDEM_TRY(const auto engagement, find_engagement(connection, query.engagement));
  if (!engagement) return app::QueuePage{};
  if (query.search.empty())
    return read_page(connection, walk_indexes(query, *engagement, after, order), query.limit, order);
  const auto words = app::search_words(query.search, app::kMaxQueryWords);
  if (words.empty()) return app::QueuePage{};
  return read_page(connection, walk_matches(query, *engagement, words, after), query.limit, order);
}

std::string queue_sql(const app::QueueQuery& query) {
  const auto order = app::effective_order(query);
  std::optional<app::QueueCursor> after;
  if (const auto parsed = app::parse_cursor(query.after, order)) after = *parsed;
  if (query.search.empty()) return walk_indexes(query, 1, after, order).text;
  return walk_matches(query, 1, app::search_words(query.search, app::kMaxQueryWords), after).text;
}

}  // namespace tandem::store::sqlite
