#include "quotes/quotes.h"

namespace lede {

void find_quotes(Document&, const Resources&) {}
void find_speakers(Document&, const Resources&) {}

}  // namespace lede
