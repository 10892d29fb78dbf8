// The log of decisions as stores keep it: one row for each decision, made from its ticket, with what it is found and
// listed by. What a side recommends is not in it, sealed or open: that is read on the ticket.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "desk/ticket.h"

namespace tandem::app {

struct DecisionRow {
  desk::TicketId id;
  std::uint64_t number = 0;
  std::string subject;
  desk::DecisionKindName kind;
  bool big = false;
  desk::DecisionStanding standing = desk::DecisionStanding::Open;
  bool overdue = false;
  desk::PersonName decider;  // who decided, or has the say now
  base::Instant asked_at;
  std::optional<base::Instant> deadline;
  std::optional<base::Instant> decided_at;
  std::string chosen;  // the option's name; empty: nothing yet
  std::string risk;    // that was accepted; empty: none
  std::string treatment;
  std::string exempt_from;  // what an exception was granted from; empty: none
  std::string exempt;       // and for whom
  desk::PersonName owner;   // of what was allowed; empty: nothing was decided
  std::optional<base::Instant> lapses_at;
  bool reminded = false;     // the owner was: it lapses soon
  std::uint64_t renews = 0;  // numbers of other decisions; 0: none
  std::uint64_t replaced_by = 0;
  bool operator==(const DecisionRow&) const = default;
};

enum class DecisionHolds : std::uint8_t { Anything, Risk, Exception };
enum class DecisionOrder : std::uint8_t {
  Newest,  // by number, descending
  Lapse,   // what lapses first; what never lapses is left out
};

// What to list. An empty vector or name asks nothing; several values mean any of them.
struct DecisionQuery {
  desk::EngagementName engagement;
  std::string search;                        // as QueueQuery has it
  std::vector<desk::TeamName> search_teams;  // whose team-only notes the searcher may find
  std::vector<desk::DecisionKindName> kinds;
  std::vector<desk::DecisionStanding> standings;
  desk::PersonName decider;
  desk::PersonName owner;
  // When it was decided, or asked where it was not: [from, to).
  std::optional<base::Instant> from;
  std::optional<base::Instant> to;
  std::optional<base::Instant> lapses_before;
  DecisionHolds holds = DecisionHolds::Anything;
  DecisionOrder order = DecisionOrder::Newest;
  std::size_t limit = 50;                               // REQUIRES 1 … 200
  std::string after;                                    // cursor of the previous page; empty: the first
  std::vector<desk::CategoryName> hidden_categories{};  // decisions of these are left out
};

struct DecisionPage {
  std::vector<DecisionRow> rows;
  std::string next;  // cursor; empty: that was all
};

// The row of a ticket; nothing where it is no decision.
[[nodiscard]] std::optional<DecisionRow> decision_row(const desk::Ticket& ticket);
// When it was decided, or asked where it was not.
[[nodiscard]] base::Instant moment_of(const DecisionRow& row);

// The place behind a row in an order, as text that clients hand back.
struct DecisionCursor {
  DecisionOrder order = DecisionOrder::Newest;
  std::int64_t lapses_us = 0;  // Lapse
  std::uint64_t number = 0;
};
[[nodiscard]] std::string to_text(const DecisionCursor& cursor);
[[nodiscard]] DecisionCursor cursor_behind(const DecisionRow& row, DecisionOrder order);
// BadInput when it is no cursor, or one of another order.
[[nodiscard]] base::Result<DecisionCursor> parse_cursor(std::string_view text, DecisionOrder order);

// A row as one line, for Store::dump_read_tables().
[[nodiscard]] std::string dump_line(const desk::EngagementName& engagement, const DecisionRow& row);

}  // namespace tandem::app
