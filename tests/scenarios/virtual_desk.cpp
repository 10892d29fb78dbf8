#include "virtual_desk.h"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>

#include "app/use_cases.h"
#include "crypto/crypto.h"
#include "http/api.h"
#include "support/no_feed_source.h"

namespace tandem::scenarios {
namespace {

constexpr std::string_view kAuditor = "auditor";

crypto::SigningKey make_key() {
  REQUIRE(crypto::start());
  return crypto::SigningKey::make();
}

}  // namespace

// All that lives in memory only, made as the program makes it.
struct VirtualDesk::Process {
  Process(app::Store& store, base::ManualClock& clock, base::IdSource& ids, crypto::SigningKey& key)
      : use_cases({.store = store, .clock = clock, .ids = ids, .feed_source = feed_source, .ledger_key = key}),
        api{.use_cases = use_cases, .options = {}} {
    REQUIRE(use_cases.engagements.load());
    http::add_api_routes(router, api);
  }

  test::NoFeedSource feed_source;
  app::UseCases use_cases;
  http::Api api;
  http::Router router;
};

VirtualDesk::VirtualDesk(std::function<app::Store&()> open, base::Instant start)
    : open_(std::move(open)), clock_(start), ids_(base::make_random_ids()), key_(make_key()) {
  process_ = std::make_unique<Process>(open_(), clock_, *ids_, key_);
}
VirtualDesk::~VirtualDesk() = default;

void VirtualDesk::restart() {
  process_.reset();
  process_ = std::make_unique<Process>(open_(), clock_, *ids_, key_);
}

void VirtualDesk::adopt(const agreement::Bundle& bundle) {
  const auto adopted = process_->use_cases.engagements.adopt(bundle, clock_.now());
  REQUIRE_MESSAGE(adopted.has_value(), (adopted ? std::string() : adopted.error().message));
  engagement_ = adopted->engagement->record.name;
}

const app::Engagement& VirtualDesk::engagement() const {
  const auto found = process_->use_cases.engagements.find(engagement_);
  REQUIRE(found);
  return *found;
}

const std::string& VirtualDesk::token_of(const std::string& who) {
  if (const auto known = tokens_.find(who); known != tokens_.end()) return known->second;
  const policy::Policy& policy = *engagement().policy;
  const auto named = policy.find_person(who);
  const std::string email = fmt::format("{}@people.example", who);
  const app::AccountRecord account{.id = app::AccountId(ids_->next(clock_.now().unix_ms())),
                                   .email = email,
                                   .display = named ? policy.person(*named).display : who,
                                   .password_hash = {},
                                   .created_at = clock_.now()};
  REQUIRE(process_->use_cases.store.write([&](app::WriteTransaction& tx) { return tx.add_account(account); }));
  const app::Role role = named ? app::Role::Member : who == kAuditor ? app::Role::Auditor : app::Role::Requester;
  REQUIRE(process_->use_cases.accounts.join(email, engagement_, role, desk::PersonName(named ? who : "")));
  const auto made = process_->use_cases.accounts.create_token(email, "scenario", std::nullopt);
  REQUIRE(made);
  return tokens_.emplace(who, made->token.reveal()).first->second;
}

Reply VirtualDesk::ask(const std::string& who, http::Method method, const std::string& path, const std::string& body) {
  http::Request request;
  request.method = method;
  const std::string target = fmt::format("/api/v1/engagements/{}/{}", engagement_.text(), path);
  REQUIRE(http::split_target(target, request));
  request.headers = {{"Authorization", fmt::format("Bearer {}", token_of(who))}};
  if (!body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  request.body = body;
  http::Match match = process_->router.match(method, request.path);
  REQUIRE_MESSAGE(match.kind == http::Match::Kind::Found, target);
  request.params = std::move(match.params);
  const http::Response response = match.route->handler(request);
  Reply reply{.status = response.status, .body = nullptr};
  if (!response.body.empty()) reply.body = boost::json::parse(response.body);
  return reply;
}

base::Instant VirtualDesk::now() const {
  return clock_.now();
}

std::optional<base::Instant> VirtualDesk::pass_to(base::Instant at) {
  clock_.set(at);
  const auto next = process_->use_cases.timekeeper.run_due();
  REQUIRE_MESSAGE(next.has_value(), (next ? std::string() : next.error().message));
  return *next;
}

}  // namespace tandem::scenarios
