#include "cli/demo_player.h"

#include "base/check.h"
#include "calendar/zone.h"

namespace tandem::cli {
namespace {

base::Result<desk::Command> command_of(const DemoStep& step, const desk::Ticket& ticket) {
  const std::uint32_t epoch = ticket.handoff ? ticket.handoff->offer.epoch : 0;
  if (step.action == "take") return desk::Take{};
  if (step.action == "comment")
    return desk::AddComment{.visibility = desk::Visibility::Requester, .team = {}, .text = step.text};
  if (step.action == "note")
    return desk::AddComment{.visibility = desk::Visibility::Both, .team = {}, .text = step.text};
  if (step.action == "team-note")
    return desk::AddComment{.visibility = desk::Visibility::Team, .team = {}, .text = step.text};
  if (step.action == "hand-off")
    return desk::OfferHandoff{.to_team = desk::TeamName(step.team), .to_person = {}, .note = step.text};
  if (step.action == "accept") return desk::AcceptHandoff{epoch};
  if (step.action == "decline") return desk::DeclineHandoff{epoch, step.text};
  if (step.action == "withdraw") return desk::WithdrawHandoff{epoch};
  if (step.action == "resume") return desk::Resume{};
  if (step.action == "resolve") return desk::Resolve{step.text};
  if (step.action == "reopen") return desk::Reopen{step.text};
  if (step.action == "close") return desk::Close{};
  if (step.action == "priority") return desk::ChangePriority{desk::PriorityName(step.text)};
  if (step.action == "category") return desk::ChangeCategory{desk::CategoryName(step.text)};
  if (const auto on = desk::parse<desk::WaitingOn>(step.text); step.action == "wait" && on) return desk::Wait{*on};
  return base::fail(base::ErrorCode::BadInput, fmt::format("the demo has no action `{}`", step.action));
}

}  // namespace

struct DemoPlayer::Scene {
  base::Instant at;
  std::size_t ticket = 0;
  const DemoStep* step = nullptr;  // null: the opening
};

// On the given earlier day on which the client's first team works, at the given local time.
base::Instant DemoPlayer::start_of(const DemoTicket& ticket, base::Instant now) const {
  if (ticket.at.empty()) return now - base::minutes(ticket.minutes_ago);
  const policy::Policy& policy = *engagement_->policy;
  const policy::Spec& spec = policy.spec();
  const auto zone = calendar::Zone::find(spec.time_zone);
  TANDEM_ENSURE(zone.has_value());
  const auto client_team = std::ranges::find_if(
      spec.teams, [&](const policy::Team& team) { return policy.party(team.party).kind == policy::PartyKind::Client; });
  TANDEM_ENSURE(client_team != spec.teams.end());
  const calendar::BusinessCalendar& office = policy.calendar(client_team->hours).open;

  std::chrono::sys_days day(zone->to_local(now).date);
  const auto at = calendar::parse_local_time("2000-01-01 " + ticket.at);
  TANDEM_ENSURE(at.has_value());
  constexpr int kLongestHoliday = 30;
  for (int left = ticket.business_days_ago, tried = 0; tried < kLongestHoliday + ticket.business_days_ago; ++tried) {
    day -= std::chrono::days(1);
    const auto start = zone->to_instant(calendar::Date(day), at->time_of_day);
    // Open at noon and two hours later, so that a half Saturday does not count.
    const auto noon = zone->to_instant(calendar::Date(day), base::hours(12));
    if (office.is_open(noon) && office.is_open(noon + base::hours(2)) && --left == 0) return start;
  }
  return now - base::hours(24 * ticket.business_days_ago);
}

std::vector<DemoPlayer::Scene> DemoPlayer::scenes(const DemoScript& script, base::Instant now) const {
  std::vector<Scene> scenes;
  for (std::size_t i = 0; i < script.tickets.size(); ++i) {
    auto at = start_of(script.tickets[i], now);
    scenes.push_back({.at = at, .ticket = i, .step = nullptr});
    for (const DemoStep& step : script.tickets[i].steps) {
      at = at + base::minutes(step.minutes_later);
      if (at < now) scenes.push_back({.at = at, .ticket = i, .step = &step});
    }
  }
  std::ranges::stable_sort(scenes, {}, &Scene::at);
  return scenes;
}

base::Result<void> DemoPlayer::play(const DemoScript& script, base::Instant now) {
  std::vector<std::string> ids(script.tickets.size());
  for (const Scene& scene : scenes(script, now)) {
    clock_->set(scene.at);
    const DemoTicket& ticket = script.tickets[scene.ticket];
    auto done =
        scene.step == nullptr ? open(script, ticket, ids[scene.ticket]) : act(ticket, *scene.step, ids[scene.ticket]);
    if (!done) {
      return std::unexpected(std::move(done).error().within(
          fmt::format("the demo of `{}`, \"{}\", {}", engagement_->record.name.text(), ticket.subject,
                      scene.step == nullptr ? "opening" : scene.step->action)));
    }
  }
  return {};
}

base::Result<void> DemoPlayer::open(const DemoScript& script, const DemoTicket& ticket, std::string& id) {
  TANDEM_TRY(const auto requester, caller_of(ticket.requester));
  const auto about = std::ranges::find(script.requesters, ticket.requester, &DemoRequester::email);
  TANDEM_ENSURE(about != script.requesters.end());
  // Opened by a person of the agreement on the requester's behalf where the requester is a VIP: only they may say so.
  app::Caller opener = requester;
  if (about->vip) {
    TANDEM_TRY(opener, caller_of(email_of(desk::PersonName(engagement_->policy->spec().people.front().name))));
  }
  desk::OpenTicket command{.number = 0,
                           .kind = desk::TicketKind::Incident,
                           .subject = ticket.subject,
                           .description = ticket.description,
                           .requester = {.name = about->name, .email = about->email, .vip = about->vip},
                           .category = desk::CategoryName(ticket.category),
                           .priority = desk::PriorityName(ticket.priority),
                           .site = desk::SiteName(ticket.site),
                           .department = desk::DepartmentName(ticket.department),
                           .asset_class = {},
                           .source = desk::parse<desk::Source>(ticket.source).value_or(desk::Source::Portal),
                           .external = std::nullopt,
                           .decision = {}};
  const auto opened = tickets_->open(opener, engagement_->record.name, std::move(command), {});
  if (!opened) return base::fail(base::ErrorCode::BadInput, opened.error().message);
  id = opened->ticket.id.text();
  return {};
}

base::Result<void> DemoPlayer::act(const DemoTicket& ticket, const DemoStep& step, const std::string& id) {
  const auto ticket_id = desk::TicketId::parse(id);
  TANDEM_ENSURE(ticket_id.has_value());
  TANDEM_TRY(const auto stored, store_->ticket(engagement_->record.name, *ticket_id));
  TANDEM_ENSURE(stored.has_value());
  TANDEM_TRY(const auto who, caller(ticket, step.who, *stored));
  TANDEM_TRY(const auto command, command_of(step, *stored));
  const auto done = tickets_->command(who, engagement_->record.name, id, command, {});
  if (!done) return base::fail(base::ErrorCode::BadInput, done.error().message);
  return {};
}

base::Result<app::Caller> DemoPlayer::caller(const DemoTicket& ticket, const std::string& who,
                                             const desk::Ticket& now) const {
  if (who == "requester") return caller_of(ticket.requester);
  if (who == "owner") {
    const desk::Owner& owner = now.ownership.owner;
    return caller_of(email_of(owner.person.empty() ? somebody_of(owner.team) : owner.person));
  }
  if (who == "receiver") {
    if (!now.handoff) return base::fail(base::ErrorCode::BadInput, "nothing is offered to anybody");
    return caller_of(email_of(somebody_of(now.handoff->offer.to_team)));
  }
  return caller_of(email_of(desk::PersonName(who)));
}

base::Result<app::Caller> DemoPlayer::caller_of(const std::string& email) const {
  TANDEM_TRY(const auto account, store_->find_account(email));
  if (!account) return base::fail(base::ErrorCode::NotFound, fmt::format("there is no account for `{}`", email));
  TANDEM_TRY(auto memberships, store_->memberships(account->id));
  return app::Caller{.account = account->id,
                     .email = account->email,
                     .display = account->display,
                     .memberships = std::move(memberships)};
}

std::string DemoPlayer::email_of(const desk::PersonName& person) const {
  const auto index = engagement_->policy->find_person(person.text());
  return index ? engagement_->policy->person(*index).email : std::string();
}

desk::PersonName DemoPlayer::somebody_of(const desk::TeamName& team) const {
  const policy::Policy& policy = *engagement_->policy;
  const auto index = policy.find_team(team.text());
  if (!index) return {};
  for (const policy::PersonIndex member : policy.team(*index).members) {
    if (policy.is_present(member, clock_->now())) return desk::PersonName(policy.person(member).name);
  }
  return desk::PersonName(policy.person(policy.team(*index).lead).name);
}

}  // namespace tandem::cli
