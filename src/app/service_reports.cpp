#include "app/service_reports.h"

#include "app/report_line.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> bad_end(std::string message) {
  return std::unexpected(Failure{FailureKind::Invalid, message, {{"/to", message}}, {}});
}

std::int64_t days_between(calendar::Date from, calendar::Date to) {
  return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count();
}

// Those with the most first, what has the same amount in the order of the numbers; and no more than are told.
void keep_the_most(std::vector<TicketBehind>& tickets) {
  std::ranges::sort(tickets, [](const TicketBehind& a, const TicketBehind& b) {
    return a.amount != b.amount ? a.amount > b.amount : a.number < b.number;
  });
  if (tickets.size() > ServiceReports::kMostBehind)
    tickets.erase(tickets.begin() + ServiceReports::kMostBehind, tickets.end());
}

std::int64_t amount_of(const desk::LineFigures& figures, const FigureAsked& asked) {
  std::int64_t amount = 0;
  for (const auto& [line, of_line] : figures) {
    if (!asked.line || line == *asked.line) amount += of_line[asked.figure];
  }
  return amount;
}

}  // namespace

struct ServiceReports::Reading {
  const Caller* caller;                // null: the command line, which reads everything
  const MembershipRecord* membership;  // null likewise
  std::shared_ptr<const Engagement> engagement;
  ReportQuestion question;
  base::Interval period;
  std::vector<desk::CategoryName> hidden;

  // Who reads it as its requester does has no part in how the teams went about it.
  [[nodiscard]] bool may_count(const desk::Ticket& ticket) const {
    if (caller == nullptr) return true;
    const auto as = reads_as(*caller, *membership, ticket, *engagement->policy);
    return as && may_read_reports(*as);
  }
};

Outcome<ServiceReports::Reading> ServiceReports::enter(const Author& author, const desk::EngagementName& engagement,
                                                       const ReportQuestion& question) const {
  auto scope = enter_as(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  const MembershipRecord* membership = scope->membership;
  if (membership != nullptr && !may_read_reports(*membership)) {
    return forbidden("the service report is for the two teams and the auditor");
  }
  const std::int64_t days = days_between(question.from, question.to);
  if (days <= 0) return bad_end("`to` is the day after the last one of the report: it is later than `from`");
  if (days > kMostDays) return bad_end(fmt::format("a report is about {} days at most", kMostDays));
  const auto zone = calendar::Zone::find(scope->policy().spec().time_zone);
  if (!zone) return failed(zone.error());
  const base::Instant from = zone->to_instant(question.from, {});
  const base::Instant to = std::min(zone->to_instant(question.to, {}), scope->signature.at);
  std::vector<desk::CategoryName> hidden;
  if (membership != nullptr) hidden = hidden_from(*membership, scope->policy());
  return Reading{.caller = author.caller(),
                 .membership = membership,
                 .engagement = std::move(scope->engagement),
                 .question = question,
                 .period = {from, std::max(from, to)},
                 .hidden = std::move(hidden)};
}

template <class Take>
Outcome<> ServiceReports::each_ticket(const Reading& reading, Take take) const {
  const desk::AgreementHistory history = reading.engagement->history();
  base::Result<void> read = {};
  std::size_t tickets = 0;
  const auto done = store_->lives(
      {.engagement = reading.engagement->record.name, .between = reading.period, .hidden_categories = reading.hidden},
      [&](desk::TicketId id, std::span<const desk::Event> events) {
        if (++tickets > kMostTickets) return false;
        const auto life = desk::read_life(id, events);
        if (!life) {
          read = std::unexpected(life.error());
          return false;
        }
        if (reading.may_count(life->ticket))
          take(life->ticket, desk::figures_of(*life, history, reading.period, reading.question.grouping));
        return true;
      });
  if (!done) return failed(done.error());
  if (!read) return failed(read.error());
  if (tickets > kMostTickets) {
    return bad_end(fmt::format("more than {} tickets lived in these days: ask for fewer days", kMostTickets));
  }
  return {};
}

Outcome<ReportView> ServiceReports::of(const Author& author, const desk::EngagementName& engagement,
                                       const ReportQuestion& question) const {
  auto reading = enter(author, engagement, question);
  if (!reading) return std::unexpected(std::move(reading).error());
  ReportView view{.engagement = reading->engagement,
                  .question = question,
                  .period = reading->period,
                  .leaves_out_confidential = !reading->hidden.empty(),
                  .report = {}};
  const auto done = each_ticket(
      *reading, [&](const desk::Ticket& /*ticket*/, const desk::LineFigures& figures) { view.report.add(figures); });
  if (!done) return std::unexpected(done.error());
  return view;
}

Outcome<TicketsBehind> ServiceReports::behind(const Author& author, const desk::EngagementName& engagement,
                                              const ReportQuestion& question, const FigureAsked& asked) const {
  auto reading = enter(author, engagement, question);
  if (!reading) return std::unexpected(std::move(reading).error());
  if (asked.line) {
    const auto whole = check_line_parts(*asked.line, question.grouping);
    if (!whole) return std::unexpected(whole.error());
  }
  TicketsBehind behind{.engagement = reading->engagement, .asked = asked, .total = 0, .count = 0, .tickets = {}};
  bool has_line = false;  // the report: of what was imported, also one whose words no agreement has
  const auto done = each_ticket(*reading, [&](const desk::Ticket& ticket, const desk::LineFigures& figures) {
    has_line = has_line || (asked.line && figures.contains(*asked.line));
    const std::int64_t amount = amount_of(figures, asked);
    if (amount == 0) return;
    behind.total += amount;
    ++behind.count;
    behind.tickets.push_back({.id = ticket.id,
                              .number = ticket.facts.number,
                              .subject = ticket.facts.subject,
                              .state = ticket.state,
                              .amount = amount});
    // Keeps no more than twice what is told, however many there are.
    if (behind.tickets.size() >= 2 * kMostBehind) keep_the_most(behind.tickets);
  });
  if (!done) return std::unexpected(done.error());
  if (asked.line && !has_line) {
    const auto known = check_line_words(*asked.line, question.grouping, *reading->engagement, reading->hidden);
    if (!known) return std::unexpected(known.error());
  }
  keep_the_most(behind.tickets);
  return behind;
}

}  // namespace tandem::app
