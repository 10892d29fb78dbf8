#include "calendar/icalendar_event.h"

#include "calendar/excerpt.h"
#include "calendar/icalendar_line.h"

namespace tandem::calendar {
namespace {

using Read = base::Result<>;

std::unexpected<base::Error> refuse(std::string message) {
  return base::fail(base::ErrorCode::BadInput, std::move(message));
}

// `mailto:` before an address is written in any case; Exchange writes other schemes where it has no address.
std::string mail_of(const ContentLine& line) {
  constexpr std::string_view kScheme = "MAILTO:";
  const std::string_view value = line.value;
  if (in_capitals(value.substr(0, kScheme.size())) == kScheme) return unescape_text(value.substr(kScheme.size()));
  const std::string_view beside = line.parameter("EMAIL");
  if (!beside.empty()) return std::string(beside);
  return value.find('@') == std::string_view::npos ? std::string{} : unescape_text(value);
}

Participation participation_of(const ContentLine& line) {
  const std::string said = in_capitals(line.parameter("PARTSTAT"));
  if (said == "ACCEPTED") return Participation::Accepted;
  if (said == "DECLINED") return Participation::Declined;
  if (said == "TENTATIVE") return Participation::Tentative;
  if (said == "DELEGATED") return Participation::Delegated;
  return Participation::NeedsAction;
}

base::Result<WrittenTime> read_time(const ContentLine& line, std::string_view value) {
  const auto time = parse_civil_time(value);
  if (!time) {
    return refuse(
        fmt::format("{} `{}` is not a date or time that exists in the years 1 to 9999", line.name, excerpt(value, 40)));
  }
  const bool zoned = time->kind == CivilTime::Kind::Local;
  return WrittenTime{*time, zoned ? std::string(line.parameter("TZID")) : std::string{}, line.number};
}

// What stands between the commas of EXDATE and RDATE.
template <class Take>
Read each_value(const ContentLine& line, Take take) {
  for (const auto each : std::views::split(std::string_view(line.value), ',')) {
    const std::string_view value(each.begin(), each.end());
    if (!value.empty()) TANDEM_TRY_DONE(take(value));
  }
  return {};
}

base::Result<WrittenAddition> read_addition(const ContentLine& line, std::string_view value) {
  const std::size_t slash = value.find('/');
  TANDEM_TRY(WrittenTime start, read_time(line, value.substr(0, slash)));
  WrittenAddition out{.start = std::move(start)};
  if (slash == std::string_view::npos) return out;
  const std::string_view end = value.substr(slash + 1);
  if (end.starts_with('P') || end.starts_with('+') || end.starts_with('-')) {
    out.length = parse_event_length(end);
    if (!out.length)
      return refuse(fmt::format("RDATE `{}` has no length from zero to a hundred years", excerpt(value)));
  } else {
    TANDEM_TRY(out.end, read_time(line, end));
  }
  return out;
}

// What TRANSP and Outlook's busy status were written as.
struct Availability {
  bool transparent = false;
  std::string status;

  [[nodiscard]] BusyStatus busy(bool tentative) const {
    if (status == "OOF") return BusyStatus::OutOfOffice;
    if (status == "WORKINGELSEWHERE") return BusyStatus::WorkingElsewhere;
    if (status == "FREE" || transparent) return BusyStatus::Free;
    if (status == "TENTATIVE" || (status.empty() && tentative)) return BusyStatus::Tentative;
    return BusyStatus::Busy;
  }
};

// Reads the properties of one event, each by its name.
class EventReader {
 public:
  static bool is_wanted(std::string_view name) { return find(name) != nullptr; }

  Read read(const ContentLine& line) { return (this->*find(line.name)->read)(line); }

  base::Result<WrittenEvent> finish() && {
    event_.said.busy = availability_.busy(event_.said.tentative);
    // Whoever cancels need not say when it would have been; for a whole series any start will do.
    if (!event_.start && event_.cancelled) event_.start = event_.recurrence_id.value_or(WrittenTime{});
    if (!event_.start) return refuse("DTSTART is missing");
    return std::move(event_);
  }

  [[nodiscard]] const std::string& uid() const { return event_.said.uid; }

 private:
  struct Property {
    std::string_view name;
    Read (EventReader::*read)(const ContentLine&);
  };
  static const Property* find(std::string_view name);

  Read uid(const ContentLine& line) { return put(event_.said.uid, unescape_text(line.value)); }
  Read summary(const ContentLine& line) { return put(event_.said.summary, unescape_text(line.value)); }
  Read start(const ContentLine& line) { return put_time(event_.start, line); }
  Read end(const ContentLine& line) { return put_time(event_.end, line); }
  Read recurrence_id(const ContentLine& line) {
    event_.and_future = in_capitals(line.parameter("RANGE")) == "THISANDFUTURE";
    return put_time(event_.recurrence_id, line);
  }
  Read duration(const ContentLine& line) {
    event_.length = parse_event_length(line.value);
    if (event_.length) return {};
    return refuse(fmt::format("DURATION `{}` is not a length from zero to a hundred years", excerpt(line.value, 40)));
  }
  Read rule(const ContentLine& line) { return add_rule(event_.rules, line); }
  Read exception_rule(const ContentLine& line) { return add_rule(event_.exception_rules, line); }
  Read exceptions(const ContentLine& line) {
    return each_value(line, [&](std::string_view value) -> Read {
      TANDEM_TRY(WrittenTime time, read_time(line, value));
      event_.exceptions.push_back(std::move(time));
      return {};
    });
  }
  Read additions(const ContentLine& line) {
    return each_value(line, [&](std::string_view value) -> Read {
      TANDEM_TRY(WrittenAddition addition, read_addition(line, value));
      event_.additions.push_back(std::move(addition));
      return {};
    });
  }
  Read status(const ContentLine& line) {
    const std::string said = in_capitals(line.value);
    event_.cancelled = said == "CANCELLED";
    event_.said.tentative = said == "TENTATIVE";
    return {};
  }
  Read transparency(const ContentLine& line) {
    availability_.transparent = in_capitals(line.value) == "TRANSPARENT";
    return {};
  }
  Read busy_status(const ContentLine& line) { return put(availability_.status, in_capitals(line.value)); }
  Read whole_day(const ContentLine& line) {
    event_.marked_whole_day = in_capitals(line.value) == "TRUE";
    return {};
  }
  Read organizer(const ContentLine& line) { return put(event_.said.organizer, mail_of(line)); }
  Read attendee(const ContentLine& line) {
    std::string mail = mail_of(line);
    if (!mail.empty()) event_.said.attendees.push_back({std::move(mail), participation_of(line)});
    return {};
  }
  Read categories(const ContentLine& line) {
    for (std::string& each : split_texts(line.value)) event_.said.categories.push_back(std::move(each));
    return {};
  }
  Read sequence(const ContentLine& line) {
    const char* const end = line.value.data() + line.value.size();
    std::from_chars(line.value.data(), end, event_.sequence);  // what is no number is version 0
    return {};
  }

