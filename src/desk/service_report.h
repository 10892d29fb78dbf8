// The sums over tickets that a service manager and a business leader ask for: who held what how long, who was waited
// for, which targets were met and missed and whose time that was, hand-offs and how satisfied people were.
//
//   ServiceReport report;
//   for (const TicketLife& life : lives) report.add(figures_of(life, history, period, Grouping::Team));
//   report.lines()                                                // for each team its figures, by name
//   report.total()
//
// A ticket's figures do not depend on any other ticket, and a report is their sum: so behind each number stand the
// tickets that figures_of() gives the same number of. Each moment and each stretch of time belongs to exactly one line
// of any grouping, by what was so then (whose it was, its category, its priority): grouping changes no total. Pure.
#pragma once

#include <map>

#include "desk/service_figures.h"
#include "desk/target_course.h"
#include "desk/ticket_life.h"

namespace tandem::desk {

enum class Grouping : std::uint8_t { Party, Team, Person, Category, Priority };
[[nodiscard]] std::string_view to_text(Grouping grouping);  // "party"
[[nodiscard]] std::optional<Grouping> find_grouping(std::string_view text);

// What a line is about; empty where the grouping does not ask for it. A person stands with their party; without a
// person it is what that party's teams had and nobody in particular.
struct ReportLine {
  PartyName party{};
  TeamName team{};
  PersonName person{};
  CategoryName category{};
  PriorityName priority{};
  auto operator<=>(const ReportLine&) const = default;
};
[[nodiscard]] ReportLine line_of(const Belonging& belonging, Grouping grouping);

using LineFigures = std::map<ReportLine, Figures>;

// Of one ticket, within the period; lines without any figure are left out. O(segments and versions that the period
// touches), some microseconds each. REQUIRES: the period is over.
[[nodiscard]] LineFigures figures_of(const TicketLife& life, const AgreementHistory& history, base::Interval period,
                                     Grouping grouping);

// One missed target's hundred parts, for those who held the ticket while its clock ran until then, by how much of the
// clock's time each used up; where none of it ran, all for whoever has it. They add up to 100: each part is rounded
// down, and what is missing goes to those who lost most by it. In the order in which they first had it.
struct ChargedPart {
  Belonging to;
  std::int64_t percent = 0;
  bool operator==(const ChargedPart&) const = default;
};
[[nodiscard]] std::vector<ChargedPart> charge_miss(TargetKind kind, const TicketLife& life,
                                                   const AgreementHistory& history, base::Instant missed);

class ServiceReport {
 public:
  void add(const LineFigures& ticket);
  [[nodiscard]] const LineFigures& lines() const { return lines_; }
  [[nodiscard]] Figures total() const;

 private:
  LineFigures lines_;
};

}  // namespace tandem::desk
