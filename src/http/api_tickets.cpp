// Tickets: the queue, one ticket, and what can be done to it.
#include "http/api.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/requests.h"
#include "wire/ticket_json.h"

namespace tandem::http {
namespace {

constexpr std::string_view kTickets = "/api/v1/engagements/{engagement}/tickets";
constexpr std::size_t kMaxSearch = 200;

Response ticket_response(int status, const app::TicketView& view) {
  return Response::json(status, wire::encode(view)).with("ETag", quote_version(view.ticket.version));
}

Response answer(int status, const app::Outcome<app::TicketView>& outcome) {
  if (!outcome) return failed(outcome.error());
  return ticket_response(status, *outcome);
}

// What became confidential to whoever asked by what they did: done, and nothing to show.
Response failed_or_hidden(const app::Failure& failure) {
  if (failure.kind == app::FailureKind::Hidden) return Response::no_content();
  return failed(failure);
}

template <class Name>
std::vector<Name> names(QueryReader& query, std::string_view name) {
  std::vector<Name> all;
  for (std::string& each : query.words(name)) all.emplace_back(std::move(each));
  return all;
}

app::QueueView read_view(QueryReader& query) {
  const auto word = query.word("view");
  if (!word || *word == "all") return app::QueueView::All;
  if (*word == "mine") return app::QueueView::Mine;
  if (*word == "team") return app::QueueView::Team;
  if (*word == "watched") return app::QueueView::Watched;
  query.complain("view", "`view` is one of `mine`, `team`, `all`, `watched`");
  return app::QueueView::All;
}

app::QueueOrder read_order(QueryReader& query) {
  const auto word = query.word("order");
  if (!word || *word == "urgency") return app::QueueOrder::Urgency;
  if (*word == "newest") return app::QueueOrder::Newest;
  if (*word == "updated") return app::QueueOrder::Updated;
  query.complain("order", "`order` is one of `urgency`, `newest`, `updated`");
  return app::QueueOrder::Urgency;
}

std::vector<desk::State> read_states(QueryReader& query) {
  std::vector<desk::State> states;
  for (const std::string& word : query.words("state")) {
    if (const auto state = desk::parse<desk::State>(word)) {
      states.push_back(*state);
    } else {
      query.complain("state", "`state` is one of `new`, `active`, `waiting`, `resolved`, `closed`");
    }
  }
  const auto open = query.flag("open");
  if (!open) return states;
  if (states.empty())
    states = {desk::State::New, desk::State::Active, desk::State::Waiting, desk::State::Resolved, desk::State::Closed};
  std::erase_if(states, [&](desk::State each) { return desk::is_open(each) != *open; });
  if (states.empty()) query.complain("open", "no `state` asked for fits `open`");
  return states;
}

std::vector<desk::TicketKind> read_kinds(QueryReader& query) {
  std::vector<desk::TicketKind> kinds;
  for (const std::string& word : query.words("kind")) {
    if (const auto kind = desk::parse<desk::TicketKind>(word)) {
      kinds.push_back(*kind);
    } else {
      query.complain("kind",
                     "`kind` is one of `incident`, `request`, `change`, `decision`, `problem`, `task`, `vendor-case`");
    }
  }
  return kinds;
}

std::optional<base::Instant> read_chase(QueryReader& query, base::Instant now) {
  const auto word = query.word("chase");
  if (!word) return std::nullopt;
  if (*word != "due") query.complain("chase", "`chase` is `due`");
  return now;
}

Response list(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const app::QueueView view = read_view(query);
  app::QueueQuery wanted;
  wanted.states = read_states(query);
  wanted.priorities = names<desk::PriorityName>(query, "priority");
  wanted.categories = names<desk::CategoryName>(query, "category");
  wanted.parties = names<desk::PartyName>(query, "party");
  wanted.teams = names<desk::TeamName>(query, "team");
  wanted.tags = query.words("tag");
  wanted.vip_only = query.flag("vip").value_or(false);
  wanted.kinds = read_kinds(query);
  if (query.flag("major").value_or(false)) wanted.major = app::MajorWork::WithParts;
  wanted.vendors = names<desk::PartyName>(query, "vendor");
  wanted.chase_by = read_chase(query, api.use_cases.clock.now());
  wanted.unanswered_only = query.flag("unanswered").value_or(false);
  wanted.search = query.word("q").value_or("");
  if (wanted.search.size() > kMaxSearch * 4)
    query.complain("q", fmt::format("`q` has at most {} characters", kMaxSearch));
  wanted.order = read_order(query);
  wanted.limit = query.number("limit", 1, 200).value_or(50);
  wanted.after = query.word("after").value_or("");
  if (!query.finish()) return bad_query(query.problems());
  const auto engagement = engagement_of(request);
  const auto page = api.use_cases.tickets.queue(identity.caller, engagement, view, std::move(wanted));
  if (!page) {
    // Of all that a queue is asked with, only the cursor can be wrong in itself.
    if (page.error().kind == app::FailureKind::Invalid) return bad_query({{"after", page.error().message}});
    return failed(page.error());
  }
  const auto found = api.use_cases.engagements.find(engagement);
  return Response::json(200, wire::encode(*page, found ? found->record.prefix : ""));
}

Response open(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto source = identity.credential.kind == CredentialKind::Bearer ? desk::Source::Api : desk::Source::Portal;
  auto command = wire::decode_new_ticket(request.body, source);
  if (!command) return Response::problem(command.error());
  const auto opened =
      api.use_cases.tickets.open(identity.caller, engagement_of(request), *std::move(command), *options);
  if (!opened) return failed_or_hidden(opened.error());
  return ticket_response(201, *opened).with("Location", fmt::format("{}/{}", request.path, opened->ticket.id.text()));
}

Response get(Api& api, const Request& request, const Identity& identity) {
  return answer(200, api.use_cases.tickets.get(identity.caller, engagement_of(request), request.param("ticket")));
}

Response why(Api& api, const Request& request, const Identity& identity) {
  const auto found = api.use_cases.tickets.why(identity.caller, engagement_of(request), request.param("ticket"));
  if (!found) return failed(found.error());
  return Response::json(200, wire::encode(*found));
}

Response history(Api& api, const Request& request, const Identity& identity) {
  const auto found = api.use_cases.tickets.history(identity.caller, engagement_of(request), request.param("ticket"));
  if (!found) return failed(found.error());
  return Response::json(200, wire::encode(std::span<const app::HistoryLine>(*found)));
}

Response edit(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto commands = wire::decode_ticket_edit(request.body);
  if (!commands) return Response::problem(commands.error());
  const auto edited = api.use_cases.tickets.commands(identity.caller, engagement_of(request), request.param("ticket"),
                                                     *commands, *options);
  if (!edited) return failed_or_hidden(edited.error());
  return ticket_response(200, *edited);
}

// Many tickets, each answered for itself. A version would be of one of them.
Response bulk(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto edit = wire::decode_bulk_edit(request.body);
  if (!edit) return Response::problem(edit.error());
  const auto engagement = engagement_of(request);
  const auto* membership = identity.caller.membership(engagement);
  if (membership == nullptr || !api.use_cases.engagements.find(engagement))
    return failed({app::FailureKind::NotFound, "there is no such engagement", {}, {}});
  if (!app::may_edit_many(*membership))
    return failed({app::FailureKind::Forbidden, "your role does not allow this", {}, {}});
  const auto lines =
      api.use_cases.tickets.bulk(identity.caller, engagement, edit->tickets, edit->commands, options->idempotency);
  return Response::json(200, wire::encode(std::span<const app::BulkLine>(lines)));
}

Response run_macro(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto nothing = wire::decode_nothing(request.body);
  if (!nothing) return Response::problem(nothing.error());
  return answer(200, api.use_cases.macros.run(identity.caller, engagement_of(request), request.param("macro"),
                                              request.param("ticket"), *options));
}

// A POST that is one command: what it decodes to, and the status of its success.
using DecodeCommand = wire::Decoded<desk::Command> (*)(const Request&, const Identity&);

Response run_command(Api& api, const Request& request, const Identity& identity, int status, DecodeCommand decode) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto decoded = decode(request, identity);
  if (!decoded) return Response::problem(decoded.error());
  return answer(status, api.use_cases.tickets.command(identity.caller, engagement_of(request), request.param("ticket"),
                                                      *decoded, *options));
}

// The number of a hand-off in the path. What is no number is no hand-off.
wire::Decoded<std::uint32_t> epoch_of(const Request& request) {
  const std::string& text = request.param("epoch");
  std::uint32_t epoch = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), epoch);
  if (error == std::errc{} && end == text.data() + text.size() && epoch > 0) return epoch;
  return std::unexpected(wire::problem_of({app::FailureKind::NotFound, "there is no such hand-off", {}, {}}));
}

