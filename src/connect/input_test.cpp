#include "connect/input.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace tandem;

namespace {

// "hello, rows\n" as xz writes it.
constexpr auto kPacked = std::to_array<unsigned char>(
    {0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04, 0xe6, 0xd6, 0xb4, 0x46, 0x02, 0x00, 0x21, 0x01, 0x16,
     0x00, 0x00, 0x00, 0x74, 0x2f, 0xe5, 0xa3, 0x01, 0x00, 0x0b, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x2c, 0x20,
     0x72, 0x6f, 0x77, 0x73, 0x0a, 0x00, 0x7b, 0x3e, 0x38, 0xb5, 0x4b, 0xbd, 0x6d, 0x95, 0x00, 0x01, 0x24,
     0x0c, 0xa6, 0x18, 0xd8, 0xd8, 0x1f, 0xb6, 0xf3, 0x7d, 0x01, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5a});

// A file that is there for one test.
class ShortFile {
 public:
  explicit ShortFile(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() / fmt::format("tandem-input-test-{}", getpid())) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ShortFile() { std::filesystem::remove(path_); }
  ShortFile(const ShortFile&) = delete;
  ShortFile& operator=(const ShortFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

base::Result<std::string> read_whole(const std::filesystem::path& path) {
  TANDEM_TRY(const auto input, connect::open_input(path));
  std::string text;
  std::array<char, 5> piece{};
  for (;;) {
    TANDEM_TRY(const std::size_t n, input->read(piece));
    if (n == 0) break;
    text.append(piece.data(), n);
  }
  CHECK(input->bytes_read() == input->bytes_total());
  return text;
}

std::string packed() {
  return {kPacked.begin(), kPacked.end()};
}

}  // namespace

TEST_CASE("a plain file is read as it is") {
  CHECK(read_whole(ShortFile("hello, rows\n").path()).value() == "hello, rows\n");
}

TEST_CASE("an xz file is known by its first bytes and decompressed") {
  CHECK(read_whole(ShortFile(packed()).path()).value() == "hello, rows\n");
  CHECK(read_whole(ShortFile(packed() + packed()).path()).value() == "hello, rows\nhello, rows\n");
}

TEST_CASE("a truncated or damaged xz file is an error, not a short text") {
  const auto truncated = read_whole(ShortFile(packed().substr(0, packed().size() - 9)).path());
  REQUIRE(!truncated);
  CHECK(truncated.error().message.contains("ends too early"));
  std::string text = packed();
  text[30] = static_cast<char>(text[30] ^ 0x40);
  const auto damaged = read_whole(ShortFile(text).path());
  REQUIRE(!damaged);
  CHECK(damaged.error().message.contains("damaged"));
}

TEST_CASE("what is not there or no file is named") {
  CHECK(connect::open_input("/nonexistent/log.csv").error().code == base::ErrorCode::NotFound);
  CHECK(connect::open_input("/").error().code == base::ErrorCode::BadInput);
}
