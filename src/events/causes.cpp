#include "events/events.h"

namespace lede {

void find_causes(Document&, const Resources&) {}

}  // namespace lede