template <class Command>
wire::Decoded<desk::Command> decode_bare(const Request& request, const Identity&) {
  const auto nothing = wire::decode_nothing(request.body);
  if (!nothing) return std::unexpected(nothing.error());
  return desk::Command(Command{});
}

template <class Command>
wire::Decoded<desk::Command> decode_epoch(const Request& request, const Identity&) {
  const auto nothing = wire::decode_nothing(request.body);
  if (!nothing) return std::unexpected(nothing.error());
  const auto epoch = epoch_of(request);
  if (!epoch) return std::unexpected(epoch.error());
  return desk::Command(Command{*epoch});
}

wire::Decoded<desk::Command> decode_decline(const Request& request, const Identity&) {
  const auto epoch = epoch_of(request);
  if (!epoch) return std::unexpected(epoch.error());
  auto reason = wire::decode_reason(request.body);
  if (!reason) return std::unexpected(reason.error());
  return desk::Command(desk::DeclineHandoff{*epoch, *std::move(reason)});
}

// An end user writes what they and everybody may read; the teams' own default is each other.
wire::Decoded<desk::Command> decode_comment(const Request& request, const Identity& identity) {
  const auto* membership = identity.caller.membership(engagement_of(request));
  const bool is_requester = membership != nullptr && membership->role == app::Role::Requester;
  auto comment =
      wire::decode_comment(request.body, is_requester ? desk::Visibility::Requester : desk::Visibility::Both);
  if (!comment) return std::unexpected(comment.error());
  return desk::Command(*std::move(comment));
}

