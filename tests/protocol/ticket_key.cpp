#include "protocol/ticket_key.h"

#include <unordered_map>

#include "base/check.h"
#include "protocol/three_parties.h"

namespace tandem::protocol {
namespace {

using namespace desk;

// Parts with many members are told apart by their order of appearance, among those that look alike.
template <class T>
std::string number_of(const T& value, std::string looks) {
  static std::unordered_map<std::string, std::vector<T>> known;
  std::vector<T>& alike = known[looks];
  const auto place = std::ranges::find(alike, value);
  looks += fmt::format("#{}", place - alike.begin());
  if (place == alike.end()) alike.push_back(value);
  return looks;
}

std::string minutes(const std::optional<base::Instant>& at) {
  return at ? fmt::format("{}", (*at - kStart) / base::minutes(1)) : "-";
}
std::string looks(const PlannedChange& change) {
  std::string text = fmt::format("{}", static_cast<int>(change.phase));
  for (const PlannedChange::Answer& answer : change.answers) text += fmt::format(",{}", name_of(answer.as));
  return text;
}
std::string looks(const DecisionRequest& decision) {
  std::string text = minutes(decision.opened_at);
  for (const DecisionRequest::Advice& advice : decision.advice) text += fmt::format(",{}", advice.person.text());
  for (const DecisionRequest::Sealed& sealed : decision.recommendations)
    text += fmt::format(";{}{}", sealed.recommendation.person.text(), sealed.recommendation.option);
  return text;
}
std::string looks(const MajorIncident& major) {
  return fmt::format("{}{}", major.updates.size(), minutes(major.stood_down_at));
}
std::string looks(const VendorCase& vendor_case) {
  return fmt::format("{}:{}", vendor_case.chases, vendor_case.reminders);
}
std::string looks(const Dispute& dispute) {
  std::string text = fmt::format("{}@{}", dispute.step, minutes(dispute.due));
  for (const Dispute::Ruling& ruling : dispute.rulings)
    text += fmt::format(",{}:{}", ruling.person.text(), ruling.team.text());
  return text;
}

void settle(std::optional<base::Instant>& at) {
  if (at) at = kStart;
}

PlannedChange without_past(PlannedChange change) {
  for (PlannedChange::Answer& answer : change.answers) {
    answer.at = kStart;
    answer.by = {};
  }
  std::ranges::sort(change.answers, {}, [](const PlannedChange::Answer& one) { return name_of(one.as); });
  if (change.approval) change.approval = PlannedChange::Approval{};
  settle(change.started_at);
  change.planned_at = kStart;
  if (change.review) {
    settle(change.review->done_at);
    change.review->by = {};
  }
  return change;
}

DecisionRequest without_past(DecisionRequest decision) {
  for (DecisionRequest::Advice& advice : decision.advice) advice.at = kStart;
  std::ranges::sort(decision.advice, {}, &DecisionRequest::Advice::person);
  for (DecisionRequest::Sealed& sealed : decision.recommendations) sealed.at = kStart;
  std::ranges::sort(decision.recommendations, {},
                    [](const DecisionRequest::Sealed& one) { return one.recommendation.side; });
  settle(decision.opened_at);
  if (decision.passed_on) decision.passed_on->told.clear();
  if (decision.outcome) {
    decision.outcome->at = kStart;
    decision.outcome->by = {};
    decision.outcome->taken.told.clear();
  }
  settle(decision.reminded_at);
  settle(decision.lapsed_at);
  return decision;
}

MajorIncident without_past(MajorIncident major) {
  major.declared = {};
  major.declared_at = kStart;
  major.declared_by = {};
  major.timeline.clear();
  settle(major.stood_down_at);
  settle(major.reviewed_at);
  return major;
}

VendorCase without_past(VendorCase vendor_case) {
  settle(vendor_case.answered_at);
  vendor_case.said.clear();
  vendor_case.reference.clear();
  vendor_case.loop = vendor_case.loop.empty() ? "" : "found";
  vendor_case.chases = std::min(vendor_case.chases, kChasesUntilEscalation);
  vendor_case.reminders = std::min(vendor_case.reminders, 3U);
  return vendor_case;
}

Dispute without_past(Dispute dispute) {
  dispute.raised_at = kStart;
  dispute.raised_by = {};
  dispute.raised.reason.clear();
  dispute.raised.due.reset();
  for (Dispute::Ruling& ruling : dispute.rulings) ruling.reason.clear();
  std::ranges::sort(dispute.rulings, {}, &Dispute::Ruling::person);
  return dispute;
}

template <class Part>
void append_part(std::string& key, char name, const std::optional<Part>& part) {
  if (!part) return;
  const Part known = without_past(*part);
  key += fmt::format(" {}{}", name, number_of(known, looks(known)));
}

void append_links(std::string& key, const Ticket& ticket) {
  std::vector<std::string> links;
  for (const Link& link : ticket.links)
    links.push_back(fmt::format(" {}:{}{}", to_text(link.kind), link.other.text(), link.awaited ? "?" : ""));
  for (const Follower& follower : ticket.followers) links.push_back(fmt::format(" <{}", follower.from.text()));
  std::ranges::sort(links);
  for (const std::string& link : links) key += link;
  if (ticket.merged_into) key += fmt::format(" >{}", ticket.merged_into->text());
}

}  // namespace

std::string key_of(const Ticket& ticket) {
  const Ownership& ownership = ticket.ownership;
  std::string key =
      fmt::format("{}/{}/{}/{}/{} {} {} {}{} {} {} r{} e{}", ownership.owner.team.text(), ownership.owner.person.text(),
                  ownership.accountable.text(), ownership.activity.text(), ownership.gap, to_text(ticket.state),
                  ticket.waiting_on ? to_text(*ticket.waiting_on) : "-", to_text(ticket.brought_by),
                  ticket.brought_to.empty() ? "" : "!", ticket.facts.category.text(), ticket.facts.priority.text(),
                  ticket.reopened, ticket.last_epoch);
  if (ticket.handoff) {
    const HandoffOffered& offer = ticket.handoff->offer;
    key += fmt::format(" {}>{}/{}:{}", offer.epoch, offer.to_team.text(), offer.to_person.text(),
                       (offer.expires_at - kStart) / base::minutes(1));
  }
  // Of the way it took, the agreed number of bounces counts, and who gave it last.
  key += fmt::format(" t{}", std::min<std::size_t>(ticket.trail.size(), 2));
  if (!ticket.trail.empty()) key += ticket.trail.back().text();
  // Beyond the agreed number it is the same how many more declined.
  key += fmt::format(" x{}", std::min<std::size_t>(ticket.declined_by.size(), 4));
  const Escalation& escalation = ticket.escalation;
  key += escalation.acknowledged_at ? " seen" : fmt::format(" s{}", (escalation.since - kStart) / base::minutes(1));
  if (!escalation.acknowledged_at) {
    std::vector<TakenStep> taken = escalation.taken;
    std::ranges::sort(taken, {}, &TakenStep::step);
    for (const TakenStep& one : taken)
      key += fmt::format(",{}:{}", one.step, one.due ? (*one.due - kStart) / base::minutes(1) : -1);
  }
  if (ticket.strategic) key += fmt::format(" {}", ticket.strategic->text());
  append_part(key, 'd', ticket.dispute);
  append_part(key, 'c', ticket.change);
  append_part(key, 'q', ticket.decision);
  append_part(key, 'v', ticket.vendor_case);
  append_part(key, 'm', ticket.major);
  append_links(key, ticket);
  return key;
}

void forget_past(Ticket& ticket) {
  ticket.ownership.reasons.clear();
  ticket.segments.clear();
}

}  // namespace tandem::protocol
