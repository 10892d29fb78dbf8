// Random people asking random things of a ticket, for property tests and measurements: right answers, wrong epochs,
// strangers and empty texts in a mix in which every command is done often and refused often. The same seed asks the
// same.
#pragma once

#include <random>

#include "desk/scene.h"

namespace tandem::desk {

class RandomCommands {
 public:
  explicit RandomCommands(std::uint32_t seed) : random_(seed) {}

  OpenTicket opening() {
    const auto category = one_of(kCategories);
    OpenTicket command = a_ticket(category, one_of(kPriorities));
    if (chance(6)) command.kind = TicketKind::Problem;
    if (chance(6)) {
      command.kind = TicketKind::VendorCase;
      command.links = {{.kind = LinkKind::VendorCaseFor, .other = kOtherIncident}};
      command.vendor_case = OpenVendorCase{.vendor = PartyName("corebank"), .reference = text(), .chase_at = {}};
    }
    return command;
  }
  // Within the two weeks in which people take leave and the office closes.
  base::Instant instant() { return kMonday + base::minutes(below(14 * 24 * 60)); }
  base::Duration pause() { return chance(5) ? base::hours(below(30)) : base::minutes(below(12)); }

  // Somebody who has a say in the ticket, or just anybody.
  Actor actor(const Ticket& ticket) {
    if (chance(8)) return system_actor();
    if (chance(8)) return requester(chance(3) ? "bob@harbor.example" : "ann@harbor.example");
    if (ticket.handoff && chance(2)) return member_of(ticket.handoff->offer.to_team);
    if (ticket.dispute && chance(2)) return person(ticket.dispute->deciders().front().text());
    return chance(3) ? person(one_of(kPeople)) : member_of(ticket.ownership.owner.team);
  }

  Command command(const Ticket& ticket) {
    if (!is_open(ticket.state) && chance(2)) return Reopen{text()};
    if (ticket.handoff && chance(2)) return answer(ticket);
    if (ticket.dispute && chance(3)) return chance(3) ? Command(WithdrawDispute{}) : ruling();
    if (ticket.vendor_case && chance(4)) return about_a_vendor();
    if (ticket.problem && chance(4)) return about_a_problem();
    if (!ticket.links.empty() && chance(10)) return about_links(ticket);
    if (ticket.major && !ticket.major->is_on() && chance(3)) return ReviewMajor{numbered_text()};
    if (ticket.major && chance(4)) return about_a_major();
    switch (below(24)) {
      case 0:
        return AddComment{static_cast<Visibility>(below(3)), chance(3) ? TeamName(one_of(kTeams)) : TeamName(), text()};
      case 1: return Take{};
      case 2: return ChangePriority{PriorityName(one_of(kPriorities))};
      case 3: return ChangeCategory{CategoryName(one_of(kCategories))};
      case 4:
      case 5:
      case 6:
      case 7:
      case 8:
        return OfferHandoff{TeamName(one_of(kTeams)), chance(3) ? PersonName(one_of(kPeople)) : PersonName(), text()};
      case 9:
      case 10:
      case 11: return answer(ticket);
      case 12: return chance(2) ? Command(Wait{static_cast<WaitingOn>(below(4))}) : Command(Resume{});
      case 13: return Resolve{text()};
      case 14: return chance(4) ? Command(Close{}) : Command(Reopen{text()});
      case 15: return Assign{PersonName(one_of(kPeople))};
      case 16: return Release{text()};
      case 17: return chance(2) ? Command(Acknowledge{}) : Command(PassTime{});
      case 18: return chance(3) ? Command(FlagStrategic{{}, text()}) : Command(PassTime{});
      case 19: return chance(2) ? Command(RaiseDispute{text()}) : Command(WithdrawDispute{});
      case 20: return ruling();
      case 21: return about_links(ticket);
      case 22: return chance(2) ? about_a_vendor() : about_a_problem();
      case 23: return about_a_major();
    }
    return Reopen{text()};
  }

  Command about_links(const Ticket& ticket) {
    if (!ticket.links.empty() && chance(3)) {
      const Link& link = ticket.links[below(ticket.links.size())];
      return UnlinkTicket{link.kind, link.other};
    }
    const TicketId other = chance(3) ? kOtherProblem : chance(10) ? kTicketId : kOtherIncident;
    const auto kind = static_cast<LinkKind>(below(static_cast<std::size_t>(LinkKind::FollowedBy) + 1));
    switch (below(5)) {
      case 0:
      case 1: return LinkTicket{kind, other};
      case 2:
      case 3: return UnlinkTicket{kind, other};
    }
    return MergeTicket{other, text()};
  }
  Command about_a_vendor() {
    if (chance(3)) return RecordVendorAnswer{text()};
    return RecordChase{
        .said = text(), .reference = {}, .passed_to = chance(6) ? PartyName("corebank") : PartyName(), .chase_at = {}};
  }
  Command about_a_problem() {
    return chance(2) ? Command(RecordRootCause{numbered_text()}) : Command(DeclareKnownError{numbered_text()});
  }
  Command about_a_major() {
    switch (below(8)) {
      case 0:
      case 1: return DeclareMajor{.scenario = chance(6) ? "flood" : "", .reason = text()};
      case 2:
        return GiveMajorRole{.role = static_cast<MajorRole>(below(5)),
                             .person = PersonName(one_of(kPeople)),
                             .decides = text(),
                             .reason = {}};
      case 3: return NoteInTimeline{text()};
      case 4:
      case 5: return SendMajorUpdate{static_cast<UpdateAudience>(below(2)), text()};
      case 6: return StandDown{text()};
    }
    return ReviewMajor{numbered_text()};
  }

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

 private:
  static constexpr std::array<std::string_view, 10> kPeople{"dana", "luis", "nora", "priya", "sam",
                                                            "otto", "mei",  "tess", "vic",   "nobody"};
  static constexpr std::array<std::string_view, 6> kTeams{"harbor-it", "harbor-apps",      "helpdesk",
                                                          "soc",       "corebank-support", "moon"};
  static constexpr std::array<std::string_view, 6> kCategories{"workstation", "malware", "core-banking",
                                                               "payroll",     "other",   ""};
  static constexpr std::array<std::string_view, 4> kPriorities{"critical", "high", "normal", ""};

  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& words) {
    return words[below(N)];
  }
  Actor member_of(const TeamName& team) {
    static const std::map<std::string, std::vector<std::string_view>, std::less<>> kMembers{
        {"harbor-it", {"dana", "luis"}},
        {"harbor-apps", {"nora", "luis"}},
        {"helpdesk", {"priya", "sam", "otto"}},
        {"soc", {"mei", "otto"}}};
    const auto& members = kMembers.at(team.text());
    return person(members[below(members.size())]);
  }
  Command ruling() { return GiveRuling{TeamName(one_of(kTeams)), text()}; }
  Command answer(const Ticket& ticket) {
    switch (below(6)) {
      case 0: return DeclineHandoff{epoch(ticket), text()};
      case 1: return WithdrawHandoff{epoch(ticket)};
      case 2: return PassTime{};
    }
    return AcceptHandoff{epoch(ticket)};
  }
  std::uint32_t epoch(const Ticket& ticket) { return chance(5) ? below(ticket.last_epoch + 2) : ticket.last_epoch; }
  std::string text() { return chance(12) ? "" : "a word about it"; }
  std::string numbered_text() { return chance(12) ? "" : fmt::format("word {}", below(4)); }

  std::mt19937 random_;
};

}  // namespace tandem::desk