  static Read put(std::string& field, std::string value) {
    field = std::move(value);
    return {};
  }
  static Read put_time(std::optional<WrittenTime>& field, const ContentLine& line) {
    if (field) return refuse(fmt::format("{} stands twice, first on line {}", line.name, field->line));
    TANDEM_TRY(field, read_time(line, line.value));
    return {};
  }
  static Read add_rule(std::vector<RecurrenceRule>& rules, const ContentLine& line) {
    TANDEM_TRY(RecurrenceRule rule, parse_recurrence_rule(line.value));
    rules.push_back(std::move(rule));
    return {};
  }

  WrittenEvent event_;
  Availability availability_;
};

const EventReader::Property* EventReader::find(std::string_view name) {
  static constexpr Property kProperties[] = {
      {"UID", &EventReader::uid},
      {"SUMMARY", &EventReader::summary},
      {"DTSTART", &EventReader::start},
      {"DTEND", &EventReader::end},
      {"DURATION", &EventReader::duration},
      {"RECURRENCE-ID", &EventReader::recurrence_id},
      {"RRULE", &EventReader::rule},
      {"EXRULE", &EventReader::exception_rule},
      {"EXDATE", &EventReader::exceptions},
      {"RDATE", &EventReader::additions},
      {"STATUS", &EventReader::status},
      {"TRANSP", &EventReader::transparency},
      {"X-MICROSOFT-CDO-BUSYSTATUS", &EventReader::busy_status},
      {"X-MICROSOFT-CDO-ALLDAYEVENT", &EventReader::whole_day},
      {"ORGANIZER", &EventReader::organizer},
      {"ATTENDEE", &EventReader::attendee},
      {"CATEGORIES", &EventReader::categories},
      {"SEQUENCE", &EventReader::sequence},
  };
  const auto* found = std::ranges::find(kProperties, name, &Property::name);
  return found == std::end(kProperties) ? nullptr : found;
}

// A number of a duration and the letter behind it.
std::optional<std::int64_t> take_number(std::string_view& text, char& unit) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0 || end == text.data() + text.size()) return std::nullopt;
  unit = *end;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return number;
}

}  // namespace

std::optional<EventLength> parse_event_length(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(1);
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  bool of_time = false;
  while (!text.empty()) {
    if (!of_time && text.starts_with('T') && text.size() > 1) {
      of_time = true;
      text.remove_prefix(1);
    }
    char unit = '\0';
    const auto number = take_number(text, unit);
    constexpr std::int64_t kMostSeconds = kMostEventDays * 86'400;
    if (!number || *number > kMostSeconds) return std::nullopt;
    if (!of_time && (unit == 'W' || unit == 'D')) {
      days += *number * (unit == 'W' ? 7 : 1);
    } else if (of_time && (unit == 'H' || unit == 'M' || unit == 'S')) {
      seconds += *number * (unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
    } else {
      return std::nullopt;
    }
    if (days > kMostEventDays || seconds > kMostSeconds) return std::nullopt;
  }
  return EventLength{static_cast<std::int32_t>(days), base::seconds(seconds)};
}

std::expected<WrittenEvent, FeedFault> read_event(const FeedPart& part, const FeedLimits& limits) {
  EventReader reader;
  std::optional<FeedFault> fault;
  LineReader lines(part.body, part.line + 1, limits.line_bytes);
  std::size_t nested = 0;
  while (const auto line = lines.next()) {
    const std::string name = name_of_line(line->text);
    if (name == "BEGIN") ++nested;
    if (name == "END") --nested;
    if (nested != 0 || !EventReader::is_wanted(name)) continue;
    if (fault && name != "UID") continue;  // the UID may come last
    Read read = refuse(fmt::format("{} is longer than {} bytes", name, limits.line_bytes));
    if (!line->overlong) {
      const auto content = parse_content_line(line->text, line->number);
      read = content ? reader.read(*content) : std::unexpected(content.error());
    }
    if (!read) fault = FeedFault{line->number, {}, std::move(read).error().message};
  }
  std::string uid = reader.uid();
  if (!fault) {
    auto event = std::move(reader).finish();
    if (event) {
      event->said.line = part.line;
      return *std::move(event);
    }
    fault = FeedFault{part.line, {}, std::move(event).error().message};
  }
  fault->uid = std::move(uid);
  return std::unexpected(*std::move(fault));
}

}  // namespace tandem::calendar
