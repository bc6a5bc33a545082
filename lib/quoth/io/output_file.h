// A file that is written in whole records.
#pragma once

#include <string>
#include <string_view>

#include "quoth/base/error.h"

namespace quoth {

// Whoever read standard output has closed it (`| head`): the user has had enough, and nothing is wrong.
class ReaderGone : public Error {
 public:
  using Error::Error;
};

// Each write() goes to the system at once, so that a run that is killed leaves what it had written and no half of what
// it had not. Functions throw Error: no such folder, no permission, disk full, the reader of a named pipe gone;
// ReaderGone where it is standard output's (SIGPIPE must be ignored for that). Not thread-safe.
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
