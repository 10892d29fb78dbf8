#include "cli/known_leave.h"

#include <fstream>

#include "calendar/icalendar.h"

namespace tandem::cli {
namespace {

using calendar::Feed;
using calendar::FeedEvent;

constexpr std::size_t kMostBytes = calendar::FeedLimits{}.bytes;

base::Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::fail(base::ErrorCode::NotFound, fmt::format("{} cannot be read: is it there?", path));
  std::string bytes(kMostBytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad()) return base::fail(base::ErrorCode::Io, fmt::format("{} cannot be read", path));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool same_address(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return !a.empty() && std::ranges::equal(a, b, {}, small, small);
}

std::vector<const policy::Person*> with_address(const policy::Spec& spec, std::string_view address) {
  std::vector<const policy::Person*> found;
  for (const policy::Person& person : spec.people) {
    if (same_address(person.email, address)) found.push_back(&person);
  }
  return found;
}

std::vector<const policy::Person*> whose(const policy::Spec& spec, const FeedEvent& event) {
  std::vector<const policy::Person*> found;
  for (const calendar::Attendee& attendee : event.attendees) {
    if (attendee.participation == calendar::Participation::Declined) continue;
    const auto people = with_address(spec, attendee.mail);
    found.insert(found.end(), people.begin(), people.end());
  }
  return event.attendees.empty() ? with_address(spec, event.organizer) : found;
}

// Whose calendar it is by what it is called.
const policy::Person* owner_of(const policy::Spec& spec, const Feed& feed) {
  for (const policy::Person& person : spec.people) {
    if (feed.name == person.name || feed.name == person.display || same_address(person.email, feed.name)) {
      return &person;
    }
  }
  return nullptr;
}

calendar::Zone zone_of(const policy::Spec& spec, const policy::Person* person) {
  const bool has_own = person != nullptr && !person->time_zone.empty();
  return *calendar::Zone::find(has_own ? person->time_zone : spec.time_zone);
}

}  // namespace

base::Result<> KnownLeave::add(std::string_view given) {
  const std::size_t equals = given.find('=');
  const policy::Person* owner = nullptr;
  if (equals != std::string_view::npos) {
    const auto found = std::ranges::find(spec_.people, given.substr(0, equals), &policy::Person::name);
    if (found == spec_.people.end()) {
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("the agreement has no person `{}`", given.substr(0, equals)));
    }
    owner = &*found;
  }
  const std::string path(equals == std::string_view::npos ? given : given.substr(equals + 1));
  TANDEM_TRY(const std::string bytes, read_file(path));
  auto feed = calendar::read_icalendar(bytes, {.window = horizon_, .zone = zone_of(spec_, owner)});
  if (!feed) return base::fail(feed.error().code, fmt::format("{}: {}", path, feed.error().message));
  if (owner == nullptr) owner = owner_of(spec_, *feed);
  for (const calendar::FeedFault& fault : feed->faults) {
    remarks_.push_back(fmt::format("{}:{}: {}", path, fault.line, fault.message));
  }
  std::size_t strangers = 0;
  std::size_t known = 0;
  for (const FeedEvent& event : feed->events) {
    const auto people = owner != nullptr ? std::vector{owner} : whose(spec_, event);
    for (const calendar::EventSpan& span : event.spans) {
      if (!calendar::is_leave(event, span)) continue;
      (people.empty() ? strangers : known) += 1;
      for (const policy::Person* person : people) {
        const base::Interval during = calendar::interval_of(span, zone_of(spec_, person));
        if (during.from < during.to) leave_.push_back({person->name, during, fmt::format("from {}", path)});
      }
    }
  }
  if (known == 0 && strangers > 0) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} tells of the leave of nobody in the agreement: say whose it is, as in "
                                  "`--leave NAME={}`",
                                  path, path));
  }
  if (strangers > 0) {
    remarks_.push_back(fmt::format("{}: {} {} of nobody in the agreement", path, strangers,
                                   strangers == 1 ? "absence is" : "absences are"));
  }
  return {};
}

}  // namespace tandem::cli
