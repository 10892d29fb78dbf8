#include "desk/notice.h"

#include "desk/confidential.h"

namespace tandem::desk {
namespace {

// Whether watchers hear of it. What only sorts or follows from the rest is left out.
struct IsWatched {
  bool operator()(const TicketOpened&) const { return false; }
  bool operator()(const Acknowledged&) const { return false; }
  bool operator()(const WatchStarted&) const { return false; }
  bool operator()(const WatchEnded&) const { return false; }
  bool operator()(const TagsChanged&) const { return false; }
  bool operator()(const FileAttached& e) const { return e.comment == 0; }  // else its comment is the news
  bool operator()(const auto&) const { return true; }
};

// Walks the events of a step and gathers whom each tells.
class Teller {
 public:
  explicit Teller(const Step& step) : step_(step) {
    if (step.before != nullptr) holder_ = step.before->ownership.owner;
  }

  [[nodiscard]] std::vector<Notice> run() && {
    version_ = step_.after.version - static_cast<std::uint32_t>(step_.events.size());
    for (const Event& event : step_.events) {
      ++version_;
      event_ = &event;
      if (event.actor.kind == ActorKind::Import) continue;
      std::visit(*this, event.data);
      if (std::visit(IsWatched{}, event.data)) tell_watchers(event);
    }
    return std::move(told_);
  }

  // One line for each event that tells somebody ----------------------------------------------------------------------

