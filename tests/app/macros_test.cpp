#include "app/macros.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("the placeholders of a reply are filled in, and what is none stays") {
  TestWorld world;
  Macros macros(world.store, world.engagements, world.tickets, world.clock, world.ids);
  const auto sam = world.member("sam");
  MacroRecord wanted;
  wanted.title = "hello";
  wanted.text = "Dear {requester}, {number} is with {owner}: {0} { owner}";
  wanted.take = true;
  const auto made = macros.add(sam, world.name, wanted);
  REQUIRE(made);
  const auto opened = world.open(world.requester("nora"));
  const auto after = macros.run(sam, world.name, made->id.text(), opened.ticket.id.text(), {});
  REQUIRE(after);
  CHECK(after->ticket.comments.back().text ==
        fmt::format("Dear {}, {} is with Sam Okafor: {{0}} {{ owner}}", opened.ticket.facts.requester.name,
                    format_number(opened.engagement->record.prefix, opened.ticket.facts.number)));
  wanted.text = "Dear {customer}";
  const auto refused = macros.add(sam, world.name, wanted);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with("`{customer}` is no placeholder"));
}

TEST_CASE("who changes a macro has seen it as it is, or says that it does not matter") {
  TestWorld world;
  Macros macros(world.store, world.engagements, world.tickets, world.clock, world.ids);
  const auto sam = world.member("sam");
  MacroRecord wanted;
  wanted.title = "hello";
  wanted.text = "first";
  const auto made = macros.add(sam, world.name, wanted);
  REQUIRE(made);
  const std::string id = made->id.text();
  wanted.text = "second";
  // In the same moment of the clock.
  const auto second = macros.change(sam, world.name, id, wanted, made->changed.at);
  REQUIRE(second);
  CHECK(second->changed.at > made->changed.at);
  wanted.text = "another's";
  const auto lost = macros.change(world.member("dana"), world.name, id, wanted, made->changed.at);
  REQUIRE_FALSE(lost);
  CHECK(lost.error().kind == FailureKind::Stale);
  CHECK(lost.error().message == "Sam Okafor changed the macro meanwhile: load it again and repeat your change");
  CHECK(macros.list(sam, world.name)->front().text == "second");
  CHECK(macros.remove(sam, world.name, id, made->changed.at).error().kind == FailureKind::Stale);
  // A clock that was set back does not make an old version the present one.
  world.clock.set(made->changed.at - base::hours(1));
  const auto third = macros.change(sam, world.name, id, wanted, std::nullopt);
  REQUIRE(third);
  CHECK(third->changed.at > second->changed.at);
  REQUIRE(macros.remove(sam, world.name, id, third->changed.at));
  CHECK(macros.list(sam, world.name)->empty());
  CHECK(macros.change(sam, world.name, id, wanted, std::nullopt).error().kind == FailureKind::NotFound);
}

TEST_CASE("a macro with the team's name fills in the team when nobody in particular has it") {
  TestWorld world;
  Macros macros(world.store, world.engagements, world.tickets, world.clock, world.ids);
  const auto sam = world.member("sam");
  MacroRecord wanted;
  wanted.title = "hello";
  wanted.text = "{owner}";
  const auto made = macros.add(sam, world.name, wanted);
  REQUIRE(made);
  CHECK(made->changed.display == "Sam Okafor");
  const auto opened = world.open(world.requester("nora"));
  const auto after = macros.run(sam, world.name, made->id.text(), opened.ticket.id.text(), {});
  REQUIRE(after);
  const desk::Owner& owner = after->ticket.ownership.owner;
  CHECK(after->ticket.comments.back().text == (owner.person.text() == "sam" ? "Sam Okafor" : "Otto Lind"));
  CHECK(macros.run(sam, world.name, "nonsense", opened.ticket.id.text(), {}).error().kind == FailureKind::NotFound);
  CHECK(macros.list(world.stranger(), world.name).error().kind == FailureKind::NotFound);
}
