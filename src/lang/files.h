// Where the files of a project come from: a disk, or a handful of texts for tests and rule pages.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "diag/source.h"

namespace ferrule::lang {

class Files {
 public:
  virtual ~Files() = default;
  virtual Result<std::uint32_t> read(const std::string& path, diag::Sources& sources) = 0;
  virtual std::string identity(const std::string& path) const = 0;  // equal for two paths of one file

  // `name` as written in the file at `path`: names are relative to the file that holds them.
  static std::string beside(const std::string& path, std::string_view name);
};

class DiskFiles : public Files {
 public:
  Result<std::uint32_t> read(const std::string& path, diag::Sources& sources) override;
  std::string identity(const std::string& path) const override;
};

using Texts = std::map<std::string, std::string, std::less<>>;

class TextFiles : public Files {
 public:
  explicit TextFiles(const Texts& texts) : texts_(texts) {}
  Result<std::uint32_t> read(const std::string& path, diag::Sources& sources) override;
  std::string identity(const std::string& path) const override { return path; }

 private:
  const Texts& texts_;
};

}  // namespace ferrule::lang