  void operator()(const OwnerAssigned& e) {
    const Owner before = std::exchange(holder_, e.ownership.owner);
    // Work that they had begun; what they offered themselves is answered.
    const bool was_begun = step_.before != nullptr && step_.before->state != State::New;
    if (holder_.person != before.person && was_begun && e.cause != AssignmentCause::HandoffAccepted)
      tell(before.person, NoticeKind::MovedAway);
    if (!holder_.person.empty()) {
      if (holder_.person != before.person) tell(holder_.person, NoticeKind::Assigned);
    } else if (holder_.team != before.team) {
      tell(lead_of(holder_.team), NoticeKind::Assigned);
    }
  }
  void operator()(const PriorityChanged&) { tell(holder_.person, NoticeKind::Changed); }
  void operator()(const CategoryChanged&) { tell(holder_.person, NoticeKind::Changed); }
  void operator()(const CommentAdded& e) {
    const Level level{e.visibility, e.team};
    for (const PersonName& person : e.mentions) tell(person, NoticeKind::Mentioned, &level);
    tell(holder_.person, NoticeKind::Answered, &level);
    if (e.visibility == Visibility::Requester) tell_requester(NoticeKind::Answered);
  }
  void operator()(const HandoffOffered& e) {
    if (!e.to_person.empty()) return tell(e.to_person, NoticeKind::Offered);
    for (const PersonName& member : members_of(e.to_team)) tell(member, NoticeKind::Offered);
  }
  void operator()(const HandoffAccepted&) { tell(offerer(), NoticeKind::OfferAnswered); }
  void operator()(const HandoffDeclined&) { tell(offerer(), NoticeKind::OfferAnswered); }
  void operator()(const HandoffWithdrawn&) {
    if (step_.before == nullptr || !step_.before->handoff) return;
    const HandoffOffered& offer = step_.before->handoff->offer;
    if (!offer.to_person.empty()) return tell(offer.to_person, NoticeKind::OfferAnswered);
    for (const PersonName& member : members_of(offer.to_team)) tell(member, NoticeKind::OfferAnswered);
  }
  void operator()(const HandoffExpired& e) {
    for (const PersonName& person : e.told) tell(person, NoticeKind::OfferExpired);
    tell(offerer(), NoticeKind::OfferExpired);
  }
  void operator()(const EscalationStepTaken& e) { tell_all(e.told, NoticeKind::Escalated); }
  void operator()(const TargetWarned& e) { tell_all(e.told, NoticeKind::TargetWarned); }
  void operator()(const DisputeRaised& e) {
    for (const PersonName& person : e.path.front()) tell(person, NoticeKind::RulingAsked);
  }
  void operator()(const DisputeMovedOn& e) {
    if (step_.before == nullptr || !step_.before->dispute) return;
    const auto& path = e.path.empty() ? step_.before->dispute->raised.path : e.path;
    if (e.step == 0 || e.step > path.size()) return;
    for (const PersonName& person : path[e.step - 1]) tell(person, NoticeKind::RulingAsked);
  }
  void operator()(const DisputeSettled&) {
    if (step_.before != nullptr && step_.before->dispute)
      tell(step_.before->dispute->raised_by.person, NoticeKind::Settled);
  }
  void operator()(const WaitStarted& e) {
    if (e.on == WaitingOn::Requester) tell_requester(NoticeKind::WaitingForYou);
  }
  void operator()(const TicketResolved&) { tell_requester(NoticeKind::Resolved); }
  void operator()(const TicketClosed&) {
    const bool was_resolved = step_.before != nullptr && step_.before->state == State::Resolved;
    if (!was_resolved) tell_requester(NoticeKind::Resolved);
  }
  void operator()(const TicketReopened&) {
    tell(step_.after.ownership.owner.person, NoticeKind::Reopened);
    tell_requester(NoticeKind::Reopened);
  }
  void operator()(const WatchStarted& e) { tell(e.person, NoticeKind::WatchAdded); }
  void operator()(const ServiceRated& e) {
    tell(holder_.person, NoticeKind::Rated);
    if (e.verdict == Verdict::Bad) tell(step_.after.ownership.accountable, NoticeKind::Rated);
  }
  void operator()(const TicketMerged&) { tell_requester(NoticeKind::Linked); }
  // Who has a step hears when somebody else says that it is not needed, or takes it off its checklist.
  void operator()(const FoundNotNeeded&) { tell(in_charge(), NoticeKind::Linked); }
  void operator()(const TicketUnlinked& e) {
    if (e.kind == LinkKind::PartOf && step_.after.facts.kind == TicketKind::Task) tell(in_charge(), NoticeKind::Linked);
  }
  void operator()(const LinkedTicketMoved& e) {
    if (e.kind == LinkKind::DuplicateOf) return tell_requester(NoticeKind::Linked);
    if (e.kind == LinkKind::HasPart) return tell_of_step(e.move);
    tell(holder_.person, NoticeKind::Linked);
  }
  void operator()(const VendorChaseDue& e) {
    for (const PersonName& person : e.told) tell(person, NoticeKind::ChaseDue);
  }
  void operator()(const DueDateNoticed& e) { tell_all(e.told, NoticeKind::DueDate); }
  void operator()(const VendorLoopFound& e) {
    for (const PersonName& person : e.told) tell(person, NoticeKind::ChaseDue);
  }
  void operator()(const MajorDeclared& e) {
    for (const MajorPost& post : e.posts) tell_post(post);
    tell_all(e.told, NoticeKind::Major);
  }
  void operator()(const MajorStoodDown&) {
    if (!step_.after.major) return;
    tell_all(step_.after.major->declared.told, NoticeKind::Major);
    tell(step_.after.major->declared_by.person, NoticeKind::Major);  // who was not told of their own deed
  }
  void operator()(const MajorRoleGiven& e) {
    tell_post(e.post);
    tell(e.from_person, NoticeKind::MovedAway);
    for (const PersonName& member : members_of(e.from_team)) tell(member, NoticeKind::MovedAway);
  }
  void operator()(const MajorUpdateSent& e) { tell_all(e.told, NoticeKind::Major); }
  void operator()(const MajorUpdateOverdue& e) { tell_all(e.told, NoticeKind::Major); }
  void operator()(const ChangePlanned& e) { tell_consulted(e.asked); }
  void operator()(const ChangeRescheduled& e) { tell_consulted(e.asked); }
  void operator()(const ChangeApproved& e) {
    tell_all(e.told, NoticeKind::Decided);
    tell(holder_.person, NoticeKind::Decided);
  }
  void operator()(const ChangeStarted& e) { tell_all(e.told, NoticeKind::Decided); }
  void operator()(const ChangeFinished& e) { tell_all(e.told, NoticeKind::Decided); }
  void operator()(const ChangeRolledBack& e) { tell_all(e.told, NoticeKind::Decided); }
  void operator()(const ChangeLapsed& e) { tell_all(e.told, NoticeKind::Decided); }
  void operator()(const ChangeAnswered&) { tell(holder_.person, NoticeKind::Answered); }
  void operator()(const ChangeNoticed& e) { tell_all(e.told, NoticeKind::AnswerAsked); }
  void operator()(const DecisionAsked& e) {
    tell(e.by, NoticeKind::AnswerAsked);
    for (const PersonName& person : e.heard) tell(person, NoticeKind::AnswerAsked);
    tell_all(e.consulted, NoticeKind::AnswerAsked);
  }
  void operator()(const AdviceGiven&) { tell(decider_of(step_.after), NoticeKind::Answered); }
  // Where the sides differ and somebody else decides now, that is what they hear.
  void operator()(const RecommendationsOpened&) {
    const bool is_passed_on = std::ranges::any_of(
        step_.events, [](const Event& event) { return std::holds_alternative<DecisionPassedOn>(event.data); });
    if (!is_passed_on) tell(decider_of(step_.after), NoticeKind::AnswerAsked);
  }
  void operator()(const DecisionPassedOn& e) {
    tell(e.to, NoticeKind::AnswerAsked);
    tell_all(e.told, NoticeKind::Decided);
  }
  void operator()(const DecisionTaken& e) {
    tell_all(e.told, NoticeKind::Decided);
    tell(e.owner, NoticeKind::Decided);
    tell(holder_.person, NoticeKind::Decided);
  }
  void operator()(const LapseReminded& e) { tell_all(e.told, NoticeKind::Lapsing); }
  void operator()(const DecisionLapsed& e) { tell_all(e.told, NoticeKind::Lapsing); }
  void operator()(const FileAttached& e) {
    if (e.comment != 0) return;
    const Level level{e.visibility, e.team};
    tell(holder_.person, NoticeKind::Answered, &level);
    if (e.visibility == Visibility::Requester) tell_requester(NoticeKind::Answered);
  }
  void operator()(const ActionRecorded& e) {
    tell(e.asked, NoticeKind::AnswerAsked);
    tell_all(e.told, NoticeKind::DoneAlone);
  }
  void operator()(const ActionAnswered& e) {
    const auto& actions = step_.after.actions;
    if (e.action == 0 || e.action > actions.size()) return;
    tell(actions[e.action - 1].by.person, NoticeKind::Decided);
    if (e.answer == ActionAnswer::Dispute) tell(step_.after.ownership.accountable, NoticeKind::Decided);
  }
  void operator()(const CoverWanted& e) {
    if (e.uncovered.empty()) return;
    tell(step_.after.ownership.owner.person, NoticeKind::CoverWanted);
    tell(step_.after.ownership.accountable, NoticeKind::CoverWanted);
  }
  void operator()(const CoverReminded& e) { tell_all(e.told, NoticeKind::CoverWanted); }
  void operator()(const CoverArranged& e) {
    if (step_.after.cover) tell(step_.after.cover->wanted.leave.person, NoticeKind::Decided);
    tell(e.by, NoticeKind::Decided);
  }
  void operator()(const auto&) const {}

