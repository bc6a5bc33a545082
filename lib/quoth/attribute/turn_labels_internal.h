// Labels of a transcript's turns that no name explains: "A", "JS", "LEDGER", "THE SPOKESMAN".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/resolution_internal.h"

namespace quoth {

// Reads labels of one document. Holds references; not thread-safe.
class TurnLabels {
 public:
  TurnLabels(Resolution& resolution, const Mentions& mentions)
      : resolution_(resolution), mentions_(mentions), document_(resolution.reading.document) {}

  // Who bears the label: "LEDGER" is Ledger, "A" whom the introduction names most, "JS" the one whose initials they
  // are, "THE SPOKESMAN" who holds that office of the body in the heading; "Q" and "Reporter" stay without a name.
  // `read` is what the words mean elsewhere.
  Referent read(Span label, const Referent& read);

  // Is it a person's name in this document? Labels and bodies are none.
  bool names_person(const std::string& name) const;

 private:
  std::uint32_t classes(std::uint32_t token) const { return resolution_.classes(token); }
  std::int32_t holder_introduced(Span label);
  std::uint32_t first_label();
  std::int32_t person_introduced();
  std::int32_t person_with_initials(std::string_view label);
  std::map<std::string, std::int32_t> people_by_initials() const;
  std::string label_name(Span label) const;

  Resolution& resolution_;
  const Mentions& mentions_;
  const Document& document_;
  std::optional<std::uint32_t> first_label_;                     // first_label(), once it was asked for
  std::optional<std::int32_t> introduced_;                       // likewise person_introduced()
  std::optional<std::map<std::string, std::int32_t>> initials_;  // likewise
};

}  // namespace quoth
