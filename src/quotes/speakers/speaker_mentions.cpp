#include "quotes/speakers/speaker_mentions.h"

#include <algorithm>

namespace lede::quotes {

const Mention* find_mention(const Reading& r, Span speaker, Index head) {
    const auto& mentions = r.doc.mentions;
    constexpr std::uint32_t reach = 200;  // bytes that a mention may begin before the speaker
    const std::uint32_t from = speaker.begin > reach ? speaker.begin - reach : 0;
    auto at = std::lower_bound(
        mentions.begin(), mentions.end(), from,
        [](const Mention& mention, std::uint32_t place) { return mention.span.begin < place; });
    const Span head_span = r.doc.tokens.span[head];
    const Mention* best = nullptr;
    const Mention* titled = nullptr;
    for (; at != mentions.end() && at->span.begin < speaker.end; ++at) {
        if (at->head.overlaps(head_span)) {
            if (best == nullptr || at->span.size() > best->span.size()) best = &*at;
        } else if (best == nullptr && at->span.contains(head_span) && at->kind == MentionKind::name) {
            best = &*at;
        }
        if (titled == nullptr && at->kind == MentionKind::name && at->type == EntityType::PERSON &&
            at->span.begin > head_span.end && at->tokens.begin > 0 && r.is_noun(at->tokens.begin - 1) &&
            r.tag(head) == Xpos::NNP)
            titled = &*at;
    }
    return titled != nullptr ? titled : best;
}

}  // namespace lede::quotes