 private:
  // For whom something was written or attached.
  struct Level {
    Visibility visibility;
    const TeamName& team;
  };
  struct LevelOf {
    std::optional<Level> operator()(const CommentAdded& e) const { return Level{e.visibility, e.team}; }
    std::optional<Level> operator()(const FileAttached& e) const { return Level{e.visibility, e.team}; }
    std::optional<Level> operator()(const FileRemoved& e) const { return Level{e.visibility, e.team}; }
    std::optional<Level> operator()(const auto&) const { return std::nullopt; }
  };
  [[nodiscard]] const policy::Policy& policy() const { return step_.policy; }
  [[nodiscard]] PersonName offerer() const {
    const bool is_known = step_.before != nullptr && step_.before->handoff.has_value();
    return is_known ? step_.before->handoff->offered_by.person : PersonName();
  }
  [[nodiscard]] PersonName lead_of(const TeamName& name) const {
    const auto team = policy().find_team(name.text());
    if (!team || policy().team(*team).lead.is_none()) return {};
    return PersonName(policy().person(policy().team(*team).lead).name);
  }
  [[nodiscard]] std::vector<PersonName> members_of(const TeamName& name) const {
    std::vector<PersonName> members;
    const auto team = policy().find_team(name.text());
    if (!team) return members;
    for (const policy::PersonIndex one : policy().team(*team).members) members.emplace_back(policy().person(one).name);
    return members;
  }
  [[nodiscard]] bool can_read(const PersonName& person, const Level* level) const {
    const auto index = policy().find_person(person.text());
    if (!index || !may_read(step_.after.facts.category, person, policy())) return false;
    if (level == nullptr || level->visibility != Visibility::Team) return true;
    const auto team = policy().find_team(level->team.text());
    return team && policy().is_member(*team, *index);
  }

