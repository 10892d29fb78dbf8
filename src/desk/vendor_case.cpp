#include "desk/vendor_case.h"

#include "desk/confidential.h"
#include "desk/folds.h"
#include "desk/resolution.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

Refusal not_a_vendor(std::string_view field, const PartyName& name) {
  return refuse(RefusalKind::UnknownVendor, field, fmt::format("the agreement has no vendor `{}`", name.text()));
}

const policy::Party* find_vendor(const PartyName& name, const policy::Policy& policy) {
  const auto found = policy.find_party(name.text());
  if (!found || policy.party(*found).kind != policy::PartyKind::Vendor) return nullptr;
  return &policy.party(*found);
}

// A working day of the team later; nothing when its hours never open for so long.
base::Instant usual_chase(const TeamName& name, const policy::Policy& policy, base::Instant from) {
  const auto team = policy.find_team(name.text());
  if (!team || policy.team(*team).hours.is_none()) return from + kUsualChase;
  // Hours that never come do not let a case sleep.
  return policy.calendar(policy.team(*team).hours).open.after(from, {kUsualChase}).value_or(from + kUsualChase);
}

std::optional<Refusal> check_chase(std::optional<base::Instant> at, base::Instant now) {
  if (!at) return std::nullopt;
  if (*at <= now) return refuse(RefusalKind::WrongTime, "chase_at", "the next chase lies ahead");
  if (*at > now + kLongestChase) {
    return refuse(RefusalKind::WrongTime, "chase_at",
                  fmt::format("the next chase is at most {} days ahead", kLongestChase / base::hours(24)));
  }
  return std::nullopt;
}

std::optional<Refusal> check_reference(const std::string& reference) {
  return check_text(reference, "reference", "the vendor's number", kMaxReference, Emptiness::Allowed);
}

// The first team of a party that the person is a member of: a vendor's team keeps nothing.
std::optional<policy::TeamIndex> team_of(policy::PersonIndex person, const policy::Policy& policy) {
  if (!is_of_a_party(policy, person)) return std::nullopt;
  const auto& teams = policy.spec().teams;
  for (std::uint32_t i = 0; i < teams.size(); ++i) {
    const bool vendor = policy.party(teams[i].party).kind == policy::PartyKind::Vendor;
    if (!vendor && policy.is_member(policy::TeamIndex{i}, person)) return policy::TeamIndex{i};
  }
  return std::nullopt;
}

Owner owner_in(policy::TeamIndex team, policy::PersonIndex person, const policy::Policy& policy) {
  return {.party = PartyName(policy.party(policy.team(team).party).name),
          .team = TeamName(policy.team(team).name),
          .person = person.is_none() ? PersonName() : PersonName(policy.person(person).name)};
}

std::optional<Refusal> must_be_a_case(const Case& given, std::string_view doing) {
  if (!given.ticket.vendor_case) return refuse(RefusalKind::WrongKind, {}, "this is no vendor case");
  if (auto no = must_be_open(given.ticket)) return no;
  return given.standing.must_own(doing);
}

// Why the case goes round in circles once this has happened; empty: it does not, or that is known.
std::string loop_in(const VendorCase& before, const VendorChased& chased, const policy::Policy& policy) {
  if (!before.loop.empty()) return {};
  if (chased.vendor != before.vendor) {
    const auto& trail = before.trail;
    if (std::ranges::find(trail, chased.vendor) != trail.end()) {
      return fmt::format("`{}` had it, it went to `{}`, and is sent back", chased.vendor.text(), before.vendor.text());
    }
    if (trail.size() > policy.spec().handoffs.bounces)
      return fmt::format("it went from vendor to vendor {} times", trail.size());
  }
  if (before.chases + 1 < kChasesUntilEscalation) return {};
  return fmt::format("it was chased {} times without an answer", before.chases + 1);
}

// Each reminder reaches further: the holder, who leads the team, who answers for the work.
PersonName reminded(std::uint32_t reminder, const Case& given) {
  const Ownership& ownership = given.ticket.ownership;
  if (reminder == 1 && !ownership.owner.person.empty()) return ownership.owner.person;
  const auto team = given.policy().find_team(ownership.owner.team.text());
  if (reminder <= 2 && team && !given.policy().team(*team).lead.is_none()) {
    PersonName lead(given.policy().person(given.policy().team(*team).lead).name);
    if (may_read(given.ticket.facts.category, lead, given.policy())) return lead;
  }
  return ownership.accountable;
}

}  // namespace

