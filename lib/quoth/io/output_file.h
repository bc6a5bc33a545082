// A file that is written in whole records.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// Each write() goes to the system at once, so that a run that is killed leaves what it had written and no half of what
// it had not. Functions throw Error: no such folder, no permission, disk full, reader gone. Not thread-safe.
class OutputFile {
 public:
  // Makes or empties the file; "-" is standard output.
  explicit OutputFile(const std::string& path);
  // Closes without a word; call close() to learn whether all was written.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view records);
  void close();

 private:
  std::string name_;  // as errors call it
  int descriptor_ = -1;
};

}  // namespace quoth
