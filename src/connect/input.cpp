#include "connect/input.h"

#include <lzma.h>

#include <cerrno>
#include <cstdio>

#include "base/check.h"

namespace tandem::connect {
namespace {

constexpr std::string_view kXzMagic{
    "\xFD"
    "7zXZ\0",
    6};
constexpr std::uint64_t kXzMemory = 256ULL * 1024 * 1024;  // what the largest preset (-9) needs, four times over
constexpr std::size_t kPiece = 256 * 1024;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class PlainFile final : public Input {
 public:
  PlainFile(File file, std::uint64_t total, std::string name)
      : file_(std::move(file)), total_(total), name_(std::move(name)) {}

  base::Result<std::size_t> read(std::span<char> into) override {
    TANDEM_CHECK(!into.empty());
    const std::size_t n = std::fread(into.data(), 1, into.size(), file_.get());
    if (n == 0 && std::ferror(file_.get()) != 0) {
      return base::fail(base::ErrorCode::Io, fmt::format("reading {}: {}", name_, std::strerror(errno)));
    }
    read_ += n;
    return n;
  }
  std::uint64_t bytes_read() const override { return read_; }
  std::uint64_t bytes_total() const override { return total_; }
  const std::string& name() const { return name_; }

 private:
  File file_;
  std::uint64_t total_;
  std::uint64_t read_ = 0;
  std::string name_;
};

class XzFile final : public Input {
 public:
  explicit XzFile(std::unique_ptr<PlainFile> packed) : packed_(std::move(packed)), piece_(kPiece) {}
  ~XzFile() override { lzma_end(&stream_); }
  XzFile(const XzFile&) = delete;
  XzFile& operator=(const XzFile&) = delete;

  base::Result<void> start() {
    if (lzma_stream_decoder(&stream_, kXzMemory, LZMA_CONCATENATED) != LZMA_OK) {
      return base::fail(base::ErrorCode::Io, fmt::format("decompressing {}: out of memory", packed_->name()));
    }
    return {};
  }

  base::Result<std::size_t> read(std::span<char> into) override {
    TANDEM_CHECK(!into.empty());
    if (ended_) return std::size_t{0};
    stream_.next_out = reinterpret_cast<std::uint8_t*>(into.data());
    stream_.avail_out = into.size();
    while (stream_.avail_out == into.size()) {
      if (stream_.avail_in == 0 && !packed_ended_) {
        TANDEM_TRY(const std::size_t n, packed_->read(piece_));
        packed_ended_ = n == 0;
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(piece_.data());
        stream_.avail_in = n;
      }
      const lzma_ret status = lzma_code(&stream_, packed_ended_ ? LZMA_FINISH : LZMA_RUN);
      if (status == LZMA_STREAM_END) {
        ended_ = true;
        break;
      }
      if (status != LZMA_OK) return damaged(status);
    }
    return into.size() - stream_.avail_out;
  }
  std::uint64_t bytes_read() const override { return packed_->bytes_read(); }
  std::uint64_t bytes_total() const override { return packed_->bytes_total(); }

 private:
  std::unexpected<base::Error> damaged(lzma_ret status) const {
    std::string_view what = "the compressed data is damaged";
    if (status == LZMA_BUF_ERROR) what = "the file ends too early: it was not copied whole";
    if (status == LZMA_MEMLIMIT_ERROR || status == LZMA_MEM_ERROR)
      what = "it needs more than 256 MiB of memory to decompress";
    if (status == LZMA_OPTIONS_ERROR) what = "it uses an option that this xz library does not know";
    return base::fail(base::ErrorCode::BadInput, fmt::format("decompressing {}: {}", packed_->name(), what));
  }

  std::unique_ptr<PlainFile> packed_;
  std::vector<char> piece_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool packed_ended_ = false;
  bool ended_ = false;
};

class TextInput final : public Input {
 public:
  explicit TextInput(std::string text) : text_(std::move(text)) {}
  base::Result<std::size_t> read(std::span<char> into) override {
    TANDEM_CHECK(!into.empty());
    const std::size_t n = std::min(into.size(), text_.size() - at_);
    std::memcpy(into.data(), text_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::uint64_t bytes_read() const override { return at_; }
  std::uint64_t bytes_total() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<Input>> open_input(const std::filesystem::path& path) {
  std::error_code wrong;
  const auto status = std::filesystem::status(path, wrong);
  if (!std::filesystem::exists(status)) {
    return base::fail(base::ErrorCode::NotFound, fmt::format("opening {}: no such file", path.string()));
  }
  if (!std::filesystem::is_regular_file(status)) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("opening {}: this is not a file", path.string()));
  }
  const std::uint64_t size = std::filesystem::file_size(path, wrong);
  File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr || wrong) {
    return base::fail(base::ErrorCode::Io, fmt::format("opening {}: {}", path.string(), std::strerror(errno)));
  }
  std::array<char, kXzMagic.size()> first{};
  const std::size_t n = std::fread(first.data(), 1, first.size(), file.get());
  if (std::fseek(file.get(), 0, SEEK_SET) != 0) {
    return base::fail(base::ErrorCode::Io, fmt::format("opening {}: {}", path.string(), std::strerror(errno)));
  }
  auto plain = std::make_unique<PlainFile>(std::move(file), size, path.string());
  if (std::string_view(first.data(), n) != kXzMagic) return plain;
  auto packed = std::make_unique<XzFile>(std::move(plain));
  TANDEM_TRY_DONE(packed->start());
  return packed;
}

std::unique_ptr<Input> make_text_input(std::string text) {
  return std::make_unique<TextInput>(std::move(text));
}

}  // namespace tandem::connect
