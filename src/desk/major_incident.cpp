#include "desk/major_incident.h"

#include "desk/folds.h"
#include "desk/major_audience.h"

namespace tandem::desk {
namespace {

Refusal no_major() {
  return refuse(RefusalKind::NotMajor, {}, "it is no major incident");
}

std::optional<Refusal> must_be_on(const Case& given, std::string_view doing) {
  if (auto no = given.standing.must_belong(doing)) return no;
  if (!given.ticket.major) return no_major();
  if (!given.ticket.major->is_on()) return refuse(RefusalKind::NotMajor, {}, "it is stood down");
  return std::nullopt;
}

bool has_post(MajorRole role, const Case& given) {
  return std::ranges::any_of(given.ticket.major->posts, [&](const MajorPost& post) {
    const bool is_theirs =
        post.person.empty() ? given.standing.is_member(post.team) : post.person == given.actor().person;
    return post.role == role && is_theirs;
  });
}

// Who leads it, or may decide in it, or is of the team that has it.
bool has_a_say(const Case& given) {
  return has_post(MajorRole::Lead, given) || has_post(MajorRole::Decide, given) ||
         given.standing.is_member(given.ticket.ownership.owner.team);
}

bool is_there(const PersonName& name, const Case& given) {
  const auto person = given.policy().find_person(name.text());
  return person && given.policy().is_present(*person, given.now());
}

// Who has the part that is to be given; null: nobody.
const MajorPost* holder_of(const GiveMajorRole& command, const Case& given) {
  const auto& posts = given.ticket.major->posts;
  const auto held = std::ranges::find_if(posts, [&](const MajorPost& post) {
    return post.role == command.role && (command.role != MajorRole::Decide || post.decides == command.decides);
  });
  return held == posts.end() ? nullptr : &*held;
}

// Who leads and who decides is not taken over: whoever has the part gives it on, or who answers for the work does.
std::optional<Refusal> may_give(const GiveMajorRole& command, const MajorPost* held, const Case& given) {
  if (given.actor().kind != ActorKind::Person) return std::nullopt;
  if (command.role != MajorRole::Lead && command.role != MajorRole::Decide) return std::nullopt;
  const PersonName& person = given.actor().person;
  if (held == nullptr ? has_post(MajorRole::Lead, given) : held->person == person) return std::nullopt;
  // What the agreement gave to somebody who is there is theirs, whoever answers for the work meanwhile.
  const bool is_agreed = held != nullptr && command.role == MajorRole::Decide && !held->file.empty();
  if (is_agreed && is_there(held->person, given)) {
    return refuse(RefusalKind::NotADecider, "role",
                  fmt::format("the agreement has {} decide that: they give it on themselves",
                              spoken_person(given.policy(), held->person)));
  }
  if (person == given.ticket.ownership.accountable) return std::nullopt;
  const std::string accountable = spoken_person(given.policy(), given.ticket.ownership.accountable);
  return refuse(RefusalKind::NotADecider, "role",
                held == nullptr
                    ? fmt::format("who leads it, or {}, who answers for the work, says who decides", accountable)
                    : fmt::format("{} has that part: they give it on, or {} does, who answers for the work",
                                  spoken_person(given.policy(), held->person), accountable));
}

// Who communicates or leads, or is of the team that has it.
std::optional<Refusal> may_tell(const Case& given) {
  if (given.actor().kind != ActorKind::Person) return std::nullopt;
  const bool may = has_post(MajorRole::Communicate, given) || has_post(MajorRole::Lead, given) ||
                   given.standing.is_member(given.ticket.ownership.owner.team);
  if (may) return std::nullopt;
  return refuse(RefusalKind::NotADecider, {},
                "whoever communicates or leads, or is of the team that has it, tells how it stands");
}

}  // namespace

base::Duration update_interval(const MajorDeclared& declared) {
  return declared.update_minutes == 0 ? kUpdateEvery : base::minutes(declared.update_minutes);
}

Decision decide_on(const DeclareMajor& command, const Case& given) {
  if (auto no = given.standing.must_belong("declare a major incident")) return *std::move(no);
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  const TicketKind kind = given.ticket.facts.kind;
  if (kind != TicketKind::Incident && kind != TicketKind::Request && kind != TicketKind::Problem)
    return refuse(RefusalKind::WrongKind, {}, "declare the ticket that it is about");
  if (given.ticket.major && given.ticket.major->is_on())
    return refuse(RefusalKind::AlreadyMajor, {}, "it is a major incident already");
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  const policy::Scenario* scenario =
      command.scenario.empty() ? nullptr : given.policy().find_scenario(command.scenario);
  if (scenario == nullptr && !command.scenario.empty()) {
    return refuse(RefusalKind::UnknownScenario, "scenario",
                  fmt::format("the agreement has no scenario `{}`", command.scenario));
  }
  return declare(scenario, command.reason, given);
}

Decision decide_on(const GiveMajorRole& command, const Case& given) {
  if (auto no = must_be_on(given, "say who does what")) return *std::move(no);
  const auto person = given.policy().find_person(command.person.text());
  if (!person || !is_of_a_party(given.policy(), *person)) {
    return refuse(RefusalKind::UnknownPerson, "person",
                  fmt::format("the client and the providers have nobody called `{}`", command.person.text()));
  }
  if (auto no = must_have_reader({}, command.person, "person", given)) return *std::move(no);
  if (!given.policy().is_present(*person, given.now()))
    return refuse(RefusalKind::PersonAway, "person",
                  fmt::format("{} is on leave", given.policy().person(*person).display));
  const MajorPost* held = holder_of(command, given);
  // Whoever has a part hears why they have it no longer.
  const bool changes_hands = held != nullptr && held->person != command.person;
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText,
                           changes_hands ? Emptiness::Refused : Emptiness::Allowed)) {
    return *std::move(no);
  }
  const bool decides = command.role == MajorRole::Decide;
  if (auto no = check_text(command.decides, "decides", "what there is to decide", kMaxReference,
                           decides ? Emptiness::Refused : Emptiness::Allowed)) {
    return *std::move(no);
  }
  if (auto no = may_give(command, held, given)) return *std::move(no);
  return Events{given.event(MajorRoleGiven{
      .post = {.role = command.role,
               .decides = decides ? command.decides : std::string(),
               .team = {},
               .person = command.person,
               .reason = command.reason.empty() ? fmt::format("{} said so", given.actor().display) : command.reason,
               .file = {},
               .line = 0},
      .from_team = changes_hands ? held->team : TeamName(),
      .from_person = changes_hands ? held->person : PersonName()})};
}

