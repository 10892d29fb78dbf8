// What every store derives from a ticket for its read tables: the queue's row, and the words a search finds it by. One
// place, so that stores cannot disagree about what a row means; how they keep and find it is theirs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/store.h"
#include "desk/ticket.h"

namespace tandem::app {

[[nodiscard]] QueueRow queue_row(const desk::Ticket& ticket, std::uint32_t priority_rank);
// The whole that the ticket is a part of.
[[nodiscard]] std::optional<desk::TicketId> parent_of(const desk::Ticket& ticket);
// When the vendor of the case is asked again, or was to be and was not; nothing where nobody waits for a vendor.
[[nodiscard]] std::optional<base::Instant> chase_of(const desk::Ticket& ticket);
// What was done on it without authority and is not acknowledged.
[[nodiscard]] std::optional<UnansweredActions> unanswered_of(const desk::Ticket& ticket);
// Since when it is a major incident that is not stood down.
[[nodiscard]] std::optional<base::Instant> major_since(const desk::Ticket& ticket);

// The words a ticket is found by, apart by who may find it with them; each column is words with a blank between them.
// Words of a team's own notes carry the team in front: `harbor_it__word`.
struct SearchText {
  std::string shared;    // what the requester reads as well
  std::string internal;  // notes for both teams
  std::string team;      // notes of one team
  bool operator==(const SearchText&) const = default;
};
// Adds what an event says in words; most say nothing.
void add_words(SearchText& text, const desk::Event& event);
[[nodiscard]] std::string team_word(const desk::TeamName& team, std::string_view word);

// The words of a text or a query: letters and digits (any byte above 127 counts as a letter), ASCII in lower case.
// At most `limit` words.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text, std::size_t limit);
inline constexpr std::size_t kMaxQueryWords = 16;
// Stands among the internal words of a known error. Nobody can search for it: no word of a query begins like
// it.
inline constexpr std::string_view kKnownErrorWord = "_known_error";

// The place behind a row in an order, as text that clients hand back.
struct QueueCursor {
  QueueOrder order = QueueOrder::Urgency;
  std::uint32_t priority_rank = 0;  // Urgency
  std::int64_t updated_us = 0;      // Updated
  std::uint64_t number = 0;
};
[[nodiscard]] std::string to_text(const QueueCursor& cursor);
[[nodiscard]] QueueCursor cursor_behind(const QueueRow& row, QueueOrder order);
// BadInput when it is no cursor, or one of another order.
[[nodiscard]] base::Result<QueueCursor> parse_cursor(std::string_view text, QueueOrder order);

// A row of the read tables as one line, for Store::dump_read_tables().
// Of a file that is there.
[[nodiscard]] std::string dump_line(const desk::EngagementName& engagement, std::uint64_t ticket, std::uint32_t file,
                                    const desk::ContentHash& hash);
[[nodiscard]] std::string dump_line(const desk::EngagementName& engagement, const QueueRow& row);
[[nodiscard]] std::string dump_line(const desk::EngagementName& engagement, const desk::ScheduledChange& change);
// Every window lies in it.
inline constexpr base::Interval kAllTime{base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::min()),
                                         base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::max())};

[[nodiscard]] std::string dump_line(const desk::EngagementName& engagement, const RatingRow& rating);
[[nodiscard]] std::string dump_line(const NoticeRecord& record);  // without its id

// Words without blanks as one column, so that each is found with a blank before and behind it: " branch printer ".
[[nodiscard]] std::string as_column(std::span<const std::string> words);
[[nodiscard]] std::string as_column(std::span<const desk::PersonName> people);
[[nodiscard]] std::vector<std::string> words_of_column(std::string_view column);

// The order in which a query lists: a search lists the newest first whatever was asked.
[[nodiscard]] QueueOrder effective_order(const QueueQuery& query);

}  // namespace tandem::app
