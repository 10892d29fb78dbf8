#include "calendar/zone_file.h"

#include <fmt/format.h>

namespace tandem::calendar {
namespace {

using base::ErrorCode;
using base::Result;

std::unexpected<base::Error> corrupt(std::string what) {
  return base::fail(ErrorCode::Corrupt, std::move(what));
}

std::unexpected<base::Error> cut_short(std::size_t size) {
  return corrupt(fmt::format("the file ends too early, after {} bytes", size));
}

// Big-endian numbers, one after another. The caller has made sure that they are there.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }
  std::string_view take(std::size_t count) {
    const std::string_view taken = bytes_.substr(at_, count);
    at_ += taken.size();
    return taken;
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).front()); }
  std::int64_t signed_number(std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | byte();
    constexpr std::size_t kFour = 4;
    return width == kFour ? std::int64_t{static_cast<std::int32_t>(value)} : static_cast<std::int64_t>(value);
  }
  std::uint64_t count() { return static_cast<std::uint32_t>(signed_number(4)); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// Section 3.1.
struct Header {
  char version = 0;
  std::uint64_t isut = 0;
  std::uint64_t isstd = 0;
  std::uint64_t leap = 0;
  std::uint64_t time = 0;
  std::uint64_t type = 0;
  std::uint64_t letters = 0;

  // The size of the data block that follows; `width` is that of its instants. Cannot overflow: counts have 32 bits.
  [[nodiscard]] std::uint64_t block_size(std::size_t width) const {
    return time * (width + 1) + type * 6 + letters + leap * (width + 4) + isstd + isut;
  }
};

Result<Header> read_header(Bytes& bytes, std::size_t size) {
  constexpr std::size_t kHeaderSize = 44;
  constexpr std::size_t kReserved = 15;
  if (bytes.left() < kHeaderSize) return cut_short(size);
  if (bytes.take(4) != "TZif") return corrupt("it is not a TZif file");
  Header header;
  header.version = bytes.take(1).front();
  if (header.version != '\0' && (header.version < '2' || header.version > '9')) {
    return corrupt("its version is not one of TZif's");
  }
  bytes.take(kReserved);
  header.isut = bytes.count();
  header.isstd = bytes.count();
  header.leap = bytes.count();
  header.time = bytes.count();
  header.type = bytes.count();
  header.letters = bytes.count();
  return header;
}

struct RawType {
  std::int64_t offset = 0;
  std::uint8_t daylight = 0;
  std::uint8_t name = 0;
};

Result<LocalTimeType> type_of(const RawType& raw, std::string_view letters) {
  // RFC 9636, section 3.2: more than -25 hours and less than 26.
  constexpr std::int64_t kLeast = -89'999;
  constexpr std::int64_t kMost = 93'599;
  if (raw.offset < kLeast || raw.offset > kMost) {
    return corrupt(fmt::format("an offset of {} seconds from UTC is out of range", raw.offset));
  }
  if (raw.daylight > 1) return corrupt("a mark of daylight time is neither 0 nor 1");
  const std::size_t end = raw.name < letters.size() ? letters.find('\0', raw.name) : std::string_view::npos;
  if (end == std::string_view::npos) return corrupt("an abbreviation has no end");
  return LocalTimeType{.offset = std::chrono::seconds(raw.offset),
                       .daylight = raw.daylight == 1,
                       .abbreviation = std::string(letters.substr(raw.name, end - raw.name))};
}

// Section 3.2. Which of a zone's changes were given in standard time or in UTC (isstd, isut) is of no matter to
// readers.
Result<ZoneRecord> read_block(Bytes& bytes, const Header& header, std::size_t width, std::size_t size) {
  constexpr std::uint64_t kMostTypes = 256;
  if (bytes.left() < header.block_size(width)) return cut_short(size);
  if (header.leap != 0) {
    return base::fail(ErrorCode::Unsupported, "it counts leap seconds; UTC instants as used here have none");
  }
  if (header.type == 0 || header.type > kMostTypes) return corrupt("it has no local time types, or more than 256");
  if ((header.isut != 0 && header.isut != header.type) || (header.isstd != 0 && header.isstd != header.type)) {
    return corrupt("its counts of local time types contradict each other");
  }
  ZoneRecord record;
  record.changes.resize(header.time);
  for (auto& change : record.changes) change.at = bytes.signed_number(width);
  for (auto& change : record.changes) {
    change.type = bytes.byte();
    if (change.type >= header.type) return corrupt("a change leads to a local time type that is not there");
  }
  if (std::ranges::adjacent_find(record.changes, std::greater_equal{}, &ZoneRecord::Change::at) !=
      record.changes.end()) {
    return corrupt("its changes are not in the order of time");
  }
  std::vector<RawType> raw(header.type);
  for (RawType& type : raw) {
    type.offset = bytes.signed_number(4);
    type.daylight = bytes.byte();
    type.name = bytes.byte();
  }
  const std::string_view letters = bytes.take(header.letters);
  for (const RawType& type : raw) {
    TANDEM_TRY(auto read, type_of(type, letters));
    record.types.push_back(std::move(read));
  }
  bytes.take(header.isstd + header.isut);
  return record;
}

// Section 3.3: the rule between two line ends; empty when nobody knows how the zone goes on.
Result<std::optional<PosixRule>> read_footer(Bytes& bytes, std::size_t size) {
  if (bytes.left() == 0) return cut_short(size);
  if (bytes.take(1) != "\n") return corrupt("the rule at its end is not where it should be");
  const std::string_view rest = bytes.take(bytes.left());
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return cut_short(size);
  if (end == 0) return std::optional<PosixRule>();
  auto rule = PosixRule::parse(rest.substr(0, end));
  if (!rule) return corrupt("the rule at its end is not one that POSIX knows");
  return rule;
}

}  // namespace

Result<ZoneRecord> parse_zone_file(std::string_view text) {
  Bytes bytes(text);
  TANDEM_TRY(const Header first, read_header(bytes, text.size()));
  constexpr std::size_t kShort = 4;
  constexpr std::size_t kLong = 8;
  if (first.version == '\0') return read_block(bytes, first, kShort, text.size());
  // Later versions repeat everything with longer instants behind a block for readers of the first.
  if (bytes.left() < first.block_size(kShort)) return cut_short(text.size());
  bytes.take(first.block_size(kShort));
  TANDEM_TRY(const Header second, read_header(bytes, text.size()));
  if (second.version != first.version) return corrupt("its two headers contradict each other");
  TANDEM_TRY(ZoneRecord record, read_block(bytes, second, kLong, text.size()));
  TANDEM_TRY(record.rule, read_footer(bytes, text.size()));
  return record;
}

}  // namespace tandem::calendar
