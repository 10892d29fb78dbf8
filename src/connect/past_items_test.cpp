#include "connect/past_items.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace tandem;
using namespace tandem::connect;

namespace {

class File {
 public:
  explicit File(std::string_view text) {
    std::string pattern = (std::filesystem::temp_directory_path() / "tandem-past-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::ofstream(path(), std::ios::binary) << text;
  }
  ~File() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "past.csv"; }

 private:
  std::filesystem::path folder_;
};

calendar::Zone berlin() {
  return *calendar::Zone::find("Europe/Berlin");
}

base::Result<PastItems> read(std::string_view text) {
  const File file(text);
  return read_past_items(file.path(), berlin());
}

}  // namespace

TEST_CASE("an export is read by the names of its columns, in any order") {
  const auto past = read(
      "ticket,category,opened,requester,source,priority,site,department,asset_class\n"
      "1,Category 26,2026-03-02 10:00,vip,alert,3 - Moderate,Harbor East,Lending,Server\n"
      "2,,2026-03-02T10:00:00Z,,,,,,\n");
  REQUIRE(past);
  REQUIRE(past->items.size() == 2);
  const policy::PastWork& first = past->items[0];
  CHECK(base::to_rfc3339(first.opened) == "2026-03-02T09:00:00Z");
  CHECK(first.category.spelt == "category-26");
  CHECK(first.priority.spelt == "moderate");
  CHECK(first.site.spelt == "harbor-east");
  CHECK(first.department.spelt == "lending");
  CHECK(first.asset_class.spelt == "server");
  CHECK(first.requester == policy::RequesterKind::Vip);
  CHECK(first.source == policy::WorkSource::Alert);
  CHECK(base::to_rfc3339(past->items[1].opened) == "2026-03-02T10:00:00Z");
  CHECK(first.category.written == "Category 26");
  CHECK(past->items[1].category == policy::PastWord{});
  CHECK(past->left_out == 0);
}

TEST_CASE("a row that cannot be read is told with its line and left out") {
  const auto past = read(
      "opened,requester,source\n"
      "yesterday,,\n"
      "2026-03-02 10:00,boss,\n"
      "2026-03-02 10:00,,fax\n"
      "2026-03-02 10:00\n"
      "2026-03-02 10:00,standard,portal\n");
  REQUIRE(past);
  CHECK(past->items.size() == 1);
  CHECK(past->left_out == 4);
  REQUIRE(past->problems.size() == 4);
  CHECK(past->problems[0].line == 2);
  CHECK(past->problems[0].message == "`yesterday` is not a time: write 2026-10-05 14:30 or 2026-10-05T14:30:00Z");
  CHECK(past->problems[1].message == "a requester is standard or vip, not `boss`");
  CHECK(past->problems[2].message == "a source is portal, email, api, alert or duty, not `fax`");
  CHECK(past->problems[3].line == 5);
}

TEST_CASE("a file that is no history says what one looks like") {
  const auto other = read("a,b\n1,2\n");
  REQUIRE_FALSE(other);
  CHECK(other.error().code == base::ErrorCode::BadInput);
  CHECK(other.error().message.find("nor a column `opened`") != std::string::npos);
  CHECK_FALSE(read(""));
  CHECK(read_past_items("/nowhere/past.csv", berlin()).error().code == base::ErrorCode::NotFound);
}

TEST_CASE("a ServiceNow log is known by its columns and gives each incident as it came") {
  const auto past = read(
      "number,incident_state,sys_mod_count,caller_id,opened_by,opened_at,sys_updated_by,sys_updated_at,contact_type,"
      "location,category,subcategory,u_symptom,impact,urgency,priority,assignment_group,assigned_to\n"
      "INC1,New,0,C 1,O 1,29/2/2016 01:16,U 1,29/2/2016 01:23,Email,Location 143,Category 55,S 1,Sy 1,2 - Medium,"
      "2 - Medium,3 - Moderate,Group 56,?\n"
      "INC1,Active,1,C 1,O 1,29/2/2016 01:16,U 1,29/2/2016 02:23,Phone,Location 143,Category 9,S 1,Sy 1,2 - Medium,"
      "2 - Medium,1 - Critical,Group 56,?\n");
  REQUIRE(past);
  REQUIRE(past->items.size() == 1);
  CHECK(past->items[0].category.spelt == "category-55");
  CHECK(past->items[0].priority.spelt == "moderate");
  CHECK(past->items[0].site.spelt == "location-143");
  CHECK(past->items[0].source == policy::WorkSource::Email);
  CHECK(base::to_rfc3339(past->items[0].opened) == "2016-02-29T00:16:00Z");
}
