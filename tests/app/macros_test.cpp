#include "app/macros.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("placeholders are filled in once, and other braces stay") {
  const PlaceholderValues values{.requester = "Ann {number}", .number = "HCU-12", .owner = "Sam Okafor"};
  CHECK(fill_in("Dear {requester}, {number} is with {owner}.", values) ==
        "Dear Ann {number}, HCU-12 is with Sam Okafor.");
  CHECK(fill_in("{ requester} {requester {} {{number}} {Number} {", values) ==
        "{ requester} {requester {} {HCU-12} {Number} {");
  CHECK(fill_in("", values).empty());
}

TEST_CASE("a word in braces that is no placeholder is named") {
  CHECK_FALSE(unknown_placeholder("Dear {requester}, {number} {owner} { x } {} {A} {").has_value());
  CHECK(unknown_placeholder("Dear {customer}") == "customer");
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
