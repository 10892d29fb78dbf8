// Every endpoint of the document, asked by everybody.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kTicket = "/api/v1/engagements/{engagement}/tickets/{ticket}";

// The state a ticket must be in for the command to make sense.
enum class Ready : std::uint8_t {
  Nothing,
  Open,
  Offered,
  Taken,
  Waiting,
  Disputed,
  Resolved,
  SamsLeave,
  SamsFeed,
  SamsKey,
  // A change that Dana planned for Ana.
  Planned,
  Answered,
  Approved,
  Running,
  Reviewable,
  DesksMacro,
  Watched,
  Asked,
  Recommended,
  Draft,
  Proposed,
  Version,
  Linked,
  VendorCase,
  Problem,
  Major,
  StoodDown,
  TeamsForm,
  Task,
  Filed,
  OneVip,
  DoneAlone
};

struct Row {
  const char* operation;
  const char* body;
  Ready ready;
  // Dana, Sam, Mei, Ana, Bo, Ada, Iris, Nobody, Expired
  std::array<int, 9> statuses;
  const char* query = "";
};

// Iris sees nothing of an engagement that is not hers, Bo nothing of Ana's ticket; the auditor and whoever does not own
// the work change nothing.
constexpr std::array kRows{
    Row{"getSession", "", Ready::Nothing, {200, 200, 200, 200, 200, 200, 200, 401, 401}},
    Row{"signIn",
        R"({"email": "sam@people.example", "password": "wrong"})",
        Ready::Nothing,
        {401, 401, 401, 401, 401, 401, 401, 401, 401}},
    Row{"signOut", "", Ready::Nothing, {403, 403, 403, 403, 403, 403, 403, 401, 401}},
    Row{"listEngagements", "", Ready::Nothing, {200, 200, 200, 200, 200, 200, 200, 401, 401}},
    Row{"getEngagement", "", Ready::Nothing, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    Row{"getAgreement", "", Ready::Nothing, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"listTickets", "", Ready::Open, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    Row{"openTicket", R"({"subject": "Printer"})", Ready::Nothing, {201, 201, 201, 201, 201, 403, 404, 401, 401}},
    Row{"getTicket", "", Ready::Open, {200, 200, 200, 200, 404, 200, 404, 401, 401}},
    Row{"editTicket", R"({"priority": "high"})", Ready::Open, {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"addComment", R"({"text": "Seen."})", Ready::Open, {201, 201, 201, 201, 404, 403, 404, 401, 401}},
    Row{"takeTicket", "", Ready::Open, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"offerHandoff",
        R"({"to_team": "harbor-it", "note": "yours"})",
        Ready::Open,
        {409, 201, 409, 403, 404, 403, 404, 401, 401}},
    Row{"acceptHandoff", "", Ready::Offered, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"declineHandoff", R"({"reason": "not ours"})", Ready::Offered, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"withdrawHandoff", "", Ready::Offered, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"waitTicket", R"({"on": "vendor"})", Ready::Open, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"resumeTicket", "", Ready::Waiting, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"resolveTicket", R"({"note": "done"})", Ready::Open, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"reopenTicket", R"({"reason": "again"})", Ready::Resolved, {200, 200, 200, 200, 404, 403, 404, 401, 401}},
    Row{"closeTicket", "", Ready::Resolved, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"assignTicket", R"({"to": "otto"})", Ready::Taken, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"releaseTicket", R"({"reason": "my shift ends"})", Ready::Taken, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"acknowledgeTicket", "", Ready::Open, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"flagStrategic",
        R"({"reason": "the whole fleet"})",
        Ready::Open,
        {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"raiseDispute", R"({"reason": "not ours"})", Ready::Open, {409, 201, 409, 403, 404, 403, 404, 401, 401}},
    Row{"giveRuling",
        R"({"team": "desk", "reason": "by the text"})",
        Ready::Disputed,
        {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"withdrawDispute", "", Ready::Disputed, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    // A decision is nobody's as an end user.
    Row{"giveAdvice", R"({"text": "keep it"})", Ready::Asked, {409, 409, 200, 404, 404, 403, 404, 401, 401}},
    Row{"recommend",
        R"({"option": 1, "text": "keep it"})",
        Ready::Asked,
        {200, 409, 200, 404, 404, 403, 404, 401, 401}},
    Row{"takeDecision",
        R"({"option": 1, "reason": "cheaper"})",
        Ready::Recommended,
        {200, 409, 409, 404, 404, 403, 404, 401, 401}},
    Row{"getWhy", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"getHistory", "", Ready::Open, {200, 200, 200, 200, 404, 200, 404, 401, 401}},
    Row{"getCalendar",
        "",
        Ready::SamsLeave,
        {200, 200, 200, 403, 403, 200, 404, 401, 401},
        "?from=2026-10-05&to=2026-11-01"},
    Row{"listLeave", "", Ready::SamsLeave, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"recordLeave",
        R"({"person": "sam", "from": "2026-12-21", "to": "2026-12-24"})",
        Ready::Nothing,
        {403, 201, 403, 403, 403, 403, 404, 401, 401}},
    Row{"previewLeave",
        "",
        Ready::Nothing,
        {403, 200, 403, 403, 403, 403, 404, 401, 401},
        "?person=sam&from=2026-12-21&to=2026-12-24"},
    Row{"changeLeave",
        R"({"from": "2027-01-04", "to": "2027-01-05", "note": "secret trouble"})",
        Ready::SamsLeave,
        {403, 200, 403, 403, 403, 403, 404, 401, 401}},
    Row{"removeLeave", "", Ready::SamsLeave, {403, 204, 403, 403, 403, 403, 404, 401, 401}},
    Row{"listLeaveFeeds", "", Ready::Nothing, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"addLeaveFeed",
        R"({"person": "sam", "url": "https://calendar.example/sam.ics", "label": "own"})",
        Ready::Nothing,
        {403, 201, 403, 403, 403, 403, 404, 401, 401}},
    Row{"removeLeaveFeed", "", Ready::SamsFeed, {403, 204, 403, 403, 403, 403, 404, 401, 401}},
    // Who asks with a key that is none is nobody, whoever they are elsewhere.
    Row{"getCalendarText", "", Ready::Nothing, {401, 401, 401, 401, 401, 401, 401, 401, 401}, "?key=guess"},
    Row{"listCalendarKeys", "", Ready::SamsKey, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"createCalendarKey", R"({"label": "phone"})", Ready::Nothing, {201, 201, 201, 403, 403, 201, 404, 401, 401}},
    Row{"revokeCalendarKey", "", Ready::SamsKey, {404, 204, 404, 403, 403, 404, 404, 401, 401}},
    Row{"getLedgerHead", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"getLedgerProof", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}, "?first=1"},
    Row{"getOutlook", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"answerChange", R"({"answer": "agree"})", Ready::Planned, {409, 201, 409, 403, 404, 403, 404, 401, 401}},
    Row{"approveChange", "{}", Ready::Answered, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"rescheduleChange",
        R"({"from": "2026-12-01T20:00:00Z", "to": "2026-12-01T22:00:00Z", "reason": "the audit"})",
        Ready::Planned,
        {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"startChange", "", Ready::Approved, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"finishChange",
        R"({"outcome": "partly", "note": "one is left"})",
        Ready::Running,
        {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"rollBackChange", R"({"reason": "it broke"})", Ready::Running, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"reviewChange", R"({"text": "ask first"})", Ready::Reviewable, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"withdrawChange", R"({"reason": "no"})", Ready::Planned, {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"getChanges",
        "",
        Ready::Approved,
        {200, 200, 200, 403, 403, 200, 404, 401, 401},
        "?from=2026-10-01&to=2026-12-31"},
    Row{"watchTicket", "", Ready::Open, {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"unwatchTicket", "", Ready::Watched, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"tagTicket", R"({"add": ["printer"]})", Ready::Open, {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"rateTicket", R"({"verdict": "good"})", Ready::Resolved, {409, 409, 409, 200, 404, 403, 404, 401, 401}},
    Row{"runMacro", "", Ready::DesksMacro, {404, 200, 404, 403, 403, 403, 404, 401, 401}},
    Row{"editTickets",
        R"({"tickets": ["1"], "add_tags": ["printer"]})",
        Ready::Open,
        {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"listNotices", "", Ready::Open, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    Row{"readNotices", R"({"last": 1})", Ready::Open, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    Row{"getSatisfaction", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"listMacros", "", Ready::DesksMacro, {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"addMacro", R"({"title": "ask", "text": "?"})", Ready::Nothing, {201, 201, 201, 403, 403, 403, 404, 401, 401}},
    Row{"changeMacro",
        R"({"title": "ask", "text": "!", "team": "desk"})",
        Ready::DesksMacro,
        {404, 200, 404, 403, 403, 403, 404, 401, 401}},
    Row{"removeMacro", "", Ready::DesksMacro, {404, 204, 404, 403, 403, 403, 404, 401, 401}},
    Row{"listDecisions", "", Ready::Asked, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"getAgreementLife", "", Ready::Draft, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"getAgreementVersion", "", Ready::Version, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"beginDraft",
        R"({"title": "secret trouble", "based_on": 1, "root": "a.yaml", "files": [{"name": "a.yaml", "text": "x"}]})",
        Ready::Nothing,
        {201, 201, 201, 403, 403, 403, 404, 401, 401}},
    Row{"getDraft", "", Ready::Draft, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"saveDraft",
        R"({"title": "secret trouble", "based_on": 1, "root": "a.yaml", "files": [{"name": "a.yaml", "text": "x"}]})",
        Ready::Draft,
        {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"dropDraft", "", Ready::Draft, {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"getDraftDiff", "", Ready::Draft, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"commentOnDraft", R"({"text": "why?"})", Ready::Draft, {201, 201, 201, 403, 403, 403, 404, 401, 401}},
    Row{"proposeDraft", R"({"texts_sha256": "SEEN"})", Ready::Draft, {201, 201, 201, 403, 403, 403, 404, 401, 401}},
    Row{"getProposal", "", Ready::Proposed, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    // Dana leads a team of the client, Mei one of the provider; Sam leads none.
    Row{"signProposal", R"({"texts_sha256": "SEEN"})", Ready::Proposed, {201, 409, 201, 403, 403, 403, 404, 401, 401}},
    Row{"refuseProposal", R"({"reason": "no"})", Ready::Proposed, {200, 409, 200, 403, 403, 403, 404, 401, 401}},
    Row{"withdrawProposal", R"({"reason": ""})", Ready::Proposed, {409, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"getPresence", "", Ready::Open, {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"sayPresence",
        R"({"doing": "typing", "window": "a"})",
        Ready::Open,
        {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"linkTicket",
        R"({"kind": "relates-to", "ticket": "HCU-1"})",
        Ready::Open,
        {201, 201, 201, 403, 404, 403, 404, 401, 401}},
    Row{"unlinkTicket",
        R"({"kind": "relates-to", "ticket": "HCU-1"})",
        Ready::Linked,
        {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"mergeTicket", R"({"into": "HCU-1"})", Ready::Open, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"openRelated", R"({"subject": "another"})", Ready::Open, {201, 201, 201, 403, 404, 403, 404, 401, 401}},
    // What the teams opened for Ana's ticket is not hers to see. Luis keeps the vendor's cases, and Dana is of his
    // team.
    Row{"recordChase", R"({"said": "soon"})", Ready::VendorCase, {200, 409, 409, 404, 404, 403, 404, 401, 401}},
    Row{"recordVendorAnswer", R"({"said": "fixed"})", Ready::VendorCase, {200, 409, 409, 404, 404, 403, 404, 401, 401}},
    Row{"recordRootCause", R"({"cause": "it leaks"})", Ready::Problem, {409, 200, 409, 404, 404, 403, 404, 401, 401}},
    Row{"declareKnownError",
        R"({"workaround": "restart it"})",
        Ready::Problem,
        {409, 200, 409, 404, 404, 403, 404, 401, 401}},
    Row{"declareMajor", R"({"reason": "all are out"})", Ready::Open, {201, 201, 201, 403, 404, 403, 404, 401, 401}},
    Row{"giveMajorRole",
        R"({"role": "communicate", "person": "dana", "reason": "she is there"})",
        Ready::Major,
        {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"noteInTimeline", R"({"text": "seen"})", Ready::Major, {201, 201, 201, 403, 404, 403, 404, 401, 401}},
    Row{"sendMajorUpdate",
        R"({"to": "leadership", "text": "we know more"})",
        Ready::Major,
        {409, 201, 409, 403, 404, 403, 404, 401, 401}},
    Row{"standDown", R"({"note": "over"})", Ready::Major, {409, 200, 409, 403, 404, 403, 404, 401, 401}},
    Row{"reviewMajor", R"({"text": "a second line"})", Ready::StoodDown, {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"listKnownErrors", "", Ready::Open, {200, 200, 200, 403, 403, 200, 404, 401, 401}, "?q=sign+in"},
    Row{"attachFile", "bytes", Ready::Open, {201, 201, 201, 201, 404, 403, 404, 401, 401}, "?name=a.txt"},
    Row{"getFile", "", Ready::Filed, {200, 200, 200, 200, 404, 200, 404, 401, 401}},
    Row{"removeFile", R"({"reason": "private"})", Ready::Filed, {200, 200, 200, 409, 404, 403, 404, 401, 401}},
    // A form of the teams is not there for end users.
    Row{"listForms", "", Ready::TeamsForm, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    Row{"getForm", "", Ready::TeamsForm, {200, 200, 200, 404, 404, 200, 404, 401, 401}},
    Row{"addForm",
        R"({"title": "Badge", "category": "other"})",
        Ready::Nothing,
        {201, 201, 201, 403, 403, 403, 404, 401, 401}},
    Row{"changeForm",
        R"({"title": "Badge", "category": "other"})",
        Ready::TeamsForm,
        {200, 200, 200, 403, 403, 403, 404, 401, 401}},
    Row{"removeForm", "", Ready::TeamsForm, {204, 204, 204, 403, 403, 403, 404, 401, 401}},
    Row{"askByForm", R"({"form": "FORM"})", Ready::TeamsForm, {201, 201, 201, 404, 404, 403, 404, 401, 401}},
    Row{"startChecklist", R"({"form": "FORM"})", Ready::TeamsForm, {409, 201, 409, 404, 404, 403, 404, 401, 401}},
    Row{"setDueDate", R"({"date": "2026-12-01"})", Ready::Open, {200, 200, 200, 403, 404, 403, 404, 401, 401}},
    Row{"closeNotNeeded", R"({"reason": "they have one"})", Ready::Task, {409, 200, 409, 404, 404, 403, 404, 401, 401}},
    // End users are told what requesters are told, and of nobody's else ticket.
    Row{"listActiveMajors", "", Ready::Major, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
    // Dana and Mei lead teams.
    Row{"listVips", "", Ready::OneVip, {200, 200, 200, 403, 403, 200, 404, 401, 401}},
    Row{"addVip",
        R"({"email": "FRESH@people.example"})",
        Ready::Nothing,
        {201, 403, 201, 403, 403, 403, 404, 401, 401}},
    Row{"removeVip", "", Ready::OneVip, {204, 403, 204, 403, 403, 403, 404, 401, 401}},
    // What was done without authority is answered by the one who is asked.
    Row{"listActions", "", Ready::DoneAlone, {200, 200, 200, 403, 404, 200, 404, 401, 401}},
    Row{"recordAction",
        R"({"name": "unplug", "done_at": "2026-10-05T14:00:00Z", "risk": "low", "reason": "it burned"})",
        Ready::Open,
        {201, 201, 201, 403, 404, 403, 404, 401, 401}},
    Row{"answerAction",
        R"({"answer": "acknowledge"})",
        Ready::DoneAlone,
        {200, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"arrangeCover", R"({"text": "Otto"})", Ready::Open, {409, 409, 409, 403, 404, 403, 404, 401, 401}},
    Row{"getServiceReport",
        "",
        Ready::Resolved,
        {200, 200, 200, 403, 403, 200, 404, 401, 401},
        "?from=2026-10-01&to=2026-12-01"},
    Row{"getServiceReportCsv",
        "",
        Ready::Resolved,
        {200, 200, 200, 403, 403, 200, 404, 401, 401},
        "?from=2026-10-01&to=2026-12-01&group=person"},
    Row{"getTicketsBehindFigure",
        "",
        Ready::Resolved,
        {200, 200, 200, 403, 403, 200, 404, 401, 401},
        "?from=2026-10-01&to=2026-12-01&figure=opened"},
    Row{"streamEvents", "", Ready::Open, {200, 200, 200, 200, 200, 200, 404, 401, 401}},
};

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

struct Prepared {
  std::string ticket;
  std::string other;  // whatever else the path names
};

std::string prepare_one(World& world, Ready ready);

Prepared prepare(World& world, Ready ready) {
  if (ready == Ready::DesksMacro)
    return {.ticket = prepare_one(world, Ready::Open), .other = world.make_macro(Who::Sam, kDesksMacro)};
  if (ready == Ready::TeamsForm)
    return {.ticket = prepare_one(world, Ready::Open), .other = world.make_form(Who::Sam, kTeamsForm)};
  std::string id = prepare_one(world, ready);
  return {.ticket = id, .other = id};
}

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

// The hash of the text that a draft or proposal is about.
std::string seen_text(World& world, Ready ready, const std::string& number) {
  if (ready == Ready::Draft) return world.text_of_draft(number);
  const Answer proposal =
      world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/agreements/proposals/{proposal}", {.leave = number});
  return std::string(proposal.json().at("texts_sha256").as_string());
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

TEST_CASE("every endpoint answers everybody as their role allows, and nobody learns of what is not theirs") {
  World world;
  std::set<std::string> walked;
  for (const auto& path : document().document().at("paths").as_object()) {
    for (const auto& operation : path.value().as_object()) {
      const std::string id(operation.value().at("operationId").as_string());
      const auto row = std::ranges::find(kRows, id, &Row::operation);
      CAPTURE(id);
      REQUIRE(row != kRows.end());
      walked.insert(id);
      for (const Who who : kEverybody) {
        CAPTURE(to_text(who));
        const Prepared made = prepare(world, row->ready);
        std::string body = row->body;
        if (const auto seen = body.find("SEEN"); seen != std::string::npos)
          body.replace(seen, 4, seen_text(world, row->ready, made.other));
        if (const auto fresh = body.find("FRESH"); fresh != std::string::npos)
          body.replace(fresh, 5, fmt::format("vip{}", static_cast<int>(who)));
        if (const auto form = body.find("FORM"); form != std::string::npos) body.replace(form, 4, made.other);
        const std::string before = world.stored();
        const Answer answer = world.ask(who, upper(std::string(operation.key())), std::string(path.key()),
                                        {.ticket = made.ticket,
                                         .macro = made.other,
                                         .form = made.other,
                                         .leave = made.other,
                                         .query = row->query,
                                         .body = body});
        CHECK(answer.status == row->statuses[static_cast<std::size_t>(who)]);
        if (answer.status >= 400) {
          CHECK(world.stored() == before);
          CHECK_FALSE(answer.body.contains("secret trouble"));
        }
        if (who == Who::Bo || who == Who::Iris) CHECK_FALSE(answer.body.contains("secret trouble"));
      }
    }
  }
  CHECK(walked.size() == kRows.size());
}

TEST_CASE("an engagement one does not belong to and one that does not exist look the same") {
  World world;
  const std::string ticket = world.open_ticket();
  for (const char* path : {"/api/v1/engagements/{engagement}", "/api/v1/engagements/{engagement}/tickets", kTicket}) {
    const Answer other = world.ask(Who::Iris, "GET", path, {.ticket = ticket});
    const Answer none = world.ask(Who::Iris, "GET", path, {.ticket = ticket, .engagement = "no-such"});
    CHECK(other.status == 404);
    CHECK(other.body == none.body);
  }
}

TEST_CASE("a ticket of one engagement is not found through another") {
  World world;
  const std::string ticket = world.open_ticket();
  CHECK(world.ask(Who::Iris, "GET", kTicket, {.ticket = ticket, .engagement = "quarry-dental"}).status == 404);
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = "HCU-1"}).status == 200);
  CHECK(world.ask(Who::Iris, "GET", kTicket, {.ticket = "1", .engagement = "quarry-dental"}).status == 404);
}

TEST_CASE("a list of engagements names one's own only") {
  World world;
  const Answer answer = world.ask(Who::Iris, "GET", "/api/v1/engagements");
  CHECK(answer.body.contains("quarry-dental"));
  CHECK_FALSE(answer.body.contains("harbor-cu"));
}

TEST_CASE("notes of a team are counted for others and readable by none of them") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/comments",
            R"({"text": "between us of the desk", "visibility": "team", "team": "desk"})");
  world.act(Who::Sam, ticket, "/comments", R"({"text": "for both teams"})");
  const Answer dana = world.ask(Who::Dana, "GET", kTicket, {.ticket = ticket});
  CHECK_FALSE(dana.body.contains("between us"));
  CHECK(dana.body.contains("for both teams"));
  CHECK(dana.json().at("hidden_notes").as_int64() == 1);
  const Answer ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket});
  CHECK_FALSE(ana.body.contains("between us"));
  CHECK_FALSE(ana.body.contains("for both teams"));
  CHECK(ana.json().at("reasons").as_array().empty());
  const std::string history = world.ask(Who::Dana, "GET", std::string(kTicket) + "/history", {.ticket = ticket}).body;
  CHECK_FALSE(history.contains("between us"));
  CHECK(world.ask(Who::Sam, "GET", kTicket, {.ticket = ticket}).body.contains("between us"));
}

TEST_CASE("clocks are told to everybody, whose time it was and why to the two teams and the auditor") {
  World world;
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  world.clock.advance(base::minutes(30));
  world.act(Who::Sam, ticket, "/wait", R"({"on": "requester"})");
  world.clock.advance(base::minutes(90));
  for (const Who who : {Who::Sam, Who::Dana, Who::Ada}) {
    const auto json = world.ask(who, "GET", kTicket, {.ticket = ticket}).json();
    CHECK(json.at("held").at("segments").as_array().size() == 2);
    CHECK(json.at("held").at("charges").at(1).at("ball").as_string() == "requester");
    const auto& resolve = json.at("targets").at(1);
    CHECK(resolve.at("state").as_string() == "paused");
    CHECK(resolve.at("elapsed_seconds").as_int64() == 30 * 60);
    CHECK(resolve.at("paused_seconds").as_int64() == 90 * 60);
    CHECK_FALSE(resolve.at("reasons").as_array().empty());
  }
  const auto ana = world.ask(Who::Ana, "GET", kTicket, {.ticket = ticket}).json();
  CHECK(ana.at("held").is_null());
  CHECK(ana.at("targets").at(0).at("state").as_string() == "met");
  CHECK(ana.at("targets").at(1).at("state").as_string() == "paused");
  CHECK(ana.at("targets").at(1).at("reasons").as_array().empty());
  CHECK(ana.at("targets").at(1).at("warnings").as_array().empty());
}

TEST_CASE("a queue shows an end user their own tickets, whatever they ask for") {
  World world;
  world.open_ticket("Ana's own");
  for (const char* query : {"", "?view=all", "?q=own", "?party=northbeam", "?team=desk"}) {
    const Answer bo = world.ask(Who::Bo, "GET", "/api/v1/engagements/{engagement}/tickets", {.query = query});
    CHECK(bo.json().at("tickets").as_array().empty());
  }
  CHECK(world.ask(Who::Ana, "GET", "/api/v1/engagements/{engagement}/tickets").json().at("tickets").as_array().size() ==
        1);
}

}  // namespace
}  // namespace tandem::contract
