#include "sheet/archive.h"

#include <zip.h>

#include <array>

namespace tandem::sheet {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;

struct PartCloser {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};
using Part = std::unique_ptr<zip_file_t, PartCloser>;

}  // namespace

struct Archive::Handle {
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip != nullptr) zip_discard(zip);
  }
};

Archive::Archive(std::unique_ptr<Handle> handle, std::string file)
    : handle_(std::move(handle)), file_(std::move(file)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

base::Result<Archive> Archive::open(std::string_view bytes, std::string_view file) {
  zip_error_t error;
  zip_error_init(&error);
  auto handle = std::make_unique<Handle>();
  // 0: the library does not free what is ours.
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) handle->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (handle->zip == nullptr) {
    const std::string why = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} begins like a packed file and cannot be opened as one: {}", file, why));
  }
  zip_error_fini(&error);
  return Archive(std::move(handle), std::string(file));
}

bool Archive::has(const std::string& part) const {
  return zip_name_locate(handle_->zip, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

base::Result<void> Archive::read_xml(const std::string& part, XmlHandler& handler, Budget& budget) {
  const zip_int64_t index = zip_name_locate(handle_->zip, part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return base::fail(base::ErrorCode::NotFound, fmt::format("{} has no part `{}`", file_, part));
  const Part opened(zip_fopen_index(handle_->zip, static_cast<zip_uint64_t>(index), 0));
  if (opened == nullptr) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("the part `{}` of {} cannot be unpacked: {}", part, file_,
                                                             zip_strerror(handle_->zip)));
  }
  XmlReader reader(handler, fmt::format("the part `{}` of {}", part, file_), budget.limits().depth);
  std::array<char, kPiece> piece;
  for (;;) {
    const zip_int64_t count = zip_fread(opened.get(), piece.data(), piece.size());
    if (count < 0) {
      return base::fail(base::ErrorCode::BadInput, fmt::format("the part `{}` of {} is damaged: {}", part, file_,
                                                               zip_file_strerror(opened.get())));
    }
    if (count == 0) break;
    TANDEM_TRY_DONE(budget.take_unpacked(static_cast<std::size_t>(count)));
    TANDEM_TRY_DONE(reader.feed({piece.data(), static_cast<std::size_t>(count)}));
  }
  return reader.finish();
}

}  // namespace tandem::sheet
