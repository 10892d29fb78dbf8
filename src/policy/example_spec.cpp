#include "policy/example_spec.h"

#include "calendar/holidays.h"

namespace tandem::policy {
namespace {

// Writes the example down by name; every part gets a line of its own in agreement.yaml.
class Example {
 public:
  Spec take() {
    spec_.engagement = "harbor-cu";
    spec_.name = "Harbor Credit Union and Northbeam IT";
    spec_.time_zone = "America/New_York";
    parties();
    calendars();
    people();
    teams();
    spec_.sites = {"main-street", "harbor-east"};
    spec_.departments = {"lending", "branches", "finance"};
    spec_.asset_classes = {"workstation", "teller-station", "server", "backup-set"};
    activities();
    routing();
    targets();
    governance();
    return std::move(spec_);
  }

 private:
  TextPlace next_line() { return {.file = "agreement.yaml", .line = ++line_}; }

  template <class Found, class Items, class Name>
  Found find(const Items& items, std::string_view name, Name name_of) {
    const auto found = std::ranges::find(items, name, name_of);
    return {static_cast<std::uint32_t>(found - items.begin())};
  }
  PersonIndex person(std::string_view name) { return find<PersonIndex>(spec_.people, name, &Person::name); }
  TeamIndex team(std::string_view name) { return find<TeamIndex>(spec_.teams, name, &Team::name); }
  CalendarIndex calendar(std::string_view name) {
    return find<CalendarIndex>(spec_.calendars, name, &NamedCalendar::name);
  }
  CategoryIndex category(std::string_view name) { return find<CategoryIndex>(spec_.categories, name, &Category::name); }

  void parties() {
    spec_.parties = {{.name = "harbor", .display = "Harbor Credit Union", .kind = PartyKind::Client, .at = next_line()},
                     {.name = "northbeam", .display = "Northbeam IT", .kind = PartyKind::Provider, .at = next_line()},
                     {.name = "corebank",
                      .display = "CoreBank Systems",
                      .kind = PartyKind::Vendor,
                      .handled_by = {1},  // luis
                      .at = next_line()}};
  }

  void calendars() {
    const calendar::Zone zone = *calendar::Zone::find("America/New_York");
    calendar::BusinessHours office{.zone = zone};
    for (std::size_t day = 0; day < 5; ++day) {
      office.windows[day] = {{base::hours(8), base::hours(17) + base::minutes(30)}};
    }
    office.windows[5] = {{base::hours(9), base::hours(12)}};
    office.holidays = {calendar::find_holiday_set("us-federal")};
    office.closed = {*calendar::parse_date("2026-12-24")};
    calendar::BusinessHours always{.zone = zone};
    always.windows.fill({{base::hours(0), base::hours(24)}});
    spec_.calendars.push_back({"office", *calendar::BusinessCalendar::make(office), next_line()});
    spec_.calendars.push_back({"always", *calendar::BusinessCalendar::make(always), next_line()});
  }

  void add_person(const char* name, const char* display, std::uint32_t party) {
    spec_.people.push_back({.name = name,
                            .display = display,
                            .email = fmt::format("{}@{}.example", name, spec_.parties[party].name),
                            .party = {party},
                            .at = next_line()});
  }

  void people() {
    add_person("dana", "Dana Whitfield", 0);
    add_person("luis", "Luis Ortega", 0);
    add_person("erin", "Erin Cole", 0);
    add_person("paul", "Paul Ames", 0);
    add_person("priya", "Priya Raman", 1);
    add_person("sam", "Sam Okafor", 1);
    add_person("mei", "Mei Tanaka", 1);
    add_person("otto", "Otto Lind", 1);
  }

  void add_team(const char* name, std::uint32_t party, std::vector<PersonIndex> members, const char* hours) {
    const TextPlace at = next_line();
    spec_.teams.push_back({.name = name,
                           .party = {party},
                           .lead = members.front(),
                           .members = members,
                           .hours = calendar(hours),
                           .hours_at = at,
                           .cover_at = at,
                           .at = at});
  }

  void teams() {
    add_team("harbor-it", 0, {person("dana"), person("luis")}, "office");
    add_team("desk", 1, {person("priya"), person("sam"), person("otto")}, "always");
    add_team("soc", 1, {person("mei"), person("otto")}, "always");
    spec_.teams[0].cover = {team("desk")};
  }

