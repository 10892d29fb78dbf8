// Structured log lines: a constant snake-case event name and fields, never sentences built from data, and never a
// Secret or the text of a ticket. One JSON object a line on standard error.
//
//   log_info("server-ready", {{"address", address}, {"engagements", count}});
//
// Levels by who acts: error, someone must act now; warn, someone should this week; info, rare changes of state;
// debug, off by default. Thread-safe; synchronous.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tandem::base {

enum class LogLevel { Debug, Info, Warn, Error, Off };

struct LogField {
  LogField(std::string_view field_name, std::string_view text);
  LogField(std::string_view field_name, const char* text);
  LogField(std::string_view field_name, const std::string& text);
  template <class T>
    requires std::is_arithmetic_v<T>
  LogField(std::string_view field_name, T number) : name(field_name), json(fmt::format("{}", number)) {}

  std::string_view name;
  std::string json;  // the value, already written as JSON
};

void set_log_level(LogLevel level);
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

inline void log_debug(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(LogLevel::Debug, event, fields);
}
inline void log_info(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(LogLevel::Info, event, fields);
}
inline void log_warn(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(LogLevel::Warn, event, fields);
}
inline void log_error(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(LogLevel::Error, event, fields);
}

}  // namespace tandem::base
