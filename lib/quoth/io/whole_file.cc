#include <cstddef>
#include <string_view>
#include <utility>

#include "quoth/io/record_source_internal.h"

namespace quoth {
namespace {

constexpr std::size_t kLongestText = std::size_t{1024} * 1024 * 1024;

// A file that is one document.
class WholeFile : public RecordSource {
 public:
  WholeFile(BlockReader& blocks, const Input& input) : blocks_(blocks), input_(input) {}

  bool next(std::vector<InputRecord>& records) override {
    if (done_) return false;
    done_ = true;
    const std::string_view head = blocks_.peek();
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
      return fault(records, "the text is UTF-16, expected UTF-8; convert it with iconv");
    }
    if (head.find('\0') != std::string_view::npos) return fault(records, "the file holds NUL bytes, expected text");
    InputDocument document;
    document.text = blocks_.read_rest(kLongestText);
    if (document.text.size() > kLongestText) return fault(records, "text over 1 GiB, split it");
    document.id = input_.id;
    document.file = input_.path;
    records.emplace_back(std::move(document));
    return true;
  }

 private:
  bool fault(std::vector<InputRecord>& records, std::string reason) const {
    records.emplace_back(InputFault{input_.path, 0, std::move(reason)});
    return false;
  }

  BlockReader& blocks_;
  const Input& input_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> open_whole_file(BlockReader& blocks, const Input& input) {
  return std::make_unique<WholeFile>(blocks, input);
}

}  // namespace quoth