  // Who has it; where nobody in particular has, who leads the team.
  [[nodiscard]] PersonName in_charge() const { return holder_.person.empty() ? lead_of(holder_.team) : holder_.person; }

  // Whoever is in charge hears of a step that is overdue, and of the last one that is done.
  void tell_of_step(LinkedMove move) {
    const PersonName to = in_charge();
    if (move == LinkedMove::Overdue) return tell(to, NoticeKind::Linked);
    const auto& links = step_.after.links;
    const bool is_last = std::ranges::find(links, std::optional(StepState::Open), &Link::step) == links.end();
    if (is_last && move != LinkedMove::Reopened) tell(to, NoticeKind::StepsDone);
  }
  void tell_all(std::span<const Told> told, NoticeKind kind) {
    for (const Told& one : told) tell(one.person, kind);
  }
  // The person, or everybody of the team.
  void tell_consulted(std::span<const Consulted> asked) {
    for (const Consulted& one : asked) {
      tell(one.person, NoticeKind::AnswerAsked);
      for (const PersonName& member : members_of(one.team)) tell(member, NoticeKind::AnswerAsked);
    }
  }
  // The person who has the part, or everybody of the team that has it.
  void tell_post(const MajorPost& post) {
    if (!post.person.empty()) return tell(post.person, NoticeKind::MajorPart);
    for (const PersonName& member : members_of(post.team)) tell(member, NoticeKind::MajorPart);
  }
  void tell(const PersonName& person, NoticeKind kind, const Level* level = nullptr) {
    if (person.empty() || person == event_->actor.person || !can_read(person, level)) return;
    add({.person = person, .email = {}}, kind);
  }
  // Who is a person of the agreement too and is told as such is told once.
  void tell_requester(NoticeKind kind) {
    std::string email = plain_address(step_.after.facts.requester.email);
    if (email.empty() || same_address(email, event_->actor.email)) return;
    const bool is_told = std::ranges::any_of(told_, [&](const Notice& one) {
      const auto index = policy().find_person(one.to.person.text());
      return index && same_address(policy().person(*index).email, email);
    });
    if (!is_told) add({.person = {}, .email = std::move(email)}, kind);
  }
  void tell_watchers(const Event& event) {
    const std::optional<Level> level = std::visit(LevelOf{}, event.data);
    for (const PersonName& person : step_.after.watchers) tell(person, NoticeKind::Watched, level ? &*level : nullptr);
  }
  void add(Reader to, NoticeKind kind) {
    const auto known = std::ranges::find(told_, to, &Notice::to);
    if (known == told_.end()) {
      told_.push_back({.to = std::move(to), .kind = kind, .version = version_});
    } else if (kind < known->kind) {
      known->kind = kind;
      known->version = version_;
    }
  }

  const Step& step_;
  Owner holder_;
  const Event* event_ = nullptr;
  std::uint32_t version_ = 0;
  std::vector<Notice> told_;
};

}  // namespace

std::vector<Notice> notices(const Step& step) {
  return Teller(step).run();
}

}  // namespace tandem::desk
