// The desk's own deciders in a world that does its worst: three parties' people who may do anything at any time, time
// that is noticed late, people who go on leave and come back, another agreement that comes into force, and a desk that
// crashes between any two of its writes.
//
// There is no network in it, because it would add nothing: whatever one could delay, repeat or reorder arrives in some
// state, and here every command arrives in every state, from everybody, answers with every epoch that was ever given
// out and with one that was not. A message that is lost is one that does not arrive. So a run has no bound on what
// people send, only on how much may be begun: offers, reopenings, changes of circumstances, moments.
//
// What decides is exchangeable, so that a mutant can take its place.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "desk/decide.h"
#include "desk/evolve.h"
#include "protocol/three_parties.h"

namespace tandem::protocol {

[[nodiscard]] desk::TicketId id_of(std::size_t item);

// What one step writes to one item, in one transaction with what it writes to others.
struct Written {
  std::size_t item = 0;
  desk::Events events;
  std::optional<desk::Ticket> left;  // as the step itself says that the item is then
};
// Nothing: it is refused.
using Step = std::function<std::optional<std::vector<Written>>(const std::vector<desk::Ticket>& items, std::size_t item,
                                                               const desk::Command&, const desk::Circumstances&)>;
// The desk's: decide() and what others hear of it (desk/joint_step.h).
[[nodiscard]] std::optional<std::vector<Written>> real_step(const std::vector<desk::Ticket>& items, std::size_t item,
                                                            const desk::Command& command,
                                                            const desk::Circumstances& circumstances);

// Something that people might want now.
struct Ask {
  desk::Command command;
  std::string what;
  bool counts_again = false;  // doing it twice is meant: each chase of a vendor counts
};

struct Setup {
  std::vector<desk::OpenTicket> items;           // opened by ben
  std::vector<std::int64_t> minutes{0, 20, 40};  // moments, since kStart
  std::function<std::vector<Ask>(const desk::Ticket&, std::size_t item)> asks;
  std::vector<Person> leavers{};  // who may go on leave and come back
  std::uint32_t leaves = 0;       // how often one of them does
  std::uint32_t versions = 0;     // how often another version of the agreement comes into force
  std::vector<std::uint32_t> texts{kFirst, kWithoutDesk};  // which may
  std::uint32_t crashes = 0;                               // between the writes of one step: a store that is not atomic
  Step step = real_step;
};

class DeskWorld {
 public:
  explicit DeskWorld(Setup setup);

  [[nodiscard]] std::string key() const;
  [[nodiscard]] std::string wrong() const { return wrong_; }
  [[nodiscard]] bool is_over() const;
  [[nodiscard]] std::vector<std::pair<std::string, DeskWorld>> moves() const;

 private:
  struct Happened {
    std::size_t item = 0;
    desk::Command command;
    desk::Actor actor;
    std::string label;
  };
  using Moves = std::vector<std::pair<std::string, DeskWorld>>;

  [[nodiscard]] desk::Circumstances circumstances(desk::Actor actor) const;
  [[nodiscard]] base::Instant now() const;
  void append_commands(Moves& moves) const;
  void append_time(Moves& moves) const;
  void append_circumstances(Moves& moves) const;
  // What is looked at besides what happens: they lead on only where something is wrong.
  void append_probes(Moves& moves) const;
  void arrive(std::size_t item, std::uint32_t person, const Ask& ask, Moves& moves) const;
  void look(std::size_t item, Moves& moves) const;
  void crash(const std::vector<Written>& written, const Happened& what, Moves& moves) const;
  void write(const std::vector<Written>& written);
  void judge(const DeskWorld& before, const Happened& what, const std::vector<Written>& written);
  // What the desk leaves undone when it looks, and whether the dispute then ends by those who are asked.
  [[nodiscard]] std::string ends_otherwise(std::size_t item) const;

  std::shared_ptr<const Setup> setup_;
  std::vector<desk::Ticket> items_;
  Terms terms_;
  std::size_t moment_ = 0;
  std::uint32_t leaves_ = 0;
  std::uint32_t versions_ = 0;
  std::uint32_t crashes_ = 0;
  std::string wrong_;
};

}  // namespace tandem::protocol
