#include "record/event_record.h"

#include <doctest/doctest.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "base/check.h"
#include "json/json.h"
#include "record/random_event.h"

using namespace tandem;
using record::decode;
using record::encode;

namespace {

constexpr std::string_view kResolved =
    R"({"v":1,"at":"2026-10-05T14:00:00Z","actor":{"kind":"system"},"kind":"ticket-resolved","note":"new cable"})";

std::string with(std::string_view from, std::string_view to) {
  std::string text(kResolved);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// The error with which the text is refused: its code's letter and message.
std::string refusal(std::string_view text) {
  const auto event = decode(text);
  REQUIRE_FALSE(event.has_value());
  return (event.error().code == base::ErrorCode::Unsupported ? "unsupported: " : "corrupt: ") + event.error().message;
}

}  // namespace

TEST_CASE("an event reads back as it was written, whatever its text") {
  record::RandomEvents random(1);
  for (int i = 0; i < 20'000; ++i) {
    const desk::Event event = random.next();
    const std::string text = encode(event);
    const auto back = decode(text);
    REQUIRE_MESSAGE(back.has_value(), text);
    REQUIRE(*back == event);
  }
}

TEST_CASE("equal events have equal bytes, which any JSON reader understands") {
  record::RandomEvents one(2);
  record::RandomEvents other(2);
  for (int i = 0; i < 2'000; ++i) {
    const desk::Event event = one.next();
    const std::string text = encode(event);
    REQUIRE(encode(other.next()) == text);
    const auto value = json::parse(text);
    REQUIRE(value.has_value());
    REQUIRE(value->at("kind").as_string() == desk::name_of(event.data));
    if (const auto* resolved = std::get_if<desk::TicketResolved>(&event.data)) {
      const auto* note = value->as_object().if_contains("note");
      REQUIRE((note != nullptr ? std::string(note->as_string()) : std::string()) == resolved->note);
    }
  }
}

TEST_CASE("a touched record is noticed or is exactly another record: no crash, no guess") {
  record::RandomEvents random(3);
  std::size_t noticed = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text = encode(random.next());
    for (std::uint32_t n = 1 + random.below(2); n > 0; --n) {
      const auto at = random.below(text.size());
      switch (random.below(5)) {
        case 0: text[at] = static_cast<char>(random.below(256)); break;
        case 1: text.erase(at, 1 + random.below(8)); break;
        case 2: text.insert(at, 1, "\"\\{}[],:0 n"[random.below(11)]); break;
        case 3: {
          const auto from = random.below(text.size());
          text.insert(at, text.substr(from, random.below(20)));
          break;
        }
        case 4: std::swap(text[at], text[random.below(text.size())]); break;
      }
    }
    const auto event = decode(text);
    if (event) {
      REQUIRE(encode(*event) == text);
    } else {
      ++noticed;
      REQUIRE((event.error().code == base::ErrorCode::Corrupt || event.error().code == base::ErrorCode::Unsupported));
      REQUIRE(event.error().message.starts_with("the event's "));
    }
  }
  CHECK(noticed > 30'000);
}

TEST_CASE("a record cut short is corrupt at every length") {
  record::RandomEvents random(4);
  for (std::size_t kind = 0; kind < record::RandomEvents::kKinds; ++kind) {
    const std::string text = encode(random.of_kind(kind));
    for (std::size_t length = 0; length < text.size(); ++length) {
      const auto event = decode(std::string_view(text).substr(0, length));
      REQUIRE_FALSE(event.has_value());
    }
  }
}

TEST_CASE("what is wrong is named with its member") {
  CHECK(decode(kResolved).has_value());
  CHECK(refusal("") == "corrupt: the event's record is not an object (at byte 0)");
  CHECK(refusal(with(R"("at":"2026-10-05T14:00:00Z",)", "")) == "corrupt: the event's `at` is missing (at byte 6)");
  CHECK(refusal(with("14:00:00Z", "14:00:00+00:00")).starts_with("corrupt: the event's `at` is not a time in UTC"));
  CHECK(refusal(with("14:00:00Z", "14:00:00.000Z")).starts_with("corrupt: the event's `at` is not a time in UTC"));
  CHECK(refusal(with("14:00:00Z", "24:00:00Z")).starts_with("corrupt: the event's `at` is not a time in UTC"));
  CHECK(refusal(with(R"({"kind":"system"})", R"({"kind":"system","email":7})"))
            .starts_with("corrupt: the event's `actor.email` is not a text"));
  CHECK(refusal(with(R"("new cable")", R"("")"))
            .starts_with("corrupt: the event's `note` is written although it is empty"));
  CHECK(refusal(with("new cable", "new\\/cable")).starts_with("corrupt: the event's `note` holds an escape"));
  CHECK(refusal(with("new cable", "new\\u0041")).starts_with("corrupt: the event's `note` holds an escape"));
  CHECK(refusal(with("new cable\"}", "new cable\"} "))
            .starts_with("corrupt: the event's record is followed by something"));
  CHECK(refusal(with("new cable", "new \xff")).starts_with("corrupt: the event's record is not UTF-8 (at byte"));
  CHECK(refusal(with(R"("v":1)", R"("v":01)")).starts_with("corrupt: the event's `v` is not a whole number"));
  CHECK(refusal(with(R"("v":1)", R"("v":0)")).starts_with("corrupt: the event's `v` is 0: there is no such version"));
  CHECK(refusal(with(R"("v":1)", R"("v":99999999999)")).starts_with("corrupt: the event's `v` is a number too large"));
}

TEST_CASE("what a newer Tandem wrote is unsupported, not corrupt") {
  CHECK(refusal(with(R"("v":1)", R"("v":2)"))
            .starts_with("unsupported: the event's `v` is 2: it was made by a newer Tandem"));
  CHECK(refusal(with("ticket-resolved", "ticket-burnt"))
            .starts_with("unsupported: the event's `kind` is `ticket-burnt`"));
  CHECK(refusal(with(R"("kind":"system")", R"("kind":"robot")"))
            .starts_with("unsupported: the event's `actor.kind` is `robot`"));
  CHECK(refusal(with(R"("new cable")", R"("new cable","code":7)"))
            .starts_with("unsupported: the event's record has a member `code` that this version does not know there"));
}

TEST_CASE("a mistake inside a list is named with its place") {
  desk::Ownership ownership{.owner = {},
                            .accountable = desk::PersonName("mei"),
                            .activity = desk::ActivityName("a"),
                            .agreement_version = 1,
                            .gap = false,
                            .reasons = {{"taken", "a", "", 0}, {"taken", "b", "f", 7}}};
  std::string text =
      encode({.at = {}, .actor = {}, .data = desk::OwnerAssigned{desk::AssignmentCause::Taken, ownership}});
  text.replace(text.find(":7}"), 2, ":-7");
  CHECK(refusal(text).starts_with("corrupt: the event's `reasons[1].line` is not a whole number"));
}

TEST_CASE("text that is not UTF-8 is never written") {
  desk::Event event{.at = {}, .actor = {}, .data = desk::TicketResolved{"\xff"}};
  CHECK_THROWS_AS((void)encode(event), base::InternalError);
}
