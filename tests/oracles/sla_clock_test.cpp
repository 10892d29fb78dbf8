// Answers of others: the clocks of a published help desk. It has three (first answer, each further answer, the end);
// they are put together here from the desk's one stopwatch.
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "desk/clock.h"
#include "json/json.h"
#include "oracles/oracle_file.h"

using namespace tandem;
using base::Instant;
using desk::Clock;
using desk::Measure;
using oracles::oracle;

namespace {

base::Duration time_of_day(const json::Value& text) {
  const std::string_view digits = text.as_string();
  const auto two = [&](std::size_t i) { return (digits[i] - '0') * 10 + (digits[i + 1] - '0'); };
  return base::hours(two(0)) + base::minutes(two(3));
}

calendar::BusinessCalendar calendar_of(const json::Object& described) {
  calendar::BusinessHours hours{.zone = *calendar::Zone::find(std::string_view(described.at("tz").as_string())),
                                .windows = {},
                                .closed = {},
                                .holidays = {}};
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (const auto& [day, windows] : described.at("weekly").as_object()) {
    const auto number = std::ranges::find(kDays, std::string_view(day)) - kDays.begin();
    for (const json::Value& window : windows.as_array()) {
      hours.windows[static_cast<std::size_t>(number)].push_back(
          {time_of_day(window.as_array().at(0)), time_of_day(window.as_array().at(1))});
    }
  }
  return *calendar::BusinessCalendar::make(std::move(hours));
}

struct Happening {
  Instant at;
  std::string what;
};

std::vector<Happening> happenings(const json::Object& one) {
  std::vector<Happening> all;
  for (const json::Value& each : one.at("events").as_array()) {
    all.push_back({*base::parse_rfc3339(std::string_view(each.at("t").as_string())),
                   std::string(std::string_view(each.at("e").as_string()))});
  }
  std::ranges::stable_sort(all, {}, &Happening::at);
  return all;
}

// One promise over the course of a ticket: it may be owed several times, and the worst time is kept.
class Promised {
 public:
  Promised(std::int64_t minutes, Measure measure) : goal_(base::minutes(minutes)), measure_(measure) {}

  void owe(Instant since) {
    if (!owed_) owed_ = since;
  }
  // What is owed was done at the instant; nothing when nothing was owed.
  void keep(Instant at) {
    if (!owed_) return;
    Clock clock({.goal = goal_, .at = *owed_});
    clock.run(measure_, *owed_, at);
    if (!worst_ || clock.elapsed() > worst_->elapsed()) worst_ = clock;
    owed_.reset();
  }
  void waive() { owed_.reset(); }

  [[nodiscard]] std::optional<Instant> due() const {
    return owed_ ? Clock({.goal = goal_, .at = *owed_}).due(measure_, *owed_) : std::nullopt;
  }
  [[nodiscard]] const std::optional<Clock>& worst() const { return worst_; }

 private:
  base::Duration goal_;
  Measure measure_;
  std::optional<Instant> owed_;
  std::optional<Clock> worst_;
};

struct Promises {
  Promised first_response, update, solution;

  void take(const Happening& happening) {
    if (happening.what == "created") {
      first_response.owe(happening.at);
      solution.owe(happening.at);
    } else if (happening.what == "customer_message") {
      update.owe(happening.at);
    } else if (happening.what == "agent_message") {
      update.keep(happening.at);
    } else if (happening.what == "first_response_mark") {
      first_response.keep(happening.at);
    } else if (happening.what == "closed") {
      solution.keep(happening.at);
      first_response.waive();
      update.waive();
    } else if (happening.what == "sla_no_longer_matches") {
      for (Promised* each : {&first_response, &update, &solution}) each->waive();
    } else {
      FAIL("the case knows an event that the test does not: " << happening.what);
    }
  }

  [[nodiscard]] const Promised& named(std::string_view name) const {
    return name == "first_response" ? first_response : name == "update" ? update : solution;
  }
  [[nodiscard]] std::optional<Instant> next_escalation() const {
    std::optional<Instant> next;
    for (const Promised* each : {&first_response, &update, &solution}) {
      if (const auto due = each->due(); due && (!next || *due < *next)) next = due;
    }
    return next;
  }
};

std::optional<Instant> instant_or_none(const json::Value& value) {
  return value.is_null() ? std::nullopt : base::parse_rfc3339(std::string_view(value.as_string()));
}

// How many of the case's expectations were held against the promises.
std::size_t check(const json::Object& expected, const Promises& promises) {
  std::size_t checked = 0;
  for (const auto& [key, value] : expected) {
    std::string_view name = key;
    CAPTURE(name);
    ++checked;
    if (name == "next_escalation") {
      CHECK(promises.next_escalation() == instant_or_none(value));
    } else if (name.ends_with("_due")) {
      name.remove_suffix(4);
      CHECK(promises.named(name).due() == instant_or_none(value));
    } else {
      const bool left = name.ends_with("_left_min");
      name.remove_suffix(std::string_view(left ? "_left_min" : "_min").size());
      const auto& worst = promises.named(name).worst();
      REQUIRE(worst.has_value());
      CHECK((left ? worst->remaining() : worst->elapsed()) == base::minutes(value.to_number<std::int64_t>()));
    }
  }
  return checked;
}

}  // namespace

TEST_CASE("clocks of a ticket are those of a published help desk") {
  const auto data = oracle("time/sla_clock_cases.json");
  if (!data) return;
  std::map<std::string, calendar::BusinessCalendar> calendars;
  for (const auto& [name, described] : data->at("calendars").as_object())
    calendars.emplace(std::string(name), calendar_of(described.as_object()));
  std::size_t asked = 0;
  for (const json::Value& each : data->at("cases").as_array()) {
    const json::Object& one = each.as_object();
    const std::string id(std::string_view(one.at("id").as_string()));
    CAPTURE(id);
    const Measure measure(calendars.at(std::string(std::string_view(one.at("calendar").as_string()))));
    const json::Object& goals = one.at("targets_min").as_object();
    const auto promised = [&](const char* name) { return Promised(goals.at(name).to_number<std::int64_t>(), measure); };
    Promises promises{promised("first_response"), promised("update"), promised("solution")};
    for (const Happening& happening : happenings(one)) promises.take(happening);
    if (check(one.at("expected").as_object(), promises) > 0) ++asked;
  }
  CHECK(asked == data->at("cases").as_array().size());
  CHECK(asked >= 12);
}
