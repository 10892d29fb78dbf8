#include "connect/servicenow_log.h"

#include "connect/csv.h"

namespace tandem::connect {
namespace {

constexpr std::uint64_t kRowsBetweenProgress = 4096;

enum Column : std::size_t {
  Number,
  State,
  ModCount,
  OpenedAt,
  UpdatedAt,
  Category,
  Priority,
  Group,
  AssignedTo,
  Subcategory,
  Symptom,
  Location,
  UpdatedBy,
  Caller,
  ContactType,
  Impact,
  Urgency,
};
constexpr std::size_t kRequired = AssignedTo + 1;  // the columns up to there must be in the file, the others may be
constexpr std::size_t kColumns = Urgency + 1;
constexpr std::array<std::string_view, kColumns> kColumnNames{
    "number",         "incident_state",   "sys_mod_count", "opened_at",   "sys_updated_at", "category",
    "priority",       "assignment_group", "assigned_to",   "subcategory", "u_symptom",      "location",
    "sys_updated_by", "caller_id",        "contact_type",  "impact",      "urgency"};

constexpr std::array<std::pair<std::string_view, LogState>, 9> kStates{
    {{"New", LogState::New},
     {"Active", LogState::Active},
     {"Awaiting User Info", LogState::AwaitingUserInfo},
     {"Awaiting Vendor", LogState::AwaitingVendor},
     {"Awaiting Problem", LogState::AwaitingProblem},
     {"Awaiting Evidence", LogState::AwaitingEvidence},
     {"Resolved", LogState::Resolved},
     {"Closed", LogState::Closed},
     {"-100", LogState::Unknown}}};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::string_view known(std::string_view text) {
  text = trimmed(text);
  return text == "?" ? std::string_view() : text;
}

// Takes up to `most` digits from the front of the text.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t n = 0;
  int value = 0;
  while (n < text.size() && n < most && text[n] >= '0' && text[n] <= '9') value = value * 10 + (text[n++] - '0');
  if (n == 0) return std::nullopt;
  text.remove_prefix(n);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// Where each column stands in a row of this file.
class Header {
 public:
  static base::Result<Header> read(std::span<const std::string_view> names) {
    Header header;
    std::string missing;
    for (std::size_t column = 0; column < kColumns; ++column) {
      const auto wanted = kColumnNames[column];
      const auto found = std::ranges::find(names, wanted, trimmed);
      if (found == names.end()) {
        if (column < kRequired) missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", wanted);
        continue;
      }
      header.place_[column] = static_cast<std::size_t>(found - names.begin());
      if (std::find_if(found + 1, names.end(), [&](auto name) { return trimmed(name) == wanted; }) != names.end()) {
        return base::fail(base::ErrorCode::BadInput, fmt::format("line 1: the column `{}` is there twice", wanted));
      }
    }
    if (missing.empty()) return header;
    const bool semicolons = names.size() == 1 && names.front().contains(';');
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("line 1: the header of a ServiceNow incident log lacks {}{}", missing,
                                  semicolons ? " (its fields are separated by `;`: commas are expected)" : ""));
  }

  std::string_view text(std::span<const std::string_view> fields, Column column) const {
    const std::size_t place = place_[column];
    return place < fields.size() ? known(fields[place]) : std::string_view();
  }

 private:
  Header() { place_.fill(std::string_view::npos); }
  std::array<std::size_t, kColumns> place_{};
};

class Reader {
 public:
  Reader(const calendar::Zone& zone, Header header) : zone_(&zone), header_(header) {}

  void good(std::uint64_t line, std::span<const std::string_view> fields) {
    ++log_.rows;
    const auto number = header_.text(fields, Number);
    if (number.empty()) return stray(line, number, "`number` is unknown: the row belongs to no incident");
    pass(number);
    LogRow row;
    row.line = line;
    auto problem = fill(row, fields);
    if (!problem.empty()) return reject(line, number, std::move(problem));
    rows_of_[word(number)].push_back(row);
  }

  // The CSV itself was broken there; the number may still be readable, or be cut or garbled like the rest.
  void bad(std::uint64_t line, std::span<const std::string_view> fields, std::string problem) {
    ++log_.rows;
    stray(line, header_.text(fields, Number), std::move(problem));
  }

  ServiceNowLog finish() && {
    for (const Stray& stray : strays_) {
      if (rows_of_.contains(stray.number)) continue;  // as it says itself
      for (const auto number : {stray.before, stray.after}) {
        if (!number.empty()) log_.left_out.emplace(number);
      }
    }
    log_.incidents.reserve(rows_of_.size());
    for (auto& [number, rows] : rows_of_) {
      if (log_.left_out.contains(number)) continue;
      std::ranges::sort(rows, {}, [](const LogRow& row) { return std::tuple(row.at, row.mod_count, row.line); });
      log_.incidents.push_back({.number = number, .rows = std::move(rows)});
    }
    std::ranges::sort(log_.incidents, {},
                      [](const LogIncident& i) { return std::tuple(i.rows.front().opened_at, i.number); });
    return std::move(log_);
  }

 private:
  // A row that cannot be trusted to tell its incident. The rows of an incident stand together in an export, so it may
  // be one of the nearest row above or below.
  struct Stray {
    std::string_view number;  // what could be read of it
    std::string_view before, after;
    bool operator==(const Stray&) const = default;
  };

