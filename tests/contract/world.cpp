#include "world.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "crypto/crypto.h"
#include "wire/openapi.h"

namespace tandem::contract {
namespace {

agreement::Bundle example(const std::string& name) {
  std::stringstream text;
  text << std::ifstream(std::string(TANDEM_ROOT) + "/examples/" + name + "/agreement.yaml").rdbuf();
  return {.root = "agreement.yaml", .files = {{"agreement.yaml", text.str()}}};
}

const std::string& password_hash() {
  static const std::string hash = [] {
    REQUIRE(crypto::start());
    return *crypto::hash_password(base::Secret(std::string(kPassword)));
  }();
  return hash;
}

struct Person {
  Who who;
  app::Role role;
  const char* engagement;
  const char* person;
};
constexpr std::array kPeople{
    Person{Who::Dana, app::Role::Member, "harbor-cu", "dana"},
    Person{Who::Sam, app::Role::Member, "harbor-cu", "sam"},
    Person{Who::Mei, app::Role::Member, "harbor-cu", "mei"},
    Person{Who::Ana, app::Role::Requester, "harbor-cu", ""},
    Person{Who::Bo, app::Role::Requester, "harbor-cu", ""},
    Person{Who::Ada, app::Role::Auditor, "harbor-cu", ""},
    Person{Who::Iris, app::Role::Member, "quarry-dental", "iris"},
    Person{Who::Expired, app::Role::Member, "harbor-cu", "otto"},
};

void replace(std::string& text, std::string_view what, std::string_view by) {
  if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

crypto::SigningKey make_key() {
  REQUIRE(crypto::start());
  return crypto::SigningKey::make();
}

}  // namespace

std::string to_text(Who who) {
  constexpr std::array<const char*, 9> kNames{"dana", "sam", "mei", "ana", "bo", "ada", "iris", "nobody", "expired"};
  return kNames[static_cast<std::size_t>(who)];
}

const test::SchemaCheck& document() {
  static const test::SchemaCheck check([] {
    const std::string_view text = wire::openapi_document();
    return boost::json::parse({text.data(), text.size()});
  }());
  return check;
}

boost::json::value Answer::json() const {
  return boost::json::parse(body);
}

std::string Answer::type() const {
  const std::string text(json().at("type").as_string());
  return text.substr(std::min(text.size(), wire::kProblemBase.size()));
}

World::World()
    : clock(*base::parse_rfc3339("2026-10-05T14:00:00Z")),
      signing_key(make_key()),
      use_cases({.store = store, .clock = clock, .ids = *ids, .feed_source = feed_source, .ledger_key = signing_key}) {
  REQUIRE(crypto::start());
  for (const char* name : {"harbor-cu", "quarry-dental"})
    REQUIRE(use_cases.engagements.adopt(example(name), clock.now()));
  for (const Person& each : kPeople) {
    const std::string email = to_text(each.who) + "@people.example";
    const app::AccountRecord account{.id = app::AccountId(ids->next(clock.now().unix_ms())),
                                     .email = email,
                                     .display = to_text(each.who),
                                     .password_hash = password_hash(),
                                     .created_at = clock.now()};
    REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.add_account(account); }));
    REQUIRE(use_cases.accounts.join(email, desk::EngagementName(each.engagement), each.role,
                                    desk::PersonName(each.person)));
    if (each.who == Who::Expired) {
      auto session = use_cases.accounts.sign_in(email, base::Secret(std::string(kPassword)));
      REQUIRE(session);
      expired_cookie_ = session->cookie.reveal();
      continue;
    }
    auto made = use_cases.accounts.create_token(email, "test", std::nullopt);
    REQUIRE(made);
    tokens_.emplace(each.who, made->token.reveal());
  }
  clock.advance(app::Accounts::kSessionLength + base::hours(12));
  http::ServerOptions options;
  options.listener.port = 0;
  options.listener.deadlines.coalesce = std::chrono::milliseconds(1);
  options.listener.deadlines.heartbeat = std::chrono::milliseconds(50);
  auto started = http::Server::start(std::move(options), use_cases);
  REQUIRE(started);
  server = std::move(*started);
}

World::~World() {
  server->stop();
}

std::string World::fill(std::string path, const Ask& ask) const {
  replace(path, "{engagement}", ask.engagement);
  replace(path, "{ticket}", ask.ticket);
  replace(path, "{epoch}", ask.epoch);
  replace(path, "{action}", ask.epoch);
  replace(path, "{leave}", ask.leave);
  replace(path, "{key}", ask.leave);
  replace(path, "{feed}", ask.leave);
  replace(path, "{macro}", ask.macro);
  replace(path, "{file}", ask.file);
  replace(path, "{form}", ask.form);
  replace(path, "{vip}", ask.leave);
  for (const char* number : {"{draft}", "{proposal}", "{version}"}) replace(path, number, ask.leave);
  return path + ask.query;
}

