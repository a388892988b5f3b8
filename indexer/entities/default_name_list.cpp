#include "entities/embedded_texts.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

NameListFile default_name_list() {
  return {"names.yaml", std::string(default_name_list_text())};
}

}  // namespace newsdex
