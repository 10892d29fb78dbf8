// Ready-made arrangements: who has the day, who the night, who security, tools, projects, advice. Each is a set of
// layers over one base text, so that any of them may be mixed with any other.
//
//   auto request = mix({"day-and-night", "compliance-overlay"});   // or what is wrong with the names
//   request->client = "Harbor Credit Union";
//   const std::string text = compose(*request);                    // an agreement that checks clean
//
// Pure: the same request gives the same text.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/zone.h"
#include "draft/cast.h"

namespace tandem::draft {

struct Arrangement {
  std::string name;   // "day-and-night"
  std::string title;  // "Day team, nights, security"
  std::string about;  // one or two sentences
  std::vector<std::string> layers;
};
[[nodiscard]] std::span<const Arrangement> arrangements();

// What `--country` stands for.
struct Country {
  std::string code;  // ISO 3166-1, small letters
  std::string name;
  std::string holidays;   // a set of calendar/holidays.h
  std::string time_zone;  // of most people there
  std::string currency;   // ISO 4217
};
[[nodiscard]] std::span<const Country> countries();
[[nodiscard]] const Country* find_country(std::string_view code);

// What the provider may have to ask for before doing it, as a kind of decision.
struct Permission {
  std::string name;    // "firewall-change"
  std::string words;   // "open anything to the internet"
  std::string within;  // how long the answer may take
  bool usual = false;  // asked for in a draft that nobody was asked about
};
[[nodiscard]] std::span<const Permission> permissions();

// A criterion for the end of the trial: `{measure: respond-on-time, at_least: 90 %}`.
struct ExitLine {
  std::string measure;
  std::string bound;  // "at_least: 90 %"
};

struct DraftRequest {
  std::vector<std::string> layers;
  std::string about;  // what the arrangement is, in sentences
  std::string client = "Our company";
  std::string provider = "Our provider";
  std::string time_zone = "America/New_York";
  std::string holidays = "us-federal";  // empty: none
  std::string currency = "USD";
  std::string office_days = "mon-fri";  // as calendars have them
  // REQUIRES: windows in the order of the day without overlap, together at most 23 hours.
  std::vector<std::string> office_windows = {"08:00-17:30"};
  calendar::Date effective{};  // REQUIRES: set
  int trial_months = 3;
  Cast cast = invented_cast();
  std::vector<Permission> ask_first;          // of the client's IT lead
  std::vector<ExitLine> exit;                 // of the trial; empty: the usual ones
  std::vector<std::string> cost;              // lines of the section; empty: an example in a comment
  std::map<std::string, std::string> values;  // in the place of what layers/variables.yaml has
};

// The layers of the named arrangements and what they say of themselves. The error is a sentence that names what is
// there. REQUIRES: at least one name.
[[nodiscard]] std::expected<DraftRequest, std::string> mix(std::span<const std::string> names);

// The text. REQUIRES: every group of the cast has somebody; layers that do not provide the same need.
[[nodiscard]] std::string compose(const DraftRequest& request);

}  // namespace tandem::draft
