#include "brief/brief.h"

namespace lede {

void find_brief(Document&, const Resources&) {}
void find_summary(Document&, const Resources&) {}
void find_keyphrases(Document&, const Resources&) {}
void find_checks(Document&, const Resources&) {}

}  // namespace lede
