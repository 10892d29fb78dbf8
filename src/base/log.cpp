#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace tandem::base {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

spdlog::level::level_enum to_spdlog(LogLevel level) {
  switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warn: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
    case LogLevel::Off: return spdlog::level::off;
  }
  return spdlog::level::off;
}

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto made = spdlog::stderr_logger_mt("tandem");
    made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
    made->set_level(spdlog::level::info);
    return made;
  }();
  return *instance;
}

}  // namespace

LogField::LogField(std::string_view field_name, std::string_view text) : name(field_name), json(quoted(text)) {}
LogField::LogField(std::string_view field_name, const char* text) : LogField(field_name, std::string_view(text)) {}
LogField::LogField(std::string_view field_name, const std::string& text)
    : LogField(field_name, std::string_view(text)) {}

void set_log_level(LogLevel level) {
  logger().set_level(to_spdlog(level));
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  const auto spdlog_level = to_spdlog(level);
  if (!logger().should_log(spdlog_level)) return;
  std::string line = fmt::format(R"("event":{})", quoted(event));
  for (const LogField& field : fields) line += fmt::format(",{}:{}", quoted(field.name), field.json);
  logger().log(spdlog_level, "{}", line);
}

}  // namespace tandem::base