std::optional<Refusal> must_be_stood_down(const Ticket& ticket) {
  if (!ticket.major || !ticket.major->is_on()) return std::nullopt;
  return refuse(RefusalKind::MajorOpen, {}, "it is a major incident: stand it down first");
}

std::optional<Refusal> must_be_reviewed(const Ticket& ticket) {
  if (!ticket.major || ticket.major->reviewed_at) return std::nullopt;
  return refuse(ticket.major->is_on() ? RefusalKind::MajorOpen : RefusalKind::NotReviewed, {},
                "a major incident is closed after it was stood down and reviewed");
}

Decision decide_on(const NoteInTimeline& command, const Case& given) {
  if (auto no = given.standing.must_belong("write its timeline")) return *std::move(no);
  if (!given.ticket.major) return no_major();
  // Until it is reviewed: what was not written down at the time is remembered afterwards.
  if (given.ticket.major->reviewed_at) return refuse(RefusalKind::NotMajor, {}, "it is reviewed: its timeline stands");
  if (auto no = check_text(command.text, "text", "the entry", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(TimelineNoted{.text = command.text})};
}

Decision decide_on(const SendMajorUpdate& command, const Case& given) {
  if (auto no = must_be_on(given, "tell how it stands")) return *std::move(no);
  if (auto no = may_tell(given)) return *std::move(no);
  if (auto no = check_text(command.text, "text", "the update", kMaxText, Emptiness::Refused)) return *std::move(no);
  MajorAudience audience(given);
  if (command.to == UpdateAudience::Leadership) {
    audience.add(given.ticket.ownership.accountable, "accountable");
    audience.add_critical_news();
    audience.add_leads();
  }
  Events events{given.event(MajorUpdateSent{.to = command.to,
                                            .text = command.text,
                                            .told = std::move(audience).take(),
                                            .next_due = given.now() + update_interval(given.ticket.major->declared)})};
  // The requester of this ticket reads it where those of its parts do.
  if (command.to == UpdateAudience::Requesters) {
    events.push_back(given.event(CommentAdded{
        .comment = next_comment(given.ticket), .visibility = Visibility::Requester, .team = {}, .text = command.text}));
  }
  return events;
}

Decision decide_on(const StandDown& command, const Case& given) {
  if (auto no = must_be_on(given, "stand it down")) return *std::move(no);
  if (given.actor().kind == ActorKind::Person && !has_a_say(given)) {
    return refuse(RefusalKind::NotADecider, {},
                  "whoever leads it, decides in it, or is of the team that has it stands it down");
  }
  if (auto no = check_text(command.note, "note", "how it ended", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(MajorStoodDown{.note = command.note})};
}

Decision decide_on(const ReviewMajor& command, const Case& given) {
  if (auto no = given.standing.must_belong("record the review")) return *std::move(no);
  if (!given.ticket.major) return no_major();
  if (given.ticket.major->is_on()) return refuse(RefusalKind::MajorOpen, {}, "stand it down before it is reviewed");
  if (auto no = check_text(command.text, "text", "the review", kMaxText, Emptiness::Refused)) return *std::move(no);
  if (given.ticket.major->reviewed_at && command.text == given.ticket.major->review)
    return refuse(RefusalKind::NoChange, "text", "that is recorded already");
  return Events{given.event(MajorReviewed{.text = command.text})};
}

}  // namespace tandem::desk
