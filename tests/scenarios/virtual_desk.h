// The whole program without its socket, on any store and in virtual time: requests are answered by the server's own
// routes, time passes by the timekeeper's own rounds.
//
//   VirtualDesk desk(open, start);
//   desk.adopt(bundle);
//   const Reply reply = desk.ask("sam", http::Method::Post, "tickets/HCU-1/take");
//   const auto next = desk.pass_to(desk.now() + base::hours(1));
//   desk.restart();  // the process is killed and started anew on what the store kept
#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/engagements.h"
#include "app/store.h"
#include "crypto/signing.h"
#include "http/request.h"

namespace tandem::scenarios {

struct Reply {
  int status = 0;
  boost::json::value body;

  [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

class VirtualDesk {
 public:
  // `open`: the store, and after a restart the store opened anew. It outlives this.
  VirtualDesk(std::function<app::Store&()> open, base::Instant start);
  ~VirtualDesk();
  VirtualDesk(const VirtualDesk&) = delete;
  VirtualDesk& operator=(const VirtualDesk&) = delete;

  // Puts the text in force. Fails the test when it does not compile.
  void adopt(const agreement::Bundle& bundle);
  // As a person: of the agreement by their name, `auditor`, or else an end user of that name. `path` is below the
  // engagement. REQUIRES: an agreement was adopted.
  Reply ask(const std::string& who, http::Method method, const std::string& path, const std::string& body = {});

  [[nodiscard]] base::Instant now() const;
  [[nodiscard]] const app::Engagement& engagement() const;  // REQUIRES: an agreement was adopted
  // Sets the clock, does what time does then, and says when it next does something by itself, if ever.
  std::optional<base::Instant> pass_to(base::Instant at);
  // What a killed process loses is lost.
  void restart();

 private:
  struct Process;
  const std::string& token_of(const std::string& who);

  std::function<app::Store&()> open_;
  base::ManualClock clock_;
  std::unique_ptr<base::IdSource> ids_;
  crypto::SigningKey key_;
  desk::EngagementName engagement_;
  std::map<std::string, std::string> tokens_;
  std::unique_ptr<Process> process_;
};

}  // namespace tandem::scenarios
