// The desk's own deciders in a world that does its worst: three parties' teams, messages that come late, twice or
// never, time that is noticed late, people who go on leave, and a desk that crashes between any two of its writes.
//
// A command is sent with what its sender saw then (the epoch) and decided when it arrives. What decides is
// exchangeable, so that a mutant can take its place. Time stands still but for the moves that let it pass; each offer
// lives half an hour. Everything that a ticket keeps of the past and that decides nothing is forgotten, so that states
// come together.
#pragma once

#include <functional>
#include <memory>

#include "desk/decide.h"
#include "desk/evolve.h"

namespace tandem::protocol {

using Decider = std::function<desk::Decision(const desk::Ticket&, const desk::Command&, const desk::Circumstances&)>;

struct Bounds {
  std::size_t items = 1;
  std::uint32_t sends = 3;    // commands of people in one run
  std::uint32_t repeats = 1;  // of messages that have arrived
  std::uint32_t crashes = 0;  // between the writes of one decision: a store that is not atomic
  std::uint32_t leaves = 1;   // how often somebody goes on leave or comes back
};

// Where it is agreed that `desk` works on everything and that client-it covers for it.
class DeskWorld {
 public:
  DeskWorld(Bounds bounds, Decider decider);

  [[nodiscard]] std::string key() const;
  [[nodiscard]] std::string wrong() const { return wrong_; }
  [[nodiscard]] std::vector<std::pair<std::string, DeskWorld>> moves() const;

 private:
  struct Message {
    std::size_t item = 0;
    std::size_t person = 0;
    desk::Command command;
    std::string label;
  };

  void append_sends(std::vector<std::pair<std::string, DeskWorld>>& moves) const;
  void append_arrivals(std::vector<std::pair<std::string, DeskWorld>>& moves) const;
  void append_time(std::vector<std::pair<std::string, DeskWorld>>& moves) const;
  void send(std::vector<std::pair<std::string, DeskWorld>>& moves, Message message) const;
  // Decides, and writes the first `writes` events; all of them unless the desk crashes in between.
  void arrive(const Message& message, std::size_t writes);
  void pass_time(std::size_t item);
  void write(std::size_t item, const desk::Events& events, std::size_t writes);
  void judge(const desk::Ticket& before, const desk::Command& command, const desk::Ticket& after);
  [[nodiscard]] const policy::Policy& policy() const;
  [[nodiscard]] base::Instant now() const;

  std::shared_ptr<const Decider> decider_;
  std::vector<desk::Ticket> items_;
  std::vector<Message> network_;
  Bounds left_;
  std::uint32_t tick_ = 0;
  bool away_ = false;
  std::string wrong_;
};

}  // namespace tandem::protocol