std::optional<Refusal> must_follow_its_ticket(const Case& given) {
  if (!given.ticket.vendor_case || given.actor().kind == ActorKind::Import) return std::nullopt;
  return refuse(RefusalKind::WrongKind, {},
                "a vendor case is kept by whom the agreement names for the vendor, or by the team that has its ticket: "
                "hand over that ticket, or give the case to a colleague");
}

std::optional<Refusal> check_vendor_case(const OpenTicket& command, const Circumstances& circumstances) {
  const bool is_case = command.kind == TicketKind::VendorCase;
  const bool has_link =
      std::ranges::find(command.links, LinkKind::VendorCaseFor, &LinkTicket::kind) != command.links.end();
  if (is_case != command.vendor_case.has_value() || is_case != has_link)
    return refuse(RefusalKind::WrongKind, "kind",
                  "a vendor case, and nothing else, is opened for a ticket at a vendor");
  if (!is_case) return std::nullopt;
  if (find_vendor(command.vendor_case->vendor, circumstances.policy) == nullptr)
    return not_a_vendor("vendor", command.vendor_case->vendor);
  if (auto no = check_reference(command.vendor_case->reference)) return no;
  return check_chase(command.vendor_case->chase_at, circumstances.now);
}

Ownership vendor_case_ownership(const PartyName& vendor, const Owner& otherwise, const TicketOpened& facts,
                                const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  Ownership ownership = resolve_ownership(facts, policy, circumstances.now, circumstances.workload);
  const policy::Party* party = find_vendor(vendor, policy);
  const auto handler = party == nullptr ? policy::PersonIndex::none() : party->handled_by;
  const auto team = handler.is_none() ? std::nullopt : team_of(handler, policy);
  Reason reason{.kind = "vendor-case", .text = {}, .file = {}, .line = 0};
  if (team) {
    const bool there = policy.is_present(handler, circumstances.now);
    ownership.owner =
        owner_in(*team, there ? handler : policy.person_for(*team, circumstances.now, circumstances.workload), policy);
    reason.text = fmt::format("{} of `{}` keeps the cases of `{}`{}", policy.person(handler).display,
                              policy.team(*team).name, vendor.text(), there ? "" : ", and is away");
    reason.file = party->at.file;
    reason.line = party->at.line;
  } else {
    ownership.owner = otherwise;
    reason.text = fmt::format("`{}` has the ticket that it is for, and nobody is named for `{}`", otherwise.team.text(),
                              vendor.text());
  }
  ownership.gap = ownership.owner.person.empty();
  ownership.reasons = {std::move(reason)};
  return kept_with_readers(std::move(ownership), facts.category, policy, circumstances.now);
}

VendorCaseOpened open_vendor_case(const OpenVendorCase& command, const Owner& owner,
                                  const Circumstances& circumstances) {
  return {.vendor = command.vendor,
          .reference = command.reference,
          .chase_at =
              command.chase_at ? command.chase_at : usual_chase(owner.team, circumstances.policy, circumstances.now)};
}

Events remind_of_chase(const Case& given) {
  const auto& vendor_case = given.ticket.vendor_case;
  if (!vendor_case || !is_open(given.ticket.state) || vendor_case->answered_at) return {};
  if (!vendor_case->chase_at || *vendor_case->chase_at > given.now()) return {};
  const std::uint32_t reminder = vendor_case->reminders + 1;
  return {
      given.event(VendorChaseDue{.reminder = reminder,
                                 .told = {reminded(reminder, given)},
                                 .next = usual_chase(given.ticket.ownership.owner.team, given.policy(), given.now())})};
}

