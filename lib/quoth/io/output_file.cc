#include "quoth/io/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace quoth {
namespace {

constexpr const char* kStandardOutput = "standard output";

std::string remedy_of(int code) {
  switch (code) {
    case ENOENT:
      return "make the folder first";
    case EACCES:
    case EROFS:
      return "choose a place that you may write to";
    case EISDIR:
      return "name a file, not a folder";
    case ENOSPC:
    case EDQUOT:
      return "free some space and run again";
    default:
      return {};
  }
}

[[noreturn]] void fail(const std::string& name, int code) {
  if (code == EPIPE && name == kStandardOutput) throw ReaderGone(name, "its reader has gone");
  const std::string reason = code == EPIPE ? "its reader has gone" : std::strerror(code);
  throw Error(name, "cannot be written: " + reason, {}, remedy_of(code));
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : name_(path == "-" ? kStandardOutput : path) {
  constexpr int kMode = 0666;
  descriptor_ = path == "-" ? STDOUT_FILENO : open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (descriptor_ < 0) fail(name_, errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

void OutputFile::write(std::string_view records) {
  while (!records.empty()) {
    const ssize_t count = ::write(descriptor_, records.data(), records.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(name_, errno);
    records.remove_prefix(static_cast<std::size_t>(count));
  }
}

void OutputFile::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  // Some file systems tell of a full disk only now.
  if (descriptor >= 0 && ::close(descriptor) != 0 && errno != EINTR) fail(name_, errno);
}

}  // namespace quoth
