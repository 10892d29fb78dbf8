#include <doctest/doctest.h>

#include "walls.h"

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";

// A person has a few feeds at most, so the one that is there is used until it is removed.
std::string feed_of_sam(World& world) {
  const auto feeds = world.store.leave_feeds(desk::EngagementName("harbor-cu"));
  REQUIRE(feeds);
  const auto there = std::ranges::find_if(
      *feeds, [](const app::LeaveFeedRecord& each) { return each.label == "own" && !each.removed; });
  return there == feeds->end() ? world.add_leave_feed(Who::Sam, "sam") : there->id.text();
}

// Each touches an asset of its own, so that none stands in another's way.
std::string prepare_change(World& world, Ready ready) {
  const bool emergency = ready == Ready::Running || ready == Ready::Reviewable;
  const std::string ticket = world.plan_change(Who::Dana, emergency ? "emergency" : "normal", world.next_asset());
  if (ready == Ready::Answered || ready == Ready::Approved)
    world.act(Who::Sam, ticket, "/change/answers", R"({"answer": "agree"})");
  if (ready == Ready::Approved) world.act(Who::Dana, ticket, "/change/approve", "{}");
  if (emergency) world.act(Who::Dana, ticket, "/change/start");
  if (ready == Ready::Reviewable) world.act(Who::Dana, ticket, "/change/finish", R"({"outcome": "success"})");
  return ticket;
}

constexpr const char* kDesksMacro =
    R"({"team": "desk", "title": "reset", "text": "secret trouble", "tags": ["reset"]})";

constexpr const char* kTeamsForm =
    R"({"title": "secret trouble", "category": "other", "asked_by": "teams",
        "steps": [{"title": "Badge", "category": "other"}]})";

// What Sam opens for the sake of Ana's ticket.
std::string open_for(World& world, const std::string& ticket, const std::string& body) {
  const Answer answer =
      world.ask(Who::Sam, "POST", fmt::format("{}/related", kTicket), {.ticket = ticket, .body = body});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string prepare_one(World& world, Ready ready) {
  if (ready == Ready::Nothing) return {};
  if (ready >= Ready::Planned && ready <= Ready::Reviewable) return prepare_change(world, ready);
  if (ready == Ready::SamsLeave) return world.record_leave(Who::Sam, "sam", "secret trouble");
  if (ready == Ready::SamsFeed) return feed_of_sam(world);
  if (ready == Ready::SamsKey) return world.make_calendar_key(Who::Sam);
  if (ready == Ready::OneVip)
    return world.add_vip(Who::Dana, fmt::format("{}@people.example", world.next_asset().substr(7)), "secret trouble");
  if (ready == Ready::Asked) return world.open_decision("secret trouble?");
  if (ready == Ready::Recommended) {
    std::string decision = world.open_decision("secret trouble?");
    const std::string same = R"({"option": 1, "text": "secret trouble, keep it"})";
    for (const Who who : {Who::Mei, Who::Dana}) world.act(who, decision, "/decision/recommendation", same);
    return decision;
  }
  if (ready == Ready::Draft) return world.begin_draft("secret trouble");
  if (ready == Ready::Proposed) return world.propose_draft("secret trouble");
  if (ready == Ready::Version) return "1";
  std::string ticket = world.open_ticket("Ana's own secret trouble");
  if (ready == Ready::Offered) world.act(Who::Sam, ticket, "/handoffs", R"({"to_team": "harbor-it", "note": "yours"})");
  if (ready == Ready::Waiting) world.act(Who::Sam, ticket, "/wait", R"({"on": "vendor"})");
  if (ready == Ready::Taken) world.act(Who::Sam, ticket, "/take", "");
  if (ready == Ready::Disputed) world.act(Who::Sam, ticket, "/dispute", R"({"reason": "not ours"})");
  if (ready == Ready::Watched) world.act(Who::Sam, ticket, "/watch");
  if (ready == Ready::Resolved) world.act(Who::Sam, ticket, "/resolve", R"({"note": "done"})");
  if (ready == Ready::Linked) world.act(Who::Sam, ticket, "/links", R"({"kind": "relates-to", "ticket": "HCU-1"})");
  if (ready == Ready::VendorCase) {
    return open_for(world, ticket,
                    R"({"kind": "vendor-case", "subject": "at the bank", "vendor_case": {"vendor": "corebank"}})");
  }
  if (ready == Ready::Task) return open_for(world, ticket, R"({"kind": "task", "subject": "a laptop"})");
  if (ready == Ready::Problem) return open_for(world, ticket, R"({"kind": "problem", "subject": "the cause"})");
  if (ready == Ready::Major || ready == Ready::StoodDown)
    world.act(Who::Sam, ticket, "/major", R"({"reason": "all are out"})");
  if (ready == Ready::Filed) {
    const Answer filed = world.ask(
        Who::Sam, "POST", std::string(kTicket) + "/files",
        {.ticket = ticket, .query = "?name=secret+trouble.txt&visibility=requester", .body = "secret trouble"});
    REQUIRE(filed.status == 201);
  }
  if (ready == Ready::DoneAlone) {
    world.act(Who::Sam, ticket, "/actions",
              R"({"name": "unplug", "done_at": "2026-10-05T14:00:00Z", "reason": "secret trouble"})");
  }
  if (ready == Ready::StoodDown) world.act(Who::Sam, ticket, "/major/stand-down", R"({"note": "over"})");
  return ticket;
}

}  // namespace

Prepared prepare(World& world, Ready ready) {
  if (ready == Ready::DesksMacro)
    return {.ticket = prepare_one(world, Ready::Open), .other = world.make_macro(Who::Sam, kDesksMacro)};
  if (ready == Ready::TeamsForm)
    return {.ticket = prepare_one(world, Ready::Open), .other = world.make_form(Who::Sam, kTeamsForm)};
  std::string id = prepare_one(world, ready);
  return {.ticket = id, .other = id};
}

std::string seen_text(World& world, Ready ready, const std::string& number) {
  if (ready == Ready::Draft) return world.text_of_draft(number);
  const Answer proposal =
      world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/agreements/proposals/{proposal}", {.leave = number});
  return std::string(proposal.json().at("texts_sha256").as_string());
}

}  // namespace tandem::contract
