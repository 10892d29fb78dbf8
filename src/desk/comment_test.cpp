#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

namespace {

AddComment says(Visibility visibility, std::string_view team = {}) {
  return {.visibility = visibility, .team = TeamName(team), .text = "seen it"};
}

}  // namespace

TEST_CASE("comments are numbered and change no state") {
  Scene scene("workstation");
  CHECK(scene.does(person("sam"), says(Visibility::Requester)) == std::nullopt);
  CHECK(scene.does(person("dana"), says(Visibility::Both)) == std::nullopt);
  REQUIRE(scene.ticket.comments.size() == 2);
  CHECK(scene.ticket.comments[1].number == 2);
  CHECK(scene.ticket.comments[1].author == person("dana"));
  CHECK(scene.ticket.state == State::New);
}

TEST_CASE(
    "a team note belongs to the named team, else to the writer's team that owns the ticket, else to their first") {
  Scene scene("malware");
  CHECK(scene.does(person("otto"), says(Visibility::Team, "helpdesk")) == std::nullopt);
  CHECK(scene.ticket.comments.back().team == TeamName("helpdesk"));
  CHECK(scene.does(person("otto"), says(Visibility::Team)) == std::nullopt);
  CHECK(scene.ticket.comments.back().team == TeamName("soc"));
  CHECK(scene.does(person("luis"), says(Visibility::Team)) == std::nullopt);
  CHECK(scene.ticket.comments.back().team == TeamName("harbor-it"));
  CHECK(scene.does(person("dana"), says(Visibility::Both, "soc")) == std::nullopt);
  CHECK(scene.ticket.comments.back().team.empty());
}

TEST_CASE("nobody writes notes for a team that is not theirs") {
  Scene scene("malware");
  CHECK(scene.does(person("dana"), says(Visibility::Team, "soc")) == RefusalKind::NotAMember);
  CHECK(scene.field == "team");
  CHECK(scene.does(person("dana"), says(Visibility::Team, "moon")) == RefusalKind::UnknownTeam);
  CHECK(scene.does(person("tess"), says(Visibility::Team)) == RefusalKind::NotAMember);
  CHECK(scene.field == "visibility");
  CHECK(scene.does(person("tess"), says(Visibility::Both)) == std::nullopt);
}

TEST_CASE("the requester comments where they can read it; other requesters and vendors do not") {
  Scene scene("malware");
  CHECK(scene.does(requester("Ann@Harbor.Example"), says(Visibility::Requester)) == std::nullopt);
  CHECK(scene.does(requester("ann@harbor.example"), says(Visibility::Both)) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), says(Visibility::Team)) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("bob@harbor.example"), says(Visibility::Requester)) == RefusalKind::NotAMember);
  CHECK(scene.does(requester(""), says(Visibility::Requester)) == RefusalKind::NotAMember);
  CHECK(scene.does(person("vic"), says(Visibility::Requester)) == RefusalKind::NotAMember);
}

TEST_CASE("a comment has text, and a closed ticket takes none") {
  Scene scene("malware");
  CHECK(scene.does(person("mei"), AddComment{.visibility = Visibility::Both, .team = {}, .text = " \n"}) ==
        RefusalKind::EmptyText);
  CHECK(scene.does(person("mei"), Resolve{}) == std::nullopt);
  CHECK(scene.does(person("mei"), says(Visibility::Both)) == std::nullopt);
  CHECK(scene.does(person("mei"), Close{}) == std::nullopt);
  CHECK(scene.does(person("mei"), says(Visibility::Both)) == RefusalKind::NotOpen);
  CHECK(scene.said == "the ticket is closed: reopen it first");
}

TEST_CASE("a comment calls people by their names in the agreement, each once") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"),
                     AddComment{Visibility::Both, {}, "@dana, see @nora-- and @dana; not ann@mei or @you"}) ==
          std::nullopt);
  CHECK(std::get<CommentAdded>(scene.latest.front().data).mentions ==
        std::vector{PersonName("dana"), PersonName("nora")});
}

TEST_CASE("a mention of somebody who cannot read the note is refused in words") {
  Scene scene("workstation");
  CHECK(scene.does(person("sam"), AddComment{Visibility::Team, TeamName("helpdesk"), "@dana?"}) ==
        RefusalKind::NotAReader);
  CHECK(scene.said ==
        "you mention `dana`, who cannot read a note of `helpdesk` of Northbeam IT: write it for both teams");
  CHECK(scene.field == "text");
  CHECK(scene.does(person("sam"), AddComment{Visibility::Team, TeamName("helpdesk"), "@otto?"}) == std::nullopt);
  CHECK(scene.does(person("sam"), AddComment{Visibility::Both, {}, "@vic?"}) == RefusalKind::NotAReader);
  // Who is no person of the agreement calls nobody.
  REQUIRE(scene.does(requester("ann@harbor.example"), AddComment{Visibility::Requester, {}, "@vic @dana"}) ==
          std::nullopt);
  CHECK(std::get<CommentAdded>(scene.latest.front().data).mentions.empty());
}
