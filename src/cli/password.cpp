#include "cli/password.h"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace tandem::cli {
namespace {

constexpr std::size_t kLongest = 1024;  // bytes; what follows is dropped, and the password refused as too long or wrong

// A terminal that shows nothing and gives every key at once, until the end of the scope. Keys that would send a signal
// are given too: a signal in between would leave the terminal as it is now.
class SilentTerminal {
 public:
  explicit SilentTerminal(int terminal) : terminal_(terminal) {
    if (tcgetattr(terminal_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL | ICANON | ISIG);
    silent.c_cc[VMIN] = 1;
    silent.c_cc[VTIME] = 0;
    is_silent_ = tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (is_silent_) tcsetattr(terminal_, TCSANOW, &before_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  [[nodiscard]] bool is_silent() const { return is_silent_; }
  // What the person has set the key of a function to, such as VERASE.
  [[nodiscard]] bool is_key(char key, int function) const {
    return before_.c_cc[function] != _POSIX_VDISABLE && static_cast<cc_t>(key) == before_.c_cc[function];
  }

 private:
  int terminal_;
  termios before_{};
  bool is_silent_ = false;
};

void erase_last(std::string& line) {
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xc0U) == 0x80U) line.pop_back();
  if (!line.empty()) line.pop_back();
}

enum class Ending : std::uint8_t { Entered, Interrupted, Closed };

Ending read_keys(int in, const SilentTerminal& terminal, std::string& line) {
  while (true) {
    char key = 0;
    const ssize_t count = read(in, &key, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || (terminal.is_key(key, VEOF) && line.empty())) return Ending::Closed;
    if (key == '\n' || key == '\r') return Ending::Entered;
    if (terminal.is_key(key, VINTR) || terminal.is_key(key, VQUIT)) return Ending::Interrupted;
    if (terminal.is_key(key, VERASE) || key == '\b' || key == '\x7f') {
      erase_last(line);
    } else if (terminal.is_key(key, VKILL)) {
      line.clear();
    } else if (static_cast<unsigned char>(key) >= 0x20U && line.size() < kLongest) {
      line += key;
    }
  }
}

base::Result<std::string> type(std::string_view prompt, const Environment& environment) {
  const int in = fileno(environment.in);
  std::string line;
  Ending ending = Ending::Closed;
  {
    const SilentTerminal terminal(in);
    if (!terminal.is_silent()) {
      return base::fail(base::ErrorCode::Io,
                        fmt::format("the terminal cannot be kept from showing a password: {}; pipe the password in",
                                    std::strerror(errno)));
    }
    // Only now: whoever sees the question can answer it unseen.
    fmt::print(environment.err, "{}", prompt);
    std::fflush(environment.err);
    ending = read_keys(in, terminal, line);
  }
  fmt::print(environment.err, "\n");
  if (ending == Ending::Interrupted) std::raise(SIGINT);
  if (ending != Ending::Entered) line.clear();
  return line;
}

base::Result<base::Secret> type_twice(const Environment& environment) {
  TANDEM_TRY(std::string first, type("Password: ", environment));
  if (first.empty()) return base::fail(base::ErrorCode::BadInput, "no password was typed");
  TANDEM_TRY(const std::string second, type("Once more: ", environment));
  if (first != second)
    return base::fail(base::ErrorCode::BadInput, "the two passwords differ, and nothing was changed");
  return base::Secret(std::move(first));
}

}  // namespace

base::Result<base::Secret> read_password(const Environment& environment) {
  if (environment.in_is_terminal) return type_twice(environment);
  std::string line;
  for (int c = std::getc(environment.in); c != EOF && c != '\n'; c = std::getc(environment.in))
    line += static_cast<char>(c);
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) return base::fail(base::ErrorCode::BadInput, "no password on standard input");
  return base::Secret(std::move(line));
}

}  // namespace tandem::cli