wire::Decoded<desk::Command> decode_wait(const Request& request, const Identity&) {
  const auto on = wire::decode_wait(request.body);
  if (!on) return std::unexpected(on.error());
  return desk::Command(desk::Wait{*on});
}

wire::Decoded<desk::Command> decode_resolve(const Request& request, const Identity&) {
  auto note = wire::decode_note(request.body);
  if (!note) return std::unexpected(note.error());
  return desk::Command(desk::Resolve{*std::move(note)});
}

wire::Decoded<desk::Command> decode_approval(const Request& request, const Identity&) {
  auto note = wire::decode_note(request.body);
  if (!note) return std::unexpected(note.error());
  return desk::Command(desk::ApproveChange{*std::move(note)});
}

template <class Command>
wire::Decoded<desk::Command> decode_reasoned(const Request& request, const Identity&) {
  auto reason = wire::decode_reason(request.body);
  if (!reason) return std::unexpected(reason.error());
  return desk::Command(Command{*std::move(reason)});
}

// A body that is the command and nothing else.
template <auto kDecode>
wire::Decoded<desk::Command> decode_whole(const Request& request, const Identity&) {
  auto command = kDecode(request.body);
  if (!command) return std::unexpected(command.error());
  return desk::Command(*std::move(command));
}

// Routes are added in the order of the API's document.
class TicketRoutes {
 public:
  TicketRoutes(Router& router, Api& api) : router_(&router), api_(&api) {}

  using Work = Response (*)(Api&, const Request&, const Identity&);
  void read(std::string_view below, Work work) {
    add(Method::Get, below,
        [api = api_, work](const Request& request, const Identity& identity) { return work(*api, request, identity); });
  }
  void write(Method method, std::string_view below, Work work) {
    add(method, below, [api = api_, work](const Request& request, const Identity& identity) {
      if (auto bad = check_write(request)) return std::move(*bad);
      return work(*api, request, identity);
    });
  }
  void command(std::string_view below, int status, DecodeCommand decode) {
    add(Method::Post, below, [api = api_, status, decode](const Request& request, const Identity& identity) {
      if (auto bad = check_write(request)) return std::move(*bad);
      return run_command(*api, request, identity, status, decode);
    });
  }

 private:
  static std::optional<Response> check_write(const Request& request) {
    if (auto bad = check_no_query(request)) return bad;
    if (const auto problem = check_json_content(request)) return Response::problem(*problem);
    return std::nullopt;
  }
  void add(Method method, std::string_view below, KnownHandler handler) {
    router_->add({.method = method,
                  .pattern = fmt::format("{}{}", kTickets, below),
                  .handler = known(*api_, std::move(handler))});
  }

  Router* router_;
  Api* api_;
};

// A read of one ticket takes no query.
template <Response (*work)(Api&, const Request&, const Identity&)>
Response plain(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  return work(api, request, identity);
}

}  // namespace

