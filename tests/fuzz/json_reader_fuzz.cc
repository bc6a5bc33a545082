// Any bytes as JSON lines, statements, CSV and text: each gives documents and faults, never a crash, and what is
// written of them is JSON again.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "quoth/io/faults.h"
#include "quoth/io/reader.h"
#include "quoth/io/writer.h"

namespace {

// A file of its own a process, because several may run at once.
const std::string& input_path() {
  static const std::string path = [] {
    std::string name = "/tmp/quoth_json_reader_fuzz_XXXXXX";
    close(mkstemp(name.data()));
    return name;
  }();
  return path;
}

void write_input(const std::uint8_t* data, std::size_t size) {
  std::FILE* file = std::fopen(input_path().c_str(), "wb");
  if (file == nullptr || std::fwrite(data, 1, size, file) != size || std::fclose(file) != 0) std::abort();
}

void read_all(quoth::InputFormat format) {
  quoth::ReaderOptions options;
  options.format = format;
  options.longest_line = 4096;
  quoth::DocumentReader reader({input_path()}, options);
  const quoth::StatementWriter writer({}, {});
  while (const auto record = reader.next()) {
    std::string line;
    if (const auto* fault = std::get_if<quoth::InputFault>(&*record)) {
      quoth::append_fault(*fault, line);
    } else if (format != quoth::InputFormat::text) {
      writer.write_statement(std::get<quoth::InputDocument>(*record), {}, line);
    }
    if (!line.empty() && !nlohmann::json::accept(line)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  write_input(data, size);
  for (const auto format :
       {quoth::InputFormat::jsonl, quoth::InputFormat::statements, quoth::InputFormat::csv, quoth::InputFormat::text}) {
    read_all(format);
  }
  return 0;
}