Decision decide_on(const RecordChase& command, const Case& given) {
  if (auto no = must_be_a_case(given, "record what the vendor said")) return *std::move(no);
  const VendorCase& vendor_case = *given.ticket.vendor_case;
  if (auto no = check_text(command.said, "said", "what the vendor said", kMaxText, Emptiness::Refused))
    return *std::move(no);
  if (auto no = check_reference(command.reference)) return *std::move(no);
  if (auto no = check_chase(command.chase_at, given.now())) return *std::move(no);
  const bool passed_on = !command.passed_to.empty();
  if (passed_on && find_vendor(command.passed_to, given.policy()) == nullptr)
    return not_a_vendor("passed_to", command.passed_to);
  if (passed_on && command.passed_to == vendor_case.vendor)
    return refuse(RefusalKind::NoChange, "passed_to", "that vendor has it already");
  VendorChased chased{.said = command.said,
                      .vendor = passed_on ? command.passed_to : vendor_case.vendor,
                      // Another vendor's case has another number.
                      .reference = command.reference.empty() && !passed_on ? vendor_case.reference : command.reference,
                      .chase_at = command.chase_at
                                      ? command.chase_at
                                      : usual_chase(given.ticket.ownership.owner.team, given.policy(), given.now())};
  std::string loop = loop_in(vendor_case, chased, given.policy());
  Events events{given.event(std::move(chased))};
  if (!loop.empty()) {
    std::vector<PersonName> told{given.ticket.ownership.accountable};
    std::erase(told, given.actor().person);
    events.push_back(given.event(VendorLoopFound{.reason = std::move(loop), .told = std::move(told)}));
  }
  return events;
}

Decision decide_on(const RecordVendorAnswer& command, const Case& given) {
  if (auto no = must_be_a_case(given, "record what the vendor answered")) return *std::move(no);
  if (auto no = check_text(command.said, "said", "what the vendor said", kMaxText, Emptiness::Refused))
    return *std::move(no);
  if (given.ticket.vendor_case->answered_at) {
    return refuse(RefusalKind::NoChange, {}, "the vendor has answered: record a chase when that is not enough");
  }
  return Events{given.event(VendorAnswered{.said = command.said})};
}

std::string fold(Ticket& ticket, const Event&, const VendorCaseOpened& opened) {
  if (ticket.facts.kind != TicketKind::VendorCase) return "the ticket is no vendor case";
  if (ticket.vendor_case) return "the vendor case is open already";
  ticket.vendor_case = VendorCase{.vendor = opened.vendor,
                                  .reference = opened.reference,
                                  .trail = {opened.vendor},
                                  .chase_at = opened.chase_at,
                                  .answered_at = {},
                                  .said = {},
                                  .loop = {}};
  return {};
}

std::string fold(Ticket& ticket, const Event&, const VendorChased& chased) {
  if (!ticket.vendor_case) return "the ticket is no vendor case";
  VendorCase& vendor_case = *ticket.vendor_case;
  if (chased.vendor != vendor_case.vendor) vendor_case.trail.push_back(chased.vendor);
  vendor_case.vendor = chased.vendor;
  vendor_case.reference = chased.reference;
  vendor_case.said = chased.said;
  vendor_case.chase_at = chased.chase_at;
  vendor_case.answered_at.reset();
  vendor_case.reminders = 0;
  vendor_case.due_since.reset();
  ++vendor_case.chases;
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const VendorAnswered& answered) {
  if (!ticket.vendor_case) return "the ticket is no vendor case";
  ticket.vendor_case->answered_at = event.at;
  ticket.vendor_case->said = answered.said;
  ticket.vendor_case->chases = 0;
  ticket.vendor_case->reminders = 0;
  ticket.vendor_case->due_since.reset();
  ticket.vendor_case->loop.clear();
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const VendorChaseDue& due) {
  if (!ticket.vendor_case) return "the ticket is no vendor case";
  VendorCase& vendor_case = *ticket.vendor_case;
  if (!vendor_case.due_since) vendor_case.due_since = vendor_case.chase_at.value_or(event.at);
  vendor_case.reminders = due.reminder;
  vendor_case.chase_at = due.next;
  return {};
}

std::string fold(Ticket& ticket, const Event&, const VendorLoopFound& found) {
  if (!ticket.vendor_case) return "the ticket is no vendor case";
  ticket.vendor_case->loop = found.reason;
  return {};
}

}  // namespace tandem::desk