void add_ticket_routes(Router& router, Api& api) {
  TicketRoutes routes(router, api);
  routes.read("", list);
  routes.write(Method::Post, "", open);
  routes.read("/{ticket}", plain<get>);
  routes.write(Method::Patch, "/{ticket}", edit);
  routes.command("/{ticket}/comments", 201, decode_comment);
  routes.command("/{ticket}/take", 200, decode_bare<desk::Take>);
  routes.command("/{ticket}/handoffs", 201, decode_whole<wire::decode_handoff>);
  routes.command("/{ticket}/handoffs/{epoch}/accept", 200, decode_epoch<desk::AcceptHandoff>);
  routes.command("/{ticket}/handoffs/{epoch}/decline", 200, decode_decline);
  routes.command("/{ticket}/handoffs/{epoch}/withdraw", 200, decode_epoch<desk::WithdrawHandoff>);
  routes.command("/{ticket}/wait", 200, decode_wait);
  routes.command("/{ticket}/resume", 200, decode_bare<desk::Resume>);
  routes.command("/{ticket}/resolve", 200, decode_resolve);
  routes.command("/{ticket}/reopen", 200, decode_reasoned<desk::Reopen>);
  routes.command("/{ticket}/close", 200, decode_bare<desk::Close>);
  routes.command("/{ticket}/assign", 200, decode_whole<wire::decode_assign>);
  routes.command("/{ticket}/release", 200, decode_reasoned<desk::Release>);
  routes.command("/{ticket}/acknowledge", 200, decode_bare<desk::Acknowledge>);
  routes.command("/{ticket}/strategic", 200, decode_whole<wire::decode_flag_strategic>);
  routes.command("/{ticket}/dispute", 201, decode_reasoned<desk::RaiseDispute>);
  routes.command("/{ticket}/dispute/ruling", 200, decode_whole<wire::decode_ruling>);
  routes.command("/{ticket}/dispute/withdraw", 200, decode_bare<desk::WithdrawDispute>);
  routes.command("/{ticket}/change/answers", 201, decode_whole<wire::decode_change_answer>);
  routes.command("/{ticket}/change/approve", 200, decode_approval);
  routes.command("/{ticket}/change/window", 200, decode_whole<wire::decode_change_window>);
  routes.command("/{ticket}/change/start", 200, decode_bare<desk::StartChange>);
  routes.command("/{ticket}/change/finish", 200, decode_whole<wire::decode_change_finish>);
  routes.command("/{ticket}/change/roll-back", 200, decode_reasoned<desk::RollBackChange>);
  routes.command("/{ticket}/change/review", 200, decode_whole<wire::decode_change_review>);
  routes.command("/{ticket}/change/withdraw", 200, decode_reasoned<desk::WithdrawChange>);
  routes.command("/{ticket}/decision/advice", 200, decode_whole<wire::decode_advice>);
  routes.command("/{ticket}/decision/recommendation", 200, decode_whole<wire::decode_recommendation>);
  routes.command("/{ticket}/decision/outcome", 200, decode_whole<wire::decode_taken_decision>);
  routes.command("/{ticket}/vendor-case/chase", 200, decode_whole<wire::decode_chase>);
  routes.command("/{ticket}/vendor-case/answer", 200, decode_whole<wire::decode_vendor_answer>);
  routes.command("/{ticket}/problem/root-cause", 200, decode_whole<wire::decode_root_cause>);
  routes.command("/{ticket}/problem/known-error", 200, decode_whole<wire::decode_known_error>);
  routes.command("/{ticket}/major", 201, decode_whole<wire::decode_declare_major>);
  routes.command("/{ticket}/major/roles", 200, decode_whole<wire::decode_major_role>);
  routes.command("/{ticket}/major/timeline", 201, decode_whole<wire::decode_timeline_note>);
  routes.command("/{ticket}/major/updates", 201, decode_whole<wire::decode_major_update>);
  routes.command("/{ticket}/major/stand-down", 200, decode_whole<wire::decode_stand_down>);
  routes.command("/{ticket}/major/review", 200, decode_whole<wire::decode_review>);
  routes.read("/{ticket}/why", plain<why>);
  routes.read("/{ticket}/history", plain<history>);
  routes.command("/{ticket}/watch", 200, decode_whole<wire::decode_watch>);
  routes.command("/{ticket}/unwatch", 200, decode_bare<desk::Unwatch>);
  routes.command("/{ticket}/tags", 200, decode_whole<wire::decode_tags>);
  routes.command("/{ticket}/rating", 200, decode_whole<wire::decode_rating>);
  routes.write(Method::Post, "/{ticket}/macros/{macro}", run_macro);
  routes.command("/{ticket}/due-date", 200, decode_whole<wire::decode_due_date>);
  routes.command("/{ticket}/not-needed", 200, decode_reasoned<desk::CloseNotNeeded>);
  router.add({.method = Method::Post,
              .pattern = "/api/v1/engagements/{engagement}/bulk-edits",
              .handler = known(api, [&api](const Request& request, const Identity& identity) {
                return bulk(api, request, identity);
              })});
}

}  // namespace tandem::http
