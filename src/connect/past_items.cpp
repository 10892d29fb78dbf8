#include "connect/past_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "connect/csv.h"
#include "connect/servicenow_story.h"
#include "policy/work_words.h"

namespace tandem::connect {
namespace {

constexpr std::array<std::string_view, 8> kColumns{"opened",     "category",    "priority",  "site",
                                                   "department", "asset_class", "requester", "source"};
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

policy::PastWord word(std::string_view text) {
  return {std::string(text), agreement_word(text)};
}

// The names of the first row, which both forms have.
base::Result<std::vector<std::string>> header_of(const std::filesystem::path& path) {
  TANDEM_TRY(const auto input, open_input(path));
  CsvReader reader(*input);
  TANDEM_TRY(const CsvReader::Step step, reader.next());
  if (step != CsvReader::Step::Row)
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} has no row of column names: {}", path.string(),
                                  step == CsvReader::Step::End ? "it is empty" : reader.problem()));
  return std::vector<std::string>(reader.fields().begin(), reader.fields().end());
}

base::Result<PastItems> from_log(const std::filesystem::path& path, const calendar::Zone& zone) {
  TANDEM_TRY(const auto input, open_input(path));
  TANDEM_TRY(auto log, read_servicenow_log(*input, zone));
  PastItems out{.items = {}, .left_out = log.left_out.size(), .problems = std::move(log.problems)};
  for (const LogIncident& incident : log.incidents) {
    const LogRow& row = incident.rows.front();
    out.items.push_back(
        {.opened = row.opened_at,
         .category = word(row.category),
         .priority = word(row.priority),
         .site = word(row.location),
         .source = row.contact_type == "Email" ? policy::WorkSource::Email : policy::WorkSource::Portal});
  }
  return out;
}

class Export {
 public:
  Export(std::span<const std::string> header, const calendar::Zone& zone) : zone_(zone) {
    positions_.fill(kAbsent);
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      const auto found = std::ranges::find(header, kColumns[i]);
      if (found != header.end()) positions_[i] = static_cast<std::size_t>(found - header.begin());
    }
  }
  [[nodiscard]] bool has_times() const { return positions_[0] != kAbsent; }

  // One sentence when the row cannot be read.
  std::optional<std::string> add(std::span<const std::string_view> fields, std::vector<policy::PastWork>& items) const {
    const auto field = [&](std::size_t column) {
      return positions_[column] == kAbsent ? std::string_view() : fields[positions_[column]];
    };
    const auto opened = instant_of(field(0));
    if (!opened) return fmt::format("`{}` is not a time: write 2026-10-05 14:30 or 2026-10-05T14:30:00Z", field(0));
    policy::PastWork item{.opened = *opened,
                          .category = word(field(1)),
                          .priority = word(field(2)),
                          .site = word(field(3)),
                          .department = word(field(4)),
                          .asset_class = word(field(5))};
    if (!field(6).empty()) {
      const auto requester = policy::find_requester_kind(field(6));
      if (!requester) return fmt::format("a requester is standard or vip, not `{}`", field(6));
      item.requester = *requester;
    }
    if (!field(7).empty()) {
      const auto source = policy::find_work_source(field(7));
      if (!source) return fmt::format("a source is portal, email, api, alert or duty, not `{}`", field(7));
      item.source = *source;
    }
    items.push_back(std::move(item));
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<base::Instant> instant_of(std::string_view text) const {
    if (const auto exact = base::parse_rfc3339(text)) return exact;
    const auto local = calendar::parse_local_time(text);
    return local ? std::optional(zone_.to_instant(local->date, local->time_of_day)) : std::nullopt;
  }

  std::array<std::size_t, kColumns.size()> positions_{};
  const calendar::Zone& zone_;
};

base::Result<PastItems> from_export(const std::filesystem::path& path, const Export& format) {
  TANDEM_TRY(const auto input, open_input(path));
  CsvReader reader(*input);
  TANDEM_TRY(CsvReader::Step step, reader.next());  // the header
  PastItems out;
  const auto leave_out = [&](std::string problem) {
    ++out.left_out;
    if (out.problems.size() < ServiceNowLog::kProblemsKept) out.problems.push_back({reader.line(), std::move(problem)});
  };
  for (;;) {
    TANDEM_TRY(step, reader.next());
    if (step == CsvReader::Step::End) return out;
    if (step == CsvReader::Step::BadRow) {
      leave_out(reader.problem());
    } else if (auto problem = format.add(reader.fields(), out.items)) {
      leave_out(*std::move(problem));
    }
  }
}

}  // namespace

base::Result<PastItems> read_past_items(const std::filesystem::path& path, const calendar::Zone& zone) {
  TANDEM_TRY(const auto header, header_of(path));
  if (std::ranges::find(header, "sys_mod_count") != header.end()) return from_log(path, zone);
  const Export format(header, zone);
  if (format.has_times()) return from_export(path, format);
  return base::fail(
      base::ErrorCode::BadInput,
      fmt::format("{} is no history: it has neither the columns of a ServiceNow incident log nor a column "
                  "`opened`; other columns are category, priority, site, department, asset_class, "
                  "requester and source",
                  path.string()));
}

}  // namespace tandem::connect
