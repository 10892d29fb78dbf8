// GCC 12 destroys temporaries inside a co_await expression twice: lambdas that capture by value, braced aggregates. So
// coroutines stay in few files, and what is awaited is named first. This test reads the sources for it.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace tandem::http {
namespace {

namespace fs = std::filesystem;

// Everything from each co_await to the end of its statement.
std::vector<std::string> awaited_expressions(const std::string& text) {
  std::vector<std::string> found;
  for (auto at = text.find("co_await "); at != std::string::npos; at = text.find("co_await ", at + 1)) {
    const auto line = text.rfind('\n', at);
    if (text.substr(line + 1, at - line).contains("//")) continue;
    found.push_back(text.substr(at, text.find(';', at) - at));
  }
  return found;
}

// No lambda, no braces, no call inside the arguments: only names.
bool is_plain(const std::string& expression) {
  if (expression.contains('[') || expression.contains('{')) return false;
  return std::ranges::count(expression, '(') <= 1;
}

TEST_CASE("the lint finds what it is for") {
  CHECK(is_plain("co_await std::move(working)"));
  CHECK(is_plain("co_await asio::async_write(socket_, bytes, token)"));
  CHECK_FALSE(is_plain("co_await call([x] { return x"));
  CHECK_FALSE(is_plain("co_await f({.name = name})"));
  CHECK_FALSE(is_plain("co_await f(std::string(\"a\"))"));
}

TEST_CASE("coroutines are in few files and await only what has a name") {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TANDEM_ROOT) / "src")) {
    const fs::path& path = entry.path();
    if ((path.extension() != ".cpp" && path.extension() != ".h") || path.filename() == "coroutine_lint_test.cpp") continue;
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    for (const std::string& expression : awaited_expressions(text.str())) {
      CAPTURE(path.string());
      CAPTURE(expression);
      CHECK(is_plain(expression));
      files.insert(path.filename().string());
    }
  }
  CHECK(files == std::set<std::string>{"listener.cpp", "session.cpp", "session_events.cpp"});
}

}  // namespace
}  // namespace tandem::http