  void stray(std::uint64_t line, std::string_view number, std::string problem) {
    const Stray stray{.number = word(number), .before = last_, .after = {}};
    if (strays_.empty() || strays_.back() != stray) strays_.push_back(stray);  // a long run of them is one
    reject(line, number, std::move(problem));
  }

  // A row of a certain incident.
  void pass(std::string_view number) {
    last_ = word(number);
    for (; strays_below_ < strays_.size(); ++strays_below_) strays_[strays_below_].after = last_;
  }

  void reject(std::uint64_t line, std::string_view number, std::string problem) {
    ++log_.bad_rows;
    if (!number.empty()) log_.left_out.emplace(number);
    if (log_.problems.size() < ServiceNowLog::kProblemsKept) log_.problems.push_back({line, std::move(problem)});
  }

  // The log's own copy of a text; most are there thousands of times.
  std::string_view word(std::string_view text) {
    if (text.empty()) return {};
    const auto found = places_.find(text);
    if (found != places_.end()) return *found;
    const std::string_view kept = *log_.words.emplace(text).first;
    places_.insert(kept);
    return kept;
  }

  std::string fill(LogRow& row, std::span<const std::string_view> fields) {
    const auto state = header_.text(fields, State);
    const auto known_state = std::ranges::find(kStates, state, &std::pair<std::string_view, LogState>::first);
    if (known_state == kStates.end()) return wrong(State, state, "is no state of an incident");
    row.state = known_state->second;
    const auto count = header_.text(fields, ModCount);
    const auto [end, status] = std::from_chars(count.data(), count.data() + count.size(), row.mod_count);
    if (status != std::errc{} || end != count.data() + count.size()) return wrong(ModCount, count, "is no count");
    if (auto problem = time(row.at, fields, UpdatedAt); !problem.empty()) return problem;
    if (auto problem = time(row.opened_at, fields, OpenedAt); !problem.empty()) return problem;
    for (const auto& [column, text] :
         {std::pair(Category, &row.category), std::pair(Subcategory, &row.subcategory),
          std::pair(Symptom, &row.symptom), std::pair(Priority, &row.priority), std::pair(Location, &row.location),
          std::pair(Group, &row.group), std::pair(AssignedTo, &row.assigned_to), std::pair(UpdatedBy, &row.updated_by),
          std::pair(Caller, &row.caller), std::pair(ContactType, &row.contact_type), std::pair(Impact, &row.impact),
          std::pair(Urgency, &row.urgency)}) {
      *text = word(header_.text(fields, column));
    }
    return {};
  }

  std::string time(base::Instant& into, std::span<const std::string_view> fields, Column column) {
    const auto text = header_.text(fields, column);
    const auto local = parse_log_time(text);
    if (!local) return wrong(column, text, "is no time like `29/2/2016 01:16`");
    into = zone_->to_instant(local->date, local->time_of_day);
    return {};
  }

  static std::string wrong(Column column, std::string_view text, std::string_view why) {
    return text.empty() ? fmt::format("`{}` is unknown", kColumnNames[column])
                        : fmt::format("`{}` is `{}`, which {}", kColumnNames[column], text.substr(0, 60), why);
  }

  const calendar::Zone* zone_;
  Header header_;
  ServiceNowLog log_;
  std::unordered_set<std::string_view> places_;  // into log_.words
  std::unordered_map<std::string_view, std::vector<LogRow>> rows_of_;
  std::vector<Stray> strays_;
  std::size_t strays_below_ = 0;  // how many of them know the row below
  std::string_view last_;         // the incident of the last row that told it
};

}  // namespace

std::optional<calendar::LocalTime> parse_log_time(std::string_view text) {
  const auto day = take_number(text, 2);
  if (!day || !take(text, '/')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '/') || text.size() < 4) return std::nullopt;
  const auto year = take_number(text, 4);
  if (!year || !take(text, ' ')) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':') || text.size() != 2) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  const calendar::Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *year < 1970) return std::nullopt;
  return calendar::LocalTime{.date = date, .time_of_day = base::hours(*hour) + base::minutes(*minute)};
}

base::Result<ServiceNowLog> read_servicenow_log(Input& input, const calendar::Zone& zone,
                                                const ReadProgress& progress) {
  CsvReader csv(input);
  TANDEM_TRY(const CsvReader::Step first, csv.next());
  if (first == CsvReader::Step::End)
    return base::fail(base::ErrorCode::BadInput, "the file is empty: not even a header is there");
  if (first == CsvReader::Step::BadRow) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("line {}: the header cannot be read: {}", csv.line(), csv.problem()));
  }
  TANDEM_TRY(const Header header, Header::read(csv.fields()));
  Reader reader(zone, header);
  for (std::uint64_t row = 0;; ++row) {
    if (progress && row % kRowsBetweenProgress == 0) progress(input);
    TANDEM_TRY(const CsvReader::Step step, csv.next());
    if (step == CsvReader::Step::End) break;
    if (step == CsvReader::Step::BadRow) {
      reader.bad(csv.line(), csv.fields(), csv.problem());
    } else {
      reader.good(csv.line(), csv.fields());
    }
  }
  if (progress) progress(input);
  return std::move(reader).finish();
}

}  // namespace tandem::connect