  ActivityIndex add_activity(const char* name, const char* responsible, const char* accountable, const char* deputy) {
    const TextPlace at = next_line();
    spec_.activities.push_back({.name = name,
                                .responsible = team(responsible),
                                .accountable = person(accountable),
                                .deputy = person(deputy),
                                .at = at,
                                .responsible_at = at,
                                .accountable_at = at,
                                .deputy_at = at});
    return {static_cast<std::uint32_t>(spec_.activities.size() - 1)};
  }

  void activities() {
    const auto routine = add_activity("help-desk.routine", "desk", "priya", "sam");
    const auto business = add_activity("help-desk.business-app", "harbor-it", "dana", "luis");
    const auto remediation = add_activity("endpoint-security.remediation", "soc", "mei", "otto");
    const auto backup = add_activity("backup.monitoring", "desk", "priya", "sam");
    for (const auto& [name, activity] :
         std::initializer_list<std::pair<const char*, ActivityIndex>>{{"password-reset", routine},
                                                                      {"workstation", routine},
                                                                      {"core-banking", business},
                                                                      {"malware", remediation},
                                                                      {"backup-failure", backup},
                                                                      {"other", routine}}) {
      spec_.categories.push_back({.name = name, .activity = activity, .at = next_line()});
    }
  }

  void routing() {
    spec_.rules = {{.name = "executives stay in house",
                    .requesters = {RequesterKind::Vip},
                    .hours = {{.calendar = calendar("office")}},
                    .to = team("harbor-it"),
                    .at = next_line()},
                   {.name = "overflow",
                    .categories = {category("core-banking")},
                    .load = Rule::Load{.team = team("harbor-it"), .open_per_person = 12},
                    .to = team("desk"),
                    .at = next_line()}};
  }

  void targets() {
    const auto always = calendar("always");
    const auto business = [](std::int64_t minutes) { return TargetTime{minutes, TargetTime::Unit::Business}; };
    spec_.targets = {{"critical", TargetTime{15}, TargetTime{4 * 60}, always, next_line()},
                     {"high", TargetTime{60}, TargetTime{8 * 60}, always, next_line()},
                     {"normal", business(4 * 60), business(3 * 570), calendar("office"), next_line()}};
    spec_.handoffs.accept_within = {base::minutes(5), std::nullopt, std::nullopt};
  }

  void governance() {
    using enum Term::Unit;
    Governance& governance = spec_.governance;
    governance.clock = calendar("office");
    governance.disputes = {.decide_within = {.count = 570, .unit = BusinessMinute, .text = "1 business day"},
                           .path = {{person("dana"), person("priya")}, {person("erin")}},
                           .at = next_line()};
    governance.decisions = {{.name = "architecture",
                             .big = true,
                             .by = person("dana"),
                             .with = {person("priya")},
                             .within = Term{.count = 10 * 570, .unit = BusinessMinute, .text = "10 business days"},
                             .deadlock = person("erin"),
                             .at = next_line()},
                            {.name = "risk-acceptance",
                             .big = true,
                             .by = person("erin"),
                             .with = {person("dana"), person("mei")},
                             .expires = Term{.count = 6, .unit = Month, .text = "6 months"},
                             .at = next_line()},
                            {.name = "restart-server", .at = next_line()}};
    governance.scenarios = {{.name = "ransomware",
                             .contain = Post{.team = team("soc")},
                             .communicate = Post{.person = person("dana")},
                             .recover = Post{.team = team("desk")},
                             .decide = {{.what = "pay", .who = person("erin")}},
                             .updates = base::minutes(30),
                             .at = next_line()}};
    const base::Instant new_year = *base::parse_rfc3339("2027-01-01T00:00:00-05:00");
    governance.freezes = {{.name = "year end",
                           .during = {new_year - base::hours(4 * 24), new_year + base::hours(3 * 24)},
                           .except = {{2}},
                           .at = next_line()}};
    governance.confidential = {{.name = "investigation", .read = {person("dana"), person("erin")}, .at = next_line()}};
    governance.critical_news = Audience{.teams = {team("harbor-it"), team("desk")}, .people = {person("erin")}};
  }

  Spec spec_;
  std::uint32_t line_ = 0;
};

}  // namespace

Spec example_spec() {
  return Example().take();
}

}  // namespace tandem::policy
