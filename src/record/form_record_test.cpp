// Forms of the catalogue as text.
#include "record/form_record.h"

#include <doctest/doctest.h>

namespace tandem::record {
namespace {

desk::RequestForm starter() {
  return {.id = desk::FormId(base::IdBits{.high = 1, .low = 2}),
          .title = "New \"starter\"",
          .description = "for HR",
          .category = desk::CategoryName("workstation"),
          .priority = desk::PriorityName("high"),
          .asked_by = desk::AskedBy::Teams,
          .offered = false,
          .subject = "New starter: {name}",
          .fields = {{.name = "name", .label = "Name", .kind = desk::FieldKind::Text, .required = true},
                     {.name = "device",
                      .label = "Device",
                      .kind = desk::FieldKind::Choice,
                      .choices = {"laptop", "tablet"},
                      .hint = "one"}},
          .steps = {{.title = "Mailbox", .category = desk::CategoryName("other"), .counts_from = "start", .days = -3},
                    {.title = "Badge", .text = "red", .category = desk::CategoryName("other"), .days = 2}}};
}

TEST_CASE("a form reads as it was written") {
  const std::string text = encode(starter());
  CHECK(
      text ==
      R"({"id":"0000000000000g000000000002","title":"New \"starter\"","description":"for HR","category":"workstation",)"
      R"("priority":"high","asked_by":"teams","offered":false,"subject":"New starter: {name}","fields":[{"name":"name",)"
      R"("label":"Name","kind":"text","required":true},{"name":"device","label":"Device","kind":"choice","choices":)"
      R"(["laptop","tablet"],"hint":"one"}],"steps":[{"title":"Mailbox","category":"other","counts_from":"start",)"
      R"("days":-3},{"title":"Badge","text":"red","category":"other","days":2}]})");
  const auto form = decode_form(text);
  REQUIRE(form.has_value());
  CHECK(*form == starter());
}

TEST_CASE("a form that is offered and one with nothing but what it needs read so as well") {
  desk::RequestForm bare;
  bare.title = "Anything";
  bare.category = desk::CategoryName("other");
  const auto read = decode_form(encode(bare));
  REQUIRE(read.has_value());
  CHECK(*read == bare);
  CHECK(read->offered);
}

TEST_CASE("what is not as it is written is refused with the member's name") {
  const auto refused = [](std::string_view from, std::string_view to) {
    std::string text = encode(starter());
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto form = decode_form(text);
    return form ? std::string() : form.error().message;
  };
  CHECK(refused("-3", "-0").contains("days"));
  CHECK(refused("-3", "--3").contains("days"));
  CHECK(refused("-3", "-9999999999").contains("days"));
  CHECK(refused("\"choice\"", "\"colour\"").contains("kind"));
  CHECK(refused("\"title\":\"New", "\"name\":\"New").contains("title"));
  CHECK_FALSE(decode_form("").has_value());
  CHECK_FALSE(decode_form("{}").has_value());
  CHECK_FALSE(decode_form("\xff").has_value());
}

}  // namespace
}  // namespace tandem::record
