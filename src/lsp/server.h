// The language server: messages in, messages out. It knows LSP 3.17 and agreements, but no streams, threads or clocks
// of its own.
//
//   Server server({.open_folder = …, .clock = &clock, .version = "0.1.0"});
//   server.receive(content);                              // as often as something is waiting
//   for (const std::string& out : server.proceed()) write(framed(out));
//   if (auto proof = server.take_proof()) …               // long work: here or on another thread
//   for (const std::string& out : server.finish(*proof, proof->work_out())) write(framed(out));
//   if (server.is_over()) return server.exit_status();
//
// What waits together is taken together: a request that is cancelled before its turn is not worked on, and of several
// changes of a text only the last is compiled. What the text alone tells is published at once; what needs the compiled
// agreement follows when its proof is done, and is kept in place meanwhile while the text is edited around it.
//
// Messages that are no JSON-RPC, methods that are not known, requests before `initialize` and after `shutdown` get the
// errors that the protocol has for them. A request that hits a bug of ours is answered with an error; the server goes
// on. Single-threaded; Proof::work_out may run elsewhere.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/client.h"
#include "lsp/rpc.h"
#include "lsp/view.h"
#include "lsp/workspace.h"

namespace tandem::lsp {

class Server {
 public:
  explicit Server(World world) : workspace_(std::move(world)) {}

  // One message's content. Nothing is worked on yet.
  void receive(std::string_view content);
  // Instead of a message that was passed over because it is too large.
  void receive_too_large();

  // Works on what was received. Answers what is to be sent, in order.
  [[nodiscard]] std::vector<std::string> proceed();

  [[nodiscard]] std::optional<Proof> take_proof() { return workspace_.take_proof(); }
  [[nodiscard]] std::vector<std::string> finish(const Proof& proof,
                                                std::shared_ptr<const agreement::Compiled> compiled);

  // The same where a proof came to nothing: the client's log is told.
  [[nodiscard]] std::vector<std::string> give_up(const Proof& proof, std::string_view why);

  // `exit` was received; the status is 0 when `shutdown` came before it.
  [[nodiscard]] bool is_over() const { return stage_ == Stage::Over; }
  [[nodiscard]] int exit_status() const { return was_shut_down_ ? 0 : 1; }

 private:
  enum class Stage : std::uint8_t { Begin, Running, ShutDown, Over };

  void work(const Message& message);
  void answer(const Message& request);
  void take(const Message& notification);
  [[nodiscard]] Outcome outcome_of(const Message& request);
  [[nodiscard]] Outcome initialize(const json::Value& params);
  [[nodiscard]] Outcome answer_about_document(std::string_view method, const json::Value& params);
  [[nodiscard]] Outcome answer_at_place(std::string_view method, const json::Value& params, const View& view);
  void watch_files();
  void open(const json::Value& params);
  void change(const json::Value& params);
  void close(const json::Value& params);
  void log(std::string_view message);
  void send(std::string message) { out_.push_back(std::move(message)); }
  // Compiles what has changed and publishes what was found.
  void settle();
  void publish(const Studied& studied);
  void withdraw_unused();

  Workspace workspace_;
  Client client_;
  Stage stage_ = Stage::Begin;
  bool was_shut_down_ = false;
  std::deque<std::expected<Message, BadMessage>> waiting_;
  std::set<std::string> cancelled_;               // ids, as JSON, of waiting requests
  std::map<std::string, std::string> published_;  // by path: the diagnostics the client has, as JSON
  std::vector<std::string> out_;
};

}  // namespace tandem::lsp
