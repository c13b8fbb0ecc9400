#include "events/events.h"

namespace lede {

void find_events(Document&, const Resources&) {}
void find_relations(Document&, const Resources&) {}
void find_causes(Document&, const Resources&) {}

}  // namespace lede
