// The durable form of the life of an agreement: one golden line for every kind, and what is refused.
#include "record/agreement_record.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <vector>

namespace tandem::record {
namespace {

std::vector<std::string> stored_lines() {
  std::ifstream file(TANDEM_ROOT "/src/record/testdata/agreement_events_v1.jsonl");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("records written before are read, and written again byte for byte") {
  const auto lines = stored_lines();
  std::set<std::size_t> kinds;
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto event = decode_agreement_event(line);
    REQUIRE_MESSAGE(event.has_value(), (event ? std::string() : event.error().message));
    kinds.insert(event->data.index());
    CHECK(encode(*event) == line);
  }
  CHECK(kinds.size() == std::variant_size_v<desk::AgreementEventData>);
}

TEST_CASE("a record that was touched is refused by the name of what is wrong") {
  const std::string whole = stored_lines().at(5);
  const auto touched = [&](std::string_view what, std::string_view by) {
    std::string text = whole;
    text.replace(text.find(what), what.size(), by);
    const auto event = decode_agreement_event(text);
    REQUIRE_FALSE(event);
    return event.error();
  };
  CHECK(touched("1,\"party\":", "1,\"partx\":").message.contains("`party` is missing"));
  CHECK(touched("agreement-signed", "agreement-sealed").code == base::ErrorCode::Unsupported);
  CHECK(touched("\"v\":1", "\"v\":2").code == base::ErrorCode::Unsupported);
  CHECK(touched("\"proposal\":1", "\"proposal\":01").code == base::ErrorCode::Corrupt);
}

}  // namespace
}  // namespace tandem::record