test::RawResponse World::send(std::string_view bytes) {
  test::RawClient client(port());
  client.send(bytes);
  return client.read_response();
}

Answer World::exchange(const std::string& method, const std::string& path, const Ask& ask,
                       const std::string& credential) {
  std::string bytes = fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}", method, fill(path, ask), credential);
  for (const std::string& each : ask.headers) bytes += each + "\r\n";
  const bool names_type =
      std::ranges::any_of(ask.headers, [](const std::string& each) { return each.starts_with("Content-Type"); });
  if (!ask.body.empty() && !names_type) bytes += "Content-Type: application/json\r\n";
  if (!ask.body.empty()) bytes += fmt::format("Content-Length: {}\r\n", ask.body.size());
  bytes += "\r\n" + ask.body;
  Answer answer;
  answer.raw = send(bytes);
  answer.status = answer.raw.status;
  answer.body = answer.raw.body;
  CAPTURE(bytes);
  CAPTURE(answer.body);
  CHECK(document().problems_of_response(method, path, answer.status, answer.raw.header("content-type"), answer.body) ==
        "");
  CHECK(answer.raw.header("x-content-type-options") == "nosniff");
  return answer;
}

Answer World::ask(Who who, const std::string& method, const std::string& path, const Ask& ask) {
  std::string credential;
  if (who == Who::Expired) {
    credential = fmt::format("Cookie: tandem_session={}\r\n", expired_cookie_);
  } else if (who != Who::Nobody) {
    credential = fmt::format("Authorization: Bearer {}\r\n", token(who));
  }
  return exchange(method, path, ask, credential);
}

Answer World::ask_plain(const std::string& method, const std::string& path, const Ask& ask) {
  return exchange(method, path, ask, "");
}

std::string World::open_ticket(const std::string& subject) {
  const Answer answer = ask(Who::Ana, "POST", "/api/v1/engagements/{engagement}/tickets",
                            {.body = fmt::format(R"({{"subject": "{}", "category": "password-reset"}})", subject)});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::plan_change(Who who, const std::string& kind, const std::string& asset) {
  const Answer answer =
      ask(who, "POST", "/api/v1/engagements/{engagement}/tickets",
          {.body = fmt::format(
               R"({{"subject": "Ana's own secret trouble", "kind": "change",
                "requester": {{"name": "Ana", "email": "ana@people.example"}},
                "change": {{"kind": "{}", "activity": "help-desk.business-app", "from": "{}", "to": "{}",
                            "assets": ["{}"], "plan": "install", "roll_back": "remove", "risk": "high"}}}})",
               kind, base::to_rfc3339(clock.now()), base::to_rfc3339(clock.now() + base::hours(1)), asset)});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::open_decision(const std::string& question) {
  const std::string body = fmt::format(
      R"({{"subject": "Firewall", "kind": "decision", "category": "malware", "decision": {{"kind": "security-posture",
      "question": "{}", "evidence": "support ends in March", "options": [
      {{"name": "keep it", "risk": "high"}},
      {{"name": "replace it", "cost": {{"hundredths": 900000, "currency": "USD"}}}}]}}}})",
      question);
  const Answer answer = ask(Who::Sam, "POST", "/api/v1/engagements/{engagement}/tickets", {.body = body});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::begin_draft(const std::string& title) {
  const auto overview = ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/agreements").json();
  const auto newest = overview.at("versions").as_array().back().at("version").as_int64();
  const auto version = ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/agreements/versions/{version}",
                           {.leave = std::to_string(newest)})
                           .json();
  boost::json::array files = version.at("files").as_array();
  std::string text(files.at(0).at("text").as_string());
  text += fmt::format("# change {}\n", overview.at("drafts").as_array().size() + 1);
  files.at(0).as_object()["text"] = text;
  const boost::json::object body{
      {"title", title}, {"based_on", newest}, {"root", version.at("root")}, {"files", files}};
  const Answer answer = ask(Who::Sam, "POST", "/api/v1/engagements/{engagement}/agreements/drafts",
                            {.body = boost::json::serialize(body)});
  REQUIRE(answer.status == 201);
  return std::to_string(answer.json().at("draft").as_int64());
}

std::string World::text_of_draft(const std::string& draft) {
  const Answer answer =
      ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/agreements/drafts/{draft}", {.leave = draft});
  return std::string(answer.json().at("texts_sha256").as_string());
}

