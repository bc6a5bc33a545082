// The lines of a brat .ann file, taken apart; what they mean is read_brat's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

struct BratTextBound {
  std::string type;
  std::vector<Span> spans;  // bytes
};

// An event, or a relation.
struct BratEvent {
  std::string id;
  std::string type;
  std::string trigger;                                         // of an event: the id of a text-bound annotation
  std::vector<std::pair<std::string, std::string>> arguments;  // role, id
  std::string where;                                           // "file:line"
};

struct BratAttribute {
  std::string type;
  std::string target;  // id
  std::string value;   // empty of one that is only there or not
  std::string where;
};

struct BratLines {
  std::map<std::string, BratTextBound> text_bounds;  // by id
  std::vector<std::string> text_bound_order;         // ids, as in the file
  std::vector<BratEvent> events;
  std::vector<BratEvent> relations;
  std::vector<BratAttribute> attributes;
};

// `ann` and `text` are valid UTF-8. Notes (#), normalisations (N) and equivalences (*) are passed over. Throws Error as
// read_brat does.
BratLines parse_brat_lines(std::string_view ann, const std::string& path, std::string_view text);

}  // namespace quoth
