// A whole desk behind a real socket: two engagements, people of every role, the server on a port of its own. Each
// answer is held against the API's document before a test sees it.
//
//   World world;
//   const Answer answer = world.ask(Who::Sam, "GET", "/api/v1/engagements/{engagement}/tickets/{ticket}", {.ticket =
//   id}); CHECK(answer.status == 200);
#pragma once

#include <boost/json/value.hpp>

#include "http/server.h"
#include "store/memory/memory_store.h"
#include "support/no_feed_source.h"
#include "support/raw_client.h"
#include "support/schema_check.h"

namespace tandem::contract {

// Dana is of the client, Sam and Mei of the provider; Ana and Bo are end users; Ada audits. Iris belongs to another
// engagement only. Expired has a session whose time is over.
enum class Who : std::uint8_t { Dana, Sam, Mei, Ana, Bo, Ada, Iris, Nobody, Expired };
inline constexpr std::array kEverybody{Who::Dana, Who::Sam,  Who::Mei,    Who::Ana,    Who::Bo,
                                       Who::Ada,  Who::Iris, Who::Nobody, Who::Expired};
[[nodiscard]] std::string to_text(Who who);

struct Answer {
  int status = 0;
  std::string body;
  test::RawResponse raw;

  [[nodiscard]] boost::json::value json() const;
  [[nodiscard]] std::string type() const;  // of a problem, behind the common part
};

struct Ask {
  std::string ticket = {};
  std::string epoch = "1";
  std::string macro = {};
  std::string form = {};
  std::string leave = {};  // its id, that of a feed or a calendar key, the number of a draft, proposal or version
  std::string engagement = "harbor-cu";
  std::string file = "1";
  std::string query = {};  // with its question mark
  std::string body = {};
  std::vector<std::string> headers = {};  // "If-Match: \"3\""
};

inline constexpr std::string_view kPassword = "correct horse battery";

class World {
 public:
  World();
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  // Asks as `who`, with their token; what is sent and what comes back is one line of a failure's message. Fails the
  // test when the answer is not as the document says.
  Answer ask(Who who, const std::string& method, const std::string& path, const Ask& ask = {});
  // The same without a credential of its own: headers say who it is.
  Answer ask_plain(const std::string& method, const std::string& path, const Ask& ask = {});
  test::RawResponse send(std::string_view bytes);

  // A ticket that Ana opened, owned by the provider's desk. Its id.
  std::string open_ticket(const std::string& subject = "Cannot sign in");
  // A change of `help-desk.business-app` for Ana, whose window begins now and takes an hour. REQUIRES: `who` may plan.
  // Its ticket's id.
  std::string plan_change(Who who, const std::string& kind, const std::string& asset);
  std::string next_asset() { return fmt::format("switch {}", ++assets_); }  // that nobody has named
  // A decision about the security posture that Sam asked for: Dana decides, Mei must be heard, and both may recommend.
  // Its id.
  std::string open_decision(const std::string& question = "Keep the old firewall?");
  // On a day that nobody has used in this world. REQUIRES: `who` may. Its id.
  std::string record_leave(Who who, const std::string& person, const std::string& note = "");
  std::string make_calendar_key(Who who);                                                // its id
  std::string add_leave_feed(Who who, const std::string& person);                        // its id
  std::string make_macro(Who who, const std::string& body);                              // its id
  std::string make_form(Who who, const std::string& body);                               // its id
  std::string add_vip(Who who, const std::string& email, const std::string& note = "");  // its id
  // The example's agreement with one piece of its text replaced is in force from now on.
  void adopt(const std::string& what, const std::string& by);
  // A draft of Sam's without errors, unlike every other one, and its proposal. Their numbers.
  std::string begin_draft(const std::string& title = "A draft");
  std::string propose_draft(const std::string& title = "A draft");
  // The hash of a draft's text.
  std::string text_of_draft(const std::string& draft);
  // As `who`, below the ticket. REQUIRES: it succeeds.
  void act(Who who, const std::string& ticket, const std::string& below, const std::string& body = "");
  std::string token(Who who) const { return tokens_.at(who); }
  std::string fill(std::string path, const Ask& ask) const;
  // All that requests can change, as text.
  [[nodiscard]] std::string stored();
  [[nodiscard]] std::uint16_t port() const { return server->port(); }

  base::ManualClock clock;
  std::unique_ptr<base::IdSource> ids = base::make_random_ids();
  store::memory::MemoryStore store;
  test::NoFeedSource feed_source;
  crypto::SigningKey signing_key;
  app::UseCases use_cases;
  std::unique_ptr<http::Server> server;

 private:
  Answer exchange(const std::string& method, const std::string& path, const Ask& ask, const std::string& credential);
  std::map<Who, std::string> tokens_;
  std::string expired_cookie_;
  int assets_ = 0;
};

// The document that the server itself serves.
[[nodiscard]] const test::SchemaCheck& document();

}  // namespace tandem::contract