std::string World::propose_draft(const std::string& title) {
  const std::string draft = begin_draft(title);
  const Answer answer = ask(Who::Sam, "POST", "/api/v1/engagements/{engagement}/agreements/drafts/{draft}/proposals",
                            {.leave = draft, .body = fmt::format(R"({{"texts_sha256": "{}"}})", text_of_draft(draft))});
  REQUIRE(answer.status == 201);
  return std::to_string(answer.json().at("proposal").as_int64());
}

std::string World::record_leave(Who who, const std::string& person, const std::string& note) {
  using namespace std::chrono;
  const year_month_day day = sys_days(2026y / November / 1) + days(*store.leave_changes());
  const std::string date = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  const Answer answer = ask(
      who, "POST", "/api/v1/engagements/{engagement}/leave",
      {.body = fmt::format(R"({{"person": "{}", "from": "{}", "to": "{}", "note": "{}"}})", person, date, date, note)});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("leave").at("id").as_string());
}

std::string World::make_calendar_key(Who who) {
  const Answer answer =
      ask(who, "POST", "/api/v1/engagements/{engagement}/calendar-keys", {.body = R"({"label": "phone"})"});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::add_leave_feed(Who who, const std::string& person) {
  const Answer answer =
      ask(who, "POST", "/api/v1/engagements/{engagement}/leave-feeds",
          {.body = fmt::format(
               R"({{"person": "{}", "url": "https://me:secret-trouble@cal.example/x", "label": "own"}})", person)});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::stored() {
  std::string text = *store.dump_read_tables();
  for (const auto& engagement : use_cases.engagements.all()) {
    const auto macros_of = store.macros(engagement->record.name);
    for (const app::MacroRecord& each : *macros_of)
      text += fmt::format("macro|{}|{}|{}\n", each.id.text(), each.title, each.text);
    const auto forms_of = store.forms(engagement->record.name);
    for (const app::FormRecord& each : *forms_of)
      text += fmt::format("form|{}|{}\n", each.form.id.text(), each.form.title);
    const auto vips_of = store.vips(engagement->record.name, app::VipHistory::Whole);
    for (const app::VipRecord& each : *vips_of)
      text += fmt::format("vip|{}|{}|{}\n", each.id.text(), each.email, each.removed.has_value());
    const auto feeds = store.leave_feeds(engagement->record.name);
    for (const app::LeaveFeedRecord& each : *feeds)
      text += fmt::format("feed|{}|{}|{}\n", each.id.text(), each.url, each.removed.has_value());
    const auto recorded = store.leave(engagement->record.name, app::LeaveHistory::Whole);
    for (const app::LeaveRecord& each : *recorded) {
      text += fmt::format("leave|{}|{}|{}|{}|{}|{}\n", each.id.text(), each.person.text(), each.from, each.to,
                          each.note, each.removed.has_value());
    }
  }
  for (const Person& each : kPeople) {
    const auto account = *store.find_account(to_text(each.who) + "@people.example");
    if (!account) continue;
    const auto keys = store.calendar_keys(account->id);
    for (const auto& key : *keys) text += fmt::format("calendar-key|{}\n", key.id.text());
  }
  return text;
}

std::string World::make_macro(Who who, const std::string& body) {
  const Answer answer = ask(who, "POST", "/api/v1/engagements/{engagement}/macros", {.body = body});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::add_vip(Who who, const std::string& email, const std::string& note) {
  const Answer answer = ask(who, "POST", "/api/v1/engagements/{engagement}/vips",
                            {.body = fmt::format(R"({{"email": "{}", "note": "{}"}})", email, note)});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

std::string World::make_form(Who who, const std::string& body) {
  const Answer answer = ask(who, "POST", "/api/v1/engagements/{engagement}/forms", {.body = body});
  REQUIRE(answer.status == 201);
  return std::string(answer.json().at("id").as_string());
}

void World::adopt(const std::string& what, const std::string& by) {
  agreement::Bundle bundle = example("harbor-cu");
  std::string& text = bundle.files.at(bundle.root);
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  text.replace(at, what.size(), by);
  REQUIRE(use_cases.engagements.adopt(bundle, clock.now()));
}

void World::act(Who who, const std::string& ticket, const std::string& below, const std::string& body) {
  const Answer answer =
      ask(who, "POST", "/api/v1/engagements/{engagement}/tickets/{ticket}" + below, {.ticket = ticket, .body = body});
  REQUIRE(answer.status < 300);
}

}  // namespace tandem::contract
