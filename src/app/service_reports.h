// The service report (desk/service_report.h) for whole days of an engagement, over what the reader may read.
//
//   auto view = reports.of(caller, engagement, {.from = first, .to = behind_the_last, .grouping = Grouping::Team});
//   auto tickets = reports.behind(caller, engagement, question, {.line = line, .figure = Figure::ResolveMissed});
//
// Read anew at each question, in one pass over one state of the store; nothing of a ticket is kept but its figures.
// O(events of the tickets that lived in the period), some microseconds each: those that were finished before it and not
// touched since are not read, nor is what is confidential to the reader. Thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/author.h"
#include "app/store.h"
#include "calendar/zone.h"
#include "desk/service_report.h"

namespace tandem::app {

// Days of the engagement's time zone: `from` is the first, `to` the first that is no longer in it.
struct ReportQuestion {
  calendar::Date from;
  calendar::Date to;
  desk::Grouping grouping = desk::Grouping::Team;
};

struct ReportView {
  std::shared_ptr<const Engagement> engagement;
  ReportQuestion question;
  base::Interval period;  // from the beginning of the first day until that of `to`, or now where that is earlier
  // The agreement has work that is confidential to the reader, so that it is not counted. It says nothing about whether
  // there is any.
  bool leaves_out_confidential = false;
  desk::ServiceReport report;
};

struct FigureAsked {
  std::optional<desk::ReportLine> line;  // nothing: the total
  desk::Figure figure = desk::Figure::Opened;
};

struct TicketBehind {
  desk::TicketId id;
  std::uint64_t number = 0;
  std::string subject;
  desk::State state = desk::State::New;
  std::int64_t amount = 0;  // what it adds to the figure, never 0
};

struct TicketsBehind {
  std::shared_ptr<const Engagement> engagement;
  FigureAsked asked;
  std::int64_t total = 0;             // of all of them
  std::uint64_t count = 0;            // of all of them
  std::vector<TicketBehind> tickets;  // those with the most first, then by number; at most kMostBehind
};

class ServiceReports {
 public:
  static constexpr std::size_t kMostTickets = 100'000;
  static constexpr int kMostDays = 366;
  static constexpr std::size_t kMostBehind = 500;

  // All outlive this.
  ServiceReports(Store& store, const Engagements& engagements, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), clock_(&clock) {}

  // Forbidden: an end user. NotFound: nobody of the engagement. Invalid, of `/to`: not after `from`, more than
  // kMostDays after it, or more than kMostTickets lived in the period.
  [[nodiscard]] Outcome<ReportView> of(const Author& author, const desk::EngagementName& engagement,
                                       const ReportQuestion& question) const;
  // The same failures. Invalid as well, of the parts of the line: it is not named whole, or by what the grouping does
  // not ask for; or the report has no such line and no version of the agreement has its words.
  [[nodiscard]] Outcome<TicketsBehind> behind(const Author& author, const desk::EngagementName& engagement,
                                              const ReportQuestion& question, const FigureAsked& asked) const;

 private:
  struct Reading;  // a question by somebody who may ask it
  [[nodiscard]] Outcome<Reading> enter(const Author& author, const desk::EngagementName& engagement,
                                       const ReportQuestion& question) const;
  // Hands every ticket that the reader may read, and its figures, to `take`.
  template <class Take>
  [[nodiscard]] Outcome<> each_ticket(const Reading& reading, Take take) const;

  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
};

}  // namespace tandem::app
