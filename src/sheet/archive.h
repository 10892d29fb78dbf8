// A packed file (ZIP, as XLSX is) in memory, read part by part. What comes out is counted while it comes, so that a
// file that unpacks to a thousand times its size ends with an error and not with the memory.
//
//   auto archive = *Archive::open(bytes, "raci.xlsx");
//   if (archive.has("xl/workbook.xml")) TANDEM_TRY_DONE(archive.read_xml("xl/workbook.xml", handler, budget));
//
// Names of parts are compared without regard to case (ECMA-376 part 2, 6.2.2.3). `bytes` outlive the archive; one
// thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sheet/budget.h"
#include "sheet/xml.h"

namespace tandem::sheet {

class Archive {
 public:
  [[nodiscard]] static base::Result<Archive> open(std::string_view bytes, std::string_view file);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  [[nodiscard]] bool has(const std::string& part) const;
  // Pushes a part through `handler`. NotFound when it is not there.
  [[nodiscard]] base::Result<void> read_xml(const std::string& part, XmlHandler& handler, Budget& budget);

 private:
  struct Handle;
  Archive(std::unique_ptr<Handle> handle, std::string file);
  std::unique_ptr<Handle> handle_;
  std::string file_;
};

}  // namespace tandem::sheet
